import { sql } from 'kysely';
import type { Level } from '../geodata/level.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { visibleYears } from './visible-to-reader.ts';

/** An area named in passing. */
export interface AreaReference {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
}

export interface AreaDetail extends AreaReference {
  readonly boundaryYear: number;
  /** Number of its area version: feature id in the tiles, row in the columns. */
  readonly index: number | null;
  readonly water: boolean;
  readonly areaM2: number | null;
  /** From the level just above to the country. */
  readonly parents: readonly AreaReference[];
  /** Areas of the same level that share a border. */
  readonly neighbours: readonly AreaReference[];
  /** West, south, east, north; of the region's municipalities for a region, null for the country. */
  readonly bbox: [number, number, number, number] | null;
  /** A point inside, where the name stands: longitude, latitude. */
  readonly centroid: [number, number] | null;
}

/** The area of a code in a boundary year, or in the latest that has it; null where there is none. */
export async function findArea(
  db: Database,
  reader: Reader,
  code: string,
  boundaryYear?: number,
): Promise<AreaDetail | null> {
  const { rows } = await sql<AreaDetail>`
    with found as (
      select * from area
      where code = ${code} and boundary_year = any(${visibleYears(reader)})
        and boundary_year = coalesce(${boundaryYear ?? null}::integer, boundary_year)
      order by boundary_year desc limit 1
    ), shape as (
      select st_extent(area.geometry) as box from area join found on area.boundary_year = found.boundary_year
        and (area.code = found.code or (found.level = 'region' and area.parent = found.code))
    )
    select code, name, level, boundary_year as "boundaryYear", index, water, area_m2 as "areaM2",
      ${parentsOfFound} as parents, ${neighboursOfFound} as neighbours,
      case when box is not null then json_build_array(st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)) end as bbox,
      case when label is not null then json_build_array(st_x(label), st_y(label))
        when box is not null then json_build_array((st_xmin(box) + st_xmax(box)) / 2, (st_ymin(box) + st_ymax(box)) / 2)
        end as centroid
    from found cross join shape
  `.execute(db);
  return rows[0] ?? null;
}

const parentsOfFound = sql`(
  with recursive above as (
    select area.*, 1 as height from area
    where area.boundary_year = found.boundary_year and area.code = found.parent
    union all
    select area.*, height + 1 from area
    join above on area.boundary_year = above.boundary_year and area.code = above.parent
  )
  select coalesce(json_agg(json_build_object('code', code, 'name', name, 'level', level) order by height), '[]')
  from above
)`;

const neighboursOfFound = sql`(
  select coalesce(json_agg(json_build_object('code', area.code, 'name', area.name, 'level', area.level) order by area.code), '[]')
  from area where area.boundary_year = found.boundary_year and area.code = any(found.neighbours)
)`;

/** The areas just below one, by code. */
export async function listChildren(
  db: Database,
  reader: Reader,
  code: string,
  boundaryYear: number,
): Promise<AreaReference[]> {
  return db
    .selectFrom('area')
    .select(['code', 'name', 'level'])
    .where('parent', '=', code)
    .where('boundary_year', '=', boundaryYear)
    .where(sql<boolean>`boundary_year = any(${visibleYears(reader)})`)
    .orderBy('code')
    .execute();
}

/** The boundary years that have the code, in order of time. */
export async function listAreaYears(db: Database, reader: Reader, code: string): Promise<number[]> {
  const rows = await db
    .selectFrom('area')
    .select('boundary_year')
    .where('code', '=', code)
    .where(sql<boolean>`boundary_year = any(${visibleYears(reader)})`)
    .orderBy('boundary_year')
    .execute();
  return rows.map((row) => row.boundary_year);
}

export interface AreaEntry extends AreaReference {
  readonly parent: string | null;
  readonly index: number | null;
  readonly water: boolean;
}

/** All areas of a level in a boundary year, by code. */
export async function listAreas(
  db: Database,
  reader: Reader,
  boundaryYear: number,
  level: Level,
): Promise<AreaEntry[]> {
  return db
    .selectFrom('area')
    .select(['code', 'name', 'level', 'parent', 'index', 'water'])
    .where('boundary_year', '=', boundaryYear)
    .where('level', '=', level)
    .where(sql<boolean>`boundary_year = any(${visibleYears(reader)})`)
    .orderBy('code')
    .execute();
}
