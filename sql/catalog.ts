import { sql } from 'kysely';
import type { Text } from '../geodata/text.ts';
import type { Theme } from '../geodata/theme.ts';
import type { Database } from './database.ts';
import { isAdministrator, type Reader } from './reader.ts';
import type { ReleaseCounts, ReleaseFile, Tables } from './tables.ts';
import { isPartOfRelease, visibleIndicators, visibleReleases, visibleYears } from './visible-to-reader.ts';

export { type IndicatorEntry, listIndicators } from './indicators.ts';
export { listSources, type Source } from './sources.ts';

export interface Region {
  readonly key: string;
  readonly name: Text;
  /** Codes of its municipalities, in the order to show them. */
  readonly municipalities: readonly string[];
  readonly demonstration: boolean;
}

/** The region that the database holds; null while it is empty or holds nothing for this reader. */
export async function findRegion(db: Database, reader: Reader): Promise<Region | null> {
  const row = await db
    .selectFrom('region')
    .selectAll()
    .where(sql<boolean>`cardinality(${visibleReleases(reader)}) > 0`)
    .executeTakeFirst();
  if (!row) return null;
  const { key, name_nl, name_en, municipalities, demonstration } = row;
  return { key, name: { nl: name_nl, en: name_en }, municipalities, demonstration };
}

/** Whether the demonstration is what is shown. */
export async function isDemonstration(db: Database): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from region where demonstration) as found`.execute(db);
  return rows[0]?.found ?? false;
}

/** The themes that hold an indicator which the reader may see, with the fields above them, in the order to show them. */
export async function listThemes(db: Database, reader: Reader): Promise<Theme[]> {
  const rows = await db
    .withRecursive('used', (query) =>
      query
        .selectFrom('theme')
        .selectAll('theme')
        .where(
          sql<boolean>`key in (select theme from indicator where indicator.key = any(${visibleIndicators(reader)}))`,
        )
        .union(query.selectFrom('theme').innerJoin('used', 'used.parent', 'theme.key').selectAll('theme')),
    )
    .selectFrom('used')
    .selectAll()
    .orderBy('position')
    .execute();
  return rows.map(({ key, parent, name_nl, name_en }) => ({
    key,
    parent,
    name: { nl: name_nl, en: name_en },
  }));
}

export interface BoundaryYear {
  readonly year: number;
  readonly areas: {
    readonly municipality: number;
    readonly district: number;
    readonly neighbourhood: number;
  };
  /** West, south, east, north. */
  readonly bbox: [number, number, number, number];
  /** Key of the source of the boundaries. */
  readonly source: string;
}

/** The boundary years that the reader may see, in order of time. */
export async function listBoundaryYears(db: Database, reader: Reader): Promise<BoundaryYear[]> {
  const { rows } = await sql<BoundaryYear>`
    select year, source,
      json_build_object(
        'municipality', count(*) filter (where level = 'municipality'),
        'district', count(*) filter (where level = 'district'),
        'neighbourhood', count(*) filter (where level = 'neighbourhood')) as areas,
      json_build_array(min(st_xmin(geometry)), min(st_ymin(geometry)), max(st_xmax(geometry)), max(st_ymax(geometry)))
        as bbox
    from boundary_year join area on area.boundary_year = year
    where year = any(${visibleYears(reader)}) and geometry is not null
    group by year order by year
  `.execute(db);
  return rows;
}

/** The region's municipalities in its own order, by their latest names. */
export async function listMunicipalities(
  db: Database,
  reader: Reader,
): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from (
      select distinct on (code) code, name, array_position(region.municipalities, code) as place
      from area join region on code = any(region.municipalities)
      where level = 'municipality' and boundary_year = any(${visibleYears(reader)})
      order by code, boundary_year desc
    ) as municipality order by place
  `.execute(db);
  return rows;
}

export interface Release {
  readonly id: number;
  readonly package: string;
  readonly title: string;
  readonly state: Tables['release']['state'];
  readonly demonstration: boolean;
  readonly files: readonly ReleaseFile[];
  readonly counts: ReleaseCounts;
  readonly importedBy: string;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/**
 * The published releases that the reader may see anything of, the latest first; for an administrator all, in every state.
 * The files of one that he may see a part of are not told, as their names, sizes and checksums speak of the rest.
 */
export async function listReleases(db: Database, reader: Reader): Promise<Release[]> {
  const all = selectReleases(db).orderBy('id', 'desc');
  if (isAdministrator(reader)) return all.execute();
  const releases = await all
    .select(isPartOfRelease(reader).as('isPart'))
    .where(sql<boolean>`release.id = any(${visibleReleases(reader)})`)
    .execute();
  return releases.map(({ isPart, ...release }) => ({
    ...release,
    counts: {},
    files: isPart ? [] : release.files,
  }));
}

/** A release by its number, in any state; null where there is none. */
export async function findRelease(db: Database, id: number): Promise<Release | null> {
  return (await selectReleases(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

function selectReleases(db: Database) {
  return db
    .selectFrom('release')
    .select(['id', 'package', 'title', 'state', 'demonstration', 'files', 'counts'])
    .select(['imported_by as importedBy', 'created_at as createdAt'])
    .select(['published_at as publishedAt', 'withdrawn_at as withdrawnAt']);
}
