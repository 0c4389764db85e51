import { describe, expect, test } from 'vitest';
import type { AreaVersion } from '../../../../geodata/area.ts';
import { type CoverageFeature, cleanCoverage } from '../../../../geodata/boundary/cleaning/coverage.ts';
import { computeLineage, type LineageYear } from '../../../../geodata/boundary/lineage/lineage.ts';
import { assignVersions } from '../../../../geodata/boundary/lineage/versions.ts';
import { dissolve } from '../../../../geodata/boundary/topology.ts';
import { area, namesOf, parentsOf, square } from '../patchwork.ts';

const [A, B, C] = ['BU00010001', 'BU00010002', 'BU00010003'];
const left = square(0, 0, 0.02);
const wide = square(0, 0, 0.03, 0.02);
const right = square(0.03, 0, 0.02);

function year(boundaryYear: number, features: CoverageFeature[]): LineageYear {
  const { shapes } = cleanCoverage(features);
  const dissolved = dissolve(boundaryYear, shapes, parentsOf(shapes.keys()));
  return { ...dissolved, names: namesOf(dissolved) };
}

function number(existing: readonly AreaVersion[], ...years: LineageYear[]) {
  const lineage = years.slice(1).flatMap((to, index) => {
    const from = years[index];
    return from ? computeLineage(from, to) : [];
  });
  return assignVersions(existing, years, lineage);
}

function pick(versions: readonly AreaVersion[]) {
  return versions
    .filter(({ level }) => level === 'neighbourhood')
    .map(({ index, code, firstYear, lastYear }) => `${index} ${code} ${firstYear}-${lastYear}`);
}

const years = [
  year(2021, [area(A, left), area(B, right)]),
  year(2022, [area(A, left), area(B, right)]),
  year(2024, [area(A, wide), area(B, right), area(C, square(0, 0.03, 0.02))]),
];

describe('assignVersions', () => {
  test('an unchanged area keeps its index, a redrawn one and a new one get their own', () => {
    expect(pick(number([], ...years))).toEqual([
      `0 ${A} 2021-2022`,
      `1 ${B} 2021-2024`,
      `2 ${A} 2024-2024`,
      `3 ${C} 2024-2024`,
    ]);
  });

  test('the same years again give the same indices', () => {
    const versions = number([], ...years);
    expect(number(versions, ...years)).toEqual(versions);
  });

  test('a year that is added later leaves every index where it was', () => {
    const [first, second, third] = years;
    if (!first || !second || !third) throw new Error('no years');
    const early = number([], second);
    expect(pick(number(early, first, second, third))).toEqual([
      `0 ${A} 2021-2022`,
      `1 ${B} 2021-2024`,
      `2 ${A} 2024-2024`,
      `3 ${C} 2024-2024`,
    ]);
  });

  test('the index of an area that no year has any more is not given away', () => {
    const versions = number([], year(2021, [area(A, left), area(B, right)]));
    expect(pick(number(versions, year(2021, [area(A, left), area(C, right)])))).toEqual([
      `0 ${A} 2021-2021`,
      `1 ${B} 2021-2021`,
      `2 ${C} 2021-2021`,
    ]);
  });

  test('indices are dense from 0 at every level', () => {
    const versions = number([], ...years);
    for (const level of ['municipality', 'district', 'neighbourhood']) {
      const own = versions.filter((version) => version.level === level).map(({ index }) => index);
      expect(own).toEqual(own.map((_, index) => index));
    }
  });
});
