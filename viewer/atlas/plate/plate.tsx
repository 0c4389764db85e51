import { useEffect, useRef } from 'preact/hooks';
import { Notices } from '../../parts/notice/notices.tsx';
import { catalog, shownParts } from '../../state/catalog.ts';
import { viewParts } from '../../state/link/view.ts';
import { panels } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';
import { CompareBar } from '../compare/compare-bar.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { followArrows, stopWalking } from '../walk/follow-arrows.ts';
import { LiveRegion } from '../walk/live-region.tsx';
import { Divider } from './divider.tsx';
import { followWishes } from './follow-wishes.ts';
import { Frame } from './frame.tsx';
import { MapButtons } from './map-buttons.tsx';
import { maps } from './maps.ts';
import { offerPicture } from './shown-map.ts';
import { PlateTitle } from './title.tsx';

/** The map in its panels, with title, ways to compare, notices and timeline. */
export function Plate() {
  const text = words.value.plate;
  const plate = useRef<HTMLDivElement>(null);
  useEffect(() => followWishes(() => plate.current?.querySelector<HTMLElement>('.frame') ?? null), []);
  useEffect(() => stopWalking, []);
  useEffect(() => (plate.current ? offerPicture(plate.current) : undefined), []);
  const isEmpty = catalog.data.value !== null && shownParts.level.value === null;
  const [arrangement, divider] = [viewParts.arrangement.value, viewParts.divider.value];
  return (
    <>
      <div class="plate-head">
        <PlateTitle />
        <CompareBar />
      </div>
      <div class="plate-room">
        <div
          id="map"
          class={`plate plate-${arrangement}`}
          style={{ '--divider': divider }}
          ref={plate}
          role="application"
          aria-label={text.map}
          aria-describedby="map-instructions"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk from area to area here
          tabIndex={0}
          onKeyDown={followArrows}
          onFocusOut={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget as Node | null)) stopWalking();
          }}
        >
          {panels.value.map((panel) => (
            <Frame key={panel.index} panel={panel} />
          ))}
        </div>
        {arrangement === 'swipe' && <Divider />}
        {maps.value.size > 0 && <MapButtons />}
        <p id="map-instructions" class="hidden-text">
          {text.instructions}
        </p>
        <Notices />
        {isEmpty && (
          <div class="plate-empty">
            <p>{text.nothing}</p>
            <p class="soft">{text.nothingHint}</p>
          </div>
        )}
      </div>
      <div class="plate-foot">
        <Timeline />
      </div>
      <LiveRegion />
    </>
  );
}
