import type { ColumnData, ColumnPeriod } from '../../../geodata/columns/column.ts';
import { absentArea } from '../../../geodata/observation.ts';
import { comparePeriods, parsePeriod } from '../../../geodata/period.ts';

/**
 * The periods of a column that have the area of an index, in order of time: one a period, in the newest boundaries that
 * know its shape. Years alone where there are any, so that a month is not read as the year.
 */
export function listMoments({ periods }: Pick<ColumnData, 'periods'>, index: number): ColumnPeriod[] {
  const newest = new Map<string, ColumnPeriod>();
  for (const period of periods) {
    if ((period.statuses[index] ?? absentArea) === absentArea) continue;
    const other = newest.get(period.period);
    if (!other || other.boundaryYear < period.boundaryYear) newest.set(period.period, period);
  }
  const all = [...newest.values()].sort((one, other) => comparePeriods(one.period, other.period));
  const years = all.filter(({ period }) => parsePeriod(period)?.unit === 'year');
  return years.length > 0 ? years : all;
}

/** The newest moment with a figure of the area; the newest of all where none has one; null where there are no moments. */
export function findNewest(moments: readonly ColumnPeriod[], index: number): ColumnPeriod | null {
  return moments.findLast((moment) => hasFigure(moment, index)) ?? moments.at(-1) ?? null;
}

export function hasFigure({ values }: Pick<ColumnPeriod, 'values'>, index: number): boolean {
  return !Number.isNaN(values[index] ?? Number.NaN);
}

/** The figures of all areas that there are at a moment. */
export function listKnown({ values, statuses }: ColumnPeriod): Float64Array {
  return values.filter((value, index) => statuses[index] !== absentArea && !Number.isNaN(value));
}
