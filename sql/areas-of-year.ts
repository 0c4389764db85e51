import { sql } from 'kysely';
import type { Level } from '../geodata/level.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { visibleYears } from './visible-to-reader.ts';

/** An area of one boundary year, as far as its figures are carried to it or from it. */
export interface AreaOfYear {
  readonly code: string;
  readonly level: Level;
  readonly name: string;
  readonly parent: string | null;
  readonly areaM2: number | null;
}

/** All areas of a boundary year, of every level, by code. */
export async function listAreasOfYear(db: Database, reader: Reader, year: number): Promise<AreaOfYear[]> {
  return db
    .selectFrom('area')
    .select(['code', 'level', 'name', 'parent', 'area_m2 as areaM2'])
    .where('boundary_year', '=', year)
    .where(sql<boolean>`boundary_year = any(${visibleYears(reader)})`)
    .orderBy('code')
    .execute();
}
