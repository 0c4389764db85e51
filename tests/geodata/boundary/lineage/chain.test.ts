import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { cleanCoverage } from '../../../../geodata/boundary/cleaning/coverage.ts';
import {
  chainLinks,
  findYearPath,
  type LineageLink,
  linkBothWays,
  turnLinksBack,
} from '../../../../geodata/boundary/lineage/chain.ts';
import { computeLineage, type LineageYear } from '../../../../geodata/boundary/lineage/lineage.ts';
import { dissolve } from '../../../../geodata/boundary/topology.ts';
import { area, namesOf, parentsOf, square } from '../patchwork.ts';

const [A, B, C, D, E] = ['BU00010001', 'BU00010002', 'BU00010003', 'BU00010004', 'BU00010005'];

function year(boundaryYear: number, ground: Record<string, Position[]>): LineageYear {
  const features = Object.entries(ground).map(([code, ring]) => area(code, ring));
  const { shapes } = cleanCoverage(features);
  const dissolved = dissolve(boundaryYear, shapes, parentsOf(shapes.keys()), features);
  return { ...dissolved, names: namesOf(dissolved) };
}

// First a third of A splits off as C; then C goes up in B, which gets the code D. E stays as it was.
const first = year(2016, {
  [A]: square(0, 0, 0.03, 0.01),
  [B]: square(0.03, 0, 0.02, 0.01),
  [E]: square(0.05, 0, 0.02, 0.01),
});
const middle = year(2021, {
  [A]: square(0, 0, 0.02, 0.01),
  [C]: square(0.02, 0, 0.01, 0.01),
  [B]: square(0.03, 0, 0.02, 0.01),
  [E]: square(0.05, 0, 0.02, 0.01),
});
const last = year(2024, {
  [A]: square(0, 0, 0.02, 0.01),
  [D]: square(0.02, 0, 0.03, 0.01),
  [E]: square(0.05, 0, 0.02, 0.01),
});

const inhabitants = new Map([
  [A, 900],
  [B, 600],
  [E, 10],
]);
const after = new Map([
  [A, 600],
  [C, 300],
  [B, 600],
  [E, 10],
]);

function link(from: LineageYear, to: LineageYear, people: ReadonlyMap<string, number>): LineageLink[] {
  const groundOf = ({ neighbourhood }: LineageYear) =>
    new Map(neighbourhood.map(({ code, areaM2 }) => [code, areaM2]));
  const rows = computeLineage(from, to, people).filter(({ level }) => level === 'neighbourhood');
  return linkBothWays(rows, { fromGround: groundOf(from), toGround: groundOf(to), inhabitants: people });
}

function round(links: readonly LineageLink[]) {
  const cut = (share: number | null) => (share === null ? null : Number(share.toFixed(2)));
  return links.map(({ fromCode, toCode, change, ...shares }) => [
    `${fromCode} ${toCode} ${change}`,
    cut(shares.areaShare),
    cut(shares.populationShare),
    cut(shares.toAreaShare),
    cut(shares.toPopulationShare),
  ]);
}

const forth = [link(first, middle, inhabitants), link(middle, last, after)] as const;

test('a chain says what a direct comparison says', () => {
  const direct = link(first, last, inhabitants);
  expect(round(chainLinks(...forth))).toEqual(round(direct));
  expect(round(direct)).toContainEqual([`${A} ${A} redrawn`, 0.67, 0.67, 1, 1]);
});

test('backwards it says the same from the other side', () => {
  const back = chainLinks(turnLinksBack(forth[1]), turnLinksBack(forth[0]));
  const shares = ({ areaShare, toAreaShare }: LineageLink) => [areaShare, toAreaShare];
  const pair = (links: readonly LineageLink[], from: string, to: string) =>
    links.find(({ fromCode, toCode }) => fromCode === from && toCode === to);
  const [forward, backward] = [pair(chainLinks(...forth), A, D), pair(back, D, A)];
  expect(forward && backward).toBeDefined();
  if (!forward || !backward) return;
  const [areaShare = 0, toAreaShare = 0] = shares(forward);
  expect(backward.areaShare).toBeCloseTo(toAreaShare ?? 0, 6);
  expect(backward.toAreaShare).toBeCloseTo(areaShare ?? 0, 6);
});

test('there and back by way of another code is unchanged', () => {
  const recoded = [{ ...forth[0][0], fromCode: E, toCode: D, change: 'recoded' as const }] as LineageLink[];
  const chained = chainLinks(recoded, turnLinksBack(recoded));
  expect(chained).toMatchObject([{ fromCode: E, toCode: E, change: 'unchanged' }]);
});

test('new and lost ground add up along the way', () => {
  const shares = { populationShare: null, toPopulationShare: null, level: 'neighbourhood' as const };
  const lost: LineageLink[] = [
    { ...shares, fromCode: A, toCode: A, change: 'redrawn', areaShare: 0.8, toAreaShare: 0.5 },
    { ...shares, fromCode: A, toCode: null, change: 'redrawn', areaShare: 0.2, toAreaShare: 0.2 },
    { ...shares, fromCode: null, toCode: A, change: 'redrawn', areaShare: 0.5, toAreaShare: 0.5 },
  ];
  const chained = chainLinks(lost, lost);
  const shareOf = (from: string | null, to: string | null) =>
    chained.find(({ fromCode, toCode }) => fromCode === from && toCode === to)?.areaShare;
  expect(shareOf(A, A)).toBeCloseTo(0.64);
  expect(shareOf(A, null)).toBeCloseTo(0.36);
  expect(shareOf(null, A)).toBeCloseTo(0.75);
});

test('the way between two years is the shortest that is held, either way round', () => {
  const held = [
    [2016, 2018],
    [2018, 2021],
    [2021, 2024],
    [2018, 2024],
  ] as const;
  expect(findYearPath(held, 2016, 2024)).toEqual([2016, 2018, 2024]);
  expect(findYearPath(held, 2024, 2016)).toEqual([2024, 2018, 2016]);
  expect(findYearPath(held, 2016, 2030)).toBeNull();
});
