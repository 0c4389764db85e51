import { changeKinds } from '../../geodata/difference.ts';
import { formatPeriod } from '../../geodata/period.ts';
import type { CatalogIndicator } from '../data/contract.ts';
import { words } from '../language/current.ts';
import type { ResolvedView } from '../state/resolve.ts';
import { changePanel, language } from '../state/view.ts';
import { comparablePeriods } from './arrange.ts';
import { ReferenceChoice } from './reference-choice.tsx';

/** A map of figures, or of clusters. */
function kindOf({ shows }: ResolvedView): 'clusters' | 'none' {
  return shows === 'clusters' ? 'clusters' : 'none';
}

interface ChangeChoiceProps {
  readonly view: ResolvedView;
  readonly indicator: CatalogIndicator;
}

/** Whether the active panel shows figures, their change and since when, how far they lie from what, or their clusters. */
export function ChangeChoice({ view, indicator }: ChangeChoiceProps) {
  const text = words.value.compare;
  const isCount = indicator.kind === 'count';
  const others = comparablePeriods(view, indicator).filter((period) => period !== view.period);
  const shows = view.change?.kind ?? (view.deviation ? `deviation-${view.deviation}` : kindOf(view));
  const newest = others.filter((period) => period < view.period).at(-1) ?? others[0];
  const choose = (wish: string) => {
    const chosen = changeKinds.find((each) => each === wish);
    const from = view.change?.from ?? newest;
    const change = chosen && from ? { kind: chosen, from } : null;
    const deviation = changeKinds.find((each) => `deviation-${each}` === wish) ?? null;
    const kinds = { shows: wish === 'clusters' ? wish : 'figures' } as const;
    changePanel({ change, deviation, ...kinds, scheme: null }, 'push', undefined, { brush: null });
  };
  return (
    <div class="change-choice">
      <select aria-label={text.shows} value={shows} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="none">{text.kinds.none}</option>
        <optgroup label={others.length === 0 ? text.onePeriod : text.groups.change}>
          {changeKinds.map((each) => (
            <option key={each} value={each} disabled={others.length === 0}>
              {text.kinds[each]}
            </option>
          ))}
        </optgroup>
        <optgroup label={isCount ? text.noDeviation : text.groups.deviation}>
          {changeKinds.map((each) => (
            <option key={each} value={`deviation-${each}`} disabled={isCount}>
              {text.deviations[each]}
            </option>
          ))}
        </optgroup>
        <optgroup label={text.groups.patterns}>
          <option value="clusters">{text.kinds.clusters}</option>
        </optgroup>
      </select>
      {view.deviation && <ReferenceChoice label={text.from} />}
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
