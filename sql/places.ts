import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import type { AreaHit } from './search.ts';
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
    select distinct on (point.at) point.at, area.code, area.name, area.level, area.boundary_year as "boundaryYear",
      case when above.level = 'municipality' then json_build_object('code', above.code, 'name', above.name)
        else json_build_object('code', higher.code, 'name', higher.name) end as municipality
    from point
    join area on area.level = 'neighbourhood' and area.boundary_year = (${latestYear(reader)})
      and area.geometry && point.place and st_covers(area.geometry, point.place)
    left join area as above on above.boundary_year = area.boundary_year and above.code = area.parent
    left join area as higher on higher.boundary_year = above.boundary_year and higher.code = above.parent
    order by point.at, area.code`.execute(db);
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
