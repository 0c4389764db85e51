import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeBackup } from '../../api/backup/making.ts';
import { computeCrc32c } from '../../sql/control-file.ts';
import { examinePages } from '../../sql/damaged-pages.ts';
import {
  checkDataFolder,
  completeDataFolder,
  DataFolderError,
  prepareDataFolder,
  requireWholePages,
} from '../../sql/data-folder.ts';
import { openDatabase } from '../../sql/database.ts';
import { keepFileSizes } from '../../sql/file-sizes.ts';
import { computeChecksum, pageBytes, readChecksum } from '../../sql/page-checksum.ts';
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

describe('a database of which bytes are others', () => {
  let directory: string;
  let database: string;
  const open = async () => (await openDatabase({ directory })).close();
  beforeAll(async () => {
    directory = await copyEmbedded();
    database = join(directory, 'postgres');
    await open();
  });

  /** Damages a file while something is tried, and puts it back. */
  async function withDamage(name: string, damage: (bytes: Buffer) => Buffer, trial: () => Promise<unknown>) {
    const path = join(database, name);
    const whole = await readFile(path);
    await writeFile(path, damage(Buffer.from(whole)));
    await trial().finally(() => writeFile(path, whole));
  }
  const examine = async () => {
    await checkDataFolder(database);
    await requireWholePages(database, await examinePages(database));
  };
  const expectRefusal = (tried: () => Promise<unknown>, message: RegExp) => async () => {
    const refusal = tried();
    await expect(refusal).rejects.toThrow(DataFolderError);
    await expect(refusal).rejects.toThrow(message);
    await expect(refusal).rejects.toThrow('restore your copy of DATA_DIR');
  };

  test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2), /base.* bytes of .* that were written/],
    ['a page of garbage', (bytes) => bytes.fill('garbage', 8192, 16384), /page 1 of base.* holds other/],
    ['half a page of garbage', (bytes) => bytes.fill(7, 4096, 8192), /page 0 of base.* holds other/],
    ['one byte', (bytes) => bytes.fill((bytes[9000] ?? 0) + 1, 9000, 9001), /page 1 of base.* holds other/],
    ['a page emptied', (bytes) => bytes.fill(0, 8192, 16384), /pages of base.* were emptied/],
  ])('its largest file: %s is found', async (_, damage, message) => {
    await withDamage(await findLargest(database), damage, expectRefusal(examine, message));
    await examine();
  });

  test('the start refuses with the remedy, and it opens once all is put back', async () => {
    const garbage = (bytes: Buffer) => bytes.fill('garbage', 8192, 16384);
    await withDamage(
      await findLargest(database),
      garbage,
      expectRefusal(open, /page 1 of base.* holds other/),
    );
    const [folder, filesDirectory] = [join(root, 'backup'), join(root, 'files')];
    const backUp = () => makeBackup({ database: { directory }, filesDirectory, version: '1' }, folder);
    await withDamage(
      await findLargest(database),
      garbage,
      expectRefusal(backUp, /page 1 of base.* holds other/),
    );
    const other = (bytes: Buffer) => bytes.fill(9, 30, 60);
    await withDamage('global/pg_control', other, expectRefusal(open, /pg_control holds other bytes/));
    const logs = (await readdir(join(database, 'pg_wal'))).filter((name) => /^[0-9A-F]{24}$/.test(name));
    const lost = (bytes: Buffer) => bytes.fill('garbage');
    await withDamage(`pg_wal/${logs.sort().at(-1)}`, lost, expectRefusal(open, /pg_wal, may be damaged/));
    // What a killed process left of its socket is taken away by the next one.
    const name = createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 16);
    const left = join(tmpdir(), `wijkinformatie-${name}`);
    await mkdir(left);
    await writeFile(join(left, '.s.PGSQL.5432'), '');
    await open();
    await expect(stat(left)).rejects.toThrow('ENOENT');
  });

  test('a file that the disk does not give is told of, and nothing goes on with it', async () => {
    const unreadable = join(database, 'base/5/99999999');
    // Its first bytes are no memory of any process: reading them fails as on a broken disk.
    await symlink('/proc/self/mem', unreadable);
    const message = /page 0 of base\/5\/99999999 cannot be read from the disk/;
    for (const tried of [examine, open]) await expectRefusal(tried, message)();
    await rm(unreadable);
    await symlink(join(database, 'nowhere'), unreadable);
    await examine();
    await rm(unreadable);
    await open();
  });

  test('one that was made without checksums opens, and garbage is found by the form of a page', async () => {
    const bytes = await readFile(join(database, 'global/pg_control'));
    bytes.writeUInt32LE(0, 252);
    bytes.writeUInt32LE(computeCrc32c(bytes.subarray(0, 292)), 292);
    await writeFile(join(database, 'global/pg_control'), bytes);
    await open();
    const garbage = (page: Buffer) => page.fill('garbage', 8192, 16384);
    await withDamage(
      await findLargest(database),
      garbage,
      expectRefusal(examine, /page 1 of base.* holds other/),
    );
  });
});

test('checksums are those that PostgreSQL computes, and depend on where a page stands', async () => {
  const folder = join(await copyEmbedded(), 'postgres');
  const bytes = await readFile(join(folder, 'base/5/1259'));
  const pages = Array.from({ length: bytes.length / pageBytes }, (_, number) => {
    const page = bytes.subarray(number * pageBytes, (number + 1) * pageBytes);
    return new Int32Array(new Uint8Array(page).buffer);
  });
  expect(pages.length).toBeGreaterThan(2);
  for (const [number, page] of pages.entries()) {
    expect(computeChecksum(page, number)).toBe(readChecksum(page));
    expect(computeChecksum(page, number + 1)).not.toBe(readChecksum(page));
  }
  // The check of RFC 3720, B.4.
  expect(computeCrc32c(new Uint8Array(32)).toString(16)).toBe('8a9136aa');
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
