import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { isVisibleFigure, visibleYears } from './visible-to-reader.ts';

/** What of a source is published, as far as the reader may see it. */
export interface SourceUse {
  readonly key: string;
  /** Packages of the releases that hold its figures or boundaries, in order of time. */
  readonly releases: readonly string[];
  readonly boundaryYears: readonly number[];
  readonly periods: readonly {
    readonly indicator: string;
    readonly period: string;
    readonly provisional: boolean;
  }[];
}

/** What is published of each source that the reader may see anything of. */
export async function listSourceUses(db: Database, reader: Reader): Promise<SourceUse[]> {
  const { rows } = await sql<SourceUse>`
    with used as (
      select source, release, is_computed, indicator, period, sum(provisional) > 0 as provisional
      from figure_group as figure where ${isVisibleFigure(reader)}
      group by source, release, is_computed, indicator, period
    ), years as (
      select source, release, year from boundary_year where year = any(${visibleYears(reader)})
    )
    select key,
      array(select package from release where id in (
        select release from used where source = key and not is_computed
        union select release from years where source = key) order by id) as releases,
      array(select year from years where source = key order by 1) as "boundaryYears",
      coalesce((select jsonb_agg(jsonb_build_object('indicator', indicator, 'period', period, 'provisional', provisional)
        order by indicator, period) from (select indicator, period, bool_or(provisional) as provisional from used
          where source = key group by indicator, period) as periods), '[]') as periods
    from source where key in (select source from used union select source from years) order by key
  `.execute(db);
  return rows;
}
