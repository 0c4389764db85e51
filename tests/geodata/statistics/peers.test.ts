import { describe, expect, test } from 'vitest';
import { clusterAreas, clusterFrom } from '../../../geodata/statistics/clustering.ts';
import { findPeers, standardise } from '../../../geodata/statistics/peers.ts';
import { nameTypes } from '../../../geodata/statistics/type-name.ts';
import fixture from '../../fixtures/peers.json' with { type: 'json' };
import { runToEnd } from '../run.ts';
import { expectAgreement } from './agreement.ts';

const toColumns = (lists: readonly (readonly (number | null)[])[]) =>
  standardise(lists.map((list) => Float64Array.from(list, (each) => each ?? Number.NaN)));
const whole = toColumns(fixture.columns);
const holed = toColumns(fixture.holes);
const size = whole[0]?.length ?? 0;

describe(`as ${fixture.made} computes them`, () => {
  test.each([
    ['all figures known', whole, 0, fixture.distances[0]],
    ['all figures known', whole, 4, fixture.distances[1]],
    ['some of others unknown', holed, 0, fixture.holeDistances[0]],
    ['one of its own unknown', holed, 1, fixture.holeDistances[1]],
  ] as const)('distances between areas, %s', (_, columns, index, expected) => {
    const peers = findPeers(columns, index, size);
    expect(peers.places).toHaveLength(size - 1);
    peers.places.forEach((other, at) => {
      expectAgreement(peers.distances[at] ?? 0, expected?.[other] ?? null);
      expect(peers.distances[at]).toBeGreaterThanOrEqual(peers.distances[at - 1] ?? 0);
    });
  });

  test('types of areas from the same start', () => {
    const start = [0, 1, 2].map((index) => Float64Array.from(whole, (column) => column[index] ?? 0));
    const found = clusterFrom(whole, start);
    expect([...found.types]).toEqual(fixture.types);
    expectAgreement(found.squares, fixture.squares);
    fixture.centres.forEach((centre, type) => {
      centre.forEach((value, at) => {
        expectAgreement(found.centres[type]?.[at] ?? 0, value);
      });
    });
  });
});

test('peers say which figures were not compared', () => {
  const own = findPeers(holed, 1, 59);
  expect(own.notCompared).toEqual([0]);
  const at = own.places.indexOf(19);
  expect(own.missing[at]).toEqual([2]);
  expect(own.missing[own.places.indexOf(5)]).toEqual([]);
});

test('an area that shares too few figures is no peer, and a flat indicator tells none apart', () => {
  const columns = standardise([
    Float64Array.of(1, 2, Number.NaN, 4),
    Float64Array.of(1, 3, Number.NaN, 2),
    Float64Array.of(5, 4, 3, 1),
    Float64Array.of(0.1, 0.1, 0.1, 0.1),
  ]);
  expect([...(columns[3] ?? [])]).toEqual([0, 0, 0, 0]);
  expect([...findPeers(columns.slice(0, 3), 0, 9).places].sort()).toEqual([1, 3]);
});

test('types have the least squares of many starts, the largest first, the same for a seed', () => {
  const { result, progress } = runToEnd(clusterAreas(holed, 3, 11));
  expect(progress.at(-1)).toBe(1);
  expect(runToEnd(clusterAreas(holed, 3, 11)).result).toEqual(result);
  expect(result.leftOut).toBe(3);
  expect([1, 8, 19].map((index) => result.types[index])).toEqual([-1, -1, -1]);
  expect([...result.sizes]).toEqual([...result.sizes].sort((one, other) => other - one));
  expect(result.sizes.reduce((sum, each) => sum + each, 0)).toBe(size - 3);
  const best = runToEnd(clusterAreas(whole, 3, 11)).result;
  expect(best.squares).toBeLessThanOrEqual(fixture.squares * (1 + 1e-9));
  expect(() => runToEnd(clusterAreas(whole, size + 1, 1))).toThrow(/cannot be put into/);
});

test('types are named after what sets them apart, each by a name of its own', () => {
  const names = [
    { nl: 'Dichtheid', en: 'Density' },
    { nl: 'Inkomen', en: 'Income' },
    { nl: 'Leeftijd', en: 'Age' },
  ];
  const centres = [
    Float64Array.of(1.2, -0.7, 0.1),
    Float64Array.of(0.1, -0.2, 0.3),
    Float64Array.of(2, -1.8, -0.6),
    Float64Array.of(0, 0, 0),
  ];
  expect(nameTypes(centres, names).map(({ nl }) => nl)).toEqual([
    'hoog: Dichtheid; laag: Inkomen',
    'rond het gemiddelde',
    'hoog: Dichtheid; laag: Inkomen, Leeftijd',
    'rond het gemiddelde (2)',
  ]);
  expect(nameTypes(centres, names)[2]?.en).toBe('high: Density; low: Income, Age');
});
