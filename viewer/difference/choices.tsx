import { formatPeriod } from '../../geodata/period.ts';
import { words } from '../language/current.ts';
import { indicator, shown } from '../state/catalog.ts';
import { periodsOf } from '../state/resolve.ts';
import { changePanel, changeView, language } from '../state/view.ts';
import { choices, reference } from './reference.ts';

/** Of which period, and against what. */
export function DifferenceChoices() {
  const text = words.value.differences;
  const meant = indicator.value;
  return (
    <>
      <label>
        <span>{text.period}</span>
        <select
          value={shown.value?.period ?? ''}
          onChange={(event) => changePanel({ period: event.currentTarget.value, boundaryYear: null })}
        >
          {(meant ? periodsOf(meant) : []).toReversed().map((period) => (
            <option key={period} value={period}>
              {formatPeriod(period, language.value)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{text.against}</span>
        <select
          value={reference.value?.key ?? ''}
          onChange={(event) => changeView({ reference: event.currentTarget.value })}
        >
          {choices.value.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
