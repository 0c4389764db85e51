import { mostSelected } from '../../../geodata/link/view.ts';
import { Icon } from '../../parts/icon.tsx';
import { toggleSelected } from '../../state/area/selection.ts';
import { view } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';

/** Puts an area into the selection, or takes it out; a full selection says that it takes no more. */
export function ToggleButton({ code }: { readonly code: string }) {
  const text = words.value.selection;
  const { selection } = view.value;
  const isSelected = selection.includes(code);
  const isFull = !isSelected && selection.length >= mostSelected;
  return (
    <div class="toggle-selected">
      <button type="button" class="button with-icon" disabled={isFull} onClick={() => toggleSelected(code)}>
        <Icon name={isSelected ? 'minus' : 'plus'} />
        {isSelected ? text.removeArea : text.addArea}
      </button>
      {isFull && <p class="soft small">{text.full(mostSelected)}</p>}
    </div>
  );
}
