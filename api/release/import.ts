import type { Database } from '../../sql/database.ts';
import { composeRelease } from './composition.ts';
import { openPackageFolder } from './folder.ts';
import { type OnProgress, startStopwatch } from './progress.ts';
import type { ImportReport } from './report.ts';
import { readRows } from './rows.ts';
import { stageRelease, storeFiles } from './stage.ts';
import { recordPublication } from './trail.ts';
import { changePublication } from './turn.ts';

export interface ImportOptions {
  /** Who imports, as the list of releases will say. */
  readonly importedBy: string;
  /** Computes and reports everything, and writes nothing. */
  readonly dryRun?: boolean;
  /** Stores and checks the release, and does not publish it. */
  readonly stageOnly?: boolean;
  readonly onProgress?: OnProgress;
}

/**
 * Imports the data package in a folder: reads, computes, checks and publishes it, in one transaction. A release of the
 * same package that is there is withdrawn; a demonstration makes way. Where the checks find an error, the release is
 * kept without being shown. Where anything fails, nothing has changed.
 * Throws InputError where the package cannot be used.
 */
export async function importPackage(
  db: Database,
  folder: string,
  { importedBy, dryRun = false, stageOnly = false, onProgress = () => undefined }: ImportOptions,
): Promise<ImportReport> {
  const stopwatch = startStopwatch(onProgress);
  const opened = await openPackageFolder(folder);
  const { rows, reading } = await readRows(opened, stopwatch.report);
  const turn = { by: importedBy, doing: `import of ${rows.package.name}`, dryRun, stopwatch };
  return changePublication(db, turn, async (transaction) => {
    const files = opened.listFiles();
    const { dataPackage } = opened;
    const release = await stageRelease(transaction, { dataPackage, files, by: importedBy });
    if (!dryRun) await storeFiles(transaction, opened);
    const composed = { release, by: importedBy, rows, reading, files };
    const report = await composeRelease(transaction, composed, stageOnly ? 'look' : 'publish', stopwatch);
    if (report.state === 'published') await recordPublication(transaction, report, 'command');
    return dryRun ? { ...report, release: null } : report;
  });
}
