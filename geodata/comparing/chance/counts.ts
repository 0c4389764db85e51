import type { ColumnData, ColumnPeriod } from '../../columns/column.ts';
import { divide } from '../../columns/numbers.ts';
import { nearestPeriod } from '../../nearest-period.ts';

/**
 * Counts of events by area index, and what they are counted over: count ÷ exposure is the figure in the indicator's
 * unit. NaN where unknown. The arrays are shared by all that ask: they are not to be changed or handed over.
 */
export interface Counts {
  readonly counts: Float64Array;
  readonly exposures: Float64Array;
}

type Columns = Pick<ColumnData, 'size' | 'periods'>;

/**
 * The counts behind an indicator's figures in one period and boundary year. For a rate, `numerator` × `factor` ÷
 * `denominator`: the denominator is that of the same boundary year, of the same period or else the nearest one that has
 * values, as in derive.ts. For a count `denominator` is null and `factor` 1: every exposure is 1, so that the count
 * itself is tested, whatever became of the population. All NaN where a column has no such period.
 */
export function countsOf(
  numerator: Columns,
  denominator: Columns | null,
  { period, boundaryYear }: Pick<ColumnPeriod, 'period' | 'boundaryYear'>,
  factor: number,
): Counts {
  const unknown = () => new Float64Array(numerator.size).fill(Number.NaN);
  const counted = numerator.periods.find(
    (each) => each.period === period && each.boundaryYear === boundaryYear,
  );
  const counts = counted?.values ?? unknown();
  if (!denominator) return { counts, exposures: fillOnce(numerator.size, 1 / factor) };
  const periods = denominator.periods.filter((each) => each.boundaryYear === boundaryYear && hasValues(each));
  const nearest = nearestPeriod(
    period,
    periods.map((each) => each.period),
  );
  const exposures = periods.find((each) => each.period === nearest)?.values ?? unknown();
  return { counts, exposures: divideOnce(exposures, factor) };
}

/** By exposures and factor: the rates of a page stand on the same inhabitants. */
const divided = new WeakMap<Float64Array, Map<number, Float64Array>>();

function divideOnce(exposures: Float64Array, factor: number): Float64Array {
  const known = divided.get(exposures) ?? new Map<number, Float64Array>();
  divided.set(exposures, known);
  const quotients = known.get(factor) ?? divide(exposures, factor);
  known.set(factor, quotients);
  return quotients;
}

let filled = new Float64Array();

/** The counts of a page are each of as many areas. */
function fillOnce(size: number, exposure: number): Float64Array {
  if (filled.length !== size || filled[0] !== exposure) filled = new Float64Array(size).fill(exposure);
  return filled;
}

function hasValues({ values }: ColumnPeriod): boolean {
  for (const value of values) if (!Number.isNaN(value)) return true;
  return false;
}

/** Counts come from columns as numbers; like R's `poisson.test`, none that is further than this from a whole is tested. */
const wholeTolerance = 1e-7;

/** The whole count at an index; NaN where it is none, is negative, or has no exposure above 0. */
export function wholeCountAt({ counts, exposures }: Counts, index: number): number {
  const given = counts[index] ?? Number.NaN;
  const count = Math.round(given);
  const isTestable = Math.abs(given - count) <= wholeTolerance && count >= 0 && (exposures[index] ?? 0) > 0;
  return isTestable ? count : Number.NaN;
}
