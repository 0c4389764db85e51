import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSettings } from '../../sql/database.ts';
import { requireRoom } from '../../sql/folder-access.ts';

/**
 * What an import adds to the embedded database at most, for each byte of its files: a figure of some 25 bytes of text
 * becomes some 300 with its indexes, and what it replaces is kept beside it.
 */
const growth = 24;
/** The log of the database, and what its next start needs. */
const reserve = 192 * 1024 ** 2;

/**
 * Throws FolderError where the disk of the embedded database cannot hold what an import of a folder would add. The disk of
 * a server is not ours to look at.
 */
export async function requireRoomForImport(
  settings: DatabaseSettings,
  folder: string,
  readFree?: Parameters<typeof requireRoom>[1]['readFree'],
): Promise<void> {
  if (!('directory' in settings)) return;
  const bytes = reserve + growth * (await sizeOf(folder));
  await requireRoom(settings.directory, { bytes, what: 'the import', ...(readFree && { readFree }) });
}

/** Bytes of all files in a folder; 0 where there is none, of which the import itself says so. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
