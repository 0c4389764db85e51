import { listAllObservations, listObservations } from '../../geodata/observation-table.ts';
import { themes } from '../../geodata/theme.ts';
import type { Database } from '../../sql/database.ts';
import {
  removeComputedObservations,
  removeSupersededObservations,
  replaceBoundaryYear,
  replaceConfidential,
  replaceLineage,
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
import type { OnProgress } from './progress.ts';
import type { Staged } from './staging.ts';

/** What writing changed of earlier releases. */
export interface WrittenRows {
  /** Published observations of an earlier release of the package that the new one no longer gives. */
  readonly superseded: number;
  /** Earlier releases whose place this one takes. */
  readonly succeeded: readonly number[];
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
