import type { ColumnPeriod } from '../columns/column.ts';
import { statuses } from '../observation.ts';
import { type Comparison, verdicts } from './chance/findings.ts';
import { type ChangeKind, changeBetween } from './change.ts';
import { withinChance } from './change-status.ts';
import { type References, referenceValue } from './references.ts';

export interface DeviationInput {
  readonly figures: ColumnPeriod;
  readonly references: Pick<References, 'values' | 'referenceOf'>;
  /** `relative`: per cent of the reference, without its sign. */
  readonly kind: ChangeKind;
  /** Which areas differ by more than chance; null: nobody asks, or nothing can say. */
  readonly comparison: Comparison | null;
}

/**
 * How far every area lies from its reference, as figures of the same period. Areas without a figure keep their status; one
 * that may differ by chance is `withinChance`, of which change.ts tells. `lower` and `upper`, where there is a test and
 * the deviation is absolute, are the 95% interval of the difference. A relative deviation from 0, and one from
 * a reference without a figure, has no value (`missing`).
 */
export function computeDeviation({ figures, references, kind, comparison }: DeviationInput): ColumnPeriod {
  const { values, statuses: codes, lower: _lower, upper: _upper, ...rest } = figures;
  const deviations = values.map((value, index) =>
    changeBetween(referenceValue(references, index), value, kind),
  );
  const judged = codes.map((code, index) => {
    if (Number.isNaN(values[index])) return code;
    if (Number.isNaN(deviations[index])) return missing;
    return comparison?.verdicts[index] === notDifferent ? withinChance : code;
  });
  const bounds =
    comparison && kind === 'absolute' ? { lower: comparison.lower, upper: comparison.upper } : null;
  return { ...rest, values: deviations, statuses: judged, ...bounds };
}

const missing = statuses.indexOf('missing');
const notDifferent = verdicts.indexOf('not-different');
