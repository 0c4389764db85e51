import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { completeDataFolder, DataFolderError, prepareDataFolder } from '../../sql/data-folder.ts';
import { makeFolder } from '../setup/folder.ts';

let root: string;
let folder: string;
let template: string;

beforeAll(async () => {
  root = await makeFolder('data-folder');
  template = join(root, 'template');
  await mkdir(join(template, 'base'), { recursive: true, mode: 0o755 });
  await writeFile(join(template, 'PG_VERSION'), '18');
  await writeFile(join(template, 'base/1'), 'rows');
});
beforeEach(async () => {
  folder = join(await mkdtemp(join(root, 'data-')), 'postgres');
});

const list = async () => (await readdir(folder, { recursive: true })).sort();
const readMode = async () => (await stat(folder)).mode & 0o777;

test('a new folder is a copy of the template, and private to its owner', async () => {
  await prepareDataFolder(folder, template);
  expect(await list()).toEqual(['PG_VERSION', 'base', 'base/1']);
  expect(await readFile(join(folder, 'base/1'), 'utf8')).toBe('rows');
  expect(await readMode()).toBe(0o700);
});

test('a new folder without a template is empty, and private as well', async () => {
  await prepareDataFolder(folder);
  expect(await list()).toEqual([]);
  expect(await readMode()).toBe(0o700);
});

test('what was cut off while it was made is made anew, and once it is whole never again', async () => {
  await prepareDataFolder(folder);
  await writeFile(join(folder, 'half'), '');
  await prepareDataFolder(folder);
  expect(await list()).toEqual([]);
  await completeDataFolder(folder);
  await expect(prepareDataFolder(folder)).rejects.toThrow('is empty');
});

/** The fewest files that look like a database. */
async function makeDatabase() {
  await mkdir(join(folder, 'global'), { recursive: true, mode: 0o755 });
  await mkdir(join(folder, 'pg_wal'));
  await writeFile(join(folder, 'PG_VERSION'), '17');
  await writeFile(join(folder, 'global/pg_control'), Buffer.alloc(8192, 1));
  await writeFile(join(folder, 'pg_wal', '0'.repeat(24)), 'log');
}

test.each<[string, string, () => Promise<unknown>]>([
  [
    'an empty folder',
    'is empty: was a disk not mounted',
    async () => {
      await rm(folder, { recursive: true });
      await mkdir(folder);
    },
  ],
  ['files of somebody', 'PG_VERSION is not in it', () => rm(join(folder, 'PG_VERSION'))],
  [
    'a control file of nothing',
    'pg_control is cut off or empty',
    () => writeFile(join(folder, 'global/pg_control'), Buffer.alloc(8192)),
  ],
  [
    'a control file that was cut',
    'pg_control is cut off or empty',
    () => writeFile(join(folder, 'global/pg_control'), Buffer.alloc(100, 1)),
  ],
  ['no control file', 'pg_control is cut off or empty', () => rm(join(folder, 'global/pg_control'))],
  ['no log', 'pg_wal, is gone', () => rm(join(folder, 'pg_wal'), { recursive: true })],
])('%s is refused and left as it is', async (_, message, damage) => {
  await makeDatabase();
  await damage();
  const before = await list();
  for (const from of [template, undefined]) {
    const refusal = prepareDataFolder(folder, from);
    await expect(refusal).rejects.toThrow(DataFolderError);
    await expect(refusal).rejects.toThrow(message);
    expect(await list()).toEqual(before);
  }
});

test.each(['sources', 'files'])('%s without their database are refused', async (name) => {
  await mkdir(join(folder, '..', name));
  await prepareDataFolder(`${folder}-other`, template);
  await writeFile(join(folder, '..', name, 'kept'), '');
  await expect(prepareDataFolder(folder, template)).rejects.toThrow(`holds ${name} of a database`);
  await makeDatabase();
  await prepareDataFolder(folder, template);
});

test('what lies there stays as it is, and becomes private', async () => {
  await makeDatabase();
  const before = await list();
  await prepareDataFolder(folder, template);
  expect(await list()).toEqual(before);
  expect(await readFile(join(folder, 'PG_VERSION'), 'utf8')).toBe('17');
  expect(await readMode()).toBe(0o700);
});

test('a copy that was cut off is made again', async () => {
  await mkdir(`${folder}.part/base`, { recursive: true });
  await writeFile(join(`${folder}.part`, 'base/half'), '');
  await prepareDataFolder(folder, template);
  expect(await list()).toEqual(['PG_VERSION', 'base', 'base/1']);
  expect(await readdir(join(folder, '..'))).toEqual(['postgres']);
});

test('a template that cannot be read leaves no folder behind that looks like a database', async () => {
  await expect(prepareDataFolder(folder, join(root, 'nowhere'))).rejects.toThrow(/nowhere/);
  await prepareDataFolder(folder, template);
  expect(await list()).toEqual(['PG_VERSION', 'base', 'base/1']);
});
