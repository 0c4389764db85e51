/** An estimate with the bounds of its 95% confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** The 97.5th percentile of the normal distribution: 95% lies between it and its negative. */
const normalQuantile = 1.959963984540054;

/**
 * 95% confidence interval of `one` − `other`, from the intervals of both (MOVER: G.Y. Zou and A. Donner, "Construction of
 * confidence limits about effect measures: a general approach", Statistics in Medicine 27 (2008), 1693–1702). Each bound
 * of the difference takes from both intervals the side that leads there, so that they need not be symmetric. Assumes that
 * the two are independent: separate surveys, or counts of separate periods. NaN where any number is unknown.
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
 * A count of events with Byar's approximation of its exact Poisson 95% interval (N.E. Breslow and N.E. Day, "Statistical
 * Methods in Cancer Research", volume II (1987), page 69): within 1% of the exact bounds from 10 events on.
 */
export function estimateCount(count: number): Estimate {
  return { value: count, lower: count === 0 ? 0 : cubeByar(count, -1), upper: cubeByar(count + 1, 1) };
}

function cubeByar(count: number, sign: 1 | -1): number {
  return count * (1 - 1 / (9 * count) + (sign * normalQuantile) / (3 * Math.sqrt(count))) ** 3;
}

/** An estimate in another unit; `factor` is above 0. */
export function scaleEstimate({ value, lower, upper }: Estimate, factor: number): Estimate {
  return { value: value * factor, lower: lower * factor, upper: upper * factor };
}
