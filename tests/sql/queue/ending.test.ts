import { setMaxListeners } from 'node:events';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../../sql/database.ts';
import { OverloadError, runShared, runWork, type Work, WorkEndedError } from '../../../sql/queue/work.ts';
import { describeOnBothDatabases, openFreshDatabase } from '../../setup/database.ts';

const workOf = (signal: AbortSignal): Work => ({ kind: 'short', client: 'a', signal });
const one = (db: Database) => sql<{ one: number }>`select 1 as one`.execute(db);

describeOnBothDatabases('a work that ends', (getDatabase) => {
  test('asks nothing more, not in a transaction either, and leaves the connection whole', async () => {
    const db = getDatabase();
    const ending = new AbortController();
    let asked = 0;
    const read = () =>
      db.transaction().execute(async (transaction) => {
        await one(transaction);
        asked += 1;
        ending.abort();
        await one(transaction);
        asked += 1;
      });
    await expect(runWork(workOf(ending.signal), read)).rejects.toBeInstanceOf(WorkEndedError);
    expect(asked).toBe(1);
    await expect(runWork(workOf(ending.signal), () => one(db))).rejects.toBeInstanceOf(WorkEndedError);
    expect((await one(db)).rows).toEqual([{ one: 1 }]);
  });

  test('does not take with it what others wait for as well', async () => {
    const ending = new AbortController();
    ending.abort();
    const shared = () => runShared(() => one(getDatabase()));
    expect((await runWork(workOf(ending.signal), shared)).rows).toEqual([{ one: 1 }]);
  });

  test('leaves the queue while it waits', async () => {
    const db = getDatabase();
    const ending = new AbortController();
    setMaxListeners(0, ending.signal);
    const asked = Array.from({ length: 50 }, () =>
      runWork(workOf(ending.signal), () => one(db)).then(
        () => 'answered',
        (error: unknown) => (error instanceof WorkEndedError ? 'left' : error),
      ),
    );
    ending.abort(new DOMException('gone', 'AbortError'));
    expect(new Set(await Promise.all(asked))).toContain('left');
    expect((await one(db)).rows).toEqual([{ one: 1 }]);
  });
});

test('what a server is at is cancelled where the caller goes or the time ends, and the connection goes on', async () => {
  const { db, close } = await openFreshDatabase();
  try {
    for (const reason of [undefined, new OverloadError('over time')]) {
      const ending = new AbortController();
      const sleeping = runWork(workOf(ending.signal), () => sql`select pg_sleep(600)`.execute(db));
      const isAsleep = async () => {
        const { rows } = await sql`select from pg_stat_activity where query like 'select pg_sleep%'
          and datname = current_database() and state = 'active' and pid <> pg_backend_pid()`.execute(db);
        return rows.length;
      };
      await expect.poll(isAsleep, { timeout: 20_000 }).toBe(1);
      ending.abort(reason);
      await expect(sleeping).rejects.toBeInstanceOf(reason ? OverloadError : WorkEndedError);
      expect(await isAsleep()).toBe(0);
    }
    expect((await one(db)).rows).toEqual([{ one: 1 }]);
  } finally {
    await close();
  }
});

test('a query that ended as it was cancelled takes none with it that comes after it', async () => {
  const { db, close } = await openFreshDatabase();
  try {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const ending = new AbortController();
      const asked = runWork(workOf(ending.signal), () => one(db));
      setImmediate(() => ending.abort());
      await asked.catch((error: unknown) => expect(error).toBeInstanceOf(WorkEndedError));
      await sql`select pg_sleep(0.005)`.execute(db);
    }
  } finally {
    await close();
  }
});
