import { messageOf } from '../../geodata/problem.ts';
import type { Ask } from '../../geodata/sources/live/source.ts';
import type { Database, DatabaseSettings } from '../../sql/database.ts';
import type { readFreeBytes } from '../../sql/folder-access.ts';
import { findLatestRelease, insertRefreshRun, type RefreshRun } from '../../sql/refresh.ts';
import type { ReleaseFile } from '../../sql/tables.ts';
import { hasErrors } from '../release/findings.ts';
import { openPackageFolder } from '../release/folder.ts';
import { importPackage } from '../release/import.ts';
import { collectSource, type LiveCall } from '../release/live.ts';
import type { OnProgress } from '../release/progress.ts';
import { requireRoomForImport } from '../release/room.ts';

/** One attempt that is to be made. */
export interface Attempt {
  /** Name of the refresh. */
  readonly refresh: string;
  readonly call: LiveCall;
  /** Shows the release to everyone where its checks find no error; else it is kept for a look. */
  readonly publish: boolean;
  /** 1 for the first. */
  readonly number: number;
}

export interface PerformSettings {
  readonly ask: Ask;
  /** Where collected packages are kept. */
  readonly directory: string;
  /** Who does this, as the list of releases says. */
  readonly by: string;
  /** The database that is written to, whose disk must have room; of a server it is not known. */
  readonly database: DatabaseSettings;
  readonly readFree?: typeof readFreeBytes;
  readonly onProgress?: OnProgress;
}

/**
 * Fetches a source and makes a release of it, unless the newest one of it holds the same files; keeps how that ended, and
 * gives it. Throws what failed, once that is kept.
 */
export async function performRefresh(
  db: Database,
  attempt: Attempt,
  settings: PerformSettings,
): Promise<RefreshRun> {
  const run = { refresh: attempt.refresh, attempt: attempt.number, startedAt: new Date() };
  try {
    const made = await makeRelease(db, attempt, settings);
    const done = { ...run, ...made, message: null };
    await insertRefreshRun(db, done);
    return done;
  } catch (error) {
    const message = messageOf(error);
    await insertRefreshRun(db, { ...run, outcome: 'failed', release: null, message });
    throw error;
  }
}

async function makeRelease(
  db: Database,
  { call, publish }: Attempt,
  { ask, directory, by, database, readFree, onProgress = () => undefined }: PerformSettings,
): Promise<Pick<RefreshRun, 'outcome' | 'release'>> {
  const { folder } = await collectSource(db, call, ask, directory);
  const { name, files } = await listFiles(folder);
  const latest = await findLatestRelease(db, name);
  if (latest && describeFiles(latest.files) === describeFiles(files))
    return { outcome: 'unchanged', release: latest.id };
  await requireRoomForImport(database, folder, readFree);
  const report = await importPackage(db, folder, { importedBy: by, stageOnly: !publish, onProgress });
  const isShown = publish && !hasErrors(report.findings);
  return { outcome: isShown ? 'published' : 'staged', release: report.release };
}

async function listFiles(folder: string): Promise<{ name: string; files: readonly ReleaseFile[] }> {
  const opened = await openPackageFolder(folder);
  for (const resource of opened.dataPackage.resources) await opened.read(resource);
  return { name: opened.dataPackage.name, files: opened.listFiles() };
}

function describeFiles(files: readonly ReleaseFile[]): string {
  return files
    .map(({ path, sha256 }) => `${sha256} ${path}`)
    .sort()
    .join('\n');
}
