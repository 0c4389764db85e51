import { type Change, chooseEndings, type Pair, smallestShare } from './change.ts';
import type { LineageRow } from './lineage.ts';

/**
 * A row of lineage that is told from both sides, so that it can be read backwards. `toAreaShare` and
 * `toPopulationShare` are the shares of the to-area's ground and inhabitants that came from the from-area; null where
 * unknown. New and lost ground have one share, on both sides.
 */
export interface LineageLink extends Omit<LineageRow, 'fromYear' | 'toYear'> {
  readonly toAreaShare: number | null;
  readonly toPopulationShare: number | null;
}

/** Known of the areas of two boundary years, by code: ground (m²) of both, inhabitants of the earlier. */
export interface LinkMeasures {
  readonly fromGround: ReadonlyMap<string, number>;
  readonly toGround: ReadonlyMap<string, number>;
  readonly inhabitants: ReadonlyMap<string, number>;
}

/** Changes between two codes of one shape. */
const sameShapes: readonly Change[] = ['unchanged', 'renamed', 'recoded'];

export function isSameShape({ change }: Pick<LineageLink, 'change'>): boolean {
  return sameShapes.includes(change);
}

/** Adds what the rows between two years say of the to-areas. */
export function linkBothWays(rows: readonly LineageRow[], measures: LinkMeasures): LineageLink[] {
  const peopleOf = ({ fromCode, populationShare }: LineageRow): number | null => {
    const inhabitants = measures.inhabitants.get(fromCode ?? '');
    return inhabitants === undefined || populationShare === null ? null : inhabitants * populationShare;
  };
  const people = sumKnown(rows.map((row) => [row.toCode, peopleOf(row)]));
  return rows.map(({ fromYear: _from, toYear: _to, ...row }) => {
    const { fromCode, toCode, areaShare } = row;
    if (fromCode === null || toCode === null)
      return { ...row, toAreaShare: areaShare, toPopulationShare: null };
    const [before, after] = [measures.fromGround.get(fromCode), measures.toGround.get(toCode)];
    const total = people.get(toCode) ?? null;
    const part = peopleOf({ ...row, fromYear: _from, toYear: _to });
    return {
      ...row,
      toAreaShare: before === undefined || !after ? null : Math.min(1, (areaShare * before) / after),
      toPopulationShare: part === null || total === null || total === 0 ? null : part / total,
    };
  });
}

/** Sums by key; null for a key of which one number is unknown. */
function sumKnown(
  numbers: readonly (readonly [string | null, number | null])[],
): Map<string | null, number | null> {
  const sums = new Map<string | null, number | null>();
  for (const [key, number] of numbers) {
    const sum = sums.get(key) ?? (sums.has(key) ? null : 0);
    sums.set(key, sum === null || number === null ? null : sum + number);
  }
  return sums;
}

const backwards: Readonly<Partial<Record<Change, Change>>> = { new: 'gone', gone: 'new' };

/** The same links, read from the later year to the earlier one. */
export function turnLinksBack(links: readonly LineageLink[]): LineageLink[] {
  return sortLinks(
    links.map((link) => ({
      level: link.level,
      fromCode: link.toCode,
      toCode: link.fromCode,
      change: backwards[link.change] ?? link.change,
      areaShare: link.toAreaShare ?? 0,
      populationShare: link.toPopulationShare,
      toAreaShare: link.areaShare,
      toPopulationShare: link.populationShare,
    })),
  );
}

/**
 * Links from one year to another by way of a year between them: shares are multiplied along every way and made to add
 * up to the whole again. An area that kept its shape twice has kept it; of the others the codes at both ends decide.
 */
export function chainLinks(first: readonly LineageLink[], second: readonly LineageLink[]): LineageLink[] {
  const onward = new Map<string, LineageLink[]>();
  for (const link of second)
    if (link.fromCode !== null) onward.set(link.fromCode, [...(onward.get(link.fromCode) ?? []), link]);
  const sums = new Map<string, LineageLink>();
  const add = (link: LineageLink) => {
    if (link.fromCode === null && link.toCode === null) return;
    const key = `${link.fromCode} ${link.toCode}`;
    sums.set(key, addLinks(sums.get(key), link));
  };
  for (const link of first) {
    if (link.toCode === null) add(link);
    else for (const next of onward.get(link.toCode) ?? []) add(multiplyLinks(link, next));
  }
  for (const link of second) if (link.fromCode === null) add(link);
  const kept = [...sums.values()].filter(
    ({ areaShare, toAreaShare }) => Math.max(areaShare, toAreaShare ?? 0) >= smallestShare,
  );
  return sortLinks(nameChanges(normalizeLinks(kept)));
}

function multiplyLinks(first: LineageLink, second: LineageLink): LineageLink {
  const isNew = first.fromCode === null;
  const isLost = second.toCode === null;
  const forth = first.areaShare * second.areaShare;
  const back = multiply(first.toAreaShare, second.toAreaShare);
  return {
    level: first.level,
    fromCode: first.fromCode,
    toCode: second.toCode,
    change: chainChange(first, second),
    areaShare: isNew ? (back ?? 0) : forth,
    toAreaShare: isLost ? forth : back,
    populationShare: isNew ? null : multiply(first.populationShare, second.populationShare),
    toPopulationShare: isLost ? null : multiply(first.toPopulationShare, second.toPopulationShare),
  };
}

function multiply(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one * other;
}

/** Of two same shapes the whole way is one; anything else is named later, by the codes at its ends. */
function chainChange(first: LineageLink, second: LineageLink): Change {
  if (!isSameShape(first) || !isSameShape(second)) return 'redrawn';
  if (first.fromCode !== second.toCode) return 'recoded';
  return first.change === 'renamed' || second.change === 'renamed' ? 'renamed' : 'unchanged';
}

function addLinks(one: LineageLink | undefined, other: LineageLink): LineageLink {
  if (!one) return other;
  const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
  return {
    ...one,
    change: isSameShape(one) ? one.change : other.change,
    areaShare: one.areaShare + other.areaShare,
    populationShare: add(one.populationShare, other.populationShare),
    toAreaShare: add(one.toAreaShare, other.toAreaShare),
    toPopulationShare: add(one.toPopulationShare, other.toPopulationShare),
  };
}

/** Slivers that no row tells of were lost twice on the way: every area's shares are made to add up to 1 again. */
function normalizeLinks(links: readonly LineageLink[]): LineageLink[] {
  const sum = (key: 'fromCode' | 'toCode', share: keyof LineageLink & `${string}Share`) =>
    sumKnown(links.flatMap((link) => (link[key] === null ? [] : [[link[key], link[share]]])));
  const [ground, people] = [sum('fromCode', 'areaShare'), sum('fromCode', 'populationShare')];
  const [toGround, toPeople] = [sum('toCode', 'toAreaShare'), sum('toCode', 'toPopulationShare')];
  const divide = (share: number | null, total: number | null | undefined) =>
    share === null || !total ? share : share / total;
  return links.map((link) => {
    const areaShare = divide(link.areaShare, ground.get(link.fromCode)) ?? link.areaShare;
    const toAreaShare = divide(link.toAreaShare, toGround.get(link.toCode));
    return {
      ...link,
      areaShare: link.fromCode === null ? (toAreaShare ?? link.areaShare) : areaShare,
      toAreaShare: link.toCode === null ? areaShare : toAreaShare,
      populationShare: divide(link.populationShare, people.get(link.fromCode)),
      toPopulationShare: divide(link.toPopulationShare, toPeople.get(link.toCode)),
    };
  });
}

/** Names what happened to each pair of codes as `computeLineage` does, but for what kept its shape. */
function nameChanges(links: readonly LineageLink[]): LineageLink[] {
  const before = new Set(links.map(({ fromCode }) => fromCode));
  const after = new Set(links.map(({ toCode }) => toCode));
  const ended = (code: string | null) => code !== null && !after.has(code);
  const pairs = links.map(
    (link): Pair => ({
      from: link.fromCode,
      to: link.toCode,
      area: link.areaShare,
      people: null,
    }),
  );
  const verdicts = new Map(
    pairs.map((pair, index): [Pair, Change] => {
      const change = links[index]?.change ?? 'redrawn';
      if (sameShapes.includes(change) || pair.from === pair.to) return [pair, change];
      if (pair.to !== null && !before.has(pair.to)) return [pair, 'new'];
      return [pair, ended(pair.from) ? 'gone' : 'redrawn'];
    }),
  );
  for (const pair of chooseEndings(verdicts, ended)) verdicts.set(pair, 'gone');
  return links.map((link, index) => {
    const pair = pairs[index];
    return { ...link, change: (pair && verdicts.get(pair)) ?? link.change };
  });
}

function sortLinks(links: readonly LineageLink[]): LineageLink[] {
  const order = ({ level, fromCode, toCode }: LineageLink) => `${level} ${fromCode ?? '~'} ${toCode ?? '~'}`;
  return [...links].sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

/**
 * The shortest way from one boundary year to another along pairs that are held, either way round: the years passed,
 * both ends included; null where there is none. Of equally short ways the one whose years come first in time.
 */
export function findYearPath(
  held: readonly (readonly [number, number])[],
  from: number,
  to: number,
): number[] | null {
  const paths: number[][] = [[from]];
  const seen = new Set([from]);
  for (const path of paths) {
    const last = path.at(-1) ?? from;
    if (last === to) return path;
    const next = held.flatMap(([one, other]) => (one === last ? [other] : other === last ? [one] : []));
    for (const year of next.sort((a, b) => a - b)) {
      if (seen.has(year)) continue;
      seen.add(year);
      paths.push([...path, year]);
    }
  }
  return null;
}
