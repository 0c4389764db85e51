import { ckmeansBreaks } from './ckmeans.ts';
import { type breakFinders, deviationStep, quantile } from './exact-breaks.ts';

/** Sizes of changes: those that are not zero, ascending, and how many are. */
export interface ChangeSizes {
  readonly sizes: Float64Array;
  readonly zeros: number;
}

type SizeDivider = (changes: ChangeSizes, classes: number) => number[];

/**
 * Positive limits, unrounded, of `classes` classes around zero by each method. Minus each is a limit too, and so is zero
 * where the number of classes is even: an odd number has a class around zero.
 */
export const sizeDividers: Readonly<Record<keyof typeof breakFinders, SizeDivider>> = {
  quantile: divideEvenly,
  equal: ({ sizes }, classes) => sharesOf(classes).map((share) => share * (sizes[sizes.length - 1] ?? 0)),
  ckmeans: (changes, classes) => ckmeansBreaks(withZeros(changes), Math.ceil(classes / 2)),
  deviation: divideByDeviation,
};

export function sizesOf(changes: Float64Array): ChangeSizes {
  const sizes = changes.filter((change) => change !== 0).map(Math.abs);
  return { sizes: sizes.sort(), zeros: changes.length - sizes.length };
}

/** Where the limits lie when all classes are equally wide, as shares of the way from zero to the largest change. */
function sharesOf(classes: number): number[] {
  const length = Math.ceil(classes / 2) - 1;
  return Array.from({ length }, (_, i) => (2 * (i + 1) - (classes % 2)) / classes);
}

/**
 * As many changes in every class, were falls and rises alike. Where zeros fill the class around zero, it holds only them
 * and the changes divide the others.
 */
function divideEvenly(changes: ChangeSizes, classes: number): number[] {
  const shares = sharesOf(classes);
  const limits = shares.map((share) => quantile(withZeros(changes), share));
  if (limits[0] !== 0) return limits;
  return shares.map((_, i) => quantile(changes.sizes, i / shares.length));
}

/** Steps of the deviation from no change: the root of the mean square of all changes, zeros included. */
function divideByDeviation({ sizes, zeros }: ChangeSizes, classes: number): number[] {
  const squares = sizes.reduce((sum, size) => sum + size ** 2, 0);
  const deviation = Math.sqrt(squares / (sizes.length + zeros));
  return sharesOf(classes).map((share) => (share * classes * deviationStep(classes) * deviation) / 2);
}

/** The zeros and then the sizes, ascending. */
export function withZeros({ sizes, zeros }: ChangeSizes): Float64Array {
  const all = new Float64Array(zeros + sizes.length);
  all.set(sizes, zeros);
  return all;
}

/**
 * All limits around zero, ascending, from the positive ones. A class holds its lower limit, so a mirrored limit is moved
 * by the least step of a 32-bit number (which the map's shader reads): then a fall and a rise of one size are always
 * equally far from the middle, as for -5 and 5 with a limit of 5.
 */
export function mirrorLimits(positive: readonly number[], hasZero: boolean): number[] {
  const negative = positive.map((limit) => -limit * (1 - 2 ** -23)).reverse();
  return [...negative, ...(hasZero ? [0] : []), ...positive];
}
