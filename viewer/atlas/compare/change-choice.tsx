import { changeKinds } from '../../../geodata/comparing/change.ts';
import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import type { ResolvedView } from '../../../geodata/link/resolve.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { ReferenceChoice } from '../../parts/choices/reference-choice.tsx';
import { indicators } from '../../state/catalog.ts';
import { changePanel, language } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/words.ts';
import { comparablePeriods, listPartners } from './arrange.ts';

/** A map of figures, of clusters, or of two indicators. */
function kindOf({ pair, shows }: ResolvedView): 'pair' | 'clusters' | 'none' {
  if (pair) return 'pair';
  return shows === 'clusters' ? 'clusters' : 'none';
}

interface ChangeChoiceProps {
  readonly view: ResolvedView;
  readonly indicator: CatalogIndicator;
}

/** Whether the active panel shows figures, their change and since when, how far they lie from what, their clusters, or a second indicator with them. */
export function ChangeChoice({ view, indicator }: ChangeChoiceProps) {
  const text = words.value.compare;
  const isCount = growsWithArea(indicator);
  const partners = listPartners(view, indicators.value);
  const others = comparablePeriods(view, indicator).filter((period) => period !== view.period);
  const shows = view.change?.kind ?? (view.deviation ? `deviation-${view.deviation}` : kindOf(view));
  const newest = others.filter((period) => period < view.period).at(-1) ?? others[0];
  const choose = (wish: string) => {
    const chosen = changeKinds.find((each) => each === wish);
    const from = view.change?.from ?? newest;
    const change = chosen && from ? { kind: chosen, from } : null;
    const deviation = changeKinds.find((each) => `deviation-${each}` === wish) ?? null;
    const pair = wish === 'pair' ? (partners[0]?.key ?? null) : null;
    const kinds = { shows: wish === 'clusters' ? wish : 'figures', pair } as const;
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
          <option value="pair" disabled={partners.length === 0}>
            {text.kinds.pair}
          </option>
        </optgroup>
      </select>
      {view.deviation && <ReferenceChoice label={text.from} />}
      {view.pair && <PairChoice pair={view.pair} partners={partners} />}
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

interface PairChoiceProps {
  readonly pair: string;
  readonly partners: readonly CatalogIndicator[];
}

/** The second indicator of a map of two. */
function PairChoice({ pair, partners }: PairChoiceProps) {
  return (
    <label>
      <span class="soft">{words.value.pair.and}</span>
      <select
        value={pair}
        onChange={(event) =>
          changePanel({ pair: event.currentTarget.value }, 'push', undefined, { brush: null })
        }
      >
        {partners.map(({ key, name }) => (
          <option key={key} value={key}>
            {translate(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
