import { Icon } from '../icon.tsx';
import { words } from '../language/current.ts';
import type { MapHandle } from '../map/scene.ts';
import { regionBounds } from './region-bounds.ts';

/** Zooming for whoever has no wheel, and the way back to the whole region. */
export function MapButtons({ map }: { readonly map: MapHandle }) {
  const text = words.value.plate;
  return (
    <div class="map-buttons">
      <button
        type="button"
        class="tool"
        title={text.zoomIn}
        aria-label={text.zoomIn}
        onClick={() => map.zoomBy(1)}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        class="tool"
        title={text.zoomOut}
        aria-label={text.zoomOut}
        onClick={() => map.zoomBy(-1)}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        class="tool"
        title={text.whole}
        aria-label={text.whole}
        onClick={() => map.flyTo(regionBounds.value)}
      >
        <Icon name="whole" />
      </button>
    </div>
  );
}
