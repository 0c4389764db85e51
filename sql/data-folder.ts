import { constants } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';

/** Whether nothing lies in the folder yet, or it is not there. */
export async function isEmptyFolder(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.length === 0;
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
    await cp(template, draft, { recursive: true, mode: constants.COPYFILE_FICLONE });
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  }
  await mkdir(folder, { recursive: true });
  await chmod(folder, ownerOnly);
}

const ownerOnly = 0o700;
