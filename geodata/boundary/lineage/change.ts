import type { MapLevel } from '../../level.ts';
import type { Shape, YearShapes } from '../topology.ts';
import { type Overlap, overlay } from './overlay.ts';

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
 *   one that began is `new`, but for one pair of an ended code that has no other: there its largest part that leaves the
 *   new code another row of its own is `gone`. So each ended and each begun code is told of by a row wherever possible.
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

/**
 * Two shapes are the same when their intersection is at least this share of their union. Publishers redraw lines by some
 * 10 metres without meaning a change; of a built-up neighbourhood of 500 m across that is 4% of the ground. Shapes of
 * neighbourhoods are compared as delivered where both are at hand, as fitting an area to its neighbours lends it lines
 * of theirs, which can hide that it was redrawn.
 */
export const sameShapeTolerance = 0.95;

/** Ground in common that is less than this share of both areas is drawing noise, and no row. */
export const smallestShare = 0.001;

/** The shapes of a boundary year with the names of its areas by code. */
export type LineageYear = YearShapes & { readonly names: ReadonlyMap<string, string> };

export interface Pair extends Overlap {
  /** Inhabitants on the common ground; null where unknown. */
  readonly people: number | null;
}

export function sumBy(
  overlaps: readonly Overlap[],
  keyOf: (overlap: Overlap) => string | null,
): Map<string | null, number> {
  const sums = new Map<string | null, number>();
  for (const overlap of overlaps) sums.set(keyOf(overlap), (sums.get(keyOf(overlap)) ?? 0) + overlap.area);
  return sums;
}

/** What happened to each pair of codes (see `LineageRow`), and the ground of every area. */
export function judgePairs(pairs: readonly Pair[], from: LineageYear, to: LineageYear) {
  const fromGround = sumBy(pairs, (pair) => pair.from);
  const toGround = sumBy(pairs, (pair) => pair.to);
  const groundFrom = (code: string | null) => fromGround.get(code) || 1;
  const groundTo = (code: string | null) => toGround.get(code) || 1;
  const compare = compareDelivered(from, to);
  const isSame = (pair: Pair) => {
    if (pair.from === null || pair.to === null) return false;
    const union = groundFrom(pair.from) + groundTo(pair.to) - pair.area;
    return (compare(pair.from, pair.to) ?? pair.area / union) >= sameShapeTolerance;
  };
  const kept = new Set(pairs.flatMap((pair) => (pair.from === pair.to && isSame(pair) ? [pair.from] : [])));
  const hasBegun = (code: string | null) => code !== null && !fromGround.has(code);
  const hasEnded = (code: string | null) => code !== null && !toGround.has(code);
  const isSettled = (code: string | null) => code === null || kept.has(code);

  const judge = (pair: Pair): Change | null => {
    if (pair.from !== null && pair.from === pair.to) {
      if (!kept.has(pair.from)) return 'redrawn';
      return from.names.get(pair.from) === to.names.get(pair.from) ? 'unchanged' : 'renamed';
    }
    if (hasBegun(pair.to) && hasEnded(pair.from) && isSame(pair)) return 'recoded';
    const fromShare = pair.from === null ? 0 : pair.area / groundFrom(pair.from);
    const toShare = pair.to === null ? 0 : pair.area / groundTo(pair.to);
    if (Math.max(fromShare, toShare) < smallestShare) return null;
    if (hasBegun(pair.to)) return 'new';
    if (hasEnded(pair.from)) return 'gone';
    return isSettled(pair.from) && isSettled(pair.to) ? null : 'redrawn';
  };
  const verdicts = new Map(pairs.map((pair) => [pair, judge(pair)]));
  for (const pair of chooseEndings(verdicts, hasEnded)) verdicts.set(pair, 'gone');
  return { changeOf: (pair: Pair) => verdicts.get(pair) ?? null, groundFrom, groundTo };
}

/** For each ended code without a row `gone`, the `new` row that becomes it. */
export function chooseEndings(
  verdicts: ReadonlyMap<Pair, Change | null>,
  hasEnded: (code: string | null) => boolean,
): Pair[] {
  const told = new Set<string | null>();
  const rowsOfNew = new Map<string | null, number>();
  const candidates = new Map<string | null, Pair[]>();
  for (const [pair, verdict] of verdicts) {
    if (verdict === 'gone') told.add(pair.from);
    if (verdict !== 'new') continue;
    rowsOfNew.set(pair.to, (rowsOfNew.get(pair.to) ?? 0) + 1);
    if (hasEnded(pair.from)) candidates.set(pair.from, [...(candidates.get(pair.from) ?? []), pair]);
  }
  const endings: Pair[] = [];
  for (const [code, pairs] of candidates) {
    if (told.has(code)) continue;
    const spare = pairs.filter(({ to }) => (rowsOfNew.get(to) ?? 0) > 1);
    const [largest] = (spare.length > 0 ? spare : pairs).sort((one, two) => two.area - one.area);
    if (!largest) continue;
    rowsOfNew.set(largest.to, (rowsOfNew.get(largest.to) ?? 0) - 1);
    endings.push(largest);
  }
  return endings;
}

/** Intersection over union of two neighbourhoods as delivered; null where one of them is not at hand. */
function compareDelivered(
  from: YearShapes,
  to: YearShapes,
): (fromCode: string, toCode: string) => number | null {
  const index = (shapes: readonly Shape[]) => new Map(shapes.map(({ code, delivered }) => [code, delivered]));
  const before = index(from.neighbourhood);
  const after = index(to.neighbourhood);
  return (fromCode, toCode) => {
    const one = before.get(fromCode);
    const two = after.get(toCode);
    if (!one || !two) return null;
    let common = 0;
    let union = 0;
    for (const { area, ...pair } of overlay(
      [{ code: fromCode, polygons: one }],
      [{ code: toCode, polygons: two }],
    )) {
      union += area;
      if (pair.from !== null && pair.to !== null) common += area;
    }
    return union === 0 ? null : common / union;
  };
}
