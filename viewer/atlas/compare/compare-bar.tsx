import { type Arrangement, arrangements } from '../../../geodata/link/view.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { indicator, shown } from '../../state/catalog.ts';
import { changeView } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';
import { arrange } from './arrange.ts';
import { ChangeChoice } from './change-choice.tsx';
import { Presets } from './presets.tsx';

const icons: Readonly<Record<Arrangement, IconName>> = {
  '1': 'one',
  '2': 'two',
  '4': 'four',
  swipe: 'swipe',
};

/** Ways to compare: how many maps, figures or their change, and the usual comparisons one click away. */
export function CompareBar() {
  const text = words.value.compare;
  const [view, meant] = [shown.value, indicator.value];
  if (!view || !meant) return <div class="compare" />;
  return (
    <div class="compare" role="group" aria-label={text.label}>
      <div class="arrangements" role="group" aria-label={text.arrangement}>
        {arrangements.map((each) => (
          <button
            key={each}
            type="button"
            class="tool"
            title={text.arrangements[each]}
            aria-label={text.arrangements[each]}
            aria-pressed={view.arrangement === each}
            onClick={() => changeView(arrange(view, meant, each))}
          >
            <Icon name={icons[each]} />
          </button>
        ))}
      </div>
      <ChangeChoice view={view} indicator={meant} />
      <Presets view={view} indicator={meant} />
    </div>
  );
}
