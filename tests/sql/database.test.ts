import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../sql/database.ts';
import { DirectoryInUseError } from '../../sql/directory-lock.ts';
import { copyEmbedded, describeOnBothDatabases, openEmbeddedCopy } from '../setup/database.ts';

describeOnBothDatabases('the database', (getDatabase) => {
  test('twenty queries at once each get their own answer', async () => {
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    const answers = await Promise.all(
      numbers.map((number) =>
        sql<{ number: number }>`select ${number}::integer as number`.execute(getDatabase()),
      ),
    );
    expect(answers.map(({ rows }) => rows[0]?.number)).toEqual(numbers);
  });

  test('transactions at once do not mix, and one that throws leaves nothing', async () => {
    const db = getDatabase();
    const insert = (key: string, fails: boolean) =>
      db.transaction().execute(async (transaction) => {
        await transaction.insertInto('source').values(sourceOf(key)).execute();
        await sql`select pg_sleep(0.01)`.execute(transaction);
        if (fails) throw new Error(`no ${key}`);
      });
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, number) => insert(`transaction-${number}`, number % 2 === 1)),
    );
    expect(results.map(({ status }) => status === 'rejected')).toEqual(
      results.map((_, number) => number % 2 === 1),
    );
    const kept = await db
      .selectFrom('source')
      .select('key')
      .where('key', 'like', 'transaction-%')
      .orderBy('key')
      .execute();
    expect(kept.map(({ key }) => key)).toEqual([0, 2, 4, 6, 8].map((number) => `transaction-${number}`));
  });

  test('a statement that fails, fails alone', async () => {
    const db = getDatabase();
    const results = await Promise.allSettled([
      sql`select 1 / 0`.execute(db),
      sql`select st_geomfromtext('POLYGON((oops')`.execute(db),
      sql`no such statement`.execute(db),
      sql<{ one: number }>`select 1 as one`.execute(db),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
    await expect(sql`select 1`.execute(db)).resolves.toBeDefined();
  });

  test('an error does not shift the answers to the queries after it', async () => {
    const db = getDatabase();
    for (let round = 0; round < 20; round++) {
      const failing = sql`insert into source (key, title) values (${`failing-${round}`}, null)`.execute(db);
      const numbers = [1, 2, 3].map((number) => round * 10 + number);
      const answers = numbers.map((number) =>
        sql<{ number: number }>`select ${number}::integer as number`.execute(db),
      );
      await expect(failing).rejects.toThrow('not-null constraint');
      expect((await Promise.all(answers)).map(({ rows }) => rows[0]?.number)).toEqual(numbers);
    }
  });

  test('other work goes on in the process while a heavy query runs', async () => {
    let turns = 0;
    let running = true;
    const work = (): void => {
      turns++;
      if (running) setImmediate(work);
    };
    setImmediate(work);
    const { rows } = await sql<{ total: number }>`
      select sum(st_area(st_buffer(st_makepoint(n, n), 1, 64))) as total from generate_series(1, 4000) as n
    `.execute(getDatabase());
    running = false;
    expect(rows[0]?.total).toBeCloseTo(4000 * Math.PI, -2);
    expect(turns).toBeGreaterThan(10);
  });

  test('numbers of rows are numbers, times are dates', async () => {
    const { rows } = await sql<{ count: number; now: Date }>`select count(*) as count, now() as now`.execute(
      getDatabase(),
    );
    expect(rows[0]?.count).toBe(1);
    expect(rows[0]?.now).toBeInstanceOf(Date);
  });
});

describe('the embedded database', () => {
  test('reports a failure within GEOS, and goes on', async () => {
    const { db, close } = await openEmbeddedCopy();
    const bowtie = 'POLYGON((0 0,1 1,1 0,0 1,0 0))';
    const failing = sql`select st_intersection(${bowtie}::geometry, 'POLYGON((0 0,2 2,2 0,0 2,0 0))'::geometry)`;
    await expect(failing.execute(db)).rejects.toThrow('the embedded database gave no answer');
    const { rows } = await sql`select st_area('POLYGON((0 0,1 0,1 1,0 0))'::geometry) as area`.execute(db);
    await close();
    expect(rows).toEqual([{ area: 0.5 }]);
  });
});

describe('the directory of the embedded database', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await copyEmbedded();
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  test('keeps what was written', async () => {
    const first = await openDatabase({ directory });
    await first.db.insertInto('source').values(sourceOf('kept')).execute();
    await first.close();
    const second = await openDatabase({ directory });
    const kept = await second.db.selectFrom('source').select('key').execute();
    await second.close();
    expect(kept).toEqual([{ key: 'kept' }]);
  });

  test('is refused to a second opener, who is told which process has it and what to do', async () => {
    const first = await openDatabase({ directory });
    const refusal = await openDatabase({ directory }).catch((error: unknown) => error);
    await first.close();
    expect(refusal).toBeInstanceOf(DirectoryInUseError);
    expect(String(refusal)).toContain(`process ${process.pid}`);
    expect(String(refusal)).toContain('DATABASE_URL');
  });

  test('is refused while another process has it, and free again once that process is gone, however it went', async () => {
    const script = join(directory, 'hold.mjs');
    const lock = new URL('../../sql/directory-lock.ts', import.meta.url).href;
    await writeFile(
      script,
      `const { lockDirectory } = await import(${JSON.stringify(lock)});
      await lockDirectory(${JSON.stringify(directory)}); process.send('held'); setInterval(() => {}, 1000);`,
    );
    const holder = fork(script, { execArgv: ['--import', import.meta.resolve('tsx')] });
    await once(holder, 'message');
    await expect(openDatabase({ directory })).rejects.toThrow(`process ${holder.pid}`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const { close } = await openDatabase({ directory });
    await close();
  });

  test('is not kept by a lock whose process number another process has by now', async () => {
    await writeFile(join(directory, 'lock.json'), JSON.stringify({ pid: process.ppid, began: 'long ago' }));
    const { close } = await openDatabase({ directory });
    await close();
    await expect(readFile(join(directory, 'lock.json'))).rejects.toThrow('ENOENT');
  });

  test('closing twice is closing once', async () => {
    const { close } = await openDatabase({ directory });
    await Promise.all([close(), close()]);
    await close();
  });
});

test('a server that does not answer is an error, not a wait', async () => {
  await expect(openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' })).rejects.toThrow(
    'ECONNREFUSED',
  );
});

function sourceOf(key: string) {
  return { key, title: key, url: null, licence_name: null, licence_title: null, licence_url: null };
}
