import { words } from '../language/current.ts';
import { makeLazy } from '../lazy-part.tsx';
import { Notices } from '../notice/notices.tsx';
import { catalog, shown } from '../state/catalog.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { followArrows } from '../walk/follow-arrows.ts';
import { LiveRegion } from '../walk/live-region.tsx';
import { PlateTitle } from './title.tsx';

const MapHost = makeLazy(
  () => import('./map-host.tsx').then((module) => module.MapHost),
  () => <div class="map-skeleton" aria-hidden="true" />,
);

/** The map with its title, its notices and its timeline. */
export function Plate() {
  const text = words.value.plate;
  const isEmpty = catalog.data.value !== null && shown.value === null;
  return (
    <>
      <div
        id="map"
        class="plate"
        role="application"
        aria-label={text.map}
        aria-describedby="map-instructions"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk from area to area here
        tabIndex={0}
        onKeyDown={followArrows}
      >
        <MapHost />
      </div>
      <p id="map-instructions" class="hidden-text">
        {text.instructions}
      </p>
      <PlateTitle />
      <Notices />
      {isEmpty && (
        <div class="plate-empty">
          <p>{text.nothing}</p>
          <p class="soft">{text.nothingHint}</p>
        </div>
      )}
      <Timeline />
      <LiveRegion />
    </>
  );
}
