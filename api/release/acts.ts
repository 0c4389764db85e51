import { findRelease, type Release } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import {
  listPublications,
  moveRelease,
  type Publication,
  rememberShown,
  undoPublication,
} from '../../sql/publication.ts';
import { composeRelease, type Purpose } from './composition.ts';
import { type OnProgress, type Stopwatch, startStopwatch } from './progress.ts';
import { ReleaseError } from './release-error.ts';
import type { ImportReport } from './report.ts';
import { readRows } from './rows.ts';
import { openStoredPackage } from './stored-package.ts';
import { recordPublication, recordWithdrawal } from './trail.ts';
import { changePublication } from './turn.ts';
import { applyRules } from './visibility.ts';

export interface ActOptions {
  /** Who does this, as the history of the release says. */
  readonly by: string;
  readonly onProgress?: OnProgress;
}

/**
 * Publishes a release that was staged, or one that was withdrawn, from the files that were kept of it. Where the checks
 * find an error it is not published, unless `despiteErrors`. Throws ReleaseError, or InputError where its files no
 * longer fit what is there.
 */
export async function publishRelease(
  db: Database,
  id: number,
  {
    by,
    onProgress = () => undefined,
    despiteErrors = false,
  }: ActOptions & { readonly despiteErrors?: boolean },
): Promise<ImportReport> {
  const stopwatch = startStopwatch(onProgress);
  const turn = { by, doing: `publication of release ${id}`, dryRun: false, stopwatch };
  return changePublication(db, turn, async (transaction) => {
    const release = await requireRelease(transaction, id);
    if (release.state === 'published') throw new ReleaseError(`release ${id} is published already`);
    const purpose = despiteErrors ? 'publish despite errors' : 'publish';
    const report = await composeStored(transaction, release, { purpose, by, stopwatch });
    if (report.state === 'published') await recordPublication(transaction, report, 'command');
    return report;
  });
}

/**
 * What publishing a release would change; of one that is published, what that changed. Writes nothing.
 * Throws ReleaseError, or InputError where its files do not fit what is there.
 */
export async function lookAtRelease(
  db: Database,
  id: number,
  { by, onProgress = () => undefined }: ActOptions,
): Promise<ImportReport> {
  const release = await requireRelease(db, id);
  if (release.state === 'published') return readReport(release);
  const stopwatch = startStopwatch(onProgress);
  const turn = { by, doing: `look at release ${id}`, dryRun: true, stopwatch };
  return changePublication(db, turn, (transaction) =>
    composeStored(transaction, release, { purpose: 'look', by, stopwatch }),
  );
}

/**
 * Takes a published release back: everything is what it was before. Releases published after it are taken back too and
 * published again without it, in the same transaction; where one of them cannot stand without it, nothing changes.
 * A release that is only staged is put aside. Gives the releases that were published again.
 * Throws ReleaseError.
 */
export async function withdrawRelease(
  db: Database,
  id: number,
  { by, onProgress = () => undefined }: ActOptions,
): Promise<number[]> {
  const stopwatch = startStopwatch(onProgress);
  const turn = { by, doing: `withdrawal of release ${id}`, dryRun: false, stopwatch };
  return changePublication(db, turn, async (transaction) => {
    const release = await requireRelease(transaction, id);
    if (release.state === 'withdrawn') throw new ReleaseError(`release ${id} is withdrawn already`);
    if (release.state !== 'published') {
      await moveRelease(transaction, id, { act: 'withdraw', to: 'withdrawn', by });
      await recordWithdrawal(transaction, { release: id, again: [] }, 'command');
      return [];
    }
    const later = await undoDownTo(transaction, release, by, stopwatch);
    for (const publication of later)
      await publishAgain(transaction, publication.release, id, { by, stopwatch });
    // Columns and rankings follow from figures and rules, either of which is not what it was.
    await applyRules(transaction, { whole: true, onProgress: stopwatch.report });
    const again = later.map((publication) => publication.release);
    await recordWithdrawal(transaction, { release: id, again }, 'command');
    return again;
  });
}

/** Undoes publications, the last first, up to and with that of the release; gives the later ones in their order. */
async function undoDownTo(
  db: Database,
  { id }: Release,
  by: string,
  { report }: Stopwatch,
): Promise<Publication[]> {
  const standing = await listPublications(db);
  const index = standing.findIndex(({ release }) => release === id);
  if (index < 0)
    throw new ReleaseError(
      `release ${id} was published by a version of the product that could not take back: import what should be in its place`,
    );
  for (const [done, publication] of standing.slice(0, index + 1).entries()) {
    report({ step: 'taking back', done, total: index + 1 });
    await rememberShown(db, publication.release);
    await undoPublication(db, publication.id);
    const isMeant = publication.release === id;
    await moveRelease(db, publication.release, {
      act: 'withdraw',
      to: 'withdrawn',
      by,
      ...(!isMeant && { note: `to be published again without release ${id}` }),
    });
    for (const earlier of publication.superseded)
      await moveRelease(db, earlier, {
        act: 'restore',
        to: 'published',
        by,
        note: `release ${publication.release}, which had its place, was withdrawn`,
      });
  }
  return standing.slice(0, index).reverse();
}

async function publishAgain(
  db: Database,
  later: number,
  withdrawn: number,
  { by, stopwatch }: { readonly by: string; readonly stopwatch: Stopwatch },
): Promise<void> {
  try {
    const release = await requireRelease(db, later);
    await composeStored(db, release, { purpose: 'publish despite errors', by, stopwatch });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new ReleaseError(
      `release ${later} was published after release ${withdrawn} and cannot stand without it, so withdraw release ${later} first (${error.message})`,
    );
  }
}

async function composeStored(
  db: Database,
  release: Release,
  {
    purpose,
    by,
    stopwatch,
  }: { readonly purpose: Purpose; readonly by: string; readonly stopwatch: Stopwatch },
): Promise<ImportReport> {
  const opened = await openStoredPackage(db, release);
  const { rows, reading } = await readRows(opened, stopwatch.report);
  const composed = { release: release.id, by, rows, reading, files: release.files };
  return composeRelease(db, composed, purpose, stopwatch);
}

/** The release of this number. Throws ReleaseError where there is none. */
export async function requireRelease(db: Database, id: number): Promise<Release> {
  const release = await findRelease(db, id);
  if (release) return release;
  throw new ReleaseError(`there is no release ${id}; npm run releases lists those that there are`);
}

/** The report that was kept with a release. Throws ReleaseError where there is none. */
export function readReport({ id, counts }: Release): ImportReport {
  if ('difference' in counts) return counts as Readonly<Record<string, unknown>> & ImportReport;
  throw new ReleaseError(`release ${id} has no report of its checks: it was published by an earlier version`);
}
