import { dayNumber, mondayOfFirstWeek, parsePeriod } from './period.ts';

/** The first and the last day of a period, as days are kept: `2024-01-01`. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** The days that a period spans: those of its year, quarter, month, ISO week or years. Throws a RangeError for no period. */
export function spanOfPeriod(text: string): Span {
  const period = parsePeriod(text);
  if (!period) throw new RangeError(`"${text}" is no period`);
  const { unit, year, ordinal, lastYear = year } = period;
  if (unit === 'week') {
    const monday = mondayOfFirstWeek(year) + (ordinal - 1) * 7;
    return { first: writeDay(monday), last: writeDay(monday + 6) };
  }
  const months = { years: 12, year: 12, quarter: 3, month: 1 }[unit];
  const begin = (ordinal - 1) * months;
  return {
    first: writeDay(dayNumber(year, begin, 1)),
    last: writeDay(dayNumber(lastYear, begin + months, 1) - 1),
  };
}

/** From the first day of the periods to the last one; null where there are none. */
export function spanOfPeriods(periods: readonly string[]): Span | null {
  const spans = periods.map(spanOfPeriod);
  const first = spans.map((span) => span.first).sort()[0];
  const last = spans
    .map((span) => span.last)
    .sort()
    .at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

const dayLength = 86_400_000;

function writeDay(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}
