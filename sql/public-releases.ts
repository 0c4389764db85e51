import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { isVisibleFigure, visibleYears } from './visible-to-reader.ts';

/** Of a published release, what everybody may see of it. */
export interface PublicRelease {
  readonly package: string;
  readonly title: string;
  readonly publishedAt: Date;
  /** Of its figures, by whom each indicator (not its items) is, and of which periods. */
  readonly figures: readonly {
    readonly indicator: string;
    readonly source: string;
    readonly periods: string[];
  }[];
  /** Of its boundaries. */
  readonly boundaries: readonly { readonly year: number; readonly source: string }[];
}

/** The releases that hold something public, in order of time; none for a reader who may see nothing. */
export async function listPublicReleases(db: Database, reader: Reader): Promise<PublicRelease[]> {
  const { rows } = await sql<PublicRelease>`
    with used as (
      select release, split_part(indicator, '/', 1) as indicator, source, jsonb_agg(distinct period) as periods
      from figure_group as figure
      where ${isVisibleFigure(reader)} and figure.visibility = 'public' and not figure.is_computed
      group by 1, 2, 3
    ), years as (
      select release, year, source from boundary_year
      where year = any(${visibleYears(reader)}) and visibility = 'public'
    )
    select package, title, published_at as "publishedAt",
      coalesce((select jsonb_agg(jsonb_build_object('indicator', indicator, 'source', source, 'periods', periods)
        order by indicator, source) from used where release = release.id), '[]') as figures,
      coalesce((select jsonb_agg(jsonb_build_object('year', year, 'source', source) order by year)
        from years where release = release.id), '[]') as boundaries
    from release
    where published_at is not null and (id in (select release from used) or id in (select release from years))
    order by id`.execute(db);
  return rows;
}
