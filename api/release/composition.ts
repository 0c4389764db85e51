import { sql } from 'kysely';
import type { Database } from '../../sql/database.ts';
import {
  applyVisibility,
  beginPublication,
  gatherStatistics,
  listAreaDifferences,
  listFigureDifferences,
  listTargetDifferences,
  moveRelease,
  recordCounts,
  recordSuperseded,
  removeDemonstration,
} from '../../sql/publication.ts';
import type { ReleaseFile, ReleaseState } from '../../sql/tables.ts';
import { type ColumnSize, publishArtefacts } from './artefacts.ts';
import { hasErrors, listFindings } from './findings.ts';
import { readHolding } from './holding.ts';
import { publishLineages } from './lineage-answers.ts';
import type { Stopwatch } from './progress.ts';
import { publishRows } from './publication.ts';
import type { ImportReport } from './report.ts';
import type { PackageRows, ReadingReport } from './rows.ts';
import { type Staged, stage } from './staging.ts';
import { describeImport } from './summary.ts';

/** A release, and what its files say: rows, or what was computed of them elsewhere for an empty database. */
export type Composed = {
  readonly release: number;
  /** Who does this, as the history of the release says. */
  readonly by: string;
  readonly files: readonly ReleaseFile[];
  readonly reading: ReadingReport;
} & ({ readonly rows: PackageRows } | { readonly staged: Staged });

/** What is to become of a release once it is written and checked. */
export type Purpose = 'publish' | 'publish despite errors' | 'look';

/**
 * Writes a release beside what is published, checks what that makes, and publishes it; or takes it back, where it is
 * only looked at or the checks find an error. The caller holds the publication's lock, in a transaction that this is
 * all part of. Throws InputError where something does not fit.
 */
export async function composeRelease(
  db: Database,
  composed: Composed,
  purpose: Purpose,
  stopwatch: Stopwatch,
): Promise<ImportReport> {
  const { release, by, reading, files } = composed;
  await sql`savepoint composition`.execute(db);
  const publication = await beginPublication(db, release);
  const demonstrations = await removeDemonstration(db);
  const staged = 'staged' in composed ? composed.staged : await stageRows(db, composed.rows, stopwatch);
  const { superseded, succeeded } = await publishRows(db, staged, release, stopwatch.report);
  await gatherStatistics(db);
  const findings = await listFindings(db, { publication, release }, reading.doubts, stopwatch.report);
  const difference = {
    figures: await listFigureDifferences(db, publication, release),
    areas: await listAreaDifferences(db, publication),
    targets: await listTargetDifferences(db, publication, release),
  };
  const isKeptBack = purpose === 'look' || (purpose === 'publish' && hasErrors(findings));
  if (isKeptBack) await sql`rollback to savepoint composition`.execute(db);
  const state = await moveChecked(db, release, by, hasErrors(findings));
  if (!isKeptBack) {
    await recordSuperseded(db, publication, [...demonstrations, ...succeeded]);
    for (const earlier of [...demonstrations, ...succeeded])
      await moveRelease(db, earlier, {
        act: 'supersede',
        to: 'withdrawn',
        by,
        note: `release ${release} took its place`,
      });
    await moveRelease(db, release, { act: 'publish', to: 'published', by });
  }
  const columns = isKeptBack ? [] : await showFigures(db, staged, stopwatch);
  const report = describeImport({
    release,
    state: isKeptBack ? state : 'published',
    staged,
    reading,
    files,
    superseded,
    columns,
    findings,
    difference,
    demonstrationRemoved: demonstrations.length > 0,
    timings: stopwatch.stop(),
  });
  await recordCounts(db, release, { ...report });
  return report;
}

/** Has the figures of what was staged follow the rules of visibility, and what is made of them for each kind of reader. */
async function showFigures(
  db: Database,
  { indicators, affected }: Staged,
  { report }: Stopwatch,
): Promise<ColumnSize[]> {
  report({ step: 'applying the rules of visibility' });
  const changed = await applyVisibility(db, indicators);
  const keys = new Set([...affected, ...(changed ?? [])]);
  const isMeant = ({ key }: { readonly key: string }) => changed === null || keys.has(key);
  const columns = await publishArtefacts(db, indicators.filter(isMeant), report);
  await publishLineages(db);
  return columns;
}

async function stageRows(db: Database, rows: PackageRows, { report }: Stopwatch): Promise<Staged> {
  report({ step: 'reading what is there' });
  return stage(rows, await readHolding(db, rows.package.name, rows.boundaries.size > 0), report);
}

async function moveChecked(
  db: Database,
  release: number,
  by: string,
  isWrong: boolean,
): Promise<ReleaseState> {
  const to = isWrong ? 'staged' : 'checked';
  await moveRelease(db, release, { act: 'check', to, by, ...(isWrong && { note: 'errors were found' }) });
  return to;
}
