import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database.ts';

/** What a publication changed in the figures of an indicator and a period, computed figures included. */
export interface FigureDifference {
  readonly indicator: string;
  readonly period: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** The largest changes of a value. */
  readonly largest: readonly {
    readonly area: string;
    readonly boundaryYear: number;
    readonly before: number;
    readonly after: number;
  }[];
}

const largestNamed = 3;

/**
 * The figures as they were before the publication of `release`, as far as it changed them, those of the demonstration
 * left out, beside what it made of them: `before` and `after` are columns of one row a figure, null where there was none.
 */
export function compareFigures(publication: number, release: number): RawBuilder<unknown> {
  return sql`
    before as (
      select distinct on (indicator, level, period, boundary_year, area, precedence) *
      from history_observation
      where publication = ${publication} and release in (select id from release where id <> ${release} and not demonstration)
      order by indicator, level, period, boundary_year, area, precedence, step
    ), after as (
      select * from observation where release = ${release}
    ), compared as (
      select indicator, level, period, boundary_year, area, precedence = 0 as is_published,
        before.release as release_before, before.value as value_before, after.value as value_after,
        before.indicator is null as is_added, after.indicator is null as is_removed,
        before.indicator is not null and after.indicator is not null and
          (before.value, before.lower, before.upper, before.sample_size, before.status) is distinct from
          (after.value, after.lower, after.upper, after.sample_size, after.status) as is_changed
      from before full join after using (indicator, level, period, boundary_year, area, precedence)
    )`;
}

/** The difference that a publication made, by indicator and period; what stayed the same is left out. */
export async function listFigureDifferences(
  db: Database,
  publication: number,
  release: number,
): Promise<FigureDifference[]> {
  const { rows } = await sql<FigureDifference>`
    with ${compareFigures(publication, release)}, ranked as (
      select *, row_number() over (partition by indicator, period
        order by abs(value_after - value_before) desc nulls last, area, boundary_year) as place
      from compared where is_added or is_removed or is_changed
    )
    select indicator, period, count(*) filter (where is_added) as added, count(*) filter (where is_changed) as changed,
      count(*) filter (where is_removed) as removed,
      coalesce(jsonb_agg(jsonb_build_object('area', area, 'boundaryYear', boundary_year, 'before', value_before,
        'after', value_after) order by place)
        filter (where place <= ${largestNamed} and value_after <> value_before), '[]') as largest
    from ranked group by indicator, period order by indicator, period
  `.execute(db);
  return rows;
}

/** What a publication changed in the targets of an indicator. */
export interface TargetDifference {
  readonly indicator: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** The difference that a publication made in the targets; those of the demonstration left out. */
export async function listTargetDifferences(
  db: Database,
  publication: number,
  release: number,
): Promise<TargetDifference[]> {
  const { rows } = await sql<TargetDifference>`
    with before as (
      select distinct on (municipality, indicator, period) * from history_target
      where publication = ${publication} and release in (select id from release where id <> ${release} and not demonstration)
      order by municipality, indicator, period, step
    ), after as (
      select * from target where release = ${release}
    ), compared as (
      select indicator, before.release is null as is_added, after.release is null as is_removed,
        before.release is not null and after.release is not null and
          (before.value, before.source_title, before.source_url) is distinct from
          (after.value, after.source_title, after.source_url) as is_changed
      from before full join after using (municipality, indicator, period)
    )
    select indicator, count(*) filter (where is_added) as added, count(*) filter (where is_changed) as changed,
      count(*) filter (where is_removed) as removed
    from compared where is_added or is_removed or is_changed group by indicator order by indicator
  `.execute(db);
  return rows;
}

/** What a publication changed in the areas of a boundary year. */
export interface AreaDifference {
  readonly boundaryYear: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** The difference that a publication made in the areas: their name, place in the whole or ground. */
export async function listAreaDifferences(db: Database, publication: number): Promise<AreaDifference[]> {
  const { rows } = await sql<AreaDifference>`
    with before as (
      select distinct on (boundary_year, code) * from history_area
      where publication = ${publication} order by boundary_year, code, step
    )
    select before.boundary_year as "boundaryYear", count(*) filter (where action = 'insert' and area.code is not null) as added,
      count(*) filter (where action <> 'insert' and area.code is not null) as changed,
      count(*) filter (where area.code is null) as removed
    from before left join area using (boundary_year, code)
    where case when action = 'insert' then area.code is not null else area.code is null
      or (before.name, before.level, before.parent, before.water) is distinct from (area.name, area.level, area.parent, area.water)
      or before.geometry::text is distinct from area.geometry::text end
    group by before.boundary_year order by before.boundary_year
  `.execute(db);
  return rows;
}
