import type { ListedArea } from '../../../../geodata/area-list.ts';
import type { ColumnData, ColumnPeriod } from '../../../../geodata/columns/column.ts';
import { chooseIntervalMethod } from '../../../../geodata/comparing/chance/method.ts';
import type { Side } from '../../../../geodata/comparing/chance/side.ts';
import { findBreaks, growsWithArea } from '../../../../geodata/comparing/comparability.ts';
import {
  choosePeriods,
  type Doing,
  findOutcomes,
  type OutcomeFinding,
} from '../../../../geodata/comparing/outcome.ts';
import { referenceSide, referToGroups } from '../../../../geodata/comparing/references.ts';
import { findCounts, findGroupRule, sideAt } from '../../../../geodata/comparing/sides.ts';
import { absentArea } from '../../../../geodata/observation.ts';
import type { Text } from '../../../../geodata/text.ts';
import type { CatalogIndicator } from '../../../data/contract.ts';
import { hasFigure, listMoments } from '../../../state/area/moment.ts';

/** Something that is done in an area, by the number of what tells of it. */
export interface DoneIn extends Doing {
  readonly id: number;
  /** Code of an area of the level of the figures. */
  readonly area: string;
}

/** Why nothing was measured: the area was redrawn since, one side has no figure (which says why), or the series broke. */
export type Obstacle =
  | { readonly kind: 'redrawn' | 'break' | 'no-before' | 'no-after' }
  | { readonly kind: 'absent'; readonly period: string; readonly side: Side };

/** A figure of the area and that of what it is held against, in one period. */
interface Point {
  readonly moment: ColumnPeriod;
  readonly side: Side;
  /** null: nothing to hold it against. */
  readonly reference: Side | null;
}

/** What was measured of one thing that is done. */
export interface OutcomeRow {
  readonly done: DoneIn;
  readonly indicator: CatalogIndicator;
  /** Of its area. */
  readonly level: ColumnData['level'] | null;
  /** Where the area lies; null for one that the newest boundaries do not have. */
  readonly place: ListedArea | null;
  /** All periods, in order of time. */
  readonly points: readonly Point[];
  readonly before: Point | null;
  readonly after: Point | null;
  /** What it is held against: areas of its type, by its name, or all others (null); how many. null where it is held against none. */
  readonly group: { readonly type: Text | null; readonly size: number } | null;
  readonly obstacle: Obstacle | null;
  /** null where there is an obstacle. */
  readonly finding: OutcomeFinding | null;
}

/** The figures of a level that outcomes are measured on. */
export interface MeasuredLevel {
  readonly indicator: CatalogIndicator;
  /** Of the indicator, and of what it is derived from or weighted by. */
  readonly columns: ReadonlyMap<string, ColumnData>;
  /** Of the newest boundaries. */
  readonly places: readonly ListedArea[];
  /** The type of each area by its index, -1 for none, and their names; null where there are no types. */
  readonly types: { readonly of: ArrayLike<number>; readonly names: readonly Text[] } | null;
}

/**
 * Measures what came of things that are done in areas, each list on figures of its level, corrected for telling of all of
 * them at once. None of the areas in which it is done takes part in what they are held against.
 */
export function listOutcomes(
  lists: readonly { readonly done: readonly DoneIn[]; readonly level: MeasuredLevel }[],
  catalog: readonly CatalogIndicator[],
): OutcomeRow[] {
  const rows = lists.flatMap(({ done, level }) => {
    const codes = new Set(done.map(({ area }) => area));
    const leftOut = level.places.filter(({ code }) => codes.has(code)).map(({ index }) => index);
    return done.map((one) => describeRow(one, level, leftOut));
  });
  const told = rows.flatMap(({ indicator, before, after, obstacle }, at) =>
    before && after && !obstacle ? [{ at, input: pairUp(indicator, catalog, before, after) }] : [],
  );
  const findings = findOutcomes(told.map(({ input }) => input));
  const findingAt = new Map(told.map(({ at }, index) => [at, findings[index] ?? null]));
  return rows.map((row, at) => ({ ...row, finding: findingAt.get(at) ?? null }));
}

function pairUp(
  indicator: CatalogIndicator,
  catalog: readonly CatalogIndicator[],
  before: Point,
  after: Point,
) {
  const hasBounds = [before.side, after.side].every(({ lower, upper }) => !Number.isNaN(lower + upper));
  const isHeld = before.reference !== null && after.reference !== null;
  return {
    interval: chooseIntervalMethod(indicator, catalog, hasBounds),
    before: before.side,
    after: after.side,
    reference: isHeld ? { before: before.reference, after: after.reference } : null,
  };
}

function describeRow(
  done: DoneIn,
  level: MeasuredLevel,
  leftOut: readonly number[],
): Omit<OutcomeRow, 'finding'> {
  const { indicator, columns, places } = level;
  const column = columns.get(indicator.key);
  const place = places.find(({ code }) => code === done.area) ?? null;
  const nothing = {
    done,
    indicator,
    level: column?.level ?? null,
    place,
    points: [],
    before: null,
    after: null,
    group: null,
  };
  if (!place || !column) return { ...nothing, obstacle: { kind: 'redrawn' } };
  const { index } = place;
  const moments = listMoments(column, index);
  const known = choosePeriods(
    moments.filter((moment) => hasFigure(moment, index)),
    done,
  );
  const group = growsWithArea(indicator) ? null : chooseGroup(level, index, leftOut, known);
  const describe = (moment: ColumnPeriod): Point => ({
    moment,
    side: sideAt(moment, index, findCounts(indicator, columns, moment)),
    reference: group?.sideAt(moment) ?? null,
  });
  const obstacle = findObstacle({ done, indicator, column, index, moments, ...known });
  const points = moments.map(describe);
  const pointOf = (moment: ColumnPeriod | undefined) =>
    points.find((point) => point.moment === moment) ?? null;
  return {
    ...nothing,
    points,
    before: pointOf(known.before),
    after: pointOf(known.after),
    group: group && { type: group.type, size: group.size },
    obstacle,
  };
}

interface Chosen {
  readonly before: ColumnPeriod | undefined;
  readonly after: ColumnPeriod | undefined;
}

/** The areas of its type or, where those have no figure before or after, all others of its level. */
function chooseGroup(
  level: MeasuredLevel,
  index: number,
  leftOut: readonly number[],
  { before, after }: Chosen,
) {
  const type = level.types?.of[index] ?? -1;
  const all = new Int32Array(level.columns.get(level.indicator.key)?.size ?? 0).fill(-1);
  for (const place of level.places) all[place.index] = 0;
  const ofType = all.map((one, at) => (one === 0 && level.types?.of[at] === type ? 0 : -1));
  const name = level.types?.names[type] ?? null;
  const candidates = [...(name ? [{ type: name, groupOf: ofType }] : []), { type: null, groupOf: all }];
  for (const { type: own, groupOf } of candidates) {
    const made = { type: own, ...createGroup(level, index, groupOf, leftOut, after) };
    const isKnown = [before, after].every((moment) => moment && !Number.isNaN(made.sideAt(moment).value));
    if (isKnown) return made;
  }
  return null;
}

function createGroup(
  { indicator, columns }: MeasuredLevel,
  index: number,
  groupOf: Int32Array,
  leftOut: readonly number[],
  newest: ColumnPeriod | undefined,
) {
  const withoutThem = (moment: ColumnPeriod) => {
    const values = Float64Array.from(moment.values);
    for (const at of leftOut) values[at] = Number.NaN;
    return { ...moment, values };
  };
  const sideAt = (moment: ColumnPeriod): Side => {
    const rule = findGroupRule(indicator, columns, moment);
    return referenceSide(referToGroups(withoutThem(moment), rule, groupOf, 1), index);
  };
  const size = newest
    ? withoutThem(newest).values.filter((value, at) => groupOf[at] === 0 && !Number.isNaN(value)).length
    : 0;
  return { sideAt, size };
}

interface Searched extends Chosen {
  readonly done: DoneIn;
  readonly indicator: CatalogIndicator;
  readonly column: ColumnData;
  readonly index: number;
  readonly moments: readonly ColumnPeriod[];
}

function findObstacle({ done, indicator, column, index, moments, before, after }: Searched): Obstacle | null {
  const asked = choosePeriods(moments, done);
  const absent = (moment: ColumnPeriod): Obstacle => ({
    kind: 'absent',
    period: moment.period,
    side: sideAt(moment, index, null),
  });
  if (!before) {
    if (asked.before) return absent(asked.before);
    return { kind: wasThere(column, index, done) ? 'redrawn' : 'no-before' };
  }
  if (!after) return asked.after ? absent(asked.after) : { kind: 'no-after' };
  return findBreaks(indicator.breaks, before.period, after.period).length > 0 ? { kind: 'break' } : null;
}

/** Whether there are figures from before, in boundaries that do not have the area as it is. */
function wasThere({ periods }: ColumnData, index: number, done: DoneIn): boolean {
  const others = periods.filter(({ statuses }) => (statuses[index] ?? absentArea) === absentArea);
  return choosePeriods(others, done).before !== undefined;
}
