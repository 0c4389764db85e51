import { expect, test } from 'vitest';
import {
  type ClusterKind,
  type ClusterMap,
  clusterKinds,
  noKind,
} from '../../../../geodata/connection/clusters.ts';
import { listClusters } from '../../../../viewer/pages/clusters/rows.ts';

const kinds: (ClusterKind | null)[] = [
  'not-significant',
  'low-low',
  'high-high',
  null,
  'high-high',
  'no-neighbour',
];
const known = kinds.flatMap((kind, index) => (kind ? [index] : []));
const found: ClusterMap = {
  kinds: Uint8Array.from(kinds, (kind) => (kind ? clusterKinds.indexOf(kind) : noKind)),
  around: Float64Array.of(1, 2, 3, 4, 5, Number.NaN),
  corrected: Float64Array.of(0.9, 0.01, 0.02, Number.NaN, 0.03, Number.NaN),
  global: { value: 0, expected: 0, variance: 0, p: 1, count: 5, leftOut: 1 },
  permutations: 9999,
  indexes: Uint32Array.from(known),
  codes: known.map((index) => `BU${index}`).join('\n'),
  names: known.map((index) => `Buurt ${index}`).join('\n'),
};

test('areas that stand out are listed kind by kind, the highest first, with their neighbours and their chance', () => {
  const rows = listClusters(found, [10, 20, 30, 40, 50, 60]);
  expect(rows).toEqual([
    { code: 'BU4', name: 'Buurt 4', kind: 'high-high', value: 50, around: 5, p: 0.03 },
    { code: 'BU2', name: 'Buurt 2', kind: 'high-high', value: 30, around: 3, p: 0.02 },
    { code: 'BU1', name: 'Buurt 1', kind: 'low-low', value: 20, around: 2, p: 0.01 },
  ]);
});
