import type { Obstacle } from '../../../geodata/comparing/comparability.ts';
import { defaultPanel } from '../../../geodata/link/view.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { indicator, indicators, shown } from '../../state/catalog.ts';
import { reference } from '../../state/reference/reference.ts';
import { translate, words } from '../../state/screen/words.ts';

/** Why nothing can be said, and where to go from there. */
export function ObstacleNote({ obstacle }: { readonly obstacle: Obstacle }) {
  const text = words.value.differences;
  const other = obstacle === 'count' ? findRelative() : null;
  const panel = { ...defaultPanel, level: shown.value?.level ?? defaultPanel.level };
  return (
    <p class="page-note">
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

/** An indicator that says of the same count how much it is for the size of an area; undefined where there is none. */
function findRelative() {
  return indicators.value.find(({ derive }) => derive?.numerator === indicator.value?.key);
}
