import { type Period, parsePeriod } from './period.ts';

const perYear: Readonly<Record<Period['unit'], number>> = { year: 1, quarter: 4, month: 12, week: 53 };

/** Place of a period on an axis of time, in years: 2024 is 2024, July 2024 is 2024.5. */
export function placeOf(period: string): number {
  const parsed = parsePeriod(period);
  return parsed ? parsed.year + (parsed.ordinal - 1) / perYear[parsed.unit] : Number.NaN;
}

export function unitOf(period: string): Period['unit'] {
  return parsePeriod(period)?.unit ?? 'year';
}

/** The period that is nearest to a place on the axis; of two equally near the first. Periods may not be empty. */
export function findNearest(periods: readonly string[], place: number): string {
  return periods.reduce((nearest, period) =>
    Math.abs(placeOf(period) - place) < Math.abs(placeOf(nearest) - place) ? period : nearest,
  );
}

/** Share of the axis, 0 to 1, at which a period stands. */
export function shareOf(period: string, periods: readonly string[]): number {
  const [first, last] = [placeOf(periods[0] ?? period), placeOf(periods.at(-1) ?? period)];
  return last > first ? (placeOf(period) - first) / (last - first) : 0;
}
