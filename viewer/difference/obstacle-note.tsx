import { defaultPanel } from '../../geodata/view.ts';
import { translate, words } from '../language/current.ts';
import { shown } from '../state/catalog.ts';
import { ViewLink } from '../view-link.tsx';
import { type Obstacle, relativeIndicator } from './comparison.ts';
import { reference } from './reference.ts';

/** Why nothing can be said, and where to go from there. */
export function ObstacleNote({ obstacle }: { readonly obstacle: Obstacle }) {
  const text = words.value.differences;
  const other = obstacle === 'count' ? relativeIndicator.value : null;
  const panel = { ...defaultPanel, level: shown.value?.level ?? defaultPanel.level };
  return (
    <p class="difference-obstacle">
      {text.obstacles[obstacle](reference.value?.name ?? '')}{' '}
      {other && (
        <ViewLink
          change={{ panels: [{ ...panel, indicator: other.key, period: shown.value?.period ?? null }] }}
        >
          {translate(other.name)}
        </ViewLink>
      )}
    </p>
  );
}
