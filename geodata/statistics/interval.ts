import { normalQuantile95, twoSidedNormal } from './normal.ts';

/** An estimate with the bounds of its 95% confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * 95% confidence interval of `one` − `other`, from the intervals of both (MOVER: G.Y. Zou and A. Donner, "Construction of
 * confidence limits about effect measures: a general approach", Statistics in Medicine 27 (2008), 1693–1702). Each bound
 * of the difference takes from both intervals the side that leads there, so that they need not be symmetric. Assumes that
 * the two are independent: separate surveys, or counts of separate periods or areas. NaN where any number is unknown.
 * For two shares with Wilson's bounds it is Newcombe's method 10 (Statistics in Medicine 17 (1998), 873–890).
 */
export function subtractEstimates(one: Estimate, other: Estimate): Estimate {
  const value = one.value - other.value;
  return {
    value,
    lower: value - Math.hypot(one.value - one.lower, other.upper - other.value),
    upper: value + Math.hypot(one.upper - one.value, other.value - other.lower),
  };
}

/**
 * 95% confidence interval of `one` × `other`, both at least 0, from the intervals of both (MOVER on the product's first
 * order: what either may lie off counts at the size of the other). Assumes that they are independent. NaN where a number is unknown.
 */
export function multiplyEstimates(one: Estimate, other: Estimate): Estimate {
  const value = one.value * other.value;
  const reach = (side: 'lower' | 'upper') =>
    Math.hypot((one[side] - one.value) * other.value, (other[side] - other.value) * one.value);
  return { value, lower: value - reach('lower'), upper: value + reach('upper') };
}

/** The same of `one` ÷ `other`, which is above 0; without an upper bound where the lower bound of `other` is 0. */
export function divideEstimates(one: Estimate, { value, lower, upper }: Estimate): Estimate {
  return multiplyEstimates(one, { value: 1 / value, lower: 1 / upper, upper: 1 / lower });
}

/** An estimate in another unit; `factor` is above 0. */
export function scaleEstimate({ value, lower, upper }: Estimate, factor: number): Estimate {
  return { value: value * factor, lower: lower * factor, upper: upper * factor };
}

/**
 * Two-sided p-value, 0 to 1, of the hypothesis that a difference is 0, from its 95% interval: the bound on the side of 0
 * lies 1.96 standard errors away. It is below 0.05 exactly where the interval leaves 0 out. 1 where there is no difference;
 * NaN where a number is unknown or the interval has no width on that side.
 */
export function testDifference({ value, lower, upper }: Estimate): number {
  if (value === 0) return 1;
  const reach = value > 0 ? value - lower : upper - value;
  return reach > 0 ? twoSidedNormal((value / reach) * normalQuantile95) : Number.NaN;
}
