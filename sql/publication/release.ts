import { type RawBuilder, sql } from 'kysely';
import type { Text } from '../../geodata/text.ts';
import type { Database } from '../database.ts';
import { removeDemonstrationSurvey } from '../questionnaires/demonstration.ts';
import type { ReleaseCounts, ReleaseFile } from '../tables.ts';

export interface RegionInput {
  readonly key: string;
  readonly name: Text;
  /** Codes of the municipalities, in the order to show them. */
  readonly municipalities: readonly string[];
  readonly demonstration: boolean;
}

/** The database holds one region: the given one takes the place of what was there. */
export async function replaceRegion(db: Database, region: RegionInput): Promise<void> {
  await db.deleteFrom('region').execute();
  await db
    .insertInto('region')
    .values({
      key: region.key,
      name_nl: region.name.nl,
      name_en: region.name.en,
      municipalities: [...region.municipalities],
      demonstration: region.demonstration,
    })
    .execute();
}

export interface ReleaseInput {
  /** Name of the data package. */
  readonly package: string;
  readonly title: string;
  readonly demonstration: boolean;
  readonly files: readonly ReleaseFile[];
  readonly counts: ReleaseCounts;
  readonly importedBy: string;
  readonly state?: 'staged' | 'published';
}

/** Adds a release, published where nothing else is said, and gives its number. */
export async function insertRelease(db: Database, release: ReleaseInput): Promise<number> {
  const { state = 'published' } = release;
  const { id } = await db
    .insertInto('release')
    .values({
      package: release.package,
      title: release.title,
      state,
      demonstration: release.demonstration,
      files: JSON.stringify(release.files),
      counts: JSON.stringify(release.counts),
      imported_by: release.importedBy,
      published_at: state === 'published' ? new Date() : null,
      withdrawn_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Numbers of the other releases of the same package, as an SQL array. */
export function otherReleases(release: number): RawBuilder<number[]> {
  return sql`array(select other.id from release as other join release as current using (package)
    where current.id = ${release} and other.id <> current.id)`;
}

/** Writes what an import counted into its release, at the end of the work. */
export async function recordCounts(db: Database, release: number, counts: ReleaseCounts): Promise<void> {
  await db
    .updateTable('release')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', release)
    .execute();
}

/**
 * Takes what the demonstration shows away where the database holds it, all of it: nothing real stands beside it. Gives
 * the releases that this ends.
 */
export async function removeDemonstration(db: Database): Promise<number[]> {
  const demonstrations = await listDemonstrations(db);
  if (demonstrations.length === 0) return [];
  await db.deleteFrom('value_column').execute();
  await db.deleteFrom('ranking').execute();
  await db.deleteFrom('target').execute();
  await db.deleteFrom('confidential_figure').execute();
  await db.deleteFrom('observation').execute();
  // Areas, lineage and tiles go with their boundary year.
  await db.deleteFrom('boundary_year').execute();
  await db.deleteFrom('area_version').execute();
  await db.deleteFrom('indicator').execute();
  await db.deleteFrom('dimension').execute();
  await db.deleteFrom('survey').execute();
  await db.deleteFrom('theme').execute();
  await db.deleteFrom('source').execute();
  await db.deleteFrom('region').execute();
  await removeDemonstrationSurvey(db);
  return demonstrations;
}

async function listDemonstrations(db: Database): Promise<number[]> {
  const rows = await db
    .selectFrom('release')
    .select('id')
    .where('demonstration', '=', true)
    .where('state', '=', 'published')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
