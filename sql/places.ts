import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { type AreaHit, hitColumns, joinMunicipality } from './search.ts';
import { visibleYears } from './visible-to-reader.ts';

/** The neighbourhood of the latest boundaries that holds each point of [lon, lat], by the number of the point; none where none does. */
export async function findNeighbourhoodsAt(
  db: Database,
  reader: Reader,
  points: readonly (readonly [number, number])[],
): Promise<(AreaHit & { readonly at: number })[]> {
  if (points.length === 0) return [];
  const asked = JSON.stringify(points.map(([lon, lat], at) => ({ at, lon, lat })));
  const { rows } = await sql<AreaHit & { at: number }>`
    with point as (
      select at, st_setsrid(st_makepoint(lon, lat), 4326) as place
      from json_to_recordset(${asked}::json) as given (at integer, lon float8, lat float8)
    )
    select distinct on (point.at) point.at, ${hitColumns}
    from point
    join area as hit on hit.level = 'neighbourhood' and hit.boundary_year = (${latestYear(reader)})
      and hit.geometry && point.place and st_covers(hit.geometry, point.place)
    ${joinMunicipality}
    order by point.at, hit.code`.execute(db);
  return rows;
}

/** Codes of the municipalities in the latest boundaries that the reader may see. */
export async function listLatestMunicipalities(db: Database, reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from area where level = 'municipality' and boundary_year = (${latestYear(reader)})
    order by code`.execute(db);
  return rows.map(({ code }) => code);
}

const latestYear = (reader: Reader) =>
  sql`select max(year) from boundary_year where year = any(${visibleYears(reader)})`;
