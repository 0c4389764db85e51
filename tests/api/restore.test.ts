import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, expect, test, vi } from 'vitest';
import { createApp } from '../../api/app.ts';
import { withdrawRelease } from '../../api/release/acts.ts';
import { importPackage } from '../../api/release/import.ts';
import { readyStartup } from '../../api/startup.ts';
import { prepareTools } from '../../scripts/test/tools.ts';
import { listColumnAddresses, listTileAddresses } from '../../sql/artefacts.ts';
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

test('a dump of a server, restored into an empty database, gives the same answers and artefacts', async () => {
  const { postgresql } = prepareTools({ chromium: process.env.CHROME_PATH, databaseUrl: undefined });
  const [source, target] = [await cloneDatabase(), await createScratchDatabase()];
  cleaning.push(source.drop, target.drop);
  const file = join(await makeFolder('restore'), 'backup.dump');
  const run = (program: string, ...words: string[]) =>
    execFileSync(join(postgresql ?? '', program), words, { stdio: ['ignore', 'ignore', 'inherit'] });
  const original = await openDatabase({ url: source.url });
  cleaning.push(original.close);
  await fill(original.db);
  run('pg_dump', '--format=custom', `--file=${file}`, source.url);
  run('pg_restore', '--exit-on-error', '--no-owner', `--dbname=${target.url}`, file);
  const restored = await openDatabase({ url: target.url });
  cleaning.push(restored.close);
  await expectSame(restored.db, await describeAll(original.db));
});

test('a copy of the directory of the embedded database gives the same answers and artefacts', async () => {
  const directory = await copyEmbedded();
  const original = await openDatabase({ directory });
  await fill(original.db);
  const described = await describeAll(original.db);
  await original.close();
  const copy = join(await makeFolder('restore'), 'data');
  await cp(directory, copy, { recursive: true });
  const restored = await openDatabase({ directory: copy });
  cleaning.push(restored.close);
  await expectSame(restored.db, described);
});
