import { comparePeriods, parsePeriod } from './period.ts';

const parts = { years: 1, year: 1, quarter: 4, month: 12, week: 52.1775 } as const;

/**
 * The period of `candidates` that is `period` itself, or else the one whose middle lies nearest to its middle; of two
 * equally near the earlier. Undefined where there are no candidates. Throws RangeError where a text is no period.
 */
export function nearestPeriod(period: string, candidates: Iterable<string>): string | undefined {
  const list = [...candidates];
  if (list.includes(period)) return period;
  const middle = middleOf(period);
  return chooseNearest(list.sort(comparePeriods), (candidate) => Math.abs(middleOf(candidate) - middle));
}

/** The period at the smallest distance; of two equally near the first. Undefined where there are none. */
export function chooseNearest(
  periods: readonly string[],
  distanceTo: (period: string) => number,
): string | undefined {
  let [nearest] = periods;
  let smallest = Number.POSITIVE_INFINITY;
  for (const period of periods) {
    const distance = distanceTo(period);
    if (distance < smallest) [nearest, smallest] = [period, distance];
  }
  return nearest;
}

/** In years; exact for years, quarters and months, within days for weeks. */
function middleOf(text: string): number {
  const period = parsePeriod(text);
  if (!period) throw new RangeError(`"${text}" is no period`);
  const { unit, year, ordinal, lastYear = year } = period;
  return (year + lastYear) / 2 + (ordinal - 0.5) / parts[unit];
}
