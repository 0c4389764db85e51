import { Icon } from '../parts/icon.tsx';
import { folded, toggleFold } from '../state/screen/folding.ts';
import type { SidePart } from '../state/screen/preference.ts';
import { words } from '../state/screen/words.ts';

/** On the edge of the map: folds the panel beside it away, or brings it back. */
export function FoldButton({ panel }: { readonly panel: SidePart }) {
  const { panels } = words.value;
  const labels =
    panel === 'subject' ? [panels.foldSubject, panels.unfoldSubject] : [panels.foldArea, panels.unfoldArea];
  const isFolded = folded[panel].value;
  const pointsLeft = (panel === 'subject') !== isFolded;
  return (
    <button
      type="button"
      class={`fold fold-${panel}`}
      aria-expanded={!isFolded}
      title={labels[isFolded ? 1 : 0]}
      aria-label={labels[isFolded ? 1 : 0]}
      onClick={() => toggleFold(panel)}
    >
      <Icon name={pointsLeft ? 'left' : 'right'} />
    </button>
  );
}
