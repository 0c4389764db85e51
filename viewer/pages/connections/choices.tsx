import { weightings } from '../../../geodata/link/view.ts';
import { correlationMethods } from '../../../geodata/statistics/correlation.ts';
import { LevelSwitch } from '../../parts/choices/level-switch.tsx';
import { PeriodChoice } from '../../parts/choices/period-choice.tsx';
import { changeView, viewParts } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';
import { population } from './subject.ts';

/** Of which areas and period, by which correlation, and how much each area counts. */
export function ConnectionChoices() {
  const text = words.value.connections;
  return (
    <>
      <LevelSwitch />
      <PeriodChoice more={{ brush: null }} />
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
    </>
  );
}
