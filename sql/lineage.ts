import { sql } from 'kysely';
import type { LineageRow } from '../geodata/boundary/lineage/lineage.ts';
import type { MapLevel } from '../geodata/level.ts';
import type { Database } from './database.ts';
import { type Reader, visibleYears } from './reader.ts';

/** What became of the areas between two boundary years, of all levels or one, by level and code. */
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
    .select(['change', 'area_share as areaShare', 'population_share as populationShare'])
    .where('from_year', '=', from)
    .where('to_year', '=', to)
    .where(sql<boolean>`array[from_year, to_year] <@ ${visibleYears(reader)}`)
    .$if(level !== undefined, (query) => query.where('level', '=', level as MapLevel))
    .orderBy('level')
    .orderBy('from_code', (order) => order.asc().nullsLast())
    .orderBy('to_code', (order) => order.asc().nullsLast())
    .execute();
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
