import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makePrivateFolder } from '../../sql/folder-access.ts';

/** What lets a service say whether what we hold is still the same. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const entrySchema = z.object({
  address: z.string(),
  sha256: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** When it came or was last found unchanged, in milliseconds since 1970. */
  checkedAt: z.number(),
});
const partSchema = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() });

/** A whole answer on disk, its checksum verified. */
export type CachedAnswer = z.infer<typeof entrySchema> & { readonly bytes: Uint8Array };

/** An answer that is not whole yet: the file that is written to, and how much of it is there. */
export interface PartialAnswer extends Validators {
  readonly path: string;
  readonly length: number;
}

/**
 * Answers on disk, two files each: the body, and an entry with its checksum that is written last. A process that is
 * killed leaves at most a body without an entry, which does not count, and a part that the next one goes on with.
 */
export interface DownloadCache {
  find(address: string): Promise<CachedAnswer | null>;
  /** Takes over the part that an ended process left, or begins a new one. Only this process writes to it. */
  claimPart(address: string): Promise<PartialAnswer>;
  /** Empties a part and remembers by what its rest can be asked for. */
  beginPart(part: PartialAnswer, validators: Validators): Promise<PartialAnswer>;
  dropPart(part: PartialAnswer): Promise<void>;
  /** Makes a whole answer of a part. */
  finish(
    address: string,
    part: PartialAnswer,
    validators: Validators,
    checkedAt: number,
  ): Promise<CachedAnswer>;
  /** The service said that the answer has not changed. */
  confirm(answer: CachedAnswer, checkedAt: number): Promise<void>;
}

export function openDownloadCache(directory: string): DownloadCache {
  const bodyOf = (address: string) => join(directory, `${digest(address)}.body`);
  const entryOf = (address: string) => join(directory, `${digest(address)}.json`);
  const writeEntry = ({ bytes: _, ...entry }: CachedAnswer) =>
    replaceFile(entryOf(entry.address), JSON.stringify(entrySchema.parse(entry)));
  return {
    async find(address) {
      const entry = await readJson(entryOf(address), entrySchema);
      const bytes = entry && (await readFile(bodyOf(address)).catch(() => null));
      return bytes && digest(bytes) === entry.sha256 ? { ...entry, bytes } : null;
    },
    async claimPart(address) {
      await makePrivateFolder(directory);
      const path = join(directory, `${digest(address)}.${process.pid}.part`);
      for (const name of await readdir(directory))
        if (isLeftBehind(name, digest(address))) {
          await rename(join(directory, `${name}.json`), `${path}.json`).catch(() => undefined);
          await rename(join(directory, name), path).catch(() => undefined);
        }
      const known = await readJson(`${path}.json`, partSchema);
      const length = known
        ? await stat(path).then(
            ({ size }) => size,
            () => 0,
          )
        : 0;
      return { path, length, etag: known?.etag ?? null, lastModified: known?.lastModified ?? null };
    },
    async beginPart({ path }, { etag, lastModified }) {
      await writeFile(path, '');
      await replaceFile(`${path}.json`, JSON.stringify({ etag, lastModified }));
      return { path, length: 0, etag, lastModified };
    },
    dropPart,
    async finish(address, part, { etag, lastModified }, checkedAt) {
      const bytes = await readFile(part.path);
      const answer = { address, sha256: digest(bytes), etag, lastModified, checkedAt, bytes };
      await rename(part.path, bodyOf(address));
      await writeEntry(answer);
      await dropPart(part);
      return answer;
    },
    confirm: (answer, checkedAt) => writeEntry({ ...answer, checkedAt }),
  };
}

async function dropPart({ path }: PartialAnswer): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.json`, { force: true });
}

/** Whether a file is the part of an answer that no running process writes to, this one included. */
function isLeftBehind(name: string, key: string): boolean {
  const match = /^([0-9a-f]+)\.(\d+)\.part$/.exec(name);
  if (match?.[1] !== key) return false;
  const writer = Number(match[2]);
  return writer !== process.pid && !isRunning(writer);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Puts a file in the place of another at once: whoever reads sees the one or the other, whole. */
async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.draft`;
  await writeFile(draft, text);
  await rename(draft, path);
}

/** Null where the file is not there, or not what we wrote. */
async function readJson<Value>(path: string, schema: z.ZodType<Value>): Promise<Value | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
