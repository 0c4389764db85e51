import { mkdir, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** A folder that cannot be used as it is: said in one line, with the way out. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

const megabyte = 1024 ** 2;

/** What somebody can do where the data folder cannot be used. */
const otherFolder = 'set DATA_DIR to another one';

/** Why the system refuses a folder, in words; any other error as it is. */
export function explainFolder(error: unknown, folder: string, remedy = otherFolder): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const at = resolve(folder);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new FolderError(`there is no room left for ${at}: make room on its disk and start again`);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new FolderError(
      `${at} cannot be written by this account: give the folder to it (chown), mount it to be written, or ${remedy}`,
    );
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new FolderError(`${at} is no folder, or lies below something that is none: ${remedy}`);
  if (code === 'ENOENT')
    return new FolderError(`${at} cannot be made, as no folders can be made there: ${remedy}`);
  return error;
}

/**
 * Makes a folder and those above it where they are not there, for this account alone. Throws FolderError where the system
 * refuses. Not by the `recursive` of Node 20, which never ends where a file system takes no folders, as below `/proc`.
 */
export async function makePrivateFolder(folder: string, remedy = otherFolder): Promise<void> {
  try {
    await makeWithParents(resolve(folder));
  } catch (error) {
    throw explainFolder(error, folder, remedy);
  }
}

async function makeWithParents(folder: string): Promise<void> {
  try {
    if (await isFolder(folder)) return;
    if (!(await isFolder(dirname(folder)))) await makeWithParents(dirname(folder));
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have been first.
    if (!(await isFolder(folder))) throw error;
  }
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Free bytes on the disk of a folder, or of the nearest one above it that is there. */
export async function readFreeBytes(folder: string): Promise<number> {
  const at = resolve(folder);
  const isThere = await stat(at).then(
    () => true,
    () => false,
  );
  if (!isThere && dirname(at) !== at) return readFreeBytes(dirname(at));
  const { bavail, bsize } = await statfs(at);
  return bavail * bsize;
}

/** Throws FolderError where a folder's disk has less room than something takes. `what` begins the line. */
export async function requireRoom(
  folder: string,
  { bytes, what, readFree = readFreeBytes }: { bytes: number; what: string; readFree?: typeof readFreeBytes },
): Promise<void> {
  const free = await readFree(folder);
  if (free >= bytes) return;
  throw new FolderError(
    `${what} needs ${Math.ceil(bytes / megabyte)} MB and the disk of ${resolve(folder)} has ${Math.floor(free / megabyte)} MB: make room first`,
  );
}
