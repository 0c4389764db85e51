import { changeKinds } from '../../geodata/difference.ts';
import { formatPeriod } from '../../geodata/period.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import { words } from '../language/current.ts';
import type { ResolvedView } from '../state/resolve.ts';
import { changePanel, language } from '../state/view.ts';
import { comparablePeriods } from './arrange.ts';

interface ChangeChoiceProps {
  readonly view: ResolvedView;
  readonly indicator: CatalogIndicator;
}

/** Whether the active panel shows figures or their change, and since when. */
export function ChangeChoice({ view, indicator }: ChangeChoiceProps) {
  const text = words.value.compare;
  const others = comparablePeriods(view, indicator).filter((period) => period !== view.period);
  const kind = view.change?.kind ?? 'none';
  const newest = others.filter((period) => period < view.period).at(-1) ?? others[0];
  const choose = (wish: string) => {
    const chosen = changeKinds.find((each) => each === wish);
    const from = view.change?.from ?? newest;
    const change = chosen && from ? { kind: chosen, from } : null;
    changePanel({ change, scheme: null }, 'push', undefined, { brush: null });
  };
  return (
    <div class="change-choice">
      <select
        aria-label={text.shows}
        value={kind}
        disabled={others.length === 0}
        title={others.length === 0 ? text.onePeriod : undefined}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {(['none', ...changeKinds] as const).map((each) => (
          <option key={each} value={each}>
            {text.kinds[each]}
          </option>
        ))}
      </select>
      {view.change && (
        <label>
          <span class="soft">{text.since}</span>
          <select
            value={view.change.from}
            onChange={(event) =>
              changePanel({
                change: { kind: view.change?.kind ?? 'absolute', from: event.currentTarget.value },
              })
            }
          >
            {others.map((period) => (
              <option key={period} value={period}>
                {formatPeriod(period, language.value)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
