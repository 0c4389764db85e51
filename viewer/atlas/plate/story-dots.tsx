import { shown } from '../../state/catalog.ts';
import { storyCounts } from '../../state/contributions.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { useLayer } from './layer.ts';
import { maps, steps } from './maps.ts';
import { placeOn } from './place-on-map.ts';
import './story-dots.css';

/**
 * Over the map: a dot with a count in each area that has stories about what the panel draws. Quiet: it takes no clicks, and
 * the card tells the same in words.
 */
export function StoryDots({ panel }: { readonly panel: Panel }) {
  const { layer, size } = useLayer();
  const counts = storyCounts.current.value ?? [];
  const map = maps.value.get(panel.index) ?? null;
  const { indicator, level } = panel.view.value ?? {};
  const isDrawn = indicator === shown.value?.indicator && level === shown.value?.level;
  steps.value;
  size.value;
  return (
    <div class="story-dots" ref={layer} aria-hidden="true">
      {map &&
        isDrawn &&
        layer.current &&
        counts.map(({ area, count, position }) => {
          const place = position && layer.current && placeOn(map, layer.current, position);
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
