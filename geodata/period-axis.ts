import { type Period, parsePeriod } from './period.ts';

const perYear: Readonly<Record<Period['unit'], number>> = {
  years: 1,
  year: 1,
  quarter: 4,
  month: 12,
  week: 53,
};

/** Place of a period on an axis of time, in years: 2024 is 2024, July 2024 is 2024.5, several years are their middle. */
export function placeOf(period: string): number {
  const parsed = parsePeriod(period);
  if (!parsed) return Number.NaN;
  const { unit, year, ordinal, lastYear = year } = parsed;
  return (year + lastYear) / 2 + (ordinal - 1) / perYear[unit];
}

export function unitOf(period: string): Period['unit'] {
  return parsePeriod(period)?.unit ?? 'year';
}

/** The period that is nearest to a place on the axis; of two equally near the first. Periods may not be empty. */
export function findNearest(periods: readonly string[], position: number): string {
  return periods.reduce((nearest, period) =>
    Math.abs(placeOf(period) - position) < Math.abs(placeOf(nearest) - position) ? period : nearest,
  );
}

/** Share of the axis, 0 to 1, at which a period stands. */
export function shareOf(period: string, periods: readonly string[]): number {
  const [first, last] = [placeOf(periods[0] ?? period), placeOf(periods.at(-1) ?? period)];
  return last > first ? (placeOf(period) - first) / (last - first) : 0;
}
