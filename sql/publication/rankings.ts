import { sql } from 'kysely';
import type { Database } from '../database.ts';

/**
 * Writes the values of every level and period of an indicator in order, for ranks. They are shown to whoever may see the
 * indicator, so figures of releases that are not for all of those are left out.
 */
export async function replaceRankings(db: Database, indicator: string): Promise<void> {
  await sql`
    with current as materialized (select * from order_figures(${indicator})),
    gone as (
      delete from ranking where indicator = ${indicator}
        and (level, period, boundary_year) not in (select level, period, boundary_year from current)
    )
    insert into ranking select * from current
    on conflict (indicator, level, period, boundary_year) do update
      set releases = excluded.releases, areas = excluded.areas, ordered = excluded.ordered
      where (ranking.releases, ranking.ordered) is distinct from (excluded.releases, excluded.ordered)
  `.execute(db);
}
