import { createHash } from 'node:crypto';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of each file by its path how many pages were read, and how many of those are empty. */
export type ReadPages = Readonly<Record<string, readonly [read: number, empty: number]>>;

/** How large the files of an embedded database were when the product last looked. */
interface Kept {
  /** Of `global/pg_control`, which every start and every close writes anew. */
  readonly control: string;
  /** Bytes by path: `base/5/16402`. */
  readonly sizes: Readonly<Record<string, number>>;
  /** As they were at the last start; absent where an earlier version wrote this. */
  readonly pages?: ReadPages;
}

/** A file that holds less than what was written to it. */
export interface CutFile {
  readonly path: string;
  /** Bytes that are there, and that were. */
  readonly bytes: number;
  readonly kept: number;
}

/**
 * Keeps how large the files of the database in a folder are, beside them: a copy of the folder takes it along. Where that
 * cannot be written, on a full disk, what was kept before stays, and less is found at the next start.
 */
export function keepFileSizes(folder: string, pages: ReadPages = {}): Promise<void> {
  return writeFileSizes(folder, pages).catch(() => undefined);
}

async function writeFileSizes(folder: string, pages: ReadPages): Promise<void> {
  const sized = await readSizes(folder, await listFiles(folder));
  // Without those of tables that were dropped meanwhile.
  const sizes = Object.fromEntries(sized.filter((one): one is [string, number] => one[1] !== null));
  const kept: Kept = { control: await hashControl(folder), sizes, pages };
  const draft = `${fileOf(folder)}.part`;
  await writeFile(draft, JSON.stringify(kept));
  await rename(draft, fileOf(folder));
}

/**
 * The first file of the database in a folder that was cut; null where there is none, or nothing was kept. After a clean
 * close files have the size that was kept. After a kill they may have grown, and those of dropped tables are empty or gone:
 * an embedded database shrinks no file otherwise, as what vacuums it (`sweepSheets`) leaves files as long as they are.
 */
export async function findCutFile(folder: string): Promise<CutFile | null> {
  const kept = await readKept(folder);
  if (!kept) return null;
  const isClosed = kept.control === (await hashControl(folder));
  for (const [path, size] of await readSizes(folder, Object.keys(kept.sizes))) {
    const [bytes, before = 0] = [size ?? 0, kept.sizes[path]];
    if (bytes < before && (isClosed || bytes > 0)) return { path, bytes, kept: before };
  }
  return null;
}

/**
 * A file in which pages are empty that were not when they were last read; null where there is none. PostgreSQL fills pages
 * and empties none: such a page was overwritten, and would be taken for one without rows.
 */
export async function findEmptied(folder: string, pages: ReadPages): Promise<string | null> {
  const before = (await readKept(folder))?.pages ?? {};
  for (const [path, [read, empty]] of Object.entries(before)) {
    const now = pages[path];
    // Of a file that grew since, the pages that were added may be empty.
    if (now && now[0] === read && now[1] > empty) return path;
  }
  return null;
}

const fileOf = (folder: string) => join(folder, 'file-sizes.json');

/** Tables and indexes, in pieces of a gigabyte; the maps of what is free and visible are made anew where they are missing. */
const tableFile = /^\d+(\.\d+)?$/;

/** Files of tables and indexes, by their paths in a folder. */
export async function listFiles(folder: string): Promise<string[]> {
  const databases = await readdir(join(folder, 'base')).catch(() => []);
  const folders = ['global', ...databases.filter((name) => /^\d+$/.test(name)).map((name) => `base/${name}`)];
  const lists = await Promise.all(
    folders.map(async (name) =>
      (await readdir(join(folder, name)))
        .filter((file) => tableFile.test(file))
        .map((file) => `${name}/${file}`),
    ),
  );
  return lists.flat();
}

/** Paths with their bytes, null of what is gone; asked for side by side, as a start waits for a thousand of them. */
function readSizes(folder: string, paths: readonly string[]): Promise<[string, number | null][]> {
  return Promise.all(
    paths.map((path) =>
      stat(join(folder, path)).then(
        ({ size }): [string, number] => [path, size],
        (): [string, null] => [path, null],
      ),
    ),
  );
}

/** What PostgreSQL writes of the state of the database. Throws where it is not there. */
export function readControl(folder: string): Promise<Buffer> {
  return readFile(join(folder, 'global', 'pg_control'));
}

async function hashControl(folder: string): Promise<string> {
  return createHash('sha256')
    .update(await readControl(folder))
    .digest('hex');
}

/** What was kept; null where nothing was, or it was cut off itself. */
async function readKept(folder: string): Promise<Kept | null> {
  try {
    return JSON.parse(await readFile(fileOf(folder), 'utf8'));
  } catch {
    return null;
  }
}
