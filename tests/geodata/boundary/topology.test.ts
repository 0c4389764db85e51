import { describe, expect, test } from 'vitest';
import { cleanCoverage } from '../../../geodata/boundary/cleaning/coverage.ts';
import { isInside } from '../../../geodata/boundary/cleaning/rings.ts';
import { measureArea, zoneArea } from '../../../geodata/boundary/measure.ts';
import { dissolve } from '../../../geodata/boundary/topology.ts';
import { area, codeOf, parentsOf, patchwork, square } from './patchwork.ts';

function dissolveFeatures(features: ReturnType<typeof patchwork>) {
  const { shapes } = cleanCoverage(features);
  return dissolve(2024, shapes, parentsOf(shapes.keys()));
}

describe('dissolve', () => {
  const shapes = dissolveFeatures(patchwork(4, 3, 0.01, 3));

  test('makes districts and municipalities that cover what their neighbourhoods cover', () => {
    expect(shapes.municipality.map(({ code }) => code)).toEqual(['GM0000', 'GM0001', 'GM0002']);
    expect(shapes.district).toHaveLength(6);
    for (const { code, areaM2 } of shapes.municipality) {
      const districts = shapes.district.filter(({ parent }) => parent === code).map((part) => part.code);
      const parts = shapes.neighbourhood.filter(({ parent }) => districts.includes(parent ?? ''));
      expect(parts).toHaveLength(4);
      expect(areaM2 / parts.reduce((sum, part) => sum + part.areaM2, 0)).toBeCloseTo(1, 9);
    }
  });

  test('knows the neighbours, not those that meet in a point', () => {
    const own = shapes.neighbourhood.find(({ code }) => code === codeOf(1, 1));
    expect(own?.neighbours).toEqual([codeOf(1, 0), codeOf(0, 1), codeOf(2, 1), codeOf(1, 2)].sort());
    expect(shapes.municipality[0]?.neighbours).toEqual(['GM0001']);
  });

  test('puts every label inside its area and its bounds', () => {
    for (const { polygons, label, bbox } of [...shapes.neighbourhood, ...shapes.municipality]) {
      expect(isInside(polygons[0]?.[0] ?? [], label[0], label[1])).toBe(true);
      expect(label[0] > bbox[0] && label[0] < bbox[2] && label[1] > bbox[1] && label[1] < bbox[3]).toBe(true);
    }
  });

  test('refuses a neighbourhood without parents', () => {
    expect(() => dissolve(2024, new Map([['BU00000000', [[square(0, 0, 0.1)]]]]), new Map())).toThrow(
      /BU00000000/,
    );
  });
});

test('the label of a ring-shaped area lies on the ring, not in the hole', () => {
  const hole = square(0.02, 0.02, 0.05).reverse();
  const [shape] = dissolveFeatures([area('BU00000000', square(0, 0, 0.1), hole)]).neighbourhood;
  expect(isInside(hole, ...(shape?.label ?? [0, 0]))).toBe(false);
});

test('areas are those of the ellipsoid', () => {
  // authalic radius of WGS 84: NGA.STND.0036, table 3.6
  const authalicRadius = 6_371_007.1809;
  expect(4 * Math.PI * zoneArea(90)).toBeCloseTo(4 * Math.PI * authalicRadius ** 2, -8);
  const box = [
    [6, 52],
    [7, 52],
    [7, 53],
    [6, 53],
    [6, 52],
  ];
  const strip = (zoneArea(53) - zoneArea(52)) * (Math.PI / 180);
  expect(measureArea([[box]])).toBeCloseTo(strip, 0);
});
