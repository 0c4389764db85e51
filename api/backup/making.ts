import { chmod, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { examinePages } from '../../sql/damaged-pages.ts';
import { checkDataFolder, copyFolder, requireWholePages } from '../../sql/data-folder.ts';
import type { DatabaseSettings } from '../../sql/database.ts';
import { lockDirectory } from '../../sql/directory-lock.ts';
import { locateFiles } from '../../sql/embedded.ts';
import { makePrivateFolder, requireRoom } from '../../sql/folder-access.ts';
import { sizeOf } from '../release/room.ts';
import { BackupError } from './backup-error.ts';
import { listFiles, type Manifest, manifestName } from './manifest.ts';
import { runPostgres } from './programs.ts';

/** A house: its database and the files that people sent in. */
export interface House {
  readonly database: DatabaseSettings;
  readonly filesDirectory: string;
  /** Of the product. */
  readonly version: string;
}

/** Where in a backup its parts lie. */
export const parts = { dump: 'database.dump', folder: 'database', files: 'files' } as const;

/**
 * Backs up a house into a folder that is not there yet or empty, and private to its owner: the database first, the files
 * after it, so that every file that the database names is among them. It is there whole or not at all. A server on
 * PostgreSQL may run meanwhile. Throws BackupError, FolderError, DataFolderError where
 * the embedded database is damaged, and DirectoryInUseError where it is open.
 */
export async function makeBackup(house: House, folder: string): Promise<Manifest> {
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0)
    throw new BackupError(`${resolve(folder)} is not empty: give a folder that is not there yet`);
  const within = [house.filesDirectory, 'directory' in house.database ? house.database.directory : ''].find(
    (own) => own !== '' && `${resolve(folder)}${sep}`.startsWith(`${resolve(own)}${sep}`),
  );
  if (within !== undefined)
    throw new BackupError(
      `${resolve(folder)} lies in ${resolve(within)}, which is backed up: give one beside it`,
    );
  const draft = `${resolve(folder)}.part`;
  await rm(draft, { recursive: true, force: true });
  await makePrivateFolder(draft, 'give another folder');
  try {
    await copyDatabase(house.database, draft);
    await copyFiles(house.filesDirectory, join(draft, parts.files));
    const manifest: Manifest = {
      product: 'wijkinformatie-twente',
      version: house.version,
      madeAt: new Date().toISOString(),
      database: 'directory' in house.database ? 'embedded' : 'postgresql',
      files: await listFiles(draft),
    };
    await writeFile(join(draft, manifestName), `${JSON.stringify(manifest, null, 1)}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
    return manifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function copyDatabase(database: DatabaseSettings, draft: string): Promise<void> {
  if (!('directory' in database)) {
    await runPostgres('pg_dump', ['--format=custom', `--file=${join(draft, parts.dump)}`, database.url]);
    return;
  }
  const source = locateFiles(database.directory);
  if ((await readdir(source).catch(() => [])).length === 0)
    throw new BackupError(
      `there is no database in ${resolve(database.directory)}: set DATA_DIR or DATABASE_URL`,
    );
  const unlock = await lockDirectory(database.directory);
  try {
    // A copy of what is damaged is none to go back to.
    await checkDataFolder(source);
    await requireWholePages(source, await examinePages(source));
    await requireRoom(draft, { bytes: await sizeOf(source), what: 'the backup' });
    await copyFolder(source, join(draft, parts.folder));
    await chmod(join(draft, parts.folder), 0o700);
  } finally {
    await unlock();
  }
}

async function copyFiles(from: string, to: string): Promise<void> {
  await makePrivateFolder(to);
  for (const shelf of await readdir(from).catch(() => []))
    if (/^[0-9a-f]{2}$/.test(shelf)) await copyFolder(join(from, shelf), join(to, shelf));
}
