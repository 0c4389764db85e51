import { formatPeriod } from '../../geodata/period.ts';
import { ReferenceChoice } from '../compare/reference-choice.tsx';
import { words } from '../language/current.ts';
import { indicator, shown } from '../state/catalog.ts';
import { periodsOf } from '../state/resolve.ts';
import { changePanel, language } from '../state/view.ts';

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
      <ReferenceChoice label={text.against} />
    </>
  );
}
