import { useSignal } from '@preact/signals';
import { words } from '../language/current.ts';
import { Notices } from '../notice/notices.tsx';
import { catalog, shown } from '../state/catalog.ts';
import { unfold } from '../state/panels.ts';
import { changeView } from '../state/view.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { followArrows } from '../walk/follow-arrows.ts';
import { LiveRegion } from '../walk/live-region.tsx';
import { MapHost } from './map-host.tsx';
import { PlateTitle } from './title.tsx';

/** The map with its title, its notices and its timeline. */
export function Plate() {
  const unavailable = useSignal(false);
  const text = words.value.plate;
  const isEmpty = catalog.data.value !== null && shown.value === null;
  const showTable = () => {
    unavailable.value = true;
    unfold('area');
    changeView({ tab: 'table' }, 'replace');
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: no element takes arrow keys as a map does */}
      <div
        id="map"
        class={unavailable.value ? 'plate plate-without-map' : 'plate'}
        role="application"
        aria-label={text.map}
        aria-describedby="map-instructions"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk from area to area here
        tabIndex={0}
        onKeyDown={followArrows}
      >
        <MapHost onUnavailable={showTable} />
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
