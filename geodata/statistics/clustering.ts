import type { ContextColumns } from './peers.ts';
import { createRandom, type Random } from './random.ts';

export interface Clustering {
  /** For each area its type, 0 and up; -1 for an area that lacks a figure and has no type. */
  readonly types: Int8Array;
  /** The mean of every type, one list of standardised figures a type. */
  readonly centres: readonly Float64Array[];
  readonly sizes: readonly number[];
  /** Sum of squared distances to the centres. */
  readonly squares: number;
  /** Areas that have no type. */
  readonly leftOut: number;
}

const mostRounds = 200;

/**
 * k-means from given centres by Lloyd's algorithm ("Least squares quantization in PCM", IEEE Transactions on Information
 * Theory 28 (1982), 129–137); R's `kmeans(x, centers = start, algorithm = "Lloyd")`. Areas that lack a figure are left out.
 * A centre that loses its last area stays where it is, where R gives up.
 */
export function clusterFrom(standardised: ContextColumns, start: readonly Float64Array[]): Clustering {
  const places = listComplete(standardised);
  const size = standardised[0]?.length ?? 0;
  const types = new Int8Array(size).fill(-1);
  const centres = start.map((centre) => Float64Array.from(centre));
  for (let round = 0, changed = true; round < mostRounds && changed; round += 1) {
    changed = false;
    for (const index of places) {
      const nearest = findNearest(standardised, centres, index);
      if (nearest !== types[index]) changed = true;
      types[index] = nearest;
    }
    if (changed) moveCentres(standardised, centres, types, places);
  }
  const sizes = centres.map((_, type) =>
    places.reduce((sum, index) => sum + (types[index] === type ? 1 : 0), 0),
  );
  const squares = places.reduce(
    (sum, index) => sum + squareTo(standardised, centres[types[index] ?? 0], index),
    0,
  );
  return { types, centres, sizes, squares, leftOut: size - places.length };
}

/** How often a clustering begins anew from other centres; the one with the least squares is kept. */
const starts = 20;

/**
 * A handful of types of areas that are alike: k-means from centres that a seed draws far apart (D. Arthur and S.
 * Vassilvitskii, "k-means++: the advantages of careful seeding", 2007), the best of 20. The largest type comes first. Throws
 * RangeError where fewer areas are known than types are asked. Yields the share that is done (0 to 1) after each start.
 */
export function* clusterAreas(
  standardised: ContextColumns,
  count: number,
  seed: number,
): Generator<number, Clustering> {
  const places = listComplete(standardised);
  if (places.length < count) throw new RangeError(`${places.length} areas cannot be put into ${count} types`);
  const random = createRandom(seed);
  let best: Clustering | undefined;
  for (let run = 0; run < starts; run += 1) {
    const found = clusterFrom(standardised, drawCentres(standardised, places, count, random));
    if (!best || found.squares < best.squares) best = found;
    yield (run + 1) / starts;
  }
  if (!best) throw new RangeError('A clustering needs a start');
  return orderBySize(best);
}

function orderBySize({ types, centres, sizes, ...rest }: Clustering): Clustering {
  const order = Array.from(sizes.keys()).sort((one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0));
  return {
    ...rest,
    types: types.map((type) => (type < 0 ? type : order.indexOf(type))),
    centres: order.map((type) => centres[type] ?? new Float64Array()),
    sizes: order.map((type) => sizes[type] ?? 0),
  };
}

export function listComplete(standardised: ContextColumns): number[] {
  const all = Array.from((standardised[0] ?? new Float64Array()).keys());
  return all.filter((index) => standardised.every((column) => !Number.isNaN(column[index] ?? Number.NaN)));
}

function drawCentres(
  standardised: ContextColumns,
  places: readonly number[],
  count: number,
  random: Random,
): Float64Array[] {
  const centreAt = (index: number) => Float64Array.from(standardised, (column) => column[index] ?? 0);
  const centres = [centreAt(places[Math.floor(random() * places.length)] ?? 0)];
  while (centres.length < count) {
    const squares = places.map((index) =>
      Math.min(...centres.map((centre) => squareTo(standardised, centre, index))),
    );
    let left = random() * squares.reduce((sum, square) => sum + square, 0);
    const chosen = squares.findIndex((square) => {
      left -= square;
      return left < 0;
    });
    centres.push(centreAt(places[Math.max(0, chosen)] ?? 0));
  }
  return centres;
}

function findNearest(standardised: ContextColumns, centres: readonly Float64Array[], index: number): number {
  let [nearest, least] = [0, Number.POSITIVE_INFINITY];
  for (let type = 0; type < centres.length; type += 1) {
    const square = squareTo(standardised, centres[type], index);
    if (square < least) [nearest, least] = [type, square];
  }
  return nearest;
}

function squareTo(standardised: ContextColumns, centre: Float64Array | undefined, index: number): number {
  let sum = 0;
  for (let at = 0; at < standardised.length; at += 1)
    sum += ((standardised[at]?.[index] ?? 0) - (centre?.[at] ?? 0)) ** 2;
  return sum;
}

function moveCentres(
  standardised: ContextColumns,
  centres: readonly Float64Array[],
  types: Int8Array,
  places: readonly number[],
): void {
  centres.forEach((centre, type) => {
    const members = places.filter((index) => types[index] === type);
    if (members.length === 0) return;
    standardised.forEach((column, at) => {
      centre[at] = members.reduce((sum, index) => sum + (column[index] ?? 0), 0) / members.length;
    });
  });
}
