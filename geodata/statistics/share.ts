import type { Estimate } from './interval.ts';
import { normalQuantile95, twoSidedNormal } from './normal.ts';

/** How many of how many: `successes` of `trials`, 0 ≤ successes ≤ trials, trials above 0. */
export interface Part {
  readonly successes: number;
  readonly trials: number;
}

/**
 * A share (0 to 1) with Wilson's score interval, without correction for continuity: E.B. Wilson, "Probable inference, the
 * law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927), 209–212; R's
 * `prop.test(successes, trials, correct = FALSE)$conf.int`. NaN without trials.
 */
export function estimateShare(successes: number, trials: number): Estimate {
  const square = normalQuantile95 ** 2;
  const value = trials > 0 ? successes / trials : Number.NaN;
  const middle = (successes + square / 2) / (trials + square);
  const reach = (normalQuantile95 * Math.sqrt(trials * value * (1 - value) + square / 4)) / (trials + square);
  return {
    value,
    lower: successes === 0 ? 0 : middle - reach,
    upper: successes === trials ? 1 : middle + reach,
  };
}

/**
 * Two-sided p-value, 0 to 1, of the score test that two shares are one (K. Pearson's chi-squared without correction, R's
 * `prop.test(c(a, b), c(n, m), correct = FALSE)`). 1 where both are 0 or both are all.
 */
export function testEqualShares(one: Part, other: Part): number {
  const trials = one.trials + other.trials;
  const pooled = (one.successes + other.successes) / trials;
  const difference = one.successes / one.trials - other.successes / other.trials;
  if (difference === 0) return 1;
  return twoSidedNormal(difference / Math.sqrt(pooled * (1 - pooled) * (1 / one.trials + 1 / other.trials)));
}

/**
 * Two-sided p-value, 0 to 1, of the score test that a share is `expected` (0 < expected < 1), which is known without
 * error; R's `prop.test(successes, trials, p = expected, correct = FALSE)`. Below 0.05 exactly where Wilson's interval
 * leaves `expected` out.
 */
export function testShare({ successes, trials }: Part, expected: number): number {
  const difference = successes / trials - expected;
  if (difference === 0) return 1;
  return twoSidedNormal(difference / Math.sqrt((expected * (1 - expected)) / trials));
}
