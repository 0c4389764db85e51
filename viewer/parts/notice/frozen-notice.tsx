import { useSignal } from '@preact/signals';
import { formatDay } from '../../../geodata/day.ts';
import { indicatorOf } from '../../state/catalog.ts';
import { frozen } from '../../state/link/frozen.ts';
import { changeView, language, viewParts } from '../../state/link/view.ts';
import { unheld } from '../../state/panel/frozen-panels.ts';
import { translate, words } from '../../state/screen/words.ts';
import { Icon } from '../icon.tsx';

/** Says of a frozen link of when its figures are, whether there are newer ones, and leads to those. */
export function FrozenNotice() {
  const dismissed = useSignal<string | null>(null);
  const text = words.value.notices;
  const link = frozen.current.value;
  if (viewParts.frozen.value === null || !link || dismissed.value === link.id) return null;
  const day = formatDay(link.createdOn, language.value);
  const nameThose = (state: 'renewed' | 'gone') => {
    const names = link.figures.flatMap((figures) => {
      const found = figures.state === state ? indicatorOf(figures.indicator) : null;
      return found ? [translate(found.name)] : [];
    });
    return [...new Set(names)].join('; ');
  };
  const [renewed, gone, missing] = [nameThose('renewed'), nameThose('gone'), unheld.value.join('; ')];
  return (
    <div class="notice">
      <p>
        {renewed && `${text.frozen.renewed(day, renewed)} ${text.frozen.elsewhere} `}
        {gone && text.frozen.gone(day, gone)}
        {missing && `${text.frozen.unheld(day, missing)} `}
        {!renewed && !gone && !missing && text.frozen.same(day)}
      </p>
      {renewed && (
        <button type="button" class="button" onClick={() => changeView({ frozen: null })}>
          {text.frozen.newest}
        </button>
      )}
      <button
        type="button"
        class="tool"
        aria-label={text.dismiss}
        title={text.dismiss}
        onClick={() => {
          dismissed.value = link.id;
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
