import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { cleanCoverage } from '../../../../geodata/boundary/cleaning/coverage.ts';
import {
  computeLineage,
  type LineageRow,
  type LineageYear,
} from '../../../../geodata/boundary/lineage/lineage.ts';
import {
  recodedIndexes,
  redrawnCodes,
  tellBoundaryStory,
} from '../../../../geodata/boundary/lineage/story.ts';
import { dissolve } from '../../../../geodata/boundary/topology.ts';
import { area, namesOf, parentsOf, square } from '../patchwork.ts';

const [A, B, C, D, E] = ['BU00010001', 'BU00010002', 'BU00010003', 'BU00010004', 'BU00010005'];

function year(boundaryYear: number, ground: Record<string, Position[]>): LineageYear {
  const features = Object.entries(ground).map(([code, ring]) => area(code, ring));
  const { shapes } = cleanCoverage(features);
  const dissolved = dissolve(boundaryYear, shapes, parentsOf(shapes.keys()), features);
  return { ...dissolved, names: namesOf(dissolved) };
}

// A third of A split off as C, B got the code D, and E stayed as it was.
const before = year(2021, {
  [A]: square(0, 0, 0.03, 0.01),
  [B]: square(0.03, 0, 0.02, 0.01),
  [E]: square(0.05, 0, 0.02, 0.01),
});
const after = year(2024, {
  [A]: square(0, 0, 0.02, 0.01),
  [C]: square(0.02, 0, 0.01, 0.01),
  [D]: square(0.03, 0, 0.02, 0.01),
  [E]: square(0.05, 0, 0.02, 0.01),
});
const rows = computeLineage(before, after, new Map([[A, 900]])).filter(
  ({ level }) => level === 'neighbourhood',
);

describe('the story of an area', () => {
  test('that was split tells where its ground went', () => {
    const story = tellBoundaryStory(rows, A, 'from');
    expect(story).toMatchObject({ change: 'redrawn', recodedAs: null, outside: 0 });
    expect(story?.parts.map(({ code, remains }) => [code, remains])).toEqual([
      [A, true],
      [C, false],
    ]);
    expect(story?.parts[0]?.areaShare).toBeCloseTo(2 / 3, 2);
    expect(story?.parts[1]?.populationShare).toBeCloseTo(1 / 3, 2);
  });

  test('that is new tells whose ground it was, and how much of that', () => {
    const story = tellBoundaryStory(rows, C, 'to');
    expect(story).toMatchObject({ change: 'new', parts: [{ code: A, remains: true }] });
    expect(story?.parts[0]?.areaShare).toBeCloseTo(1 / 3, 2);
  });

  test('that has another code tells the other one, from both sides', () => {
    expect(tellBoundaryStory(rows, D, 'to')).toMatchObject({ change: 'recoded', recodedAs: B });
    expect(tellBoundaryStory(rows, B, 'from')).toMatchObject({
      change: 'recoded',
      recodedAs: D,
      parts: [{ code: D, areaShare: 1, remains: false }],
    });
  });

  test('that kept its ground is that, and nobody tells of a code that never was', () => {
    expect(tellBoundaryStory(rows, E, 'to')).toMatchObject({ change: 'unchanged', recodedAs: null });
    expect(tellBoundaryStory(rows, E, 'to')?.parts).toHaveLength(1);
    expect(tellBoundaryStory(rows, 'BU99999999', 'to')).toBeNull();
    expect(tellBoundaryStory(rows, C, 'from')).toBeNull();
  });

  test('leaves negligible parts out, unless people live on them or they are all there is', () => {
    const small = [
      row(A, A, 'redrawn', 0.975),
      row(A, B, 'redrawn', 0.006),
      row(A, C, 'redrawn', 0.009, 0.2),
      row(null, A, 'redrawn', 0.01),
      row(E, D, 'new', 0.004),
    ];
    expect(tellBoundaryStory(small, A, 'from')?.parts.map(({ code }) => code)).toEqual([A, C]);
    expect(tellBoundaryStory(small, A, 'to')?.outside).toBe(0.01);
    expect(tellBoundaryStory(small, D, 'to')?.parts.map(({ code }) => code)).toEqual([E]);
  });

  test('whose code ended without a heir of its shape is that it is gone, the largest part first', () => {
    const ended = [row(B, A, 'gone', 0.3), row(B, C, 'gone', 0.6), row(B, null, 'gone', 0.1)];
    const story = tellBoundaryStory(ended, B, 'from');
    expect(story).toMatchObject({ change: 'gone', outside: 0.1 });
    expect(story?.parts.map(({ code }) => code)).toEqual([C, A]);
  });
});

test('old borders are drawn of areas whose shape is gone, and of no others', () => {
  expect(redrawnCodes(rows)).toEqual([A]);
  const merged = [
    row(B, A, 'gone', 1),
    row(A, A, 'redrawn', 1),
    row(E, E, 'renamed', 0.97),
    row(E, A, 'redrawn', 0.03),
  ];
  expect(redrawnCodes([...merged, row(null, C, 'new', 1)])).toEqual([A, B]);
});

test('an area of one shape is found under its other index', () => {
  const fromIndexes = new Map([A, B, E].map((code, index) => [code, index]));
  const toIndexes = new Map([
    [A, 3],
    [C, 4],
    [D, 5],
    [E, 2],
  ]);
  expect([...recodedIndexes(rows, fromIndexes, toIndexes)]).toEqual([[5, 1]]);
  expect([...recodedIndexes(rows, fromIndexes, toIndexes.set(E, 6))]).toEqual([
    [5, 1],
    [6, 2],
  ]);
});

function row(
  fromCode: string | null,
  toCode: string | null,
  change: LineageRow['change'],
  areaShare: number,
  populationShare: number | null = null,
) {
  return { fromCode, toCode, change, areaShare, populationShare };
}
