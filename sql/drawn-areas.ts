import type { MultiPolygon } from 'geojson';
import { type RawBuilder, sql } from 'kysely';
import type { Bounds } from '../geodata/boundary/measure.ts';
import type { DrawnArea } from '../geodata/boundary/tiles/rd-tile.ts';
import type { MapLevel } from '../geodata/level.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { visibleYears } from './visible-to-reader.ts';

/**
 * The areas of a level with ground within bounds, cut off there, with their corners on a grid: corners that areas share
 * stay shared, and those that fall together are one. All in degrees.
 */
export async function listDrawnAreas(
  db: Database,
  reader: Reader,
  { boundaryYear, level }: { readonly boundaryYear: number; readonly level: MapLevel },
  [west, south, east, north]: Bounds,
  [lon, lat]: readonly [number, number],
): Promise<DrawnArea[]> {
  const box = sql`st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)`;
  const { rows } = await sql<Omit<DrawnArea, 'shape'> & { readonly shape: string }>`
    select code, name, index, ${writeShape(sql`drawn.shape`)} as shape from (
      select code, name, index, st_snaptogrid(st_clipbybox2d(area.geometry, ${box}), ${lon}::float8, ${lat}::float8) as shape
      from area
      where boundary_year = ${boundaryYear} and level = ${level} and index is not null
        and area.geometry && ${box} and boundary_year = any(${visibleYears(reader)})
    ) as drawn
    where drawn.shape is not null and not st_isempty(drawn.shape)
    order by index`.execute(db);
  return rows.map(({ shape, ...area }) => ({ ...area, shape: JSON.parse(shape) as MultiPolygon }));
}

/** Polygons alone, whatever cutting made of them. */
function writeShape(shape: RawBuilder<unknown>): RawBuilder<string> {
  return sql`st_asgeojson(st_multi(st_collectionextract(${shape}, 3)), 9)`;
}
