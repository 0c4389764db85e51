import { type RawBuilder, sql } from 'kysely';
import { listRuleLevels, type VisibilityRule } from '../../geodata/visibility.ts';
import type { Database } from '../database.ts';

/** Makes `area_within`: of every area those that it lies in, itself included, with their level. */
export async function gatherAreas(db: Database): Promise<void> {
  await sql`drop table if exists pg_temp.area_within`.execute(db);
  await sql`
    create temporary table area_within on commit drop as
    with recursive within as (
      select boundary_year, code, level, code as above, level as above_level, parent from area
      union all
      select within.boundary_year, within.code, within.level, area.code, area.level, area.parent
      from within join area on area.boundary_year = within.boundary_year and area.code = within.parent
    )
    select boundary_year, code, level, above, above_level from within
  `.execute(db);
  await sql`create index on area_within (boundary_year, above)`.execute(db);
  await sql`analyze area_within`.execute(db);
}

/**
 * Makes `closed_figure`, empty: figures that are not public, each as often as there is a reason. `passes` is what it passes on
 * to larger areas that are computed of it: what is closed from a level down only, is meant to be shown above it.
 */
export async function gatherClosed(db: Database): Promise<void> {
  await sql`drop table if exists pg_temp.closed_figure`.execute(db);
  await sql`
    create temporary table closed_figure (
      indicator text collate "C", level text collate "C", period text collate "C", boundary_year integer,
      area text collate "C", precedence smallint, visibility visibility, passes visibility
    ) on commit drop
  `.execute(db);
  await sql`create index on closed_figure (indicator, period, boundary_year, area)`.execute(db);
}

/** Closes the figures that a rule speaks of. What was computed has neither a source nor a release of its own. */
export async function closeByRule(db: Database, rule: VisibilityRule): Promise<void> {
  const passes = rule.level === null ? rule.visibility : null;
  await sql`
    insert into closed_figure
    select indicator, level, period, boundary_year, area, precedence, ${rule.visibility}::visibility, ${passes}::visibility
    from observation as figure
    where level = any(${listRuleLevels(rule.level)}::text[]) and ${isMeant(rule)}
  `.execute(db);
}

function isMeant({ kind, subject }: VisibilityRule): RawBuilder<boolean> {
  if (kind === 'indicator')
    return sql`indicator = any(array(select key from indicator where key = ${subject} or item_of = ${subject}))`;
  if (kind === 'source') return sql`source = ${subject} and origin in ('published', 'withheld')`;
  if (kind === 'municipality')
    return sql`area = any(array(select code from area_within where above = ${subject}))
      and (boundary_year, area) in (select boundary_year, code from area_within where above = ${subject})`;
  const releases = sql`array(select id from release where package = ${subject})`;
  return sql`((origin = 'published' and release = any(${releases})) or (origin = 'withheld' and exists (
    select from observation as given where given.origin = 'published' and given.release = any(${releases})
      and (given.indicator, given.level, given.period, given.boundary_year, given.area)
        = (figure.indicator, figure.level, figure.period, figure.boundary_year, figure.area))))`;
}

/** Closes the figures in the boundaries of years that are not public. */
export async function closeByYear(db: Database): Promise<void> {
  await sql`
    insert into closed_figure
    select indicator, level, period, boundary_year, area, precedence, boundary_year.visibility, boundary_year.visibility
    from observation join boundary_year on year = observation.boundary_year where boundary_year.visibility <> 'public'
  `.execute(db);
}
