import { ckmeansBreaks } from './ckmeans.ts';

/** Inner limits, ascending, of at most `classes` classes over ascending values; unrounded, and they may lie outside them. */
export type BreakFinder = (sorted: Float64Array, classes: number) => number[];

/** Ways to find limits from the values themselves. */
export const breakFinders = {
  quantile: quantileBreaks,
  equal: equalIntervalBreaks,
  ckmeans: ckmeansBreaks,
  deviation: deviationBreaks,
} as const satisfies Readonly<Record<string, BreakFinder>>;

/**
 * Inner limits that put about as many values in every class: quantiles of type 7 (Hyndman and Fan 1996, R's default),
 * intervals closed on the left. Where the lowest value alone fills a class or more (many zeros), it becomes a class and
 * the others are divided among the rest. Other ties collapse.
 */
export function quantileBreaks(sorted: Float64Array, classes: number): number[] {
  const minimum = sorted[0];
  if (minimum === undefined || classes < 2) return [];
  if (quantile(sorted, 1 / classes) > minimum) {
    const breaks = Array.from({ length: classes - 1 }, (_, i) => quantile(sorted, (i + 1) / classes));
    return [...new Set(breaks)];
  }
  const rest = sorted.subarray(sorted.findIndex((value) => value > minimum));
  const lowest = rest[0];
  return lowest === undefined || lowest === minimum ? [] : [lowest, ...quantileBreaks(rest, classes - 1)];
}

/** Inner limits that divide the range into equally wide classes. */
export function equalIntervalBreaks(sorted: Float64Array, classes: number): number[] {
  const minimum = sorted[0] ?? Number.NaN;
  const width = ((sorted[sorted.length - 1] ?? Number.NaN) - minimum) / classes;
  return width > 0 ? Array.from({ length: classes - 1 }, (_, i) => minimum + width * (i + 1)) : [];
}

/**
 * Inner limits at the mean and at equal steps of the standard deviation (n - 1, as R) to both sides of it. An even number
 * of classes parts at the mean, an odd number has a class around it. The step is `deviationStep`. R's classInt (style
 * `sd`) takes as many steps as cover all values instead; here the outer classes stay open.
 */
export function deviationBreaks(sorted: Float64Array, classes: number): number[] {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const step = deviationStep(classes) * Math.sqrt(squares / (sorted.length - 1));
  return step > 0 ? Array.from({ length: classes - 1 }, (_, i) => mean + (i + 1 - classes / 2) * step) : [];
}

/** Width of a class in standard deviations: one, or a half above six classes, so that the outer classes seldom are empty. */
export function deviationStep(classes: number): number {
  return classes > 6 ? 0.5 : 1;
}

/** The quantile of type 7 of ascending values; `share` from 0 to 1. */
export function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}
