import { formatPeriod } from '../../geodata/period.ts';
import { correlationMethods } from '../../geodata/statistics/correlation.ts';
import { weightings } from '../../geodata/view.ts';
import { words } from '../language/current.ts';
import { LevelSwitch } from '../level/level-switch.tsx';
import { indicator, shown } from '../state/catalog.ts';
import { periodsOf } from '../state/resolve.ts';
import { changePanel, changeView, language, viewParts } from '../state/view.ts';
import { population } from './subject.ts';

/** Of which areas and period, by which correlation, and how much each area counts. */
export function ConnectionChoices() {
  const text = words.value.connections;
  const meant = indicator.value;
  return (
    <div class="difference-choices">
      <LevelSwitch />
      <label>
        <span>{words.value.differences.period}</span>
        <select
          value={shown.value?.period ?? ''}
          onChange={(event) =>
            changePanel({ period: event.currentTarget.value, boundaryYear: null }, 'push', undefined, {
              brush: null,
            })
          }
        >
          {(meant ? periodsOf(meant) : []).toReversed().map((period) => (
            <option key={period} value={period}>
              {formatPeriod(period, language.value)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{text.method}</span>
        <select
          value={viewParts.correlation.value}
          onChange={({ currentTarget: { value } }) =>
            changeView({ correlation: correlationMethods.find((each) => each === value) ?? 'spearman' })
          }
        >
          {correlationMethods.map((each) => (
            <option key={each} value={each}>
              {text.methods[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{text.weighting}</span>
        <select
          value={population.value ? viewParts.weighting.value : 'areas'}
          disabled={population.value === null}
          onChange={({ currentTarget: { value } }) =>
            changeView({ weighting: weightings.find((each) => each === value) ?? 'areas' })
          }
        >
          {weightings.map((each) => (
            <option key={each} value={each}>
              {text.weightings[each]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
