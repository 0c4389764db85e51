import { type ListedArea, parseAreaList } from '../area-list.ts';
import type { Contiguity } from '../statistics/contiguity.ts';
import { rankList } from '../statistics/correlation.ts';
import { findClusters, quadrants } from '../statistics/local-moran.ts';
import { type GlobalMoran, testMoran } from '../statistics/moran.ts';
import { matchFigures, type PeriodFigures } from './match.ts';
import { contiguityOf } from './places.ts';

/** How an area stands among its neighbours: alike or unlike by more than chance, not, or without neighbours to say it of. */
export const clusterKinds = [
  'high-high',
  'low-low',
  'high-low',
  'low-high',
  'not-significant',
  'no-neighbour',
] as const;
export type ClusterKind = (typeof clusterKinds)[number];

/** A link shows the same clusters to whoever opens it. */
export const clusterSeed = 1;

/** In `ClusterMap.kinds`: an area without a figure, or no area. */
export const noKind = 255;

/** Up to so many areas take the most permutations: of more, enough have the least p-value to survive the correction. */
const fewAreas = 2000;

/** How often the neighbours of each area are drawn anew, so that a pattern among so many areas can be told from chance. */
export function countPermutations(areas: number): number {
  return areas <= fewAreas ? 9999 : 999;
}

/** From which corrected p-value on a pattern may be chance. */
const chanceFrom = 0.05;

export interface ClusterInput<Areas = Uint8Array> {
  readonly figures: PeriodFigures;
  /** The answer of `GET /api/areas` for the level and boundary year of the figures, as it was sent. */
  readonly areas: Areas;
  readonly permutations: number;
  readonly seed: number;
}

/** The areas of the level and boundary year of the figures. */
export type ClusteredAreas = readonly Pick<ListedArea, 'code' | 'name' | 'index' | 'neighbours'>[];

/** Every array has an entry for each area index. */
export interface ClusterMap {
  /** Index in `clusterKinds`, or `noKind`. */
  readonly kinds: Uint8Array;
  /** Median of the neighbours that have a figure; NaN without any. */
  readonly around: Float64Array;
  /** p-value by permutation, corrected for the number of areas. */
  readonly corrected: Float64Array;
  /** Whether neighbours are alike over all areas. */
  readonly global: GlobalMoran;
  readonly permutations: number;
  /** Of the areas that have a figure, one line each, in the order of `indexes`. */
  readonly codes: string;
  readonly names: string;
  readonly indexes: Uint32Array;
}

/** What local Moran's I takes of the time; the rest is reading, and Moran's I of all. */
const localShare = 0.9;

/**
 * Finds clusters and outliers among areas that share a border: local Moran's I of their ranks by permutation, corrected for
 * the number of areas. Of ranks, since rates of a few inhabitants are so extreme that nothing beside them would count. Areas without a figure take no part. Yields the share that is done.
 */
export function* mapClusters(input: ClusterInput): Generator<number, ClusterMap> {
  return yield* mapListedClusters({ ...input, areas: parseAreaList(input.areas).rows });
}

/** The same of areas that were read. */
export function* mapListedClusters({
  figures,
  areas: listed,
  permutations,
  seed,
}: ClusterInput<ClusteredAreas>): Generator<number, ClusterMap> {
  const size = figures.values.length;
  const values = matchFigures(figures, figures).one;
  yield 0.02;
  const contiguity = contiguityOf(listed, size);
  yield 0.05;
  const ranks = rankFigures(values);
  const local = findClusters({ values: ranks, contiguity, permutations, seed });
  for (;;) {
    const step = local.next();
    if (!step.done) {
      yield 0.05 + localShare * step.value;
      continue;
    }
    const found = step.value;
    const around = Float64Array.from(values, (_, index) => medianAround(contiguity, values, index));
    const kinds = Uint8Array.from(values, (value, index) => {
      if (Number.isNaN(value)) return noKind;
      if (Number.isNaN(around[index])) return clusterKinds.indexOf('no-neighbour');
      return clusterKinds.indexOf(
        nameKind(found.quadrants[index] ?? 0, found.corrected[index] ?? Number.NaN),
      );
    });
    const known = listed.filter(({ index }) => kinds[index] !== noKind);
    return {
      kinds,
      around,
      corrected: found.corrected,
      global: testMoran(ranks, contiguity),
      permutations,
      codes: known.map(({ code }) => code).join('\n'),
      names: known.map(({ name }) => name).join('\n'),
      indexes: Uint32Array.from(known, ({ index }) => index),
    };
  }
}

/** Where all areas are equal there is no p-value. */
function nameKind(quadrant: number, corrected: number): ClusterKind {
  const name = quadrants[quadrant] ?? 'none';
  return name !== 'none' && corrected < chanceFrom ? name : 'not-significant';
}

/** The place of every figure in their order; equal ones share the middle of theirs. NaN has none. */
function rankFigures(values: Float64Array): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  const { order } = rankList(values);
  for (let first = 0; first < order.length; ) {
    const value = values[order[first] ?? 0];
    let after = first;
    while (after < order.length && values[order[after] ?? 0] === value) after += 1;
    for (let index = first; index < after; index += 1) ranks[order[index] ?? 0] = (first + after - 1) / 2;
    first = after;
  }
  return ranks;
}

function medianAround({ starts, neighbours }: Contiguity, values: Float64Array, index: number): number {
  const around = [...neighbours.subarray(starts[index], starts[index + 1])]
    .map((neighbour) => values[neighbour] ?? Number.NaN)
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const middle = (around.length - 1) / 2;
  const [low, high] = [around[Math.floor(middle)], around[Math.ceil(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}
