import { type RawBuilder, sql } from 'kysely';
import type { Level } from '../geodata/level.ts';
import type { Observation } from '../geodata/observation.ts';
import type { Cursor } from './cursor.ts';
import type { Database } from './database.ts';
import { isPublic, type Reader } from './reader.ts';
import { listSourcesByKey, type Source } from './sources.ts';
import { isVisibleFigure } from './visible-to-reader.ts';

export { type Cursor, formatCursor, parseCursor } from './cursor.ts';

/** Which figures: those that fit one of the values of every filter given. */
export interface ObservationFilter {
  /** Addresses of indicators and items. */
  readonly indicator: readonly string[];
  readonly period?: readonly string[] | undefined;
  readonly level?: readonly Level[] | undefined;
  readonly area?: readonly string[] | undefined;
  /** Areas that lie in one of these, however deep; the area itself is not in itself. */
  readonly within?: readonly string[] | undefined;
  readonly boundaryYear?: readonly number[] | undefined;
  readonly after?: Cursor | undefined;
  readonly limit: number;
}

export interface ObservationRow extends Observation {
  readonly areaName: string;
}

export interface ObservationPage {
  /** Ordered by indicator, level, period, boundary year and area; the order never changes between pages. */
  readonly rows: ObservationRow[];
  /** The sources that the rows name by key. */
  readonly sources: Source[];
  /** Where the next page begins; null at the end. */
  readonly next: Cursor | null;
}

/** A page of the figures that the reader may see. Of a cell with several origins, the source's own figure is listed. */
export async function listObservations(
  db: Database,
  reader: Reader,
  filter: ObservationFilter,
): Promise<ObservationPage> {
  const found = await selectPage(db, reader, filter);
  const rows = found.slice(0, filter.limit);
  const sources = await listSourcesByKey(
    db,
    rows.map(({ source }) => source),
  );
  const last = rows.at(-1);
  return { rows, sources, next: found.length > filter.limit && last ? cursorOf(last) : null };
}

/** Whether figures that pass the filter, and that the reader may see, are not public. */
export async function holdsClosedFigures(
  db: Database,
  reader: Reader,
  filter: Omit<ObservationFilter, 'limit'>,
): Promise<boolean> {
  if (isPublic(reader)) return false;
  const { indicator, level } = filter;
  const closed = sql`${isVisibleFigure(reader)} and figure.visibility <> 'public'`;
  const ofGroup = [isOneOf('indicator', indicator), ...(level ? [isOneOf('level', level)] : [])];
  const conditions = sql.join(conditionsOf({ ...filter, limit: 0 }), sql` and `);
  const { rows } = await sql<{ holds: boolean }>`
    select case when exists (select from figure_group as figure where ${sql.join(ofGroup, sql` and `)} and ${closed})
      then exists (select from observation as figure where ${conditions} and ${closed})
      else false end as holds`.execute(db);
  return rows[0]?.holds ?? false;
}

/** One indicator or item after the other, so that each is read in the order of the index, and no further than the page. */
async function selectPage(
  db: Database,
  reader: Reader,
  filter: ObservationFilter,
): Promise<ObservationRow[]> {
  const rows: ObservationRow[] = [];
  for (const indicator of [...new Set(filter.indicator)].sort()) {
    if (filter.after && indicator < filter.after.indicator) continue;
    const limit = filter.limit - rows.length;
    rows.push(...(await selectFigures(db, reader, { ...filter, indicator: [indicator], limit })));
    if (rows.length > filter.limit) break;
  }
  return rows;
}

async function selectFigures(
  db: Database,
  reader: Reader,
  filter: ObservationFilter,
): Promise<ObservationRow[]> {
  const conditions = [isVisibleFigure(reader), ...conditionsOf(filter)];
  const { rows } = await sql<ObservationRow>`
    select page.*, area.name as "areaName" from (
      select distinct on (indicator, level, period, boundary_year, area)
        indicator, area, level, boundary_year as "boundaryYear", period, value, lower, upper,
        sample_size as "sampleSize", status, origin, source, note
      from observation as figure
      where ${sql.join(conditions, sql` and `)}
      order by indicator, level, period, boundary_year, area, precedence
      limit ${filter.limit + 1}
    ) as page
    join area on area.boundary_year = page."boundaryYear" and area.code = page.area
    order by page.indicator, page.level, page.period, page."boundaryYear", page.area
  `.execute(db);
  return rows;
}

function conditionsOf(filter: ObservationFilter): RawBuilder<boolean>[] {
  const { indicator, period, level, area, within, boundaryYear, after } = filter;
  const conditions = [isOneOf('indicator', indicator)];
  if (period) conditions.push(isOneOf('period', period));
  if (level) conditions.push(isOneOf('level', level));
  if (area) conditions.push(isOneOf('area', area));
  if (within) conditions.push(isWithin(within));
  if (boundaryYear) conditions.push(sql`figure.boundary_year = any(${boundaryYear}::integer[])`);
  if (after)
    conditions.push(sql`(indicator, level, period, boundary_year, area) >
      (${after.indicator}, ${after.level}, ${after.period}, ${after.boundaryYear}::integer, ${after.area})`);
  return conditions;
}

/** One value is compared by `=`: only then the index gives the rows in order. */
function isOneOf(column: string, values: readonly string[]): RawBuilder<boolean> {
  const reference = sql.ref(`figure.${column}`);
  return values.length === 1 ? sql`${reference} = ${values[0]}` : sql`${reference} = any(${values}::text[])`;
}

/**
 * The codes alone are asked for too: the planner takes figures that a reader may see for a handful, and would hold all of
 * an indicator against every area instead of looking these few up.
 */
function isWithin(codes: readonly string[]): RawBuilder<boolean> {
  const below = sql`with recursive below as (
      select boundary_year, code from area where parent = any(${codes}::text[])
      union
      select area.boundary_year, area.code from area
      join below on area.boundary_year = below.boundary_year and area.parent = below.code
    )`;
  return sql`figure.area = any(array(${below} select code from below))
    and (figure.boundary_year, figure.area) in (${below} select boundary_year, code from below)`;
}

function cursorOf({ indicator, level, period, boundaryYear, area }: ObservationRow): Cursor {
  return { indicator, level, period, boundaryYear, area };
}
