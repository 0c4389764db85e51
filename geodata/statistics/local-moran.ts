import { type Contiguity, degreeOf, keepKnown, meanOfNeighbours } from './contiguity.ts';
import { correctForTries } from './false-discovery.ts';
import { deviate } from './moran.ts';
import { twoSidedNormal } from './normal.ts';
import { createRandom, type Random } from './random.ts';

/** An area and its neighbours, each above or below the mean of all; its index stands in `LocalMoran.quadrants`. */
export const quadrants = ['none', 'high-high', 'low-low', 'high-low', 'low-high'] as const;

export interface LocalMoranInput {
  readonly values: Float64Array;
  readonly contiguity: Contiguity;
  /** How often the neighbours of each area are drawn anew; 0 for the p-values of the moments alone. */
  readonly permutations: number;
  readonly seed: number;
}

/** One place an area in every array; NaN for an area without a value, or without a neighbour that has one. */
export interface LocalMoran {
  readonly values: Float64Array;
  readonly expected: Float64Array;
  readonly variance: Float64Array;
  /** Two-sided p-value by the moments, as R's `localmoran`. */
  readonly p: Float64Array;
  /** Two-sided p-value by permutation; all NaN without permutations. */
  readonly permuted: Float64Array;
  /** The p-values by permutation, or else by the moments, corrected for the number of areas. */
  readonly corrected: Float64Array;
  /** Of all areas that have neighbours: whether they stand out is for `corrected` to say. */
  readonly quadrants: Uint8Array;
  readonly count: number;
  readonly leftOut: number;
}

/**
 * Local Moran's I: where an area and its neighbours are alike (clusters) or unlike (outliers), with row-standardised
 * weights: L. Anselin, "Local indicators of spatial association – LISA", Geographical Analysis 27 (1995), 93–115. Moments
 * under conditional randomisation: R.R. Sokal, N.L. Oden and B.A. Thomson (1998); R's `spdep::localmoran(x, listw,
 * zero.policy = TRUE, conditional = TRUE)`. Quadrants are those of its `attr(, "quadr")$pysal`: an area's deviation from
 * the mean, and that of its neighbours.
 *
 * A permutation keeps the area and draws as many neighbours as it has from all other areas, each at most once; the
 * p-value is twice the smaller share, (r + 1) ÷ (permutations + 1), of draws at least as high or at least as low. With few
 * permutations no p-value is small enough to survive the correction: `2 ÷ (permutations + 1)` is the least there is.
 *
 * Yields the share that is done (0 to 1) after every area.
 */
export function* findClusters({
  values,
  contiguity,
  permutations,
  seed,
}: LocalMoranInput): Generator<number, LocalMoran> {
  const kept = keepKnown(contiguity, values);
  const deviations = deviate(values, kept.places);
  const found = createLocalMoran(values.length);
  const random = createRandom(seed);
  const pool = new Float64Array(deviations.length);
  const scale = deviations.reduce((sum, each) => sum + each * each, 0) / deviations.length;
  let count = 0;
  for (let at = 0; at < deviations.length; at += 1) {
    const degree = degreeOf(kept.contiguity, at);
    if (degree === 0) continue;
    count += 1;
    const index = kept.places[at] ?? 0;
    const own = deviations[at] ?? 0;
    const lag = meanOfNeighbours(kept.contiguity, deviations, at);
    writeMoments(found, index, { own, lag, degree, scale, size: deviations.length });
    if (permutations > 0) {
      pool.set(deviations);
      // The last of the others takes the place of the area itself.
      pool[at] = pool[pool.length - 1] ?? 0;
      found.permuted[index] = permute(own, lag, degree, pool, permutations, random);
    }
    yield (at + 1) / deviations.length;
  }
  const corrected = correctForTries(permutations > 0 ? found.permuted : found.p);
  return { ...found, corrected, count, leftOut: values.length - count };
}

function createLocalMoran(size: number) {
  const unknown = () => new Float64Array(size).fill(Number.NaN);
  return {
    values: unknown(),
    expected: unknown(),
    variance: unknown(),
    p: unknown(),
    permuted: unknown(),
    quadrants: new Uint8Array(size),
  };
}

interface Local {
  readonly own: number;
  readonly lag: number;
  readonly degree: number;
  /** Mean of the squared deviations. */
  readonly scale: number;
  readonly size: number;
}

function writeMoments(
  found: ReturnType<typeof createLocalMoran>,
  index: number,
  { own, lag, degree, scale, size }: Local,
): void {
  const value = (own / scale) * lag;
  const expected = -(own * own) / ((size - 1) * scale);
  const variance =
    (own / scale) ** 2 *
    (size / (size - 2)) *
    (1 / degree - 1 / (size - 1)) *
    (scale - (own * own) / (size - 1));
  found.values[index] = value;
  found.expected[index] = expected;
  found.variance[index] = variance;
  found.p[index] = twoSidedNormal((value - expected) / Math.sqrt(variance));
  found.quadrants[index] = Number.isNaN(value) ? 0 : quadrants.indexOf(nameQuadrant(own, lag));
}

function nameQuadrant(own: number, lag: number): (typeof quadrants)[number] {
  if (own > 0) return lag > 0 ? 'high-high' : 'high-low';
  return lag > 0 ? 'low-high' : 'low-low';
}

/** Sums of draws that differ by less count as equal: rounding depends on the order in which neighbours are drawn. */
const tieTolerance = 1e-9;

/** `pool` holds the other areas, and one place more that is not drawn from; its order changes. */
function permute(
  own: number,
  lag: number,
  degree: number,
  pool: Float64Array,
  permutations: number,
  random: Random,
): number {
  if (Number.isNaN(own)) return Number.NaN;
  const observed = own * lag;
  const dust = tieTolerance * Math.abs(observed);
  const others = pool.length - 1;
  let [atLeast, atMost] = [0, 0];
  for (let draw = 0; draw < permutations; draw += 1) {
    let sum = 0;
    // The first steps of Fisher and Yates' shuffle.
    for (let index = 0; index < degree; index += 1) {
      const chosen = index + Math.floor(random() * (others - index));
      const value = pool[chosen] ?? 0;
      pool[chosen] = pool[index] ?? 0;
      pool[index] = value;
      sum += value;
    }
    const drawn = (own * sum) / degree;
    if (drawn >= observed - dust) atLeast += 1;
    if (drawn <= observed + dust) atMost += 1;
  }
  return Math.min(1, (2 * (Math.min(atLeast, atMost) + 1)) / (permutations + 1));
}
