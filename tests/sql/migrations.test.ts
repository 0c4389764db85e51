import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examineDatabase } from '../../api/doctor/database.ts';
import { countWaiting, MigrationError, migrate, migrationFolder } from '../../sql/migrations.ts';
import { createScratchDatabase } from '../setup/database.ts';
import { makeFolder } from '../setup/folder.ts';

// The embedded database is brought up to date by the same statements: what differs between the two is tested there.
let folder = '';
let pool: pg.Pool;
let url: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  folder = await makeFolder('migrations');
  await cp(migrationFolder, folder, { recursive: true });
  const scratch = await createScratchDatabase();
  pool = new pg.Pool({ connectionString: scratch.url });
  url = scratch.url;
  drop = scratch.drop;
});
afterAll(async () => {
  await pool.end();
  await drop();
});

async function run(steps: string[] = []): Promise<void> {
  const client = await pool.connect();
  try {
    await migrate(client, (step) => steps.push(step), folder);
  } finally {
    client.release();
  }
}

test('servers that start at once migrate once, and a second start does nothing', async () => {
  const steps: string[] = [];
  await Promise.all([run(steps), run(steps), run(steps)]);
  const files = (await readdir(migrationFolder)).length;
  expect(steps).toHaveLength(files);
  await run(steps);
  expect(steps).toHaveLength(files);
});

test('a file that fails leaves nothing, and is applied once it is right', async () => {
  const file = join(folder, '9999-more.sql');
  await writeFile(file, 'create table more (id integer); create table more (id integer);');
  await expect(run()).rejects.toThrow('already exists');
  await writeFile(file, 'create table more (id integer);');
  await run();
  expect((await pool.query('select * from more')).rows).toEqual([]);
});

test('an applied file that changed is refused; other line ends are no change', async () => {
  const file = join(folder, '9999-more.sql');
  await writeFile(file, 'create table more (id bigint);');
  await expect(run()).rejects.toThrow(MigrationError);
  await expect(run()).rejects.toThrow('9999-more.sql was changed');
  await writeFile(file, 'create table more (id integer);');
  await run();
});

test('what a database waits for is counted without changing it', async () => {
  const file = join(folder, '9999-then.sql');
  const count = async () => {
    const client = await pool.connect();
    return countWaiting(client, folder).finally(() => client.release());
  };
  expect(await count()).toBe(0);
  await writeFile(file, 'create table last (id integer);');
  expect([await count(), await count()]).toEqual([1, 1]);
  await rm(file);
});

test('a database of a newer version is refused, and the doctor says which version to start', async () => {
  await rm(join(folder, '9999-more.sql'));
  await expect(run()).rejects.toThrow('newer version');
  const [finding] = await examineDatabase({ url }, Date.now);
  expect(finding).toMatchObject({
    state: 'wrong',
    remedy: 'start the version that it was prepared by, or restore a backup',
  });
});

test('the doctor tells how many migrations an older database waits for', async () => {
  await pool.query(`delete from migration where name like '9999%'`);
  const told = async () =>
    (await examineDatabase({ url }, Date.now)).find(({ about }) => about === 'version')?.says;
  expect(await told()).toBe('the database is that of this version');
  for (const count of ['1 migration', '2 migrations']) {
    await pool.query('delete from migration where name = (select max(name) from migration)');
    expect(await told()).toBe(`the next start applies ${count}`);
  }
});
