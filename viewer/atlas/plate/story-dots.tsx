import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { worldOf } from '../../../geodata/map/mercator.ts';
import type { MapHandle } from '../../map/scene.ts';
import { shown } from '../../state/catalog.ts';
import { storyCounts } from '../../state/contributions.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { maps, steps } from './maps.ts';
import './story-dots.css';

/** Side of the world at zoom 0, CSS pixels. */
const worldSide = 512;

/**
 * Over the map: a dot with a count in each area that has stories about what the panel draws. Quiet: it takes no clicks, and
 * the card tells the same in words.
 */
export function StoryDots({ panel }: { readonly panel: Panel }) {
  const layer = useRef<HTMLDivElement>(null);
  const size = useSignal(0);
  const counts = storyCounts.current.value ?? [];
  const map = maps.value.get(panel.index) ?? null;
  const { indicator, level } = panel.view.value ?? {};
  const isDrawn = indicator === shown.value?.indicator && level === shown.value?.level;
  useEffect(() => {
    if (!layer.current) return;
    const observer = new ResizeObserver(() => {
      size.value += 1;
    });
    observer.observe(layer.current);
    return () => observer.disconnect();
  }, []);
  steps.value;
  size.value;
  return (
    <div class="story-dots" ref={layer} aria-hidden="true">
      {map &&
        isDrawn &&
        layer.current &&
        counts.map(({ area, count, position }) => {
          const place = position && placeOn(map, layer.current, position);
          return (
            place && (
              <span
                key={area}
                class="story-dot"
                style={{ transform: `translate(${place.x}px, ${place.y}px)` }}
              >
                {count}
              </span>
            )
          );
        })}
    </div>
  );
}

/** Where a position stands on the map, in CSS pixels from the top left corner; null where that is out of sight. */
function placeOn(
  map: MapHandle,
  layer: HTMLElement | null,
  [longitude, latitude]: readonly [number, number],
) {
  if (!layer) return null;
  const camera = map.camera();
  const side = worldSide * 2 ** camera.zoom;
  const [point, centre] = [worldOf(longitude, latitude), worldOf(camera.longitude, camera.latitude)];
  const { clientWidth: width, clientHeight: height } = layer;
  const x = Math.round(width / 2 + (point.x - centre.x) * side);
  const y = Math.round(height / 2 + (point.y - centre.y) * side);
  return x > 0 && y > 0 && x < width && y < height ? { x, y } : null;
}
