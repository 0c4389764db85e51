import { type Contiguity, degreeOf, keepKnown, meanOfNeighbours } from './contiguity.ts';
import { twoSidedNormal } from './normal.ts';

export interface GlobalMoran {
  /** Above what is expected neighbours are alike, below it they are unlike. */
  readonly value: number;
  readonly expected: number;
  readonly variance: number;
  /** Two-sided. */
  readonly p: number;
  /** Areas with a value and a neighbour that has one. */
  readonly count: number;
  readonly leftOut: number;
}

/**
 * Moran's I: whether neighbouring areas are alike, with row-standardised weights and the moments under randomisation (A.D.
 * Cliff and J.K. Ord, "Spatial Processes" (1981); R's `spdep::moran.test(x, nb2listw(nb, style = "W", zero.policy = TRUE),
 * na.action = na.exclude, zero.policy = TRUE, alternative = "two.sided")`). Areas without a value take no part; those
 * without neighbours count for the mean only. NaN with fewer than 4 areas or where all are equal.
 */
export function testMoran(values: Float64Array, contiguity: Contiguity): GlobalMoran {
  const kept = keepKnown(contiguity, values);
  const deviations = deviate(values, kept.places);
  const count = kept.places.reduce((sum, _, at) => sum + (degreeOf(kept.contiguity, at) > 0 ? 1 : 0), 0);
  const { squares, fourths, products } = sumPowers(deviations, kept.contiguity);
  // Rows add up to 1, so that the sum of all weights is the number of areas that have neighbours.
  const { pairs, margins } = sumWeights(kept.contiguity);
  const value = products / squares;
  const expected = -1 / (count - 1);
  const kurtosis = (deviations.length * fourths) / squares ** 2;
  const total = count * count;
  const first = count * (pairs * (total - 3 * count + 3) - count * margins + 3 * total);
  const second = kurtosis * (pairs * (total - count) - 2 * count * margins + 6 * total);
  const variance = (first - second) / ((count - 1) * (count - 2) * (count - 3) * total) - expected ** 2;
  return {
    value,
    expected,
    variance,
    p: twoSidedNormal((value - expected) / Math.sqrt(variance)),
    count,
    leftOut: values.length - count,
  };
}

/** Deviations from the mean, of the areas at these places; all NaN where they are equal. */
export function deviate(values: Float64Array, places: Uint32Array): Float64Array {
  const mean = places.reduce((sum, index) => sum + (values[index] ?? 0), 0) / places.length;
  const [first = 0] = places;
  const isFlat = places.every((index) => values[index] === values[first]);
  return Float64Array.from(places, (index) => (isFlat ? Number.NaN : (values[index] ?? 0) - mean));
}

function sumPowers(deviations: Float64Array, contiguity: Contiguity) {
  let [squares, fourths, products] = [0, 0, 0];
  deviations.forEach((deviation, index) => {
    squares += deviation ** 2;
    fourths += deviation ** 4;
    products += deviation * meanOfNeighbours(contiguity, deviations, index);
  });
  // n ÷ S0 is 1, with the areas that have neighbours for n.
  return { squares, fourths, products };
}

/** S1: half of the sum of (w_ij + w_ji)²; S2: the sum of (row i + column i)². */
function sumWeights(contiguity: Contiguity): { readonly pairs: number; readonly margins: number } {
  const { starts, neighbours } = contiguity;
  const size = starts.length - 1;
  let [pairs, margins] = [0, 0];
  for (let index = 0; index < size; index += 1) {
    const degree = degreeOf(contiguity, index);
    let column = 0;
    for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at += 1) {
      const back = 1 / degreeOf(contiguity, neighbours[at] ?? 0);
      column += back;
      pairs += (1 / degree + back) ** 2 / 2;
    }
    margins += ((degree > 0 ? 1 : 0) + column) ** 2;
  }
  return { pairs, margins };
}
