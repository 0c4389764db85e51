import { sql } from 'kysely';
import type { FigureReason } from '../../geodata/disclosure/rule.ts';
import type { MapLevel } from '../../geodata/level.ts';
import type { Observation, Status } from '../../geodata/observation.ts';
import { batchesOf } from '../chunks.ts';
import type { Database } from '../database.ts';
import type { Reader } from '../reader.ts';
import { isVisibleFigure } from '../visible-to-reader.ts';
import { otherReleases } from './release.ts';

/** Rows a statement: large enough that the round trip does not count, small enough for the embedded database. */
const rowsPerStatement = 5_000;

/**
 * Adds the figures under the release, or puts them in the place of those with the same key and origin; gives how many.
 * Reads no more of them at a time than it sends.
 */
export async function upsertObservations(
  db: Database,
  release: number,
  observations: Iterable<Observation>,
): Promise<number> {
  let written = 0;
  for (const batch of batchesOf(observations, rowsPerStatement)) {
    await upsertBatch(db, release, batch);
    written += batch.length;
  }
  return written;
}

/** As arrays, one a column, which the database reads without building a document of them first. */
async function upsertBatch(db: Database, release: number, batch: readonly Observation[]): Promise<void> {
  const list = (pick: (observation: Observation) => string | number | null) => formatArray(batch.map(pick));
  await sql`
    insert into observation (indicator, boundary_year, area, level, period, origin, value, lower, upper, sample_size,
      status, source, note, release)
    select given.*, ${release} from unnest(
      ${list(({ indicator }) => indicator)}::text[], ${list(({ boundaryYear }) => boundaryYear)}::integer[],
      ${list(({ area }) => area)}::text[], ${list(({ level }) => level)}::text[],
      ${list(({ period }) => period)}::text[], ${list(({ origin }) => origin)}::text[],
      ${list(({ value }) => value)}::double precision[], ${list(({ lower }) => lower)}::double precision[],
      ${list(({ upper }) => upper)}::double precision[], ${list(({ sampleSize }) => sampleSize)}::integer[],
      ${list(({ status }) => status)}::text[], ${list(({ source }) => source)}::text[],
      ${list(({ note }) => note && JSON.stringify(note))}::jsonb[]) as given
    on conflict (indicator, level, period, boundary_year, area, precedence) do update set value = excluded.value,
      lower = excluded.lower, upper = excluded.upper, sample_size = excluded.sample_size, status = excluded.status,
      source = excluded.source, note = excluded.note, release = excluded.release
  `.execute(db);
}

/** An array as PostgreSQL writes it. */
export function formatArray(items: readonly (string | number | null)[]): string {
  const formatted = items.map((item) =>
    typeof item === 'string' ? `"${item.replaceAll(/["\\]/g, '\\$&')}"` : (item ?? 'NULL'),
  );
  return `{${formatted.join()}}`;
}

/** Removes the figures that another release of the same package gave and that `release` no longer gives. */
export async function removeSupersededObservations(db: Database, release: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('observation')
    .where(sql<boolean>`release = any(${otherReleases(release)})`)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

export interface ColumnFigure {
  /** Number of the area version: the row in the column. */
  readonly index: number;
  readonly period: string;
  readonly boundaryYear: number;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: Status;
  /** What is said of it beside its status; null: nothing. */
  readonly reason: FigureReason | null;
}

/** The figures that a reader's column holds, one a cell, ordered by period, boundary year and index. */
export async function listColumnFigures(
  db: Database,
  reader: Reader,
  indicator: string,
  level: MapLevel,
): Promise<ColumnFigure[]> {
  const { rows } = await sql<ColumnFigure>`
    select distinct on (figure.period, figure.boundary_year, area.index) area.index, figure.period,
      figure.boundary_year as "boundaryYear", figure.value, figure.lower, figure.upper, figure.status,
      coalesce(figure.note ->> 'suppressed', case when (figure.note ->> 'isIndicative')::boolean then 'indicative' end) as reason
    from observation as figure
    join area on area.boundary_year = figure.boundary_year and area.code = figure.area
    where figure.indicator = ${indicator} and figure.level = ${level} and area.index is not null
      and ${isVisibleFigure(reader)}
    order by figure.period, figure.boundary_year, area.index, figure.precedence
  `.execute(db);
  return rows;
}
