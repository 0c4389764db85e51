import { mapLevels } from '../../geodata/level.ts';
import { listAllObservations, listObservations } from '../../geodata/observation-table.ts';
import { themes } from '../../geodata/theme.ts';
import type { Database } from '../../sql/database.ts';
import {
  listColumnFigures,
  listHeldAreas,
  removeColumn,
  removeComputedObservations,
  removeSupersededObservations,
  replaceBoundaryYear,
  replaceColumn,
  replaceConfidential,
  replaceLineage,
  replaceRankings,
  replaceRegion,
  replaceTargets,
  replaceTileset,
  replaceVersions,
  showHeldObservations,
  succeedReleases,
  upsertDimensions,
  upsertIndicators,
  upsertItems,
  upsertObservations,
  upsertSources,
  upsertSurveys,
  upsertThemes,
} from '../../sql/publication.ts';
import type { Boundaries } from './boundaries.ts';
import { arrangeColumn, listPlaces, packColumn } from './columns.ts';
import type { OnProgress } from './progress.ts';
import type { Staged } from './staging.ts';

/** What writing changed of earlier releases. */
export interface WrittenRows {
  /** Published observations of an earlier release of the package that the new one no longer gives. */
  readonly superseded: number;
  /** Earlier releases whose place this one takes. */
  readonly succeeded: readonly number[];
}

export interface ColumnSize {
  readonly indicator: string;
  readonly level: string;
  readonly periods: number;
  /** As sent with brotli. */
  readonly bytes: number;
}

/**
 * Writes the definitions, boundaries, figures and targets of what was staged, under `release`. The caller holds the
 * publication's lock, in a transaction that this is all part of, and has columns written afterwards.
 */
export async function publishRows(
  db: Database,
  staged: Staged,
  release: number,
  onProgress: OnProgress,
): Promise<WrittenRows> {
  const { package: dataPackage, boundaries } = staged;
  onProgress({ step: 'writing definitions' });
  await replaceRegion(db, { ...dataPackage.region, demonstration: dataPackage.demonstration });
  await upsertSources(db, staged.sources);
  await upsertThemes(db, themes);
  await upsertDimensions(db, staged.dimensions);
  await upsertSurveys(db, dataPackage.surveys);
  await upsertIndicators(db, dataPackage.indicators);
  await upsertItems(db);
  if (boundaries) await publishBoundaries(db, boundaries, release, onProgress);
  await publishObservations(db, staged, release, onProgress);
  await replaceTargets(db, release, dataPackage.targets);
  const superseded = await removeSupersededObservations(db, release);
  await showHeldObservations(db, listAllObservations(staged.held));
  await replaceConfidential(db, release, staged.affected, listAllObservations(staged.confidential));
  return { superseded, succeeded: await succeedReleases(db, release) };
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
  const tables = [...published, computed];
  const total = tables.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  for (const table of tables)
    for (const indicator of table.indicators.keys()) {
      onProgress({ step: 'writing figures', done, total });
      done += await upsertObservations(db, release, listObservations(table, indicator));
    }
  onProgress({ step: 'writing figures', done: total, total });
}

/**
 * Writes the columns and rankings of what was staged, once its release is published: figures come from the database
 * again, so that each holds exactly what its readers may see.
 */
export async function publishColumns(
  db: Database,
  { indicators, affected }: Staged,
  onProgress: OnProgress,
): Promise<ColumnSize[]> {
  const areas = await listHeldAreas(db);
  const places = new Map(mapLevels.map((level) => [level, listPlaces(areas, level)]));
  const keys = new Set(affected);
  const sizes: ColumnSize[] = [];
  const touched = indicators.filter(({ key }) => keys.has(key));
  for (const [done, indicator] of touched.entries()) {
    onProgress({ step: 'writing columns', done, total: touched.length });
    await replaceRankings(db, indicator.key);
    for (const level of mapLevels) {
      const figures = await listColumnFigures(db, indicator.key, level);
      const ofLevel = places.get(level);
      if (figures.length === 0 || !ofLevel) {
        await removeColumn(db, indicator.key, level);
        continue;
      }
      const column = await packColumn(arrangeColumn(indicator, level, figures, ofLevel));
      await replaceColumn(db, column);
      const { periods, brotli } = column;
      sizes.push({ indicator: indicator.key, level, periods: periods.length, bytes: brotli.length });
    }
  }
  return sizes;
}
