import { describe, expect, test } from 'vitest';
import { type CoverageFeature, cleanCoverage } from '../../../../geodata/boundary/cleaning/coverage.ts';
import {
  computeLineage,
  type LineageYear,
  summarizeLineage,
} from '../../../../geodata/boundary/lineage/lineage.ts';
import { dissolve } from '../../../../geodata/boundary/topology.ts';
import { area, namesOf, parentsOf, square } from '../patchwork.ts';

const [A, B, C, D] = ['BU00010001', 'BU00010002', 'BU00010003', 'BU00010004'];

function year(
  boundaryYear: number,
  features: CoverageFeature[],
  names: Record<string, string> = {},
): LineageYear {
  const { shapes } = cleanCoverage(features);
  const dissolved = dissolve(boundaryYear, shapes, parentsOf(shapes.keys()), features);
  return { ...dissolved, names: new Map([...namesOf(dissolved), ...Object.entries(names)]) };
}

function trace(from: CoverageFeature[], to: CoverageFeature[], inhabitants?: ReadonlyMap<string, number>) {
  const rows = computeLineage(year(2021, from), year(2024, to), inhabitants);
  const own = rows.filter(({ level }) => level === 'neighbourhood');
  return { rows, own, counts: summarizeLineage(rows).neighbourhood };
}

const left = square(0, 0, 0.02);
const right = square(0.02, 0, 0.02);

describe('the change of a pair', () => {
  test('unchanged, also where the line moved within the tolerance', () => {
    const moved = [area(A, square(0, 0, 0.0203, 0.02)), area(B, square(0.0203, 0, 0.0197, 0.02))];
    const { own } = trace([area(A, left), area(B, right)], moved);
    expect(own.map(({ fromCode, toCode, change }) => [fromCode, toCode, change])).toEqual([
      [A, A, 'unchanged'],
      [B, B, 'unchanged'],
    ]);
  });

  test('renamed and recoded', () => {
    const rows = computeLineage(
      year(2021, [area(A, left), area(B, right)]),
      year(2024, [area(A, left), area(C, right)], { [A]: 'Another name' }),
    );
    const own = rows.filter(({ level }) => level === 'neighbourhood');
    expect(own).toMatchObject([
      { fromCode: A, toCode: A, change: 'renamed', areaShare: 1 },
      { fromCode: B, toCode: C, change: 'recoded', areaShare: 1 },
    ]);
    expect(summarizeLineage(rows).neighbourhood).toMatchObject({ renamed: 1, recoded: 1, new: 1, gone: 1 });
  });

  test('redrawn, with the share that went over and its inhabitants', () => {
    const to = [area(A, square(0, 0, 0.01, 0.02)), area(B, square(0.01, 0, 0.03, 0.02))];
    const { own, counts } = trace([area(A, left), area(B, right)], to, new Map([[A, 800]]));
    const shares = own.map(({ fromCode, toCode, change, areaShare, populationShare }) => ({
      pair: `${fromCode} ${toCode} ${change}`,
      areaShare: Number(areaShare.toFixed(3)),
      populationShare: populationShare === null ? null : Number(populationShare.toFixed(3)),
    }));
    expect(shares).toEqual([
      { pair: `${A} ${A} redrawn`, areaShare: 0.5, populationShare: 0.5 },
      { pair: `${A} ${B} redrawn`, areaShare: 0.5, populationShare: 0.5 },
      { pair: `${B} ${B} redrawn`, areaShare: 1, populationShare: null },
    ]);
    expect(counts).toMatchObject({ redrawn: 2, new: 0, gone: 0 });
  });

  test('a split: one code ends, two begin', () => {
    const to = [area(B, square(0, 0, 0.01, 0.02)), area(C, square(0.01, 0, 0.01, 0.02))];
    const { own, counts } = trace([area(A, left)], to);
    expect(own).toHaveLength(2);
    expect(
      own.every(({ fromCode, change }) => fromCode === A && (change === 'new' || change === 'gone')),
    ).toBe(true);
    expect(counts).toMatchObject({ new: 2, gone: 1, recoded: 0 });
  });

  test('a merger into a code that remains: the other is gone', () => {
    const { own } = trace([area(A, left), area(B, right)], [area(A, square(0, 0, 0.04, 0.02))]);
    expect(own.find(({ fromCode }) => fromCode === B)).toMatchObject({
      toCode: A,
      change: 'gone',
      areaShare: 1,
    });
  });

  test('new ground has no from-code, lost ground no to-code', () => {
    const { own } = trace([area(A, left), area(B, right)], [area(A, left), area(D, square(0, 0.03, 0.02))]);
    expect(own.find(({ toCode }) => toCode === D)).toMatchObject({
      fromCode: null,
      change: 'new',
      areaShare: 1,
    });
    expect(own.find(({ fromCode }) => fromCode === B)).toMatchObject({
      toCode: null,
      change: 'gone',
      areaShare: 1,
    });
  });
});

test('the levels above follow their neighbourhoods', () => {
  const from = [area('BU00010001', left), area('BU00010101', right)];
  const to = [area('BU00010001', left), area('BU00020101', right)];
  const inhabitants = new Map([
    ['BU00010001', 300],
    ['BU00010101', 100],
  ]);
  const { rows } = trace(from, to, inhabitants);
  const own = rows.filter(({ level }) => level === 'municipality');
  expect(own).toMatchObject([
    { fromCode: 'GM0001', toCode: 'GM0001', change: 'redrawn', populationShare: 0.75 },
    { fromCode: 'GM0001', toCode: 'GM0002', change: 'new', populationShare: 0.25 },
  ]);
});

test('shares of an area add up to the whole', () => {
  const to = [
    area(A, square(0, 0, 0.013, 0.02)),
    area(C, square(0.013, 0, 0.017, 0.02)),
    area(B, square(0.03, 0, 0.01, 0.02)),
  ];
  const { own } = trace([area(A, left), area(B, right)], to);
  for (const code of [A, B]) {
    const shares = own.filter(({ fromCode }) => fromCode === code).map(({ areaShare }) => areaShare);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  }
});
