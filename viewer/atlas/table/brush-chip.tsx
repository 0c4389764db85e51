import type { Signal } from '@preact/signals';
import { Icon } from '../../parts/icon.tsx';
import { changeView } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';

interface BrushChipProps {
  /** Of areas that the brush picks. */
  readonly count: number;
  /** Whether the table lists those alone. */
  readonly isAlone: Signal<boolean>;
}

/** Says that the legend's brush picks some areas, takes the brush away, and shows the others with them or not. */
export function BrushChip({ count, isAlone }: BrushChipProps) {
  const text = words.value.table;
  return (
    <div class="brush-chip">
      <span class="chip">
        <span class="brush-mark" />
        {text.brushed(count)}
        <button
          type="button"
          aria-label={text.clearBrush}
          title={text.clearBrush}
          onClick={() => changeView({ brush: null })}
        >
          <Icon name="close" />
        </button>
      </span>
      <button
        type="button"
        class="link small"
        onClick={() => {
          isAlone.value = !isAlone.value;
        }}
      >
        {isAlone.value ? text.showAll : text.showBrushed}
      </button>
    </div>
  );
}
