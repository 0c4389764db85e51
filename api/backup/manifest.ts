import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';

const manifestSchema = z.object({
  product: z.literal('wijkinformatie-twente'),
  version: z.string(),
  madeAt: z.string(),
  database: z.enum(['postgresql', 'embedded']),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});

/** What a backup holds. It is written last, so that one that was cut off has none. */
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestName = 'backup.json';

/** Every file below a folder by its path with slashes, its size and its checksum. */
export async function listFiles(folder: string): Promise<Manifest['files']> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .filter((path) => path !== manifestName)
    .sort();
  const files: Manifest['files'] = [];
  for (const path of paths) {
    const { size } = await stat(join(folder, path));
    files.push({ path, bytes: size, sha256: await checksumOf(join(folder, path)) });
  }
  return files;
}

/** What a backup says of itself, once all of it is found to be so. Throws BackupError. */
export async function readBackup(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null);
  if (text === null)
    throw new BackupError(`${folder} is no backup, or one that was cut off: ${manifestName} is not in it`);
  const manifest = manifestSchema.safeParse(parse(text));
  if (!manifest.success)
    throw new BackupError(`${join(folder, manifestName)} cannot be read: give another backup`);
  const found = new Map((await listFiles(folder)).map((file) => [file.path, file]));
  for (const { path, sha256 } of manifest.data.files) {
    const file = found.get(path);
    if (file?.sha256 !== sha256)
      throw new BackupError(
        `${join(folder, path)} is ${file ? 'not as it was' : 'missing'}: the backup is damaged, give another one`,
      );
    found.delete(path);
  }
  const [unknown] = found.keys();
  if (unknown !== undefined)
    throw new BackupError(`${join(folder, unknown)} is not of this backup: take it out, or give another one`);
  return manifest.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}
