import { binomialDensity } from './binomial.ts';
import { poissonDensity, poissonLowerTail, poissonUpperTail } from './poisson-tail.ts';

/** Events counted over an exposure: time, or people and time; only the ratio of two exposures matters to a test. */
export interface EventCount {
  /** A whole number of at least 0. */
  readonly count: number;
  /** Above 0. */
  readonly exposure: number;
}

/** Probabilities that differ by less than this share count as equal, as in R, so that rounding decides nothing. */
const tieTolerance = 1 + 1e-7;

/** What adds less than this share to a sum is left out. */
const negligible = 1e-17;

/**
 * Two-sided p-value, 0 to 1, of the exact test that two Poisson counts come from one rate: given their sum, the first is
 * binomial, and all outcomes no likelier than the one observed add up (Przyborowski & Wilenski, "Homogeneity of results
 * in testing samples from Poisson series", Biometrika 31 (1940), 313–323; the same figure as R's `poisson.test`). Two counts of 0 differ
 * in nothing: 1. A p-value above `enough` is only sure to be above it, which saves the rest of the sum.
 */
export function testEqualRates(one: EventCount, other: EventCount, enough = 1): number {
  const trials = one.count + other.count;
  const exposure = one.exposure + other.exposure;
  const outcomes = { trials, success: one.exposure / exposure, failure: other.exposure / exposure };
  const mean = trials * outcomes.success;
  if (one.count === mean) return 1;
  return one.count < mean
    ? addTails(one.count, mean, outcomes, enough)
    : addTails(other.count, trials - mean, mirror(outcomes), enough);
}

interface Outcomes {
  readonly trials: number;
  readonly success: number;
  readonly failure: number;
}

/** The same outcomes told by the other count. */
function mirror({ trials, success, failure }: Outcomes): Outcomes {
  return { trials, success: failure, failure: success };
}

/** The tail from `observed`, below the mean, down to 0, and that part above the mean which is no likelier. */
function addTails(observed: number, mean: number, outcomes: Outcomes, enough: number): number {
  const { trials, success, failure } = outcomes;
  const density = binomialDensity(observed, trials, success, failure);
  const lower = addTail(observed, density, mirror(outcomes), enough);
  if (lower > enough) return lower;
  const limit = density * tieTolerance;
  const start = findUnlikely(Math.ceil(mean), limit, outcomes);
  if (start > trials) return lower;
  const first = binomialDensity(start, trials, success, failure);
  return Math.min(1, lower + addTail(trials - start, first, outcomes, enough));
}

/**
 * Sum of the probabilities of `left` and all fewer remaining failures, which run out while successes grow; `density` is
 * the probability to begin with. Each follows from the one before by the ratio of neighbouring binomial probabilities.
 */
function addTail(
  left: number,
  density: number,
  { trials, success, failure }: Outcomes,
  enough: number,
): number {
  const odds = success / failure;
  let sum = density;
  let term = density;
  for (let failures = left; failures > 0; failures -= 1) {
    term *= (failures / (trials - failures + 1)) * odds;
    if (term <= sum * negligible || sum > enough) break;
    sum += term;
  }
  return sum;
}

/** The least count from `from`, at or above the mean, whose probability is at most `limit`; trials + 1 where none is. */
function findUnlikely(from: number, limit: number, { trials, success, failure }: Outcomes): number {
  let low = from;
  let high = trials + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialDensity(middle, trials, success, failure) <= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Two-sided p-value, 0 to 1, of the exact test that a count comes from a Poisson distribution with mean `expected`, which
 * is known without error; the same figure as R's `poisson.test(count, r = expected)`: all outcomes no likelier than the one
 * observed add up.
 */
export function testCount(count: number, expected: number): number {
  if (count === expected) return 1;
  if (expected === 0) return 0;
  const limit = poissonDensity(count, expected) * tieTolerance;
  if (count < expected) {
    const far = findFewest(Math.ceil(expected), limit, expected);
    return Math.min(1, poissonLowerTail(count, expected) + poissonUpperTail(far, expected));
  }
  const near = findMost(Math.floor(expected), limit, expected);
  return Math.min(1, poissonLowerTail(near, expected) + poissonUpperTail(count, expected));
}

/** The least count from `from`, at or above the mean, whose probability is at most `limit`. */
function findFewest(from: number, limit: number, mean: number): number {
  let low = from;
  let high = from + 1;
  while (poissonDensity(high, mean) > limit) high += high - from;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (poissonDensity(middle, mean) <= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The greatest count up to `to`, at or below the mean, whose probability is at most `limit`; -1 where none is. */
function findMost(to: number, limit: number, mean: number): number {
  let low = -1;
  let high = to;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (poissonDensity(middle, mean) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
