import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Reader } from '../reader.ts';
import { classOfFigure, isVisibleFigure } from '../visible-to-reader.ts';

/**
 * Writes the values of every level and period of an indicator in order, for ranks: for each of the readers, who are all that
 * there are, of what he may see. Readers who may see the same of a level and period share one.
 */
export async function replaceRankings(
  db: Database,
  readers: readonly Reader[],
  indicator: string,
): Promise<void> {
  const wanted = sql.join(
    readers.map((reader) => listCells(reader, indicator)),
    sql` union `,
  );
  await sql`
    delete from ranking where indicator = ${indicator}
      and (level, period, boundary_year, shown) not in (select level, period, boundary_year, shown from (${wanted}) as wanted)
  `.execute(db);
  const done: RawBuilder<unknown>[] = [];
  for (const reader of readers) {
    await writeRankings(db, reader, indicator, done);
    done.push(listCells(reader, indicator));
  }
}

/** Levels and periods with the classes of figures that the reader may see of them. */
function listCells(reader: Reader, indicator: string): RawBuilder<unknown> {
  return sql`select level, period, boundary_year, string_agg(distinct ${classOfFigure}, ' ' order by ${classOfFigure}) as shown
    from figure_group as figure where figure.indicator = ${indicator} and ${isVisibleFigure(reader)}
    group by level, period, boundary_year`;
}

async function writeRankings(
  db: Database,
  reader: Reader,
  indicator: string,
  done: readonly RawBuilder<unknown>[],
): Promise<void> {
  const others = done.map((cells) => sql`except ${cells}`);
  await sql`
    with cells as materialized (${listCells(reader, indicator)} ${others.length > 0 ? sql.join(others, sql` `) : sql``}),
    figures as (
      select distinct on (level, period, boundary_year, area) level, period, boundary_year, area, value, shown
      from observation as figure join cells using (level, period, boundary_year)
      where figure.indicator = ${indicator} and ${isVisibleFigure(reader)}
      order by level, period, boundary_year, area, precedence
    )
    insert into ranking (indicator, level, period, boundary_year, shown, areas, ordered)
    select ${indicator}, level, period, boundary_year, shown, count(value),
      coalesce(array_agg(value order by value) filter (where value is not null), '{}')
    from figures group by level, period, boundary_year, shown
    on conflict (indicator, level, period, boundary_year, shown) do update
      set areas = excluded.areas, ordered = excluded.ordered
      where ranking.ordered is distinct from excluded.ordered
  `.execute(db);
}
