import { mapLevels } from '../../geodata/level.ts';
import { themes } from '../../geodata/theme.ts';
import type { Database } from '../../sql/database.ts';
import {
  insertRelease,
  listColumnFigures,
  listHeldAreas,
  removeColumn,
  removeComputedObservations,
  removeSupersededObservations,
  replaceBoundaryYear,
  replaceColumn,
  replaceLineage,
  replaceRegion,
  replaceTileset,
  replaceVersions,
  upsertIndicators,
  upsertObservations,
  upsertSources,
  upsertThemes,
  withdrawEarlierReleases,
} from '../../sql/publication.ts';
import type { ReleaseFile } from '../../sql/tables.ts';
import type { Boundaries } from './boundaries.ts';
import { arrangeColumn, listPlaces, packColumn } from './columns.ts';
import type { OnProgress } from './progress.ts';
import type { Staged } from './staging.ts';

export interface Publisher {
  readonly importedBy: string;
  readonly files: readonly ReleaseFile[];
}

/** What publishing wrote, for the report. */
export interface Published {
  readonly release: number;
  /** Published observations of an earlier release of the package that the new one no longer gives. */
  readonly superseded: number;
  readonly columns: readonly ColumnSize[];
}

export interface ColumnSize {
  readonly indicator: string;
  readonly level: string;
  readonly periods: number;
  /** As sent with brotli. */
  readonly bytes: number;
}

/** Writes what was staged. The caller holds the publication's lock, in a transaction that this is all part of. */
export async function publish(
  db: Database,
  staged: Staged,
  { importedBy, files }: Publisher,
  onProgress: OnProgress,
): Promise<Published> {
  const { package: dataPackage, boundaries, affected } = staged;
  const { name, title, demonstration, region } = dataPackage;
  onProgress({ step: 'writing definitions' });
  await replaceRegion(db, { ...region, demonstration });
  await upsertSources(db, staged.sources);
  await upsertThemes(db, themes);
  await upsertIndicators(db, dataPackage.indicators);
  const release = await insertRelease(db, {
    package: name,
    title,
    demonstration,
    files,
    counts: {},
    importedBy,
  });
  if (boundaries) await publishBoundaries(db, boundaries, release, onProgress);
  await publishObservations(db, staged, release, onProgress);
  const superseded = await removeSupersededObservations(db, release);
  await withdrawEarlierReleases(db, release);
  const columns = await publishColumns(db, staged, affected, onProgress);
  return { release, superseded, columns };
}

async function publishBoundaries(
  db: Database,
  { years, versions, lineage }: Boundaries,
  release: number,
  onProgress: OnProgress,
): Promise<void> {
  for (const [done, { year, source, areas, tileset, heldRelease }] of years.entries()) {
    onProgress({ step: 'writing boundaries', done, total: years.length });
    if (!tileset) continue;
    await replaceBoundaryYear(db, { year, source, release: heldRelease ?? release }, areas);
    await replaceTileset(db, year, tileset);
  }
  await replaceVersions(db, versions);
  await replaceLineage(db, lineage);
}

async function publishObservations(
  db: Database,
  { published, computed, affected }: Staged,
  release: number,
  onProgress: OnProgress,
): Promise<void> {
  await removeComputedObservations(db, affected);
  const all = [...published, ...computed];
  const batch = 10_000;
  for (let done = 0; done < all.length; done += batch) {
    onProgress({ step: 'writing figures', done, total: all.length });
    await upsertObservations(db, release, all.slice(done, done + batch));
  }
  onProgress({ step: 'writing figures', done: all.length, total: all.length });
}

/** Figures come from the database again, so that a column holds exactly what its readers may see. */
async function publishColumns(
  db: Database,
  { indicators }: Staged,
  affected: readonly string[],
  onProgress: OnProgress,
): Promise<ColumnSize[]> {
  const areas = await listHeldAreas(db);
  const keys = new Set(affected);
  const sizes: ColumnSize[] = [];
  const touched = indicators.filter(({ key }) => keys.has(key));
  for (const [done, indicator] of touched.entries()) {
    onProgress({ step: 'writing columns', done, total: touched.length });
    for (const level of mapLevels) {
      const figures = await listColumnFigures(db, indicator.key, level);
      if (figures.length === 0) {
        await removeColumn(db, indicator.key, level);
        continue;
      }
      const column = await packColumn(arrangeColumn(indicator, level, figures, listPlaces(areas, level)));
      await replaceColumn(db, column);
      const { periods, brotli } = column;
      sizes.push({ indicator: indicator.key, level, periods: periods.length, bytes: brotli.length });
    }
  }
  return sizes;
}
