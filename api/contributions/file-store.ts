import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { makePrivateFolder } from '../../sql/folder-access.ts';

/** Files beside the database, each under the checksum of its bytes. */
export interface FileStore {
  /** Keeps bytes; gives their SHA-256. What is cut off while it is written leaves nothing under that name. */
  keep(bytes: Uint8Array): Promise<string>;
  /** Takes in what comes part by part, apart from what is kept. Throws what the parts throw, and leaves nothing then. */
  takeIn(parts: AsyncIterable<Uint8Array>): Promise<TakenIn>;
  /** The bytes of a checksum. Throws where they are not there. */
  read(sha256: string): Promise<Buffer>;
  remove(sha256: string): Promise<void>;
  /** Checksums of all that lies there. */
  list(): Promise<string[]>;
}

/** A file that is not kept yet. */
export interface TakenIn {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Keeps it under its checksum. */
  keep(): Promise<void>;
  /** Removes it, unless it was kept. */
  discard(): Promise<void>;
}

/** What is still being written, apart from what is whole. */
const drafts = 'drafts';

/** The store in a folder, which is made when something is first kept. */
export function openFileStore(folder: string): FileStore {
  // Two letters a folder, so that none holds too many.
  const locate = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const takeIn = async (parts: AsyncIterable<Uint8Array>): Promise<TakenIn> => {
    const path = join(folder, drafts, randomUUID());
    await makePrivateFolder(join(folder, drafts), 'set FILES_DIR to another one');
    const discard = () => rm(path, { force: true });
    try {
      const { sha256, bytes } = await writeWhole(path, parts);
      const keep = async () => {
        await makePrivateFolder(join(folder, sha256.slice(0, 2)));
        await rename(path, locate(sha256));
      };
      return { path, sha256, bytes, keep, discard };
    } catch (error) {
      await discard();
      throw error;
    }
  };
  return {
    takeIn,
    async keep(bytes) {
      const draft = await takeIn(Readable.from([bytes]));
      try {
        await draft.keep();
      } finally {
        await draft.discard();
      }
      return draft.sha256;
    },
    read: (sha256) => readFile(locate(sha256)),
    remove: (sha256) => rm(locate(sha256), { force: true }),
    async list() {
      const names = await readdir(folder).catch(() => []);
      const shelves = names.filter((name) => /^[0-9a-f]{2}$/.test(name));
      const lists = await Promise.all(shelves.map((shelf) => readdir(join(folder, shelf))));
      return lists.flat().sort();
    },
  };
}

/** Takes away what a server that stopped was writing. */
export async function removeDrafts(folder: string): Promise<void> {
  await rm(join(folder, drafts), { recursive: true, force: true });
}

export function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** On the disk before it gets its name; gives the checksum of what came. */
async function writeWhole(path: string, parts: AsyncIterable<Uint8Array>) {
  const file = await open(path, 'wx', 0o600);
  const checksum = createHash('sha256');
  let bytes = 0;
  try {
    for await (const part of parts) {
      checksum.update(part);
      bytes += part.length;
      await file.writeFile(part);
    }
    await file.sync();
    return { sha256: checksum.digest('hex'), bytes };
  } finally {
    await file.close();
  }
}
