import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { readyStartup } from '../../api/startup.ts';
import { type Database, type OpenedDatabase, openDatabase } from '../../sql/database.ts';
import type { ReplicaState } from '../../sql/replicas.ts';
import { publishFixture } from '../setup/publication.ts';
import { type Replicated, startReplicated } from '../setup/replicated.ts';

const polling = { timeout: 20_000, interval: 50 };

let servers: Replicated;
let opened: OpenedDatabase;
const changes: ReplicaState[] = [];

beforeAll(async () => {
  servers = await startReplicated();
  opened = await openDatabase({
    url: servers.primaryUrl,
    replicas: {
      urls: [servers.replicaUrl],
      mostLag: 400,
      interval: 50,
      onChange: (change) => changes.push(change),
    },
  });
  await publishFixture(opened.db);
});

afterAll(async () => {
  await opened?.close();
  await servers?.stop();
});

async function isOnReplica(db: Database): Promise<boolean> {
  const { rows } = await sql<{ standby: boolean }>`select pg_is_in_recovery() as standby`.execute(db);
  return rows[0]?.standby ?? false;
}

const waitForReplica = () => expect.poll(() => isOnReplica(opened.reads), polling).toBe(true);
const waitForPrimary = () => expect.poll(() => isOnReplica(opened.reads), polling).toBe(false);

test('readers are sent to the replica, writers to the primary', async () => {
  await waitForReplica();
  expect(await isOnReplica(opened.db)).toBe(false);
});

test('no request fails while the replica dies under load, and it is used again when it is back', async () => {
  await waitForReplica();
  const logger = pino({ level: 'silent' });
  const app = createApp({ startup: readyStartup(opened.reads), logger, publicUrl: null }, new Map());
  const ask = async () => (await app.request('/api/observations?indicator=misdrijven')).status;
  // What was published a moment ago may be on its way to the replica.
  await expect.poll(ask, polling).toBe(200);
  const answers = new Map<number, number>();
  let isLoaded = true;
  const load = async () => {
    while (isLoaded) {
      const status = await ask();
      answers.set(status, (answers.get(status) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  const readers = Array.from({ length: 8 }, load);
  const count = () => answers.get(200) ?? 0;
  await expect.poll(count, polling).toBeGreaterThan(50);
  await servers.killReplica();
  await waitForPrimary();
  const whenKilled = count();
  await expect.poll(count, polling).toBeGreaterThan(whenKilled + 50);
  await servers.startReplica();
  await waitForReplica();
  const whenBack = count();
  await expect.poll(count, polling).toBeGreaterThan(whenBack + 50);
  isLoaded = false;
  await Promise.all(readers);
  expect([...answers.keys()]).toEqual([200]);
  expect(changes.some(({ isUsed, reason }) => !isUsed && reason)).toBe(true);
});

test('a replica that lags is left out until it has caught up', async () => {
  await waitForReplica();
  await servers.run('replica', 'select pg_wal_replay_pause()');
  await servers.run('primary', 'create table written_while_paused (id integer)');
  await waitForPrimary();
  expect(changes.at(-1)).toMatchObject({ isUsed: false, reason: 'it lags behind' });
  await servers.run('replica', 'select pg_wal_replay_resume()');
  await waitForReplica();
});

test('a replica that is cut off from the primary is left out, though it has replayed all that it knows', async () => {
  await waitForReplica();
  await servers.cutReplica();
  await servers.run('primary', 'create table written_while_cut_off (id integer)');
  await waitForPrimary();
  await servers.joinReplica();
  await waitForReplica();
});

test('a server that is no replica is never read from', async () => {
  const heard: ReplicaState[] = [];
  const other = await openDatabase({
    url: servers.primaryUrl,
    replicas: {
      urls: [servers.primaryUrl],
      mostLag: 400,
      interval: 50,
      onChange: (change) => heard.push(change),
    },
  });
  try {
    expect(await isOnReplica(other.reads)).toBe(false);
    expect(heard).toEqual([]);
  } finally {
    await other.close();
  }
});
