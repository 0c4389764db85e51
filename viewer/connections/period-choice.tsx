import { formatPeriod } from '../../geodata/period.ts';
import { words } from '../language/current.ts';
import { indicator, shown } from '../state/catalog.ts';
import { periodsOf } from '../state/resolve.ts';
import { changePanel, language } from '../state/view.ts';

/** Of which period the figures of the active panel are. */
export function PeriodChoice() {
  const meant = indicator.value;
  return (
    <label>
      <span>{words.value.differences.period}</span>
      <select
        value={shown.value?.period ?? ''}
        onChange={(event) => {
          const period = event.currentTarget.value;
          changePanel({ period, boundaryYear: null }, 'push', undefined, { brush: null });
        }}
      >
        {(meant ? periodsOf(meant) : []).toReversed().map((period) => (
          <option key={period} value={period}>
            {formatPeriod(period, language.value)}
          </option>
        ))}
      </select>
    </label>
  );
}
