import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as rest } from 'node:timers/promises';
import { describeControlFile } from './control-file.ts';
import { listFiles, type ReadPages, readControl } from './file-sizes.ts';
import { computeChecksum, pageBytes, pagesOfFile, readChecksum } from './page-checksum.ts';

/** A page of a table or an index that holds what PostgreSQL has not written, or that the disk does not give. */
export interface DamagedPage {
  /** `base/5/16402`. */
  readonly path: string;
  readonly page: number;
}

/** What was found in the pages of all tables and indexes. */
export interface ExaminedPages {
  /** Some of them may have been written while they were read: `findStillDamaged` looks again. */
  readonly damaged: readonly DamagedPage[];
  /** How many pages of each file were read, and how many of them are empty. */
  readonly pages: ReadPages;
}

/** Pages that are read at once. */
const pagesAtOnce = 128;
/** So long nothing else is done in this thread, milliseconds. */
const longestAtOnce = 20;

/**
 * Reads every page of the database in a folder and holds it against the checksum in it, or, where the folder was made without
 * checksums, against the form of a page. The maps of what is free and visible are left out, as PostgreSQL makes those anew.
 */
export async function examinePages(folder: string): Promise<ExaminedPages> {
  const hasChecksums = await readHasChecksums(folder);
  const damaged: DamagedPage[] = [];
  const buffer = new Int32Array((pagesAtOnce * pageBytes) / 4);
  const pages: Record<string, [number, number]> = {};
  let rested = performance.now();
  for (const path of await listFiles(folder).catch(() => [])) {
    const counted: [number, number] = [0, 0];
    try {
      for (const { page, number } of readPages(join(folder, path), buffer)) {
        counted[0] += 1;
        if (isEmpty(page)) counted[1] += 1;
        else if (!isWhole(page, number + firstPage(path), hasChecksums)) damaged.push({ path, page: number });
        if (performance.now() - rested < longestAtOnce) continue;
        await rest();
        rested = performance.now();
      }
    } catch (error) {
      // The start beside this may have dropped its table.
      if (isOf(error, 'ENOENT')) continue;
      if (!isOf(error, 'EIO')) throw error;
      damaged.push({ path, page: counted[0] });
    }
    if (counted[0] > 0) pages[path] = counted;
  }
  return { damaged, pages };
}

/** The first of these pages that is damaged still, now that nobody writes; null where none is. */
export async function findStillDamaged(
  folder: string,
  damaged: readonly DamagedPage[],
): Promise<(DamagedPage & { readonly isReadable: boolean }) | null> {
  const hasChecksums = await readHasChecksums(folder);
  for (const one of damaged) {
    const page = await readPage(join(folder, one.path), one.page);
    if (page === 'unreadable') return { ...one, isReadable: false };
    if (page && !isEmpty(page) && !isWhole(page, one.page + firstPage(one.path), hasChecksums))
      return { ...one, isReadable: true };
  }
  return null;
}

/** Whether a file could not be read for this reason: it is not there, or the disk does not give what is in it. */
function isOf(error: unknown, code: 'ENOENT' | 'EIO'): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The number of a file's first page in its table: a table goes on in `16402.1` after a gigabyte. */
function firstPage(path: string): number {
  return Number(/\.(\d+)$/.exec(path)?.[1] ?? 0) * pagesOfFile;
}

/** Without waiting for each read: of a thousand small files the waiting would take ten times as long as the reading. */
function* readPages(path: string, buffer: Int32Array): Generator<{ page: Int32Array; number: number }> {
  const file = openSync(path, 'r');
  try {
    for (let first = 0; ; first += pagesAtOnce) {
      const read = Math.floor(readSync(file, buffer, 0, buffer.byteLength, first * pageBytes) / pageBytes);
      for (let index = 0; index < read; index++)
        yield {
          page: buffer.subarray((index * pageBytes) / 4, ((index + 1) * pageBytes) / 4),
          number: first + index,
        };
      if (read < pagesAtOnce) return;
    }
  } finally {
    closeSync(file);
  }
}

/** null where the file does not reach so far, or is gone. */
async function readPage(path: string, number: number): Promise<Int32Array | 'unreadable' | null> {
  try {
    const file = await open(path);
    try {
      const page = new Int32Array(pageBytes / 4);
      const { bytesRead } = await file.read(page, 0, pageBytes, number * pageBytes);
      return bytesRead === pageBytes ? page : null;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isOf(error, 'ENOENT')) return null;
    if (isOf(error, 'EIO')) return 'unreadable';
    throw error;
  }
}

/** A page that was added and not written yet is full of zeros. */
function isEmpty(page: Int32Array): boolean {
  return (page[3] ?? 0) === 0 && page.every((word) => word === 0);
}

function isWhole(page: Int32Array, number: number, hasChecksums: boolean): boolean {
  return hasChecksums ? readChecksum(page) === computeChecksum(page, number) : hasForm(page);
}

/** Whether where its free room begins and ends, its version and its flags can be those of a page (`bufpage.h`). */
function hasForm(page: Int32Array): boolean {
  const [third = 0, fourth = 0, fifth = 0] = page.subarray(2, 5);
  const [flags, lower, upper, special, version] = [
    third >>> 16,
    fourth & 0xffff,
    fourth >>> 16,
    fifth & 0xffff,
    fifth >>> 16,
  ];
  const isOrdered = lower >= 24 && lower <= upper && upper <= special && special <= pageBytes;
  return isOrdered && special % 8 === 0 && (flags & ~7) === 0 && version === (pageBytes | 4);
}

/** Whether pages have checksums; of a control file that is not known nothing is believed. */
async function readHasChecksums(folder: string): Promise<boolean> {
  const control = await readControl(folder).catch(() => Buffer.alloc(0));
  return describeControlFile(control)?.hasChecksums ?? false;
}
