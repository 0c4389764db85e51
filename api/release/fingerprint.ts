import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** All that what is published is made with: our own sources, and the versions of every package. */
const makers = ['geodata', 'sql', 'api/release', 'package-lock.json'];

/** Text that changes with anything that a published database is made with. */
export async function fingerprintMakers(): Promise<string> {
  const files = (await Promise.all(makers.map(listFiles))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash('sha256');
  for (const [index, content] of contents.entries())
    hash.update(`${files[index]}\n${content.length}\n`).update(content);
  return hash.digest('hex');
}

async function listFiles(name: string): Promise<string[]> {
  if (name.endsWith('.json')) return [name];
  const names = await readdir(join(root, name), { recursive: true });
  return names.filter((file) => /\.(ts|sql)$/.test(file)).map((file) => `${name}/${file}`);
}
