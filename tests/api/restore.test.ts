import { createHash } from 'node:crypto';
import { readdir, truncate } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pino } from 'pino';
import { afterAll, expect, test, vi } from 'vitest';
import { createApp } from '../../api/app.ts';
import { makeBackup } from '../../api/backup/making.ts';
import { restoreBackup } from '../../api/backup/restoring.ts';
import { openFileStore } from '../../api/contributions/file-store.ts';
import { withdrawRelease } from '../../api/release/acts.ts';
import { importPackage } from '../../api/release/import.ts';
import { readyStartup } from '../../api/startup.ts';
import { prepareTools } from '../../scripts/test/tools.ts';
import { listColumnAddresses, listTileAddresses } from '../../sql/artefacts.ts';
import { copyFolder } from '../../sql/data-folder.ts';
import { type Database, openDatabase } from '../../sql/database.ts';
import { listPublications } from '../../sql/publication.ts';
import { publicReader } from '../../sql/reader.ts';
import { cloneDatabase, copyEmbedded, createScratchDatabase } from '../setup/database.ts';
import { makeFolder } from '../setup/folder.ts';
import { checksumTables, publishedTables } from './release/checksum.ts';
import { figuresPackage, samplePackage, writePackage } from './release/sample-package.ts';

/** Each fills a database, copies it and reads everything twice. */
vi.setConfig({ testTimeout: 600_000 });

const by = 'tester';
const cleaning: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const clean of cleaning.reverse()) await clean();
});

/** All that can be known of what a database holds: its tables, and the answers that the public gets of it. */
async function describeAll(db: Database) {
  return { tables: await checksumTables(db), answers: await readAnswers(db) };
}

async function readAnswers(db: Database): Promise<Record<string, string>> {
  const logger = pino({ level: 'silent' });
  const app = createApp({ startup: readyStartup(db), logger, publicUrl: null }, new Map());
  const columns = await listColumnAddresses(db, publicReader);
  const tiles = await listTileAddresses(db, publicReader);
  const addresses = [
    ...[
      'catalog',
      'sources',
      'releases',
      'targets',
      'areas/GM0141',
      'areas/GM0141/profile',
      'search?q=buurt',
    ],
    ...['lineage?from=2021&to=2024', 'areas?level=neighbourhood&boundaryYear=2024'],
    ...['observations?indicator=misdrijven', 'observations?indicator=misdrijven&format=csv'],
    ...columns.map(({ indicator, level, hash }) => `columns/${indicator}/${level}?hash=${hash}`),
  ].map((path) => `/api/${path}`);
  for (const { boundaryYear, hash, z, x, y } of tiles)
    addresses.push(`/tiles/${boundaryYear}/${hash}/${z}/${x}/${y}.mvt`);
  const answers: Record<string, string> = {};
  for (const address of addresses) {
    const answer = await app.request(address);
    expect([address, answer.status]).toEqual([address, 200]);
    const body = new Uint8Array(await answer.arrayBuffer());
    answers[address] = `${answer.headers.get('etag')} ${createHash('sha256').update(body).digest('hex')}`;
  }
  return answers;
}

/** Two publications, so that there is one to take back. */
async function fill(db: Database): Promise<void> {
  for (const sample of [samplePackage(), figuresPackage()])
    await importPackage(db, await writePackage(sample), { importedBy: by });
}

/** What was restored is the same, and what was kept of the publication before came along. */
async function expectSame(
  restored: Database,
  original: Awaited<ReturnType<typeof describeAll>>,
): Promise<void> {
  expect(Object.keys(original.answers).length).toBeGreaterThan(30);
  expect(await describeAll(restored)).toEqual(original);
  const [last, first] = await listPublications(restored);
  await withdrawRelease(restored, last?.release ?? 0, { by });
  expect((await listPublications(restored)).map(({ id }) => id)).toEqual([first?.id]);
  expect((await checksumTables(restored, [], publishedTables)).observation).not.toBe(
    original.tables.observation,
  );
}

/** The files that people sent in, which no row names here. */
async function keepFile(filesDirectory: string): Promise<string> {
  return openFileStore(filesDirectory).keep(Buffer.from('een brief'));
}

test('a backup of a server, restored into an empty database, gives the same answers and artefacts', async () => {
  const { postgresql } = prepareTools({ chromium: process.env.CHROME_PATH, databaseUrl: undefined });
  vi.stubEnv('PATH', `${postgresql}${delimiter}${process.env.PATH}`);
  const [source, target] = [await cloneDatabase(), await createScratchDatabase()];
  cleaning.push(source.drop, target.drop);
  const place = await makeFolder('restore');
  const [folder, files] = [join(place, 'backup'), join(place, 'files')];
  const kept = await keepFile(files);
  const original = await openDatabase({ url: source.url });
  cleaning.push(original.close);
  await fill(original.db);
  await makeBackup({ database: { url: source.url }, filesDirectory: files, version: '1' }, folder);
  const house = { database: { url: target.url }, filesDirectory: join(place, 'restored') };
  await expect(restoreBackup({ ...house, database: { directory: place } }, folder)).rejects.toThrow(
    'the backup is of a database that is on a server, and this one is embedded: set DATABASE_URL',
  );
  await restoreBackup(house, folder);
  expect(await openFileStore(house.filesDirectory).list()).toEqual([kept]);
  await expect(restoreBackup(house, folder)).rejects.toThrow(
    /the database holds \d+ tables: give an empty one/,
  );
  // Whatever was published since is replaced.
  const between = await openDatabase({ url: target.url });
  await expect(restoreBackup(house, folder, true)).rejects.toThrow(
    /\d+ connections use the database: stop the servers/,
  );
  const [last] = await listPublications(between.db);
  await withdrawRelease(between.db, last?.release ?? 0, { by });
  await between.close();
  await expect
    .poll(() => restoreBackup(house, folder, true).then(({ version }) => version, String), {
      timeout: 60_000,
    })
    .toBe('1');
  const restored = await openDatabase({ url: target.url });
  cleaning.push(restored.close);
  await expectSame(restored.db, await describeAll(original.db));
});

test('a backup of an embedded database gives the same answers and artefacts, and is never put over another unsaid', async () => {
  const directory = await copyEmbedded();
  const filesDirectory = join(directory, 'files');
  const place = await makeFolder('restore');
  const folder = join(place, 'backup');
  const house = { database: { directory }, filesDirectory, version: '1' };
  const original = await openDatabase({ directory });
  await fill(original.db);
  const described = await describeAll(original.db);
  await keepFile(filesDirectory);
  await expect(makeBackup(house, folder)).rejects.toThrow('is in use by process');
  await expect(restoreBackup(house, folder)).rejects.toThrow('is no backup, or one that was cut off');
  await original.close();
  const { files } = await makeBackup(house, folder);
  await expect(makeBackup(house, folder)).rejects.toThrow('is not empty');
  await expect(restoreBackup(house, folder)).rejects.toThrow(
    'holds a database: set DATA_DIR to an empty folder',
  );
  const control = files.find(({ path }) => path.endsWith('global/pg_control'));
  const damaged = join(place, 'damaged');
  await copyFolder(folder, damaged);
  await truncate(join(damaged, control?.path ?? ''), 100);
  await expect(restoreBackup(house, damaged, true)).rejects.toThrow(
    'pg_control is not as it was: the backup is damaged',
  );
  const into = join(place, 'data');
  for (const overwrites of [false, true])
    await restoreBackup(
      { database: { directory: into }, filesDirectory: join(into, 'files') },
      folder,
      overwrites,
    );
  expect((await readdir(into)).filter((name) => name.startsWith('postgres.before-'))).toHaveLength(1);
  const restored = await openDatabase({ directory: into });
  cleaning.push(restored.close);
  await expectSame(restored.db, described);
});
