import { type ColumnData, type ColumnPeriod, reasonAt } from '../columns/column.ts';
import type { Indicator } from '../indicator.ts';
import { type Observation, statuses } from '../observation.ts';
import type { Uncertainty } from '../statistics/rank-interval.ts';
import { type Counts, countsOf } from './chance/counts.ts';
import type { IntervalMethod } from './chance/method.ts';
import type { Side } from './chance/side.ts';
import { choosePoints } from './points.ts';
import type { GroupRule } from './references.ts';

type Columns = ReadonlyMap<string, ColumnData>;
type Derived = Pick<Indicator, 'key' | 'kind' | 'derive'>;

/** A figure of one area, as it is listed. */
export type FigureRow = Pick<
  Observation,
  'indicator' | 'period' | 'boundaryYear' | 'value' | 'lower' | 'upper' | 'status'
>;

/** The counts behind the figures of a moment, by area index; null where the indicator is none of a count. */
export function findCounts(
  { key, kind, derive }: Derived,
  columns: Columns,
  at: ColumnPeriod,
): Counts | null {
  const numerator = columns.get(derive?.numerator ?? key);
  const denominator = derive ? columns.get(derive.denominator) : null;
  if (!numerator || denominator === undefined || (!derive && kind !== 'count')) return null;
  return countsOf(numerator, denominator, at, derive?.factor ?? 1);
}

/** How the figure of a group of areas is made: of the counts behind theirs, or as larger areas are weighted. */
export function findGroupRule(
  indicator: Derived & Pick<Indicator, 'aggregate'>,
  columns: Columns,
  at: ColumnPeriod,
): GroupRule {
  const counts = indicator.derive ? findCounts(indicator, columns, at) : null;
  if (counts) return { counts };
  const { aggregate } = indicator;
  const own = columns.get(indicator.key);
  const weight = typeof aggregate === 'object' ? columns.get(aggregate.weightedBy) : null;
  return { weights: own && weight ? countsOf(own, weight, at, 1).exposures : null };
}

/** How sure the figures of a moment are: by their bounds, or by the counts of events behind them; null where neither is known. */
export function findUncertainty(
  {
    indicator,
    moment,
    method,
  }: {
    readonly indicator: Derived;
    readonly moment: ColumnPeriod;
    readonly method: IntervalMethod | null;
  },
  columns: Columns,
): Uncertainty | null {
  const { lower, upper } = moment;
  if (method === 'survey') return lower && upper ? { kind: 'bounds', lower, upper } : null;
  const counts = method === 'poisson-exact' ? findCounts(indicator, columns, moment) : null;
  return counts && { kind: 'counts', counts };
}

/** The figure of the area of an index at a moment, with the counts behind it. */
export function sideAt(moment: ColumnPeriod, index: number, counts: Counts | null): Side {
  const at = (list: Float64Array | undefined) => list?.[index] ?? Number.NaN;
  return {
    value: at(moment.values),
    status: statuses[moment.statuses[index] ?? statuses.length] ?? 'missing',
    reason: reasonAt(moment, index),
    lower: at(moment.lower),
    upper: at(moment.upper),
    count: at(counts?.counts),
    exposure: at(counts?.exposures),
  };
}

interface Moment {
  readonly period: string;
  /** null: none is wished. */
  readonly boundaryYear: number | null;
}

/** The row of an indicator in a period: that of the wished boundary year, or else of the newest. */
export function rowAt<Row extends FigureRow>(
  rows: readonly Row[],
  { indicator, period, boundaryYear }: Moment & { readonly indicator: string },
): Row | null {
  const own = rows.filter((row) => row.indicator === indicator && row.period === period);
  return choosePoints(own, boundaryYear)[0] ?? null;
}

/**
 * The figure of a larger area in a period, from its rows of every indicator. What its events are counted over follows
 * from its figure: figure = count ÷ exposure. null where it has no row.
 */
export function sideOfRows(
  rows: readonly FigureRow[],
  { key, derive }: Derived,
  { period, boundaryYear }: Moment,
): Side | null {
  const find = (indicator: string) => rowAt(rows, { indicator, period, boundaryYear });
  const own = find(key);
  if (!own) return null;
  const count = (derive ? find(derive.numerator)?.value : null) ?? Number.NaN;
  const value = own.value ?? Number.NaN;
  return {
    value,
    status: own.status,
    lower: own.lower ?? Number.NaN,
    upper: own.upper ?? Number.NaN,
    count,
    exposure: value > 0 ? count / value : Number.NaN,
  };
}
