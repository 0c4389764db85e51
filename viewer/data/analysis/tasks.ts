import { type PackedAreas, packAreas, parseAreaList } from '../../../geodata/area-list.ts';
import { type ColumnData, decodeColumn } from '../../../geodata/columns/column.ts';
import { compareInSteps } from '../../../geodata/comparing/chance/comparison.ts';
import { changeInSteps } from '../../../geodata/comparing/change.ts';
import { mapPair } from '../../../geodata/connection/bivariate.ts';
import { mapClusters } from '../../../geodata/connection/clusters.ts';
import { pairFigures } from '../../../geodata/connection/pair.ts';
import { searchConnections } from '../../../geodata/connection/search.ts';
import { type Clustering, clusterAreas } from '../../../geodata/statistics/clustering.ts';
import { findClusters } from '../../../geodata/statistics/local-moran.ts';
import { type ContextColumns, standardise } from '../../../geodata/statistics/peers.ts';
import { simulateRanks } from '../../../geodata/statistics/rank-interval.ts';

interface TypesInput {
  readonly columns: ContextColumns;
  readonly count: number;
  readonly seed: number;
}

function findTypes({ columns, count, seed }: TypesInput): Generator<number, Clustering> {
  return clusterAreas(standardise(columns), count, seed);
}

// biome-ignore lint/correctness/useYield: one list is read in one step
function* readAreas(bytes: Uint8Array): Generator<number, PackedAreas> {
  return packAreas(parseAreaList(bytes));
}

// biome-ignore lint/correctness/useYield: one column is decoded in one step
function* decode(bytes: Uint8Array): Generator<number, ColumnData> {
  return decodeColumn(bytes);
}

/** What is computed off the main thread: each takes one input, pauses with the share that is done, and gives one result. */
export const tasks = {
  'bivariate-map': mapPair,
  'cluster-map': mapClusters,
  connections: searchConnections,
  pair: pairFigures,
  clusters: findClusters,
  comparison: compareInSteps,
  ranks: simulateRanks,
  types: findTypes,
  change: changeInSteps,
  column: decode,
  areas: readAreas,
};

export type TaskName = keyof typeof tasks;
export type TaskInput<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];
export type TaskResult<Name extends TaskName> =
  ReturnType<(typeof tasks)[Name]> extends Generator<number, infer Result> ? Result : never;
