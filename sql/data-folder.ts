import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether nothing lies in the folder yet, or it is not there. */
export async function isEmptyFolder(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.length === 0;
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
 * closed database in `template`, where that is given. A copy that is cut off counts for nothing and is made again.
 */
export async function prepareDataFolder(folder: string, template?: string): Promise<void> {
  const draft = `${folder}.part`;
  await rm(draft, { recursive: true, force: true });
  if (template && (await isEmptyFolder(folder))) {
    await mkdir(draft, { recursive: true, mode: ownerOnly });
    await copyFolder(template, draft);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  }
  await mkdir(folder, { recursive: true });
  await chmod(folder, ownerOnly);
}

const ownerOnly = 0o700;
