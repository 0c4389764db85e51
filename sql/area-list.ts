import { sql } from 'kysely';
import type { MapLevel } from '../geodata/level.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { visibleYears } from './visible-to-reader.ts';

/** An area with where it lies, to list, find and walk through. */
export interface ListedArea {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  /** Number of its area version: feature id in the tiles, row in the columns. */
  readonly index: number;
  readonly water: boolean;
  /** West, south, east, north, degrees. */
  readonly bbox: [number, number, number, number];
  /** A point inside, where the name stands: longitude, latitude. */
  readonly centroid: [number, number];
  /** Codes of the areas of the same level that share a border. */
  readonly neighbours: string[];
}

/** All areas of a level in a boundary year, by code, with where they lie. */
export async function listAreaList(
  db: Database,
  reader: Reader,
  boundaryYear: number,
  level: MapLevel,
): Promise<ListedArea[]> {
  const { rows } = await sql<ListedArea>`
    select code, name, parent, index, water, neighbours,
      json_build_array(st_xmin(geometry), st_ymin(geometry), st_xmax(geometry), st_ymax(geometry)) as bbox,
      json_build_array(st_x(label), st_y(label)) as centroid
    from area
    where boundary_year = ${boundaryYear} and level = ${level} and boundary_year = any(${visibleYears(reader)})
      and geometry is not null and label is not null and index is not null
    order by code
  `.execute(db);
  return rows;
}
