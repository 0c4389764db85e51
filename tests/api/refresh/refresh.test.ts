import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createAsker } from '../../../api/download/asker.ts';
import { defaultDownloadSettings } from '../../../api/download/settings.ts';
import { performRefresh } from '../../../api/refresh/perform.ts';
import {
  endedMessage,
  openRefreshQueue,
  queueSchema,
  type RefreshQueue,
} from '../../../api/refresh/queue.ts';
import { workRefreshes } from '../../../api/refresh/worker.ts';
import { importPackage } from '../../../api/release/import.ts';
import { nameRefresh, readCall, readSource } from '../../../scripts/refresh/call.ts';
import { listReleases } from '../../../sql/catalog.ts';
import type { Database } from '../../../sql/database.ts';
import { everything } from '../../../sql/reader.ts';
import { listRefreshJobs, listRefreshRuns } from '../../../sql/refresh.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { makeFolder } from '../../setup/folder.ts';
import { type ODataServer, serveOData } from '../../setup/servers/odata.ts';
import { statisticsTables } from '../../setup/servers/statistics.ts';
import { samplePackage, writePackage } from '../release/sample-package.ts';

vi.setConfig({ testTimeout: 480_000 });

let server: ODataServer;
let directory: string;

beforeAll(async () => {
  server = await serveOData(statisticsTables());
  directory = await makeFolder('refresh');
});
afterAll(async () => {
  await server.close();
});

const monday = '30 5 * * 1';
const words = (...more: string[]) => [
  'politie',
  'misdrijven',
  '--year',
  '2024',
  '--base',
  server.base,
  ...more,
];

/** Free bytes on the disk that an embedded database would lie on; null: it is not looked at, as of a server. */
let freeBytes: number | null = null;

/** One attempt as the command makes it, that does not try addresses again by itself. */
function perform(db: Database, refresh: string, publish: boolean, number: number, ...more: string[]) {
  const call = readSource(words(...more));
  if (typeof call === 'string') throw new Error(call);
  const downloads = {
    ...defaultDownloadSettings(join(directory, 'downloads'), call.base),
    attempts: 1,
    freshTime: 0,
  };
  const ask = createAsker(downloads, () => undefined);
  const database = freeBytes === null ? { url: 'postgres://elsewhere' } : { directory };
  const settings = { ask, directory, by: 'tester', database, readFree: async () => freeBytes ?? 0 };
  return performRefresh(db, { refresh, call, publish, number }, settings);
}

const openQueue = (db: Database) =>
  openRefreshQueue(db, false, (error) => expect.unreachable(error.message), { retries: 6, retryDelay: 1 });

/** Works until `isDone`, with quick looks. */
async function workUntil(
  db: Database,
  queue: RefreshQueue,
  attempt: (number: number) => Promise<unknown>,
  isDone: () => Promise<boolean>,
): Promise<string[]> {
  const stopping = new AbortController();
  const said: string[] = [];
  const working = workRefreshes(db, queue, async (due) => String(await attempt(due.attempt)), {
    polling: 0.1,
    signal: stopping.signal,
    report: (line) => said.push(line),
  });
  await vi.waitUntil(isDone, { timeout: 240_000, interval: 100 });
  stopping.abort();
  await working;
  return said;
}

describeOnBothDatabases('scheduled refresh', (getDatabase) => {
  test('keeps what is refreshed, by which schedule, and refuses a schedule that is none', async () => {
    const db = getDatabase();
    await importPackage(db, await writePackage(samplePackage()), { importedBy: 'tester' });
    const queue = await openQueue(db);
    await expect(
      queue.add({ name: 'politie-misdrijven', cron: 'mondays', words: words(), publish: false }),
    ).rejects.toThrow();
    expect(await queue.list()).toEqual([]);
    const refresh = { name: 'politie-misdrijven', cron: monday, words: words(), publish: false };
    await queue.add({ ...refresh, cron: '0 0 * * *', publish: true });
    await queue.add(refresh);
    await queue.close();
    const again = await openQueue(db);
    expect(await again.list()).toEqual([refresh]);
    expect(await again.take()).toBeNull();
    await again.close();
  });

  test('is refused before anything is written where the disk has no room, and that is kept', async () => {
    const db = getDatabase();
    freeBytes = 1024 ** 2;
    const attempt = perform(db, 'vol', true, 1);
    await expect(attempt).rejects.toThrow(
      /the import needs \d+ MB and the disk of .* has 1 MB: make room first/,
    );
    freeBytes = null;
    expect(await listRefreshRuns(db, 'vol', 1)).toMatchObject([
      { outcome: 'failed', message: expect.stringContaining('make room first') },
    ]);
    expect(await listReleases(db, everything)).toHaveLength(1);
  });

  test('fails twice, says of what, tries again and keeps what came for a look, published by nobody', async () => {
    const db = getDatabase();
    const queue = await openQueue(db);
    const [refresh] = await queue.list();
    if (!refresh) throw new Error('the test before this adds it');
    await queue.request(refresh);
    const published = await listPublished(db);
    const said = await workUntil(
      db,
      queue,
      (number) => {
        const fault = { kind: 'status', status: 500 } as const;
        server.faults.splice(
          0,
          server.faults.length,
          ...Array.from({ length: number < 3 ? 20 : 0 }, () => fault),
        );
        return perform(db, refresh.name, refresh.publish, number);
      },
      async () => (await listRefreshJobs(db, queueSchema)).length === 0,
    );
    await queue.close();
    const runs = await listRefreshRuns(db, refresh.name, 10);
    expect(runs.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
      [3, 'staged'],
      [2, 'failed'],
      [1, 'failed'],
    ]);
    expect(runs[1]?.message).toMatch(/answered 500/);
    expect(said.slice(0, 2)).toEqual([
      expect.stringMatching(/^politie-misdrijven: attempt 1 failed: .*answered 500/),
      expect.stringMatching(/^politie-misdrijven: attempt 2 failed: /),
    ]);
    const releases = await listReleases(db, everything);
    expect(releases.find(({ id }) => id === runs[0]?.release)?.state).toBe('checked');
    expect(await listPublished(db)).toEqual(published);
  });

  test('makes no release of files that the newest one has already', async () => {
    const db = getDatabase();
    const releases = await listReleases(db, everything);
    const run = await perform(db, 'politie-misdrijven', true, 1);
    expect(run).toMatchObject({ outcome: 'unchanged', release: releases[0]?.id });
    expect(await listReleases(db, everything)).toHaveLength(releases.length);
  });

  test('publishes only where it was told to', async () => {
    const db = getDatabase();
    const run = await perform(db, 'politie-misdrijven-monthly', true, 1, '--monthly');
    expect(run.outcome).toBe('published');
    expect(await listPublished(db)).toContain(run.release);
  });

  test('goes on after its process ended in the middle', async () => {
    const db = getDatabase();
    const ended = await openQueue(db);
    const [refresh] = await ended.list();
    if (!refresh) throw new Error('the first test adds it');
    await ended.request(refresh);
    expect(await ended.take()).toMatchObject({ refresh: refresh.name, attempt: 1 });
    const queue = await openQueue(db);
    expect(await queue.take()).toBeNull();
    const said = await workUntil(
      db,
      queue,
      (number) => perform(db, refresh.name, refresh.publish, number),
      async () => (await listRefreshJobs(db, queueSchema)).length === 0,
    );
    expect(said[0]).toBe(`${refresh.name}: ${endedMessage}; it is tried again`);
    const runs = await listRefreshRuns(db, refresh.name, 2);
    expect(runs).toMatchObject([
      { attempt: 2, outcome: 'unchanged' },
      { attempt: 1, outcome: 'failed', message: endedMessage },
    ]);
    await queue.remove(refresh.name);
    expect(await queue.list()).toEqual([]);
    expect(await queue.remove(refresh.name)).toBe(false);
    await queue.close();
  });
});

async function listPublished(db: Database): Promise<unknown[]> {
  const { rows } = await sql<{
    release: number;
  }>`select distinct release from figure_group order by release`.execute(db);
  return rows.map(({ release }) => release);
}

test('a call names a source as an import does, and says what is wrong with it', () => {
  const added = readCall(['add', monday, 'politie', 'misdrijven', '--monthly', '--publish']);
  expect(added).toEqual({
    command: 'add',
    cron: monday,
    words: ['politie', 'misdrijven', '--monthly'],
    publish: true,
  });
  const source = readSource(['politie', 'misdrijven', '--monthly']);
  if (typeof source === 'string') throw new Error(source);
  expect(nameRefresh(source)).toBe('politie-misdrijven-monthly');
  expect(readCall([])).toEqual({ command: 'list', json: false });
  expect(readCall(['run', 'politie-misdrijven'])).toEqual({ command: 'run', name: 'politie-misdrijven' });
  expect(readCall(['add', monday, './folder'])).toMatch(/^Only a source by name can be refreshed\./);
  expect(readCall(['add', monday, 'politie', '--stage'])).toMatch(/^Leave out --dry-run and --stage/);
  expect(readCall(['add', monday, 'cbs', 'buurten'])).toMatch(/^Say what of cbs/);
  expect(readCall(['run'])).toMatch(/^Give a command/);
  expect(readCall(['list', '--publish'])).toMatch(/^Only what is added/);
});
