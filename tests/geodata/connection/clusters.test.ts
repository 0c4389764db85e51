import { neighbors } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import type { ListedArea } from '../../../geodata/area-list.ts';
import { cleanCoverage } from '../../../geodata/boundary/cleaning/coverage.ts';
import { dissolve } from '../../../geodata/boundary/topology.ts';
import { clusterKinds, mapClusters, noKind } from '../../../geodata/connection/clusters.ts';
import { contiguityOf } from '../../../geodata/connection/places.ts';
import { statuses } from '../../../geodata/observation.ts';
import { parentsOf, patchwork } from '../boundary/patchwork.ts';
import { runToEnd } from '../run.ts';

describe('areas that touch', () => {
  const { shapes } = cleanCoverage(patchwork(6, 5, 0.01, 7));
  const dissolved = dissolve(2024, shapes, parentsOf(shapes.keys()));

  test.each(['neighbourhood', 'district', 'municipality'] as const)(
    'are those that share an arc, as topojson finds them: %s',
    (level) => {
      const areas = dissolved[level].map(({ code, neighbours }, index) => ({
        code,
        name: code,
        index,
        neighbours,
      }));
      const { starts, neighbours } = contiguityOf(areas, areas.length);
      const geometries = dissolved[level].map(({ polygons }) => ({
        type: 'MultiPolygon' as const,
        coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [x, y]))),
      }));
      const collection = { type: 'GeometryCollection' as const, geometries };
      const { objects } = topology({ all: collection });
      const expected = neighbors((objects.all as GeometryCollection).geometries);
      areas.forEach((_, index) => {
        const found = [...neighbours.slice(starts[index], starts[index + 1])];
        expect(found).toEqual([...(expected[index] ?? [])].sort((a, b) => a - b));
      });
      expect(neighbours.length).toBeGreaterThan(areas.length - 1);
    },
  );
});

/** A chess board of areas with borders to four sides; the last one is an island. */
const side = 12;
const areas: Pick<ListedArea, 'code' | 'name' | 'index' | 'neighbours'>[] = Array.from(
  { length: side * side + 1 },
  (_, index) => {
    const [row, column] = [Math.floor(index / side), index % side];
    const around = [
      [row - 1, column],
      [row + 1, column],
      [row, column - 1],
      [row, column + 1],
    ] as const;
    const isIn = ([r, c]: readonly [number, number]) => r >= 0 && r < side && c >= 0 && c < side;
    const neighbours = index === side * side ? [] : around.filter(isIn).map(([r, c]) => `BU${r * side + c}`);
    return { code: `BU${index}`, name: `Buurt ${index}`, index, neighbours };
  },
);

/** High in one corner, low in the other, in between neither; `dips` stand out from their own corner. */
function heightOf(index: number): number {
  const [row, column] = [Math.floor(index / side), index % side];
  const wave = ((index * 7919) % 13) / 13;
  if (index === 2 * side + 2) return -9;
  if (index === (side - 3) * side + side - 3) return 9;
  if (row < 5 && column < 5) return 10 + wave;
  return row > side - 6 && column > side - 6 ? -10 - wave : wave - 0.5;
}

function find(values: Float64Array, codes = new Uint8Array(values.length)) {
  const bytes = new TextEncoder().encode(JSON.stringify({ rows: areas }));
  const figures = { period: '2024', boundaryYear: 2024, values, statuses: codes };
  return runToEnd(mapClusters({ figures, areas: bytes, permutations: 9999, seed: 1 }));
}

describe('clusters', () => {
  const values = Float64Array.from(areas, ({ index }) => heightOf(index));
  const { result, progress } = find(values);
  const kindAt = (index: number) => clusterKinds[result.kinds[index] ?? noKind];

  test('are high amid high and low amid low, with those that stand out from them', () => {
    expect(kindAt(3 * side + 3)).toBe('high-high');
    expect(kindAt((side - 2) * side + side - 2)).toBe('low-low');
    expect(kindAt(2 * side + 2)).toBe('low-high');
    expect(kindAt((side - 3) * side + side - 3)).toBe('high-low');
    expect(kindAt(side - 1)).toBe('not-significant');
    expect(kindAt(side * side)).toBe('no-neighbour');
    expect(result.global.value).toBeGreaterThan(0.4);
    expect(result.around[0]).toBeCloseTo(((values[1] ?? 0) + (values[side] ?? 0)) / 2, 12);
    expect(result.around[side * side]).toBeNaN();
    expect(progress.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  test('are not hidden by one extreme figure, as ranks are compared', () => {
    const extreme = find(values.with(side - 1, 1e6)).result;
    expect(clusterKinds[extreme.kinds[3 * side + 3] ?? noKind]).toBe('high-high');
  });

  test('are only those that survive the correction for all areas', () => {
    for (const [index, kind] of result.kinds.entries())
      if (clusterKinds.indexOf('not-significant') > kind) expect(result.corrected[index]).toBeLessThan(0.05);
  });

  test('are not made by a figure that is kept secret, whatever stands in its place', () => {
    const codes = new Uint8Array(values.length);
    codes[1] = statuses.indexOf('suppressed');
    const hide = (value: number) => find(values.with(1, value), codes).result;
    expect(hide(1e9)).toEqual(hide(-1e9));
    expect(hide(0).kinds[1]).toBe(noKind);
    expect(hide(0).codes.split('\n')).toHaveLength(areas.length - 1);
  });

  test('are none where all areas are equal', () => {
    const { kinds } = find(values.map(() => 4)).result;
    const isPlain = (kind: number) => ['not-significant', 'no-neighbour'].includes(clusterKinds[kind] ?? '');
    expect([...kinds].every(isPlain)).toBe(true);
  });
});
