import { type MapLevel, mapLevels } from '../../level.ts';
import type { YearShapes } from '../topology.ts';
import { judgePairs, type LineageRow, type LineageYear, type Pair, sumBy } from './change.ts';
import { type Overlap, overlay } from './overlay.ts';

export type { Change, LineageRow, LineageYear } from './change.ts';
export { summarizeLineage } from './summary.ts';
export { assignVersions } from './versions.ts';

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

function sumPairs(
  overlaps: readonly Overlap[],
  people: readonly (number | null)[],
  upFrom: (code: string | null) => string | null,
  upTo: (code: string | null) => string | null,
): Pair[] {
  const pairs = new Map<string, Pair>();
  overlaps.forEach((overlap, index) => {
    const from = upFrom(overlap.from);
    const to = upTo(overlap.to);
    const key = `${from} ${to}`;
    const before = pairs.get(key);
    pairs.set(key, {
      from,
      to,
      area: overlap.area + (before?.area ?? 0),
      people: addKnown(before?.people ?? null, people[index] ?? null),
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
  const judge = judgePairs(pairs, from, to);
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
