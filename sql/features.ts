import { type RawBuilder, sql } from 'kysely';
import type { MapLevel } from '../geodata/level.ts';
import type { Observation } from '../geodata/observation.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { isVisibleFigure, visibleYears } from './visible-to-reader.ts';

/** Most corners of all areas of a page together: some 25 bytes each as they are sent. */
const mostCorners = 400_000;

/** Properties that areas can be chosen by. */
export interface FeatureProperties {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  /** Code of the district that a neighbourhood lies in. */
  readonly district?: string | undefined;
  /** Code of the municipality that it lies in, or is. */
  readonly municipality?: string | undefined;
  /** Of the figure; an area without one that the reader may see is `missing`. */
  readonly status?: string | undefined;
}

/** Which areas, and what is told of each. */
export interface FeatureFilter extends FeatureProperties {
  readonly boundaryYear: number;
  readonly level: MapLevel;
  /** Address of an indicator or item, and a period; null: areas without figures. */
  readonly figure: { readonly indicator: string; readonly period: string } | null;
  /** Rings of polygons, longitude and latitude: areas that touch one of them. */
  readonly within?: readonly (readonly (readonly [number, number])[])[] | undefined;
}

type Figure = Omit<Observation, 'indicator' | 'area' | 'level' | 'boundaryYear' | 'period'>;

/** An area with its borders as GeoJSON, and its figure; all null where the reader may see none. */
export type FeatureRow = { readonly [Key in keyof Figure]: Figure[Key] | null } & {
  readonly code: string;
  readonly name: string;
  readonly district: string | null;
  readonly municipality: string | null;
  readonly municipalityName: string | null;
  readonly water: boolean;
  readonly areaM2: number | null;
  /** Text of a MultiPolygon in degrees, to some centimetres. */
  readonly geometry: string;
};

/** A page of areas by code, those after `after`; fewer than `limit` where their borders are long. */
export async function listFeatures(
  db: Database,
  reader: Reader,
  filter: FeatureFilter,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly rows: FeatureRow[]; readonly next: string | null }> {
  const conditions = conditionsOf(reader, filter);
  if (after !== undefined) conditions.push(sql`area.code > ${after}`);
  const { rows } = await sql<FeatureRow & { readonly found: number }>`
    select found, code, name, district, municipality, "municipalityName", water, "areaM2", value, lower, upper,
      "sampleSize", status, origin, source, note, st_asgeojson(shape, 7) as geometry
    from (
      select count(*) over ()::integer as found,
        sum(st_npoints(shape)) over (order by area.code) - st_npoints(shape) as corners, area.*
      from (
        select ${propertiesOfArea}, area.geometry as shape, ${figureOf('value')}, ${figureOf('lower')}, ${figureOf('upper')},
          figure.sample_size as "sampleSize", ${figureOf('status')}, ${figureOf('origin')}, ${figureOf('source')}, ${figureOf('note')}
        ${fromAreas(reader, filter)}
        where ${sql.join(conditions, sql` and `)}
        order by area.code limit ${limit + 1}
      ) as area
    ) as page
    where corners < ${mostCorners} order by code
  `.execute(db);
  const shown = rows.slice(0, limit).map(({ found: _found, ...row }) => row);
  const isWhole = shown.length === (rows[0]?.found ?? 0);
  return { rows: shown, next: isWhole ? null : (shown.at(-1)?.code ?? null) };
}

/** How many areas there are of it. */
export async function countFeatures(db: Database, reader: Reader, filter: FeatureFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count ${fromAreas(reader, filter)}
    where ${sql.join(conditionsOf(reader, filter), sql` and `)}`.execute(db);
  return rows[0]?.count ?? 0;
}

const municipalityOfArea = sql`case area.level when 'municipality' then area.code
  when 'district' then above.code else higher.code end`;

const districtOfArea = sql`case area.level when 'neighbourhood' then above.code end`;

const propertiesOfArea = sql`area.code, area.name, ${districtOfArea} as district, ${municipalityOfArea} as municipality,
  case area.level when 'municipality' then area.name when 'district' then above.name else higher.name end
    as "municipalityName", area.water, area.area_m2 as "areaM2"`;

function figureOf(column: string): RawBuilder<unknown> {
  return sql.ref(`figure.${column}`);
}

/** Of a cell with several origins the source's own figure, as `listObservations` tells it. */
function fromAreas(reader: Reader, { boundaryYear, level, figure }: FeatureFilter): RawBuilder<unknown> {
  const isOfFigure = figure
    ? sql`figure.indicator = ${figure.indicator} and figure.period = ${figure.period} and ${isVisibleFigure(reader)}`
    : sql`false`;
  return sql`from area
    left join area as above on above.boundary_year = area.boundary_year and above.code = area.parent
    left join area as higher on higher.boundary_year = above.boundary_year and higher.code = above.parent
    left join (select distinct on (figure.area) figure.* from observation as figure
      where figure.boundary_year = ${boundaryYear} and figure.level = ${level} and ${isOfFigure}
      order by figure.area, figure.precedence) as figure on figure.area = area.code`;
}

function conditionsOf(reader: Reader, filter: FeatureFilter): RawBuilder<unknown>[] {
  const { boundaryYear, level, code, name, district, municipality, status, within } = filter;
  const conditions = [
    sql`area.boundary_year = ${boundaryYear} and area.level = ${level} and area.geometry is not null
      and area.boundary_year = any(${visibleYears(reader)})`,
  ];
  if (code !== undefined) conditions.push(sql`area.code = ${code}`);
  if (name !== undefined) conditions.push(sql`area.name = ${name}`);
  if (district !== undefined) conditions.push(sql`${districtOfArea} = ${district}`);
  if (municipality !== undefined) conditions.push(sql`${municipalityOfArea} = ${municipality}`);
  if (status !== undefined) conditions.push(sql`coalesce(figure.status, 'missing') = ${status}`);
  if (within !== undefined) {
    const box = { type: 'MultiPolygon', coordinates: within.map((ring) => [ring]) };
    conditions.push(
      sql`st_intersects(area.geometry, st_setsrid(st_geomfromgeojson(${JSON.stringify(box)}::text), 4326))`,
    );
  }
  return conditions;
}
