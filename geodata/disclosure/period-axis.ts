import { comparePeriods, type Period, parsePeriod } from '../period.ts';
import { type Axis, arrangeAxis } from './axis.ts';

/** Periods of which some lie within others, with all that hang together through them; each group in order of time. */
export function groupPeriods(periods: Iterable<string>): string[][] {
  const groups: string[][] = [];
  for (const period of [...periods].sort(comparePeriods)) {
    const linked = groups.filter((group) =>
      group.some((other) => liesWithin(period, other) || liesWithin(other, period)),
    );
    for (const group of linked) groups.splice(groups.indexOf(group), 1);
    groups.push([...linked.flat(), period]);
  }
  return groups.map((group) => group.sort(comparePeriods));
}

/** The axis of a group of periods: longer ones are the sums of those within them, averages of their years. */
export function arrangePeriodAxis(periods: readonly string[]): Axis {
  const holdersOf = (period: string) =>
    periods
      .filter((other) => liesWithin(period, other))
      .sort((one, other) => lengthOf(one) - lengthOf(other));
  return arrangeAxis(periods, holdersOf, yearsOf);
}

function yearsOf(text: string): number {
  const period = parsePeriod(text);
  return period?.unit === 'years' ? (period.lastYear ?? period.year) - period.year + 1 : 1;
}

/** In months, weeks as a quarter of one. */
function lengthOf(text: string): number {
  const period = parsePeriod(text);
  return period ? { week: 0.25, month: 1, quarter: 3, year: 12, years: 12 * yearsOf(text) }[period.unit] : 0;
}

function liesWithin(part: string, whole: string): boolean {
  const [own, other] = [parsePeriod(part), parsePeriod(whole)];
  if (!own || !other || part === whole) return false;
  if (other.unit === 'years')
    return own.unit !== 'years' && own.year >= other.year && own.year <= (other.lastYear ?? other.year);
  if (own.year !== other.year || own.unit === 'years') return false;
  if (other.unit === 'year') return own.unit !== 'year';
  return other.unit === 'quarter' && own.unit === 'month' && quarterOf(own) === other.ordinal;
}

function quarterOf({ ordinal }: Period): number {
  return Math.ceil(ordinal / 3);
}
