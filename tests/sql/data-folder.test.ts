import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { prepareDataFolder } from '../../sql/data-folder.ts';
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

test('what lies there stays as it is, and becomes private', async () => {
  await mkdir(folder, { mode: 0o755 });
  await writeFile(join(folder, 'PG_VERSION'), '17');
  await prepareDataFolder(folder, template);
  expect(await list()).toEqual(['PG_VERSION']);
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
