import { constants } from 'node:fs';
import { access, chmod, copyFile, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { describeControlFile } from './control-file.ts';
import { type ExaminedPages, findStillDamaged } from './damaged-pages.ts';
import { findCutFile, findEmptied } from './file-sizes.ts';

/** What stands in the place of the database was not made by the product just now, and is no database that can be opened. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';

  constructor(what: string, remedy: string) {
    super(`${what}. It is left as it is: ${remedy}, as docs/operating.md tells under backups`);
  }
}

/** Whether the folder is to be made: it is not there, or the making of it was cut off. */
export async function isNewDataFolder(folder: string): Promise<boolean> {
  return !(await exists(folder)) || (await exists(markOf(folder)));
}

/**
 * Copies the thousand small files of a database in half of the time that the `cp` of Node 20 takes for them. Where the
 * file system can, the copies share their bytes with the originals until they change.
 */
export async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else await copyFile(source, target, constants.COPYFILE_FICLONE);
  }
}

/**
 * Makes the folder of an embedded database ready to be opened, and private to its owner: a new one as a copy of the
 * closed database in `template`, where that is given. A copy that is cut off counts for nothing and is made again. Throws
 * DataFolderError where something else stands there, or what was made with a database that is gone stands beside it.
 */
export async function prepareDataFolder(folder: string, template?: string): Promise<void> {
  const draft = `${folder}.part`;
  await rm(draft, { recursive: true, force: true });
  if (!(await isNewDataFolder(folder))) await checkDataFolder(folder);
  else {
    await refuseOrphans(folder);
    await rm(folder, { recursive: true, force: true });
    if (template) {
      await mkdir(draft, { recursive: true, mode: ownerOnly });
      await copyFolder(template, draft);
      await rename(draft, folder);
    } else {
      await writeFile(markOf(folder), 'The database beside this file is being made.\n');
      await mkdir(folder, { recursive: true });
    }
  }
  await chmod(folder, ownerOnly);
}

/** Says that the database in the folder was made whole, so that it is never made anew. */
export async function completeDataFolder(folder: string): Promise<void> {
  await rm(markOf(folder), { force: true });
}

const ownerOnly = 0o700;
const restore = 'restore your copy of DATA_DIR there';

/** Beside the folder while a database is made in it. */
function markOf(folder: string): string {
  return `${folder}.new`;
}

/** Throws DataFolderError where the folder does not hold what PostgreSQL needs to begin. */
export async function checkDataFolder(folder: string): Promise<void> {
  const at = resolve(folder);
  if ((await readdir(folder)).length === 0)
    throw new DataFolderError(
      `the folder of the database, ${at}, is empty: was a disk not mounted`,
      `${restore}, or take the empty folder away to begin with a new database`,
    );
  if (!(await exists(join(folder, 'PG_VERSION'))))
    throw new DataFolderError(`${at} is no database: PG_VERSION is not in it`, restore);
  await checkControlFile(folder);
  const log = await readdir(join(folder, 'pg_wal')).catch(() => []);
  if (!log.some((name) => /^[0-9A-F]{24}$/.test(name)))
    throw new DataFolderError(`the database in ${at} is damaged: its log, pg_wal, is gone`, restore);
  const cut = await findCutFile(folder);
  if (cut)
    throw new DataFolderError(
      `the database in ${at} is damaged: ${cut.path} holds ${cut.bytes} bytes of ${cut.kept} that were written`,
      restore,
    );
}

/** Throws DataFolderError where one of the pages that were examined is damaged still, or empty that was not. */
export async function requireWholePages(folder: string, { damaged, pages }: ExaminedPages): Promise<void> {
  const at = resolve(folder);
  const found = await findStillDamaged(folder, damaged);
  if (found) {
    const fault = found.isReadable ? 'holds other bytes than were written' : 'cannot be read from the disk';
    throw new DataFolderError(
      `the database in ${at} is damaged: page ${found.page} of ${found.path} ${fault}`,
      restore,
    );
  }
  const emptied = await findEmptied(folder, pages);
  if (emptied !== null)
    throw new DataFolderError(`the database in ${at} is damaged: pages of ${emptied} were emptied`, restore);
}

/** Of a database that PostgreSQL itself could not begin with. */
export function describeFailedStart(folder: string, { message }: Error): DataFolderError {
  return new DataFolderError(
    `PostgreSQL could not begin with the database in ${resolve(folder)}; its log, pg_wal, may be damaged (${message})`,
    `start again, and if it says the same, ${restore}`,
  );
}

async function checkControlFile(folder: string): Promise<void> {
  const control = await readBytes(join(folder, 'global', 'pg_control'), controlBytes);
  const is = `the database in ${resolve(folder)} is damaged: global/pg_control`;
  if (control.length < controlBytes || control.every((byte) => byte === 0))
    throw new DataFolderError(`${is} is cut off or empty`, restore);
  if (describeControlFile(control)?.isWhole === false)
    throw new DataFolderError(`${is} holds other bytes than were written`, restore);
}

/** What PostgreSQL writes of the state of a database takes the first bytes of a file of this size. */
const controlBytes = 8192;

/** What only a database has written, beside one that is not there: it was lost, or lies on a server. */
async function refuseOrphans(folder: string): Promise<void> {
  const directory = dirname(folder);
  for (const name of ['sources', 'files']) {
    const entries = await readdir(join(directory, name)).catch(() => []);
    if (entries.length > 0)
      throw new DataFolderError(
        `${resolve(directory)} holds ${name} of a database, but not the database itself (${basename(folder)})`,
        `${restore}, set DATABASE_URL if the database is on a server, or give an empty DATA_DIR to begin with a new one`,
      );
  }
}

async function readBytes(path: string, most: number): Promise<Buffer> {
  const file = await open(path).catch(() => null);
  if (!file) return Buffer.alloc(0);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
