import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Files beside the database, each under the checksum of its bytes. */
export interface FileStore {
  /** Keeps bytes; gives their SHA-256. What is cut off while it is written leaves nothing under that name. */
  keep(bytes: Uint8Array): Promise<string>;
  /** The bytes of a checksum. Throws where they are not there. */
  read(sha256: string): Promise<Buffer>;
  remove(sha256: string): Promise<void>;
  /** Checksums of all that lies there. */
  list(): Promise<string[]>;
}

/** What is still being written, apart from what is whole. */
const drafts = 'drafts';

/** The store in a folder, which is made when something is first kept. */
export function openFileStore(folder: string): FileStore {
  // Two letters a folder, so that none holds too many.
  const locate = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    async keep(bytes) {
      const sha256 = checksumOf(bytes);
      const draft = join(folder, drafts, randomUUID());
      await mkdir(join(folder, drafts), { recursive: true, mode: ownerOnly });
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: ownerOnly });
      try {
        await writeWhole(draft, bytes);
        await rename(draft, locate(sha256));
      } finally {
        await rm(draft, { force: true });
      }
      return sha256;
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

const ownerOnly = 0o700;

/** On the disk before it gets its name. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
