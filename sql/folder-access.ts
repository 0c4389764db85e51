import { stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** A folder that cannot be used as it is: said in one line, with the way out. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

const megabyte = 1024 ** 2;

/** Why the system refuses a folder, in words; any other error as it is. */
export function explainFolder(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const at = resolve(folder);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new FolderError(`there is no room left for ${at}: make room on its disk and start again`);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new FolderError(
      `${at} cannot be written by this account: give the folder to it (chown), mount it to be written, or set DATA_DIR to another one`,
    );
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new FolderError(
      `${at} is no folder, or lies below something that is none: set DATA_DIR to another one`,
    );
  return error;
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
