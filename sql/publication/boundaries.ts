import type { Position } from 'geojson';
import { sql } from 'kysely';
import type { AreaVersion } from '../../geodata/area.ts';
import type { Level, MapLevel } from '../../geodata/level.ts';
import { chunksOf } from '../chunks.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';

export interface AreaInput {
  readonly code: string;
  readonly level: Level;
  readonly name: string;
  readonly parent: string | null;
  readonly water: boolean;
  /** Number of its area version; null for country and region. */
  readonly index: number | null;
  /** Coordinates of a valid MultiPolygon in WGS84, longitude first; null for country and region. */
  readonly polygons: readonly (readonly (readonly Readonly<Position>[])[])[] | null;
  /** Where its name stands: longitude, latitude. */
  readonly label: readonly [number, number] | null;
  readonly areaM2: number | null;
  readonly neighbours: readonly string[];
}

export interface BoundaryYearInput {
  readonly year: number;
  /** Key of the boundaries' source. */
  readonly source: string;
  readonly release: number;
}

/**
 * Makes `areas` the areas of the boundary year. Figures of areas that stay, stay; an area that goes takes its figures
 * with it.
 */
export async function replaceBoundaryYear(
  db: Database,
  boundaryYear: BoundaryYearInput,
  areas: readonly AreaInput[],
): Promise<void> {
  const { year } = boundaryYear;
  await db
    .insertInto('boundary_year')
    .values(boundaryYear)
    .onConflict((conflict) =>
      conflict
        .column('year')
        .doUpdateSet(({ ref }) => ({ source: ref('excluded.source'), release: ref('excluded.release') })),
    )
    .execute();
  const codes = areas.map(({ code }) => code);
  await db
    .deleteFrom('area')
    .where('boundary_year', '=', year)
    .where(sql<boolean>`code <> all(${codes}::text[])`)
    .execute();
  const rows = areas.map((area) => JSON.stringify(rowOf(area)));
  for (const chunk of chunksOf(rows, 500, (row) => row.length)) await upsertAreas(db, year, chunk);
}

function rowOf({ areaM2, polygons, label, ...area }: AreaInput): Record<string, unknown> {
  return {
    ...area,
    area_m2: areaM2,
    geometry: polygons && { type: 'MultiPolygon', coordinates: polygons },
    label: label && { type: 'Point', coordinates: label },
  };
}

async function upsertAreas(db: Database, year: number, rows: readonly string[]): Promise<void> {
  await sql`
    insert into area (boundary_year, code, level, name, folded_name, parent, water, index, geometry, label, area_m2, neighbours)
    select ${year}, code, level, name, lower(unaccent(name)), parent, water, index,
      st_setsrid(st_geomfromgeojson(geometry), 4326), st_setsrid(st_geomfromgeojson(label), 4326), area_m2, neighbours
    from jsonb_to_recordset(${`[${rows.join(',')}]`}::jsonb) as given (code text, level text, name text, parent text,
      water boolean, index integer, geometry jsonb, label jsonb, area_m2 double precision, neighbours text[])
    on conflict (boundary_year, code) do update set level = excluded.level, name = excluded.name,
      folded_name = excluded.folded_name, parent = excluded.parent, water = excluded.water, index = excluded.index,
      geometry = excluded.geometry, label = excluded.label, area_m2 = excluded.area_m2, neighbours = excluded.neighbours
  `.execute(db);
}

/** Every area version that the map and the columns know, by level and number. */
export async function listVersions(db: Database): Promise<AreaVersion[]> {
  return db
    .selectFrom('area_version')
    .select(['level', 'index', 'code', 'first_year as firstYear', 'last_year as lastYear'])
    .orderBy('level')
    .orderBy('index')
    .execute();
}

/** Makes `versions` the area versions of all levels. */
export async function replaceVersions(db: Database, versions: readonly AreaVersion[]): Promise<void> {
  await db.deleteFrom('area_version').execute();
  for (const chunk of chunksOf(versions, 2_000))
    await sql`
      insert into area_version (level, index, code, first_year, last_year)
      select * from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb)
        as given (level text, index integer, code text, "firstYear" integer, "lastYear" integer)
    `.execute(db);
}

export interface LineageInput {
  readonly level: MapLevel;
  readonly fromYear: number;
  readonly toYear: number;
  readonly fromCode: string | null;
  readonly toCode: string | null;
  readonly change: Tables['lineage']['change'];
  /** Share of the earlier area's ground that became the later one's, 0 to 1. */
  readonly areaShare: number;
  readonly populationShare: number | null;
}

/** Makes `rows` the lineage of all pairs of boundary years. */
export async function replaceLineage(db: Database, rows: readonly LineageInput[]): Promise<void> {
  await db.deleteFrom('lineage').execute();
  for (const chunk of chunksOf(rows, 2_000))
    await sql`
      insert into lineage (level, from_year, to_year, from_code, to_code, change, area_share, population_share)
      select * from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb)
        as given (level text, "fromYear" integer, "toYear" integer, "fromCode" text, "toCode" text, change text,
          "areaShare" double precision, "populationShare" double precision)
    `.execute(db);
}
