import { type RawBuilder, sql } from 'kysely';
import type { LineageRow } from '../geodata/boundary/lineage/lineage.ts';
import { inhabitantsKey } from '../geodata/inhabitants.ts';
import type { MapLevel } from '../geodata/level.ts';
import type { StoredBytes } from './artefacts.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { isVisibleFigure, shownLineage, visibleYears } from './visible-to-reader.ts';

/**
 * What became of the areas between two boundary years, of all levels or one, by level and code. Which share of the people
 * went is told where the reader may see the inhabitants that it was computed from.
 */
export async function listLineage(
  db: Database,
  reader: Reader,
  from: number,
  to: number,
  level?: MapLevel,
): Promise<LineageRow[]> {
  return db
    .selectFrom('lineage')
    .select([
      'level',
      'from_year as fromYear',
      'to_year as toYear',
      'from_code as fromCode',
      'to_code as toCode',
    ])
    .select(['change', 'area_share as areaShare'])
    .select(populationShare(reader).as('populationShare'))
    .where('from_year', '=', from)
    .where('to_year', '=', to)
    .where(sql<boolean>`array[from_year, to_year] <@ ${visibleYears(reader)}`)
    .$if(level !== undefined, (query) => query.where('level', '=', level as MapLevel))
    .orderBy('level')
    .orderBy('from_code', (order) => order.asc().nullsLast())
    .orderBy('to_code', (order) => order.asc().nullsLast())
    .execute();
}

/** Null where a neighbourhood of the same municipality has inhabitants that the reader may not see. */
function populationShare(reader: Reader): RawBuilder<number | null> {
  return sql`case when (lineage.from_year, coalesce(
      (select coalesce(higher.code, above.code, own.code) from area as own
        left join area as above on above.boundary_year = own.boundary_year and above.code = own.parent
          and above.level in ('municipality', 'district')
        left join area as higher on higher.boundary_year = above.boundary_year and higher.code = above.parent
          and higher.level = 'municipality'
        where own.boundary_year = lineage.from_year and own.code = lineage.from_code), '')) not in (
      select figure.boundary_year, figure.municipality from figure_group as figure
      where figure.indicator = ${inhabitantsKey} and figure.level = 'neighbourhood' and not ${isVisibleFigure(reader)})
    then lineage.population_share end`;
}

/** The same of all levels between two boundary years, either way round, as it is sent; null where it was not made ready. */
export async function findLineageAnswer(
  db: Database,
  reader: Reader,
  from: number,
  to: number,
): Promise<(StoredBytes & { readonly hash: string }) | null> {
  const row = await db
    .selectFrom('lineage_answer')
    .select(['hash', 'brotli', 'gzip'])
    .where('from_year', '=', from)
    .where('to_year', '=', to)
    .where(sql<boolean>`shown @> array[${shownLineage(reader)}]`)
    .executeTakeFirst();
  return row ?? null;
}

/** The pairs of boundary years, earlier and later, whose shapes were compared. */
export async function listLineageYears(db: Database, reader: Reader): Promise<[number, number][]> {
  const pairs = await db
    .selectFrom('lineage')
    .select(['from_year as from', 'to_year as to'])
    .distinct()
    .where(sql<boolean>`array[from_year, to_year] <@ ${visibleYears(reader)}`)
    .execute();
  return pairs.map(({ from, to }) => [from, to]);
}
