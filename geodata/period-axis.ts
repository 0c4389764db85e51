import { chooseNearest } from './nearest-period.ts';
import { type Period, parsePeriod } from './period.ts';

const perYear: Readonly<Record<Period['unit'], number>> = {
  years: 1,
  year: 1,
  quarter: 4,
  month: 12,
  week: 53,
};

/** Position of a period on an axis of time, in years: 2024 is 2024, July 2024 is 2024.5, several years are their middle. */
export function positionOf(period: string): number {
  const parsed = parsePeriod(period);
  if (!parsed) return Number.NaN;
  const { unit, year, ordinal, lastYear = year } = parsed;
  return (year + lastYear) / 2 + (ordinal - 1) / perYear[unit];
}

/**
 * Position of a day on an axis of periods of a unit, where each period stands for its middle: a day between the middles of
 * two stands between them. `day`: `2024-04-01`.
 */
export function positionOfDay(day: string, unit: Period['unit']): number {
  const year = Number(day.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  const share = (Date.parse(day) - start) / (Date.UTC(year + 1, 0, 1) - start);
  return year + share - 0.5 / perYear[unit];
}

export function unitOf(period: string): Period['unit'] {
  return parsePeriod(period)?.unit ?? 'year';
}

/** The period that is nearest to a position on the axis; of two equally near the first. Throws RangeError without periods. */
export function findNearest(periods: readonly string[], position: number): string {
  const nearest = chooseNearest(periods, (period) => Math.abs(positionOf(period) - position));
  if (nearest === undefined) throw new RangeError('no periods to choose the nearest from');
  return nearest;
}

/** Share of the axis, 0 to 1, at which a period stands. */
export function shareOf(period: string, periods: readonly string[]): number {
  const [first, last] = [positionOf(periods[0] ?? period), positionOf(periods.at(-1) ?? period)];
  return last > first ? (positionOf(period) - first) / (last - first) : 0;
}
