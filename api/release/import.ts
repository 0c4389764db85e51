import type { Database } from '../../sql/database.ts';
import { lockPublication, recordCounts, removeDemonstration } from '../../sql/publication.ts';
import { openPackageFolder } from './folder.ts';
import { readHolding } from './holding.ts';
import { type OnProgress, startStopwatch } from './progress.ts';
import { publish } from './publication.ts';
import type { ImportReport } from './report.ts';
import { readRows } from './rows.ts';
import { stage } from './staging.ts';
import { describeImport } from './summary.ts';

export interface ImportOptions {
  /** Who imports, as the list of releases will say. */
  readonly importedBy: string;
  /** Computes and reports everything, and writes nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: OnProgress;
}

/**
 * Imports the data package in a folder: reads, checks, computes and publishes it, in one transaction. A release of the
 * same package that is there is withdrawn; a demonstration makes way. Where anything fails, nothing has changed.
 * Throws InputError where the package cannot be used.
 */
export async function importPackage(
  db: Database,
  folder: string,
  { importedBy, dryRun = false, onProgress = () => undefined }: ImportOptions,
): Promise<ImportReport> {
  const stopwatch = startStopwatch(onProgress);
  const opened = await openPackageFolder(folder);
  const { rows, reading } = await readRows(opened, stopwatch.report);
  const hasBoundaries = rows.boundaries.size > 0;
  return inTransaction(db, dryRun, async (transaction) => {
    stopwatch.report({ step: 'waiting for other imports' });
    await lockPublication(transaction);
    const demonstrationRemoved = await removeDemonstration(transaction);
    stopwatch.report({ step: 'reading what is there' });
    const holding = await readHolding(transaction, rows.package.name, hasBoundaries);
    const staged = await stage(rows, holding, stopwatch.report);
    const files = opened.listFiles();
    const published = await publish(transaction, staged, { importedBy, files }, stopwatch.report);
    const report = describeImport({
      staged,
      reading,
      files,
      published,
      demonstrationRemoved,
      timings: stopwatch.stop(),
    });
    await recordCounts(transaction, published.release, { ...report });
    return dryRun ? { ...report, release: null } : report;
  });
}

/** Runs the work in a transaction; a dry run does all of it and then takes it back. */
async function inTransaction<Result>(
  db: Database,
  dryRun: boolean,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  if (!dryRun) return db.transaction().execute(work);
  const transaction = await db.startTransaction().execute();
  try {
    return await work(transaction);
  } finally {
    await transaction.rollback().execute();
  }
}
