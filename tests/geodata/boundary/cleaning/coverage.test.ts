import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CoverageFeature, cleanCoverage } from '../../../../geodata/boundary/cleaning/coverage.ts';
import { measureArea } from '../../../../geodata/boundary/measure.ts';
import { countEdges, countLoops, listUnpaired } from '../edges.ts';
import { area, createRandom, patchwork, square } from '../patchwork.ts';

function ringsOf(features: readonly CoverageFeature[]) {
  return [...cleanCoverage(features).shapes.values()].flat(2);
}

function sumAreas(features: readonly CoverageFeature[]): number {
  return features.reduce((sum, { polygons }) => sum + measureArea(polygons), 0);
}

function cleanedAreas(features: readonly CoverageFeature[]): number {
  return sumAreas([...cleanCoverage(features).shapes].map(([code, polygons]) => ({ code, polygons })));
}

describe('neighbours that fit', () => {
  test('stay as they are, and are not repaired', () => {
    const features = patchwork(4, 3, 0.01, 1);
    const { repairs, empty } = cleanCoverage(features);
    expect(repairs).toEqual([]);
    expect(empty).toEqual([]);
    expect(cleanedAreas(features) / sumAreas(features)).toBeCloseTo(1, 5);
  });

  test('get the points of the other on their common border', () => {
    const one = area('A', square(0, 0, 0.02));
    const two = area('B', square(0.02, 0, 0.02, 0.01));
    const three = area('C', square(0.02, 0.01, 0.02, 0.01));
    expect(cleanCoverage([one, two, three]).shapes.get('A')?.[0]?.[0]).toContainEqual([6.52, 52.21]);
  });

  test('keep a lake that is as wide as a municipality empty', () => {
    const ring = area('A', square(0, 0, 0.1), square(0.02, 0.02, 0.05).reverse());
    const { shapes, repairs } = cleanCoverage([ring]);
    expect(shapes.get('A')?.[0]).toHaveLength(2);
    expect(repairs).toEqual([]);
  });

  test('may hold each other: an island fills the hole around it', () => {
    const features = [
      area('A', square(0, 0, 0.1), square(0.02, 0.02, 0.05).reverse()),
      area('B', square(0.02, 0.02, 0.05)),
    ];
    expect(countLoops(listUnpaired(countEdges(ringsOf(features))))).toBe(1);
  });
});

describe('neighbours that do not fit', () => {
  test('an overlap gets one owner and is reported with its ground', () => {
    const features = [area('A', square(0, 0, 0.02)), area('B', square(0.019, 0, 0.02))];
    const { repairs } = cleanCoverage(features);
    expect(repairs).toHaveLength(1);
    expect(repairs[0]).toMatchObject({ kind: 'overlap' });
    expect(repairs[0]?.areaM2).toBeCloseTo(measureArea([[square(0.019, 0, 0.001, 0.02)]]), 0);
    expect(cleanedAreas(features)).toBeCloseTo(measureArea([[square(0, 0, 0.039, 0.02)]]), 0);
  });

  test('an area inside another keeps its ground', () => {
    const { shapes } = cleanCoverage([area('A', square(0, 0, 0.05)), area('B', square(0.01, 0.01, 0.01))]);
    expect(measureArea(shapes.get('B') ?? [])).toBeCloseTo(measureArea([[square(0.01, 0.01, 0.01)]]), 0);
  });

  test('an area that another covers with the same shape is reported empty', () => {
    const { empty, shapes } = cleanCoverage([area('A', square(0, 0, 0.05)), area('B', square(0, 0, 0.05))]);
    expect(empty).toEqual(['B']);
    expect([...shapes.keys()]).toEqual(['A']);
  });

  test('an area without rings is reported empty', () => {
    expect(cleanCoverage([area('A', square(0, 0, 0.05)), { code: 'B', polygons: [] }]).empty).toEqual(['B']);
  });

  test('a gap between neighbours is filled and reported', () => {
    const gap = square(0.02, 0.005, 0.0002, 0.01);
    const features = [area('A', square(0, 0, 0.02)), area('B', square(0.02, 0, 0.02), [...gap].reverse())];
    const { repairs, shapes } = cleanCoverage(features);
    expect(repairs).toMatchObject([{ kind: 'sliver' }]);
    expect(repairs[0]?.areaM2).toBeCloseTo(measureArea([[gap]]), 0);
    expect(countLoops(listUnpaired(countEdges([...shapes.values()].flat(2))))).toBe(1);
  });

  test('a wedge that is open to the outside is closed', () => {
    const left = area('A', [...square(0, 0, 0.02).slice(0, 2), [6.5197, 52.22], [6.5, 52.22], [6.5, 52.2]]);
    const { repairs, shapes } = cleanCoverage([left, area('B', square(0.02, 0, 0.02))]);
    const wedge = repairs.filter(({ kind }) => kind === 'sliver');
    expect(wedge.reduce((sum, { areaM2 }) => sum + areaM2, 0)).toBeGreaterThan(20_000);
    const covered = [...shapes.values()].reduce((sum, polygons) => sum + measureArea(polygons), 0);
    expect(covered / measureArea([[square(0, 0, 0.04, 0.02)]])).toBeCloseTo(1, 3);
  });

  test('the border follows the line that was drawn in more detail', () => {
    const [exact, coarse] = patchwork(2, 1, 0.02, 4);
    if (!exact || !coarse) throw new Error('no patchwork');
    const ring = coarse.polygons[0]?.[0] ?? [];
    const rough = area(coarse.code, [
      ...ring.slice(0, -1).filter((_, index) => index % 10 === 0),
      ring[0] ?? [],
    ]);
    const { shapes } = cleanCoverage([exact, rough]);
    expect(measureArea(shapes.get(exact.code) ?? []) / measureArea(exact.polygons)).toBeCloseTo(1, 4);
  });
});

describe('rings that cross themselves', () => {
  test('a bow-tie becomes two polygons and is reported', () => {
    const tie = area('A', [
      [6.5, 52.2],
      [6.52, 52.22],
      [6.52, 52.2],
      [6.5, 52.22],
      [6.5, 52.2],
    ]);
    const { shapes, repairs } = cleanCoverage([tie]);
    expect(shapes.get('A')).toHaveLength(2);
    expect(repairs).toMatchObject([{ code: 'A', kind: 'self-crossing', otherCode: null }]);
    expect(measureArea(shapes.get('A') ?? []) / measureArea([[square(0, 0, 0.02)]])).toBeCloseTo(0.5, 3);
  });

  test('a spike has no ground and leaves no trace', () => {
    const spiked = [...square(0, 0, 0.02).slice(0, 2), [6.54, 52.2], ...square(0, 0, 0.02).slice(1)];
    const { shapes } = cleanCoverage([area('A', spiked)]);
    expect(shapes.get('A')?.[0]?.[0]).toHaveLength(5);
  });
});

test('a damaged patchwork still becomes a coverage without gaps or overlaps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 30 }), (seed, metres) => {
      const random = createRandom(seed);
      const shift = () => ((random() - 0.5) * metres) / 111_000;
      const damaged = patchwork(3, 3, 0.01, seed).map(({ code, polygons }) => {
        const moved = (polygons[0]?.[0] ?? []).slice(1).map(([x = 0, y = 0]) => [x + shift(), y + shift()]);
        return area(code, [...moved, moved[0] ?? []]);
      });
      const edges = countEdges(ringsOf(damaged));
      expect(Math.max(...edges.values())).toBe(1);
      expect(countLoops(listUnpaired(edges))).toBe(1);
    }),
    { numRuns: 25, seed: 7 },
  );
});
