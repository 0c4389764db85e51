import { execFileSync } from 'node:child_process';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { importPackage } from '../../../api/release/import.ts';
import { explainFailure } from '../../../scripts/failure.ts';
import { type Database, openDatabase } from '../../../sql/database.ts';
import { cloneDatabase, describeOnBothDatabases, openFreshDatabase } from '../../setup/database.ts';
import { checksumTables } from './checksum.ts';
import { figuresPackage, samplePackage, writePackage } from './sample-package.ts';

const importedBy = 'tester';

async function importSample(db: Database, onStep: (step: string) => void = () => undefined) {
  const folder = await writePackage(samplePackage());
  return importPackage(db, folder, { importedBy, onProgress: ({ step }) => onStep(step) });
}

test('of two imports at once the second says for whom it waits, and both are published', async () => {
  const { db, close } = await openFreshDatabase();
  const steps: string[] = [];
  let second: Promise<unknown> | undefined;
  await importSample(db, (step) => {
    if (step !== 'reading what is there') return;
    const begin = async () =>
      importPackage(db, await writePackage(figuresPackage()), {
        importedBy: 'somebody',
        onProgress: ({ step: waiting }) => steps.push(waiting),
      });
    second ??= begin();
  });
  await second;
  const waited = steps.find((step) => step.startsWith('waiting'));
  expect(waited).toMatch(
    /^waiting for import of sample by tester, since 20\d\d-.*Z \(process \d+ of the database\)$/,
  );
  const releases = await db.selectFrom('release').select(['package', 'state']).orderBy('id').execute();
  expect(releases.map(({ state }) => state)).toEqual(['published', 'published']);
  await close();
});

test('a connection that is lost in the middle leaves what was published, and the next try goes through', async () => {
  const { url, drop } = await cloneDatabase();
  const { db, close } = await openDatabase({ url });
  await importSample(db);
  const before = await checksumTables(db);
  for (const moment of [
    'reading what is there',
    'writing boundaries',
    'writing figures',
    'writing columns',
  ]) {
    let isCut = false;
    const failing = importSample(db, (step) => {
      if (step !== moment || isCut) return;
      isCut = true;
      cutOthers(url);
    });
    const error = await failing.catch((reason: unknown) => reason);
    expect(explainFailure(error)).toMatch(
      /^The connection with the database was lost .*npm run releases tells which/,
    );
    expect(await checksumTables(db)).toEqual(before);
  }
  expect(await importSample(db)).toMatchObject({ state: 'published' });
  await close();
  await drop();
});

describeOnBothDatabases('a disk that is full', (getDatabase) => {
  test('leaves what was published, and says to make room', async () => {
    const db = getDatabase();
    await importSample(db);
    const before = await checksumTables(db);
    await sql`create function fill_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`.execute(
      db,
    );
    for (const table of ['stored_file', 'tile', 'observation', 'value_column', 'release_act']) {
      await sql`create trigger full_disk before insert on ${sql.table(table)} execute function fill_disk()`.execute(
        db,
      );
      const sample = figuresPackage();
      sample.files['misdrijven-2025.csv'] += '\n';
      const folder = await writePackage(table === 'tile' ? samplePackage() : sample);
      const error = await importPackage(db, folder, { importedBy }).catch((reason: unknown) => reason);
      expect(explainFailure(error)).toMatch(/^There is no room left .*make room and run the command again/);
      await sql`drop trigger full_disk on ${sql.table(table)}`.execute(db);
      expect(await checksumTables(db)).toEqual(before);
    }
    await expect(importSample(db)).resolves.toMatchObject({ state: 'published' });
  });
});

const cutting = `
  import pg from 'pg';
  const client = new pg.Client({ connectionString: process.argv[1] });
  await client.connect();
  await client.query(\`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name like 'import%'\`);
  await client.end();`;

/**
 * Ends the connection of whoever changes what is published, as an administrator or a broken network would. From another
 * process, which this one waits for: the import cannot be done before its connection is gone.
 */
function cutOthers(url: string): void {
  execFileSync(process.execPath, ['--input-type=module', '--eval', cutting, url]);
}
