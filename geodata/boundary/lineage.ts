import { type MapLevel, mapLevels } from '../level.ts';
import { type Overlap, overlay } from './overlay.ts';
import type { YearShapes } from './topology.ts';

export const changes = ['unchanged', 'renamed', 'recoded', 'redrawn', 'new', 'gone'] as const;
export type Change = (typeof changes)[number];

/**
 * Ground that an area of one boundary year has in common with an area of another.
 *
 * `areaShare`: share of the from-area's ground that became the to-area's, 0 to 1; where `fromCode` is null (new ground)
 * the share of the to-area that is new. `populationShare`: the same of the from-area's inhabitants, each
 * neighbourhood's spread evenly over its ground; null where they are unknown.
 *
 * `change` tells what happened to the codes of the pair:
 * - `unchanged`: same code, name and shape; `renamed`: same code and shape, another name;
 * - `recoded`: same shape, a code that ended and one that began;
 * - `redrawn`: same code with another shape, or ground that went over between codes that both remain;
 * - `new`: ground of a code that began; `gone`: ground of a code that ended. Ground that went from a code that ended to
 *   one that began is `gone` where it is the largest part of the ended one, else `new`.
 */
export interface LineageRow {
  readonly level: MapLevel;
  readonly fromYear: number;
  readonly toYear: number;
  readonly fromCode: string | null;
  readonly toCode: string | null;
  readonly change: Change;
  readonly areaShare: number;
  readonly populationShare: number | null;
}

/** The shapes of a boundary year with the names of its areas by code. */
export type LineageYear = YearShapes & { readonly names: ReadonlyMap<string, string> };

/**
 * Two shapes are the same when their intersection is at least this share of their union. Publishers redraw lines by some
 * 10 metres without meaning a change; of a built-up neighbourhood of 500 m across that is 4% of the ground.
 */
export const sameShapeTolerance = 0.95;

/** Ground in common that is less than this share of both areas is drawing noise, and no row. */
export const smallestShare = 0.001;

/**
 * What became of the areas of a boundary year in another, for every level: one row a pair that has ground in common.
 * Ground that went over between two areas that both kept their shape (within `sameShapeTolerance`) is noise, and no row.
 * `inhabitants` are those of the from-year's neighbourhoods, by code, as far as known.
 */
export function computeLineage(
  from: LineageYear,
  to: LineageYear,
  inhabitants: ReadonlyMap<string, number> = new Map(),
): LineageRow[] {
  const overlaps = overlay(from.neighbourhood, to.neighbourhood);
  const people = spreadPeople(overlaps, inhabitants);
  return mapLevels.flatMap((level) => {
    const upFrom = mapToLevel(from, level);
    const upTo = mapToLevel(to, level);
    const pairs = sumPairs(overlaps, people, upFrom, upTo);
    return describePairs(pairs, from, to).map((row) => ({
      level,
      fromYear: from.boundaryYear,
      toYear: to.boundaryYear,
      ...row,
    }));
  });
}

/** Number of codes that underwent each change; every code of either year counts once. */
export function summarizeLineage(rows: readonly LineageRow[]): Record<MapLevel, Record<Change, number>> {
  const summarize = (level: MapLevel): Record<Change, number> => {
    const own = rows.filter((row) => row.level === level);
    const fates = new Map<string, Change>();
    for (const { fromCode, toCode, change } of own) {
      if (change === 'recoded' && toCode !== null) fates.set(toCode, change);
      else if (fromCode !== null && fromCode === toCode) fates.set(toCode, change);
    }
    const recoded = new Set(own.flatMap(({ change, fromCode }) => (change === 'recoded' ? [fromCode] : [])));
    const before = new Set(own.map(({ fromCode }) => fromCode));
    const after = new Set(own.map(({ toCode }) => toCode));
    for (const code of after)
      if (code !== null && !fates.has(code)) fates.set(code, before.has(code) ? 'redrawn' : 'new');
    for (const code of before)
      if (code !== null && !after.has(code) && !recoded.has(code)) fates.set(code, 'gone');
    const fateList = [...fates.values()];
    const entries = changes.map(
      (change) => [change, fateList.filter((fate) => fate === change).length] as const,
    );
    return Object.fromEntries(entries) as Record<Change, number>;
  };
  return {
    municipality: summarize('municipality'),
    district: summarize('district'),
    neighbourhood: summarize('neighbourhood'),
  };
}

/** From a neighbourhood's code to the code of the area of a level that it lies in. */
function mapToLevel(shapes: YearShapes, level: MapLevel): (code: string | null) => string | null {
  const parents = new Map(
    [...shapes.district, ...shapes.neighbourhood].map(({ code, parent }) => [code, parent]),
  );
  return (code) => {
    if (code === null || level === 'neighbourhood') return code;
    const district = parents.get(code) ?? null;
    return level === 'district' || district === null ? district : (parents.get(district) ?? null);
  };
}

interface Pair extends Overlap {
  /** Inhabitants on the common ground; null where unknown. */
  readonly people: number | null;
}

/** Inhabitants on the ground of each overlap; null where those of its neighbourhood are unknown. */
function spreadPeople(
  overlaps: readonly Overlap[],
  inhabitants: ReadonlyMap<string, number>,
): (number | null)[] {
  const ground = sumBy(overlaps, ({ from }) => from);
  return overlaps.map(({ from, area }) => {
    const people = from === null ? undefined : inhabitants.get(from);
    return people === undefined ? null : (people * area) / (ground.get(from) || 1);
  });
}

function sumBy(
  overlaps: readonly Overlap[],
  keyOf: (overlap: Overlap) => string | null,
): Map<string | null, number> {
  const sums = new Map<string | null, number>();
  for (const overlap of overlaps) sums.set(keyOf(overlap), (sums.get(keyOf(overlap)) ?? 0) + overlap.area);
  return sums;
}

function sumPairs(
  overlaps: readonly Overlap[],
  people: readonly (number | null)[],
  upFrom: (code: string | null) => string | null,
  upTo: (code: string | null) => string | null,
): Pair[] {
  const pairs = new Map<string, Pair>();
  overlaps.forEach((overlap, place) => {
    const from = upFrom(overlap.from);
    const to = upTo(overlap.to);
    const key = `${from} ${to}`;
    const before = pairs.get(key);
    pairs.set(key, {
      from,
      to,
      area: overlap.area + (before?.area ?? 0),
      people: addKnown(before?.people ?? null, people[place] ?? null),
    });
  });
  return [...pairs.values()];
}

/** Sum of what is known: neighbourhoods of unknown inhabitants are left out on both sides of the share. */
function addKnown(one: number | null, two: number | null): number | null {
  if (one === null) return two;
  return two === null ? one : one + two;
}

type Description = Pick<LineageRow, 'fromCode' | 'toCode' | 'change' | 'areaShare' | 'populationShare'>;

function describePairs(pairs: readonly Pair[], from: LineageYear, to: LineageYear): Description[] {
  const judge = judgePairs(pairs, from.names, to.names);
  const people = new Map<string | null, number>();
  for (const pair of pairs) people.set(pair.from, (people.get(pair.from) ?? 0) + (pair.people ?? 0));
  const rows = pairs.flatMap((pair) => {
    const change = judge.changeOf(pair);
    if (change === null) return [];
    const total = people.get(pair.from) ?? 0;
    return [
      {
        fromCode: pair.from,
        toCode: pair.to,
        change,
        areaShare: pair.area / (pair.from === null ? judge.groundTo(pair.to) : judge.groundFrom(pair.from)),
        populationShare: pair.from !== null && pair.people !== null && total > 0 ? pair.people / total : null,
      },
    ];
  });
  const order = ({ fromCode, toCode }: Description) => `${fromCode ?? '~'} ${toCode ?? '~'}`;
  return rows.sort((one, two) => (order(one) < order(two) ? -1 : 1));
}

/** What happened to a pair of codes; null where the pair is no more than noise. */
function judgePairs(
  pairs: readonly Pair[],
  fromNames: ReadonlyMap<string, string>,
  toNames: ReadonlyMap<string, string>,
) {
  const from = sumBy(pairs, (pair) => pair.from);
  const to = sumBy(pairs, (pair) => pair.to);
  const groundFrom = (code: string | null) => from.get(code) || 1;
  const groundTo = (code: string | null) => to.get(code) || 1;
  const isSame = (pair: Pair) =>
    pair.from !== null &&
    pair.to !== null &&
    pair.area / (groundFrom(pair.from) + groundTo(pair.to) - pair.area) >= sameShapeTolerance;
  const kept = new Set(pairs.flatMap((pair) => (pair.from === pair.to && isSame(pair) ? [pair.from] : [])));
  const heirs = findHeirs(pairs);
  const isNew = (code: string | null) => code !== null && !from.has(code);
  const isGone = (code: string | null) => code !== null && !to.has(code);

  const changeOf = (pair: Pair): Change | null => {
    if (pair.from !== null && pair.from === pair.to) {
      if (!kept.has(pair.from)) return 'redrawn';
      return fromNames.get(pair.from) === toNames.get(pair.from) ? 'unchanged' : 'renamed';
    }
    if (isNew(pair.to) && isGone(pair.from) && isSame(pair)) return 'recoded';
    const fromShare = pair.from === null ? 0 : pair.area / groundFrom(pair.from);
    const toShare = pair.to === null ? 0 : pair.area / groundTo(pair.to);
    if (Math.max(fromShare, toShare) < smallestShare) return null;
    if (isGone(pair.from) && (!isNew(pair.to) || heirs.get(pair.from) === pair)) return 'gone';
    if (isNew(pair.to)) return 'new';
    const settled = (code: string | null) => code === null || kept.has(code);
    return settled(pair.from) && settled(pair.to) ? null : 'redrawn';
  };
  return { changeOf, groundFrom, groundTo };
}

/** For each from-area the pair that holds the largest part of its ground. */
function findHeirs(pairs: readonly Pair[]): Map<string | null, Pair> {
  const heirs = new Map<string | null, Pair>();
  for (const pair of pairs) {
    const largest = heirs.get(pair.from);
    if (!largest || pair.area > largest.area) heirs.set(pair.from, pair);
  }
  return heirs;
}
