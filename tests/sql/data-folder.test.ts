import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { completeDataFolder, DataFolderError, prepareDataFolder } from '../../sql/data-folder.ts';
import { openDatabase } from '../../sql/database.ts';
import { keepFileSizes } from '../../sql/file-sizes.ts';
import { copyEmbedded } from '../setup/database.ts';
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

describe('a file that was cut', () => {
  const table = () => join(folder, 'base/5/16402');
  const prepare = () => prepareDataFolder(folder, template);

  beforeEach(async () => {
    await makeDatabase();
    await mkdir(join(folder, 'base/5'), { recursive: true });
    await writeFile(table(), Buffer.alloc(16384));
    await writeFile(`${table()}_fsm`, Buffer.alloc(24576));
    await keepFileSizes(folder);
  });

  const startAgain = () => writeFile(join(folder, 'global/pg_control'), Buffer.alloc(8192, 2));

  test('is found after a clean close and after a kill', async () => {
    await truncate(table(), 8192);
    await expect(prepare()).rejects.toThrow('base/5/16402 holds 8192 bytes of 16384 that were written');
    await startAgain();
    await expect(prepare()).rejects.toThrow(DataFolderError);
  });

  test('is found where it is gone or empty after a clean close; after a kill its table may have been dropped', async () => {
    await truncate(table());
    await expect(prepare()).rejects.toThrow('holds 0 bytes of 16384');
    await rm(table());
    await expect(prepare()).rejects.toThrow('holds 0 bytes of 16384');
    await startAgain();
    await prepare();
  });

  test('is none where it grew, where maps of free room are gone, or where nothing was kept', async () => {
    await rm(`${table()}_fsm`);
    await startAgain();
    await writeFile(table(), Buffer.alloc(24576));
    await prepare();
    await truncate(table(), 1);
    await truncate(join(folder, 'file-sizes.json'), 10);
    await prepare();
  });
});

test('a file of the embedded database that was cut in half keeps it from opening, until it is put back', async () => {
  const directory = await copyEmbedded();
  const open = async () => (await openDatabase({ directory })).close();
  await open();
  const path = join(directory, 'postgres', await findLargest(join(directory, 'postgres')));
  const whole = await readFile(path);
  await truncate(path, whole.length / 2);
  await expect(open()).rejects.toThrow(/is damaged: base.* bytes of .* that were written.*restore your copy/);
  await writeFile(path, whole);
  await open();
});

async function findLargest(database: string): Promise<string> {
  const files = (await readdir(database, { recursive: true })).filter((path) =>
    /^base\/\d+\/\d+$/.test(path),
  );
  const sized = await Promise.all(
    files.map(async (path) => ({ path, ...(await stat(join(database, path))) })),
  );
  return sized.sort((one, other) => other.size - one.size)[0]?.path ?? '';
}

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
