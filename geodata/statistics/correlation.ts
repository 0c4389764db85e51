import { normalQuantile95 } from './normal.ts';
import { twoSidedStudent } from './student.ts';

/** Ranks first: no outlier moves them, and they need no straight line. */
export const correlationMethods = ['spearman', 'pearson'] as const;
export type CorrelationMethod = (typeof correlationMethods)[number];

export interface Correlation {
  /** -1 to 1; NaN with fewer than 3 areas, or where one side is the same everywhere. */
  readonly value: number;
  /** 95% interval; NaN with fewer than 4 areas. */
  readonly lower: number;
  readonly upper: number;
  /** Two-sided p-value of no correlation. */
  readonly p: number;
  /** Areas with both figures, and a weight above 0 where there are weights. */
  readonly count: number;
  /** Areas that were left out. */
  readonly leftOut: number;
  /** As many areas of equal weight would tell as much: `count` without weights (L. Kish, "Survey Sampling" (1965)). */
  readonly effectiveCount: number;
}

/** A list of figures, and its places in ascending order of them; NaN takes no place in the order. */
export interface RankedList {
  readonly values: Float64Array;
  readonly order: Uint32Array;
}

/** Puts the places of a list in order, once for as many correlations as it takes part in. */
export function rankList(values: Float64Array): RankedList {
  const known: number[] = [];
  values.forEach((value, index) => {
    if (!Number.isNaN(value)) known.push(index);
  });
  const order = Uint32Array.from(known).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  return { values, order };
}

/**
 * How two indicators go together over areas. NaN in either list leaves the area out; so does a weight that is unknown or
 * not above 0.
 *
 * `pearson`: R's `cor.test`, with Fisher's z for the interval; with weights the correlation of R's `cov.wt(cor = TRUE)`.
 * `spearman`: that of the ranks, equal values sharing the mean of theirs, with the p-value of R's
 * `cor.test(method = "spearman", exact = FALSE)`, and by D.G. Bonett and T.A. Wright, "Sample size requirements for
 * estimating Pearson, Kendall and Spearman correlations", Psychometrika 65 (2000), 23–28, an interval by Fisher's z with
 * variance (1 + r² ÷ 2) ÷ (n − 3). With weights a rank is the weight of all below and half of the weight of its equals, so
 * that an area cut in two changes nothing. With weights n is Kish's effective number of areas.
 */
export function correlate(
  one: RankedList,
  other: RankedList,
  method: CorrelationMethod,
  weights?: Float64Array,
): Correlation {
  const used = markUsed(one.values, other.values, weights);
  const [x, y] =
    method === 'pearson' ? [one.values, other.values] : [rankWithin(one, used), rankWithin(other, used)];
  return describe(momentsOf(x, y, used), method, one.values.length);
}

/** The weight of each area that has both figures, 1 without weights; 0 for one that is left out. */
function markUsed(one: Float64Array, other: Float64Array, weights: Float64Array | undefined): Float64Array {
  const size = one.length;
  if (other.length !== size || (weights && weights.length !== size))
    throw new RangeError(`A correlation needs lists of one length, not of ${size} and ${other.length}`);
  const used = new Float64Array(size);
  for (let index = 0; index < size; index += 1) {
    const isKnown = !Number.isNaN(one[index]) && !Number.isNaN(other[index]);
    const weight = weights ? (weights[index] ?? 0) : 1;
    used[index] = isKnown && weight > 0 && Number.isFinite(weight) ? weight : 0;
  }
  return used;
}

/** The weighted rank of every area that is used, less a constant: the weight below it and half of that of its equals. */
function rankWithin({ values, order }: RankedList, used: Float64Array): Float64Array {
  const ranks = new Float64Array(values.length);
  let below = 0;
  for (let first = 0; first < order.length; ) {
    const value = values[order[first] ?? 0];
    let equals = 0;
    let after = first;
    for (; after < order.length && values[order[after] ?? 0] === value; after += 1)
      equals += used[order[after] ?? 0] ?? 0;
    for (let index = first; index < after; index += 1) ranks[order[index] ?? 0] = below + equals / 2;
    below += equals;
    first = after;
  }
  return ranks;
}

/** Figures whose spread is a smaller part of them are equal but for rounding. */
const dust = 1e-13;

interface Moments {
  readonly value: number;
  readonly count: number;
  readonly effectiveCount: number;
}

/** In two passes, so that large figures that differ little lose no digits. */
function momentsOf(x: Float64Array, y: Float64Array, used: Float64Array): Moments {
  let [count, weight, squares, sumX, sumY] = [0, 0, 0, 0, 0];
  for (let index = 0; index < used.length; index += 1) {
    const share = used[index] ?? 0;
    if (share === 0) continue;
    count += 1;
    weight += share;
    squares += share * share;
    sumX += share * (x[index] ?? 0);
    sumY += share * (y[index] ?? 0);
  }
  const [meanX, meanY] = [sumX / weight, sumY / weight];
  let [xx, yy, xy] = [0, 0, 0];
  for (let index = 0; index < used.length; index += 1) {
    const share = used[index] ?? 0;
    if (share === 0) continue;
    const dx = (x[index] ?? 0) - meanX;
    const dy = (y[index] ?? 0) - meanY;
    xx += share * dx * dx;
    yy += share * dy * dy;
    xy += share * dx * dy;
  }
  const isFlat = xx <= weight * (dust * meanX) ** 2 || yy <= weight * (dust * meanY) ** 2;
  const value = count < 3 || isFlat ? Number.NaN : xy / Math.sqrt(xx * yy);
  return {
    value: Math.max(-1, Math.min(1, value)),
    count,
    effectiveCount: count === 0 ? 0 : (weight * weight) / squares,
  };
}

function describe(
  { value, count, effectiveCount }: Moments,
  method: CorrelationMethod,
  size: number,
): Correlation {
  const degrees = effectiveCount - 2;
  const variance = (method === 'spearman' ? 1 + (value * value) / 2 : 1) / (effectiveCount - 3);
  const reach = effectiveCount > 3 ? normalQuantile95 * Math.sqrt(variance) : Number.NaN;
  const middle = Math.atanh(value);
  return {
    value,
    lower: Math.tanh(middle - reach),
    upper: Math.tanh(middle + reach),
    p: twoSidedStudent(value * Math.sqrt(degrees / (1 - value * value)), degrees),
    count,
    leftOut: size - count,
    effectiveCount,
  };
}
