import { sql } from 'kysely';
import type { Level } from '../../geodata/level.ts';
import type { Observation } from '../../geodata/observation.ts';
import {
  addObservation,
  createObservationTable,
  type ObservationTable,
} from '../../geodata/observation-table.ts';
import type { Database } from '../database.ts';
import type { LineageInput } from './boundaries.ts';

/** What an import has to know of an area that is there already. */
export interface HeldArea {
  readonly boundaryYear: number;
  readonly code: string;
  readonly level: Level;
  readonly name: string;
  readonly parent: string | null;
  readonly water: boolean;
  readonly index: number | null;
}

/** The ground of an area that is there already, as AreaInput took it. */
export interface HeldShape {
  readonly boundaryYear: number;
  readonly code: string;
  readonly polygons: number[][][][];
  readonly label: [number, number];
  readonly areaM2: number;
  readonly neighbours: string[];
}

export interface HeldYear {
  readonly year: number;
  /** Key of the boundaries' source. */
  readonly source: string;
  readonly sourceTitle: string;
  readonly licenceTitle: string | null;
  readonly release: number;
}

/** Every boundary year that is there, with its source. */
export async function listHeldYears(db: Database): Promise<HeldYear[]> {
  return db
    .selectFrom('boundary_year')
    .innerJoin('source', 'source.key', 'boundary_year.source')
    .select([
      'year',
      'source',
      'release',
      'source.title as sourceTitle',
      'source.licence_title as licenceTitle',
    ])
    .orderBy('year')
    .execute();
}

/** Every area of every boundary year that is there, without its ground. */
export async function listHeldAreas(db: Database): Promise<HeldArea[]> {
  return db
    .selectFrom('area')
    .select(['boundary_year as boundaryYear', 'code', 'level', 'name', 'parent', 'water', 'index'])
    .orderBy('boundary_year')
    .orderBy('code')
    .execute();
}

/** The ground of the areas of a boundary year that have borders. Coordinates come back exactly as they were written. */
export async function listHeldShapes(db: Database, boundaryYear: number): Promise<HeldShape[]> {
  const { rows } = await sql<HeldShape>`
    select boundary_year as "boundaryYear", code, st_asgeojson(geometry, 15)::jsonb -> 'coordinates' as polygons,
      jsonb_build_array(st_x(label), st_y(label)) as label, area_m2 as "areaM2", neighbours
    from area where boundary_year = ${boundaryYear} and geometry is not null order by code
  `.execute(db);
  return rows;
}

/** The lineage of every two boundary years that are there. */
export async function listHeldLineage(db: Database): Promise<LineageInput[]> {
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
    .execute();
}

/**
 * Hands the boundary years that other releases of the package brought on to `release`: whatever stands on them stays in
 * place. Gives those of them that are published.
 */
export async function succeedReleases(db: Database, release: number): Promise<number[]> {
  const others = await db
    .selectFrom('release as other')
    .innerJoin('release as current', 'current.package', 'other.package')
    .where('current.id', '=', release)
    .whereRef('other.id', '<>', 'current.id')
    .select(['other.id', 'other.state'])
    .orderBy('other.id')
    .execute();
  if (others.length === 0) return [];
  const ids = others.map(({ id }) => id);
  await db.updateTable('boundary_year').set({ release }).where('release', 'in', ids).execute();
  return others.flatMap(({ id, state }) => (state === 'published' ? [id] : []));
}

/** Removes what was computed of these indicators, so that nothing stays of what can no longer be computed. */
export async function removeComputedObservations(db: Database, indicators: readonly string[]): Promise<void> {
  if (indicators.length === 0) return;
  await db
    .deleteFrom('observation')
    .where('origin', '<>', 'published')
    .where('indicator', 'in', indicators)
    .execute();
}

/**
 * The observations that packages other than `packageName` gave of these indicators, as they were given even where they are
 * shown otherwise; read one by one.
 */
export async function readHeldObservations(
  db: Database,
  packageName: string,
  indicators: readonly string[],
): Promise<ObservationTable> {
  const table = createObservationTable();
  for (const indicator of indicators)
    for (const observation of await selectHeldObservations(db, packageName, indicator))
      addObservation(table, observation);
  return table;
}

async function selectHeldObservations(
  db: Database,
  packageName: string,
  indicator: string,
): Promise<Observation[]> {
  const { rows } = await sql<Observation>`
    select held.indicator, held.boundary_year as "boundaryYear", held.area, held.level, held.period, held.origin,
      truth.value, truth.lower, truth.upper, truth.sample_size as "sampleSize", truth.status, truth.source, truth.note
    from observation as held
    join release on release.id = held.release
    left join confidential_figure as kept using (indicator, level, period, boundary_year, area, origin)
    cross join lateral (
      select kept.value, kept.lower, kept.upper, kept.sample_size, kept.status, kept.source, kept.note
      where kept.indicator is not null
      union all
      select held.value, held.lower, held.upper, held.sample_size, held.status, held.source, held.note
      where kept.indicator is null
    ) as truth
    where held.indicator = ${indicator} and held.origin = 'published' and release.package <> ${packageName}
  `.execute(db);
  return rows;
}

/** The indicators that the releases of the package have figures of. */
export async function listSuperseded(db: Database, packageName: string): Promise<string[]> {
  const rows = await db
    .selectFrom('figure_group')
    .innerJoin('release', 'release.id', 'figure_group.release')
    .select('indicator')
    .distinct()
    .where('release.package', '=', packageName)
    .execute();
  return rows.map(({ indicator }) => indicator);
}
