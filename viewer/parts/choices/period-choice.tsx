import { periodsOf } from '../../../geodata/link/resolve.ts';
import type { View } from '../../../geodata/link/view.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import { indicator, shown } from '../../state/catalog.ts';
import { changePanel, language } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';

interface PeriodChoiceProps {
  readonly how?: 'push' | 'replace';
  /** What of the view changes along with the period. */
  readonly more?: Partial<View>;
}

/** Of which period the figures of the active panel are. */
export function PeriodChoice({ how = 'push', more = {} }: PeriodChoiceProps) {
  const meant = indicator.value;
  return (
    <label>
      <span>{words.value.differences.period}</span>
      <select
        value={shown.value?.period ?? ''}
        onChange={(event) =>
          changePanel({ period: event.currentTarget.value, boundaryYear: null }, how, undefined, more)
        }
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
