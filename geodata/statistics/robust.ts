/** Median and spread of figures, neither of which a few extreme ones move much. */
export interface RobustScale {
  readonly median: number;
  /** Median absolute deviation × 1.4826, which is the standard deviation where figures are normally distributed; R's `mad`. */
  readonly spread: number;
}

/** With this factor the median absolute deviation estimates a standard deviation (R's `mad(constant = 1.4826)`). */
const normalConstant = 1.4826;

/** The scale of all figures that are known (not NaN). Both are NaN where none is. */
export function measureRobustly(values: ArrayLike<number>): RobustScale {
  const known = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const median = medianOf(known);
  return { median, spread: normalConstant * medianOf(known.map((value) => Math.abs(value - median))) };
}

/** R's `median`: of an even number the mean of the middle two. */
function medianOf(values: Float64Array): number {
  if (values.length === 0) return Number.NaN;
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
