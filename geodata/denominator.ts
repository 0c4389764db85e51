import type { Indicator } from './indicator.ts';

/** What tells by which other indicator a figure is divided. */
type Divided = Pick<Indicator, 'kind' | 'unit' | 'aggregate' | 'derive'>;

/** Units in which people, households and homes are counted. */
const peopleUnits = ['personen', 'inwoners', 'huishoudens', 'woningen'];

/** A unit such as `per 1.000 inwoners`; what is counted is the key of the indicator that counts it as well. */
const perPeople = /^per (?:[\d.]+ )?(inwoners|huishoudens|woningen)$/;

/**
 * Key of the indicator that counts what a rate, share or mean is divided by: that of its derivation, else the one that
 * means of it are weighted by, else the one that the unit of a rate names. null for a count, for what is added up, and
 * where nothing tells.
 */
export function denominatorOf({ kind, unit, aggregate, derive }: Divided): string | null {
  if (kind === 'count') return null;
  if (derive) return derive.denominator;
  if (typeof aggregate === 'object') return aggregate.weightedBy;
  return (kind === 'rate' && perPeople.exec(unit)?.[1]) || null;
}

/** The smallest denominator of a rate where nobody sets another; a share or a mean, which one event moves less, has none. */
const usualOfRate = 100;

/**
 * The smallest denominator of an indicator for which none is set: `wished`, or the usual one of its kind, where it is
 * divided by people, households or homes; null for all others. `unit` is that of the denominator, where it is known.
 */
export function chooseSmallestDenominator(
  indicator: Divided,
  unit: string | undefined,
  wished?: number | null,
): number | null {
  const denominator = denominatorOf(indicator);
  if (denominator === null) return null;
  const isPeople = [unit, denominator].some((each) => each && peopleUnits.includes(each));
  if (!isPeople && !perPeople.test(indicator.unit)) return null;
  if (wished !== undefined) return wished;
  return indicator.kind === 'rate' ? usualOfRate : null;
}

/** Whether so many are too few for a figure; what is not known (null) is not. */
export function isTooFew(
  { smallestDenominator }: Pick<Indicator, 'smallestDenominator'>,
  denominator: number | null,
): boolean {
  return smallestDenominator !== null && denominator !== null && denominator < smallestDenominator;
}
