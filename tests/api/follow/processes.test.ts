import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openFollowers } from '../../../api/follow/followers.ts';
import { hearChanges } from '../../../api/follow/hearing.ts';
import { type OpenedDatabase, openDatabase } from '../../../sql/database.ts';
import { beginSession } from '../../../sql/follow/sessions.ts';
import { publicReader } from '../../../sql/reader.ts';
import { compileProgram } from '../../setup/compiled.ts';
import { cloneDatabase, type ScratchDatabase } from '../../setup/database.ts';
import type { Order } from './presenter.ts';

const [code, keyHash] = ['k7m2xw', 'a'.repeat(64)];
const first = { address: '?period=2023', slide: null, pointer: null };
const patient = { timeout: 30_000 };

let scratch: ScratchDatabase;
let opened: OpenedDatabase;
let presenter: ChildProcess;
beforeAll(async () => {
  scratch = await cloneDatabase();
  opened = await openDatabase({ url: scratch.url });
  await beginSession(opened.db, { code, keyHash, state: first });
  const program = await compileProgram(new URL('./presenter.ts', import.meta.url));
  presenter = fork(program, [JSON.stringify({ url: scratch.url }), code, keyHash]);
  await once(presenter, 'message');
});
afterAll(async () => {
  presenter?.kill();
  await opened?.close();
  await scratch?.drop();
});

async function tellPresenter(order: Order): Promise<void> {
  presenter.send(order);
  await once(presenter, 'message');
}

test('who follows at one process hears of what another shows, also after the connection that listens was cut', async () => {
  const followers = openFollowers();
  const looked: unknown[][] = [];
  const lookAtAll = vi.fn(followers.lookAtAll);
  const stop = hearChanges(scratch.url, {
    look: (...heard) => {
      looked.push(heard);
      followers.look(...heard);
    },
    lookAtAll,
  });
  try {
    await vi.waitUntil(() => lookAtAll.mock.calls.length === 1, patient);
    const follower = await followers.join(opened.db, code, publicReader, '192.0.2.1');
    if (!follower || typeof follower === 'string') throw new Error(`${follower} instead of a follower`);
    const { version = 0 } = follower.session() ?? {};
    await tellPresenter({ address: '?period=2024' });
    await vi.waitUntil(() => looked.length === 1, patient);
    expect(looked).toEqual([[code, version + 1]]);
    await follower.next(version, 30_000);
    expect(JSON.parse(await follower.tell())).toMatchObject({ address: '?period=2024' });

    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen %'`.execute(opened.db);
    await vi.waitUntil(() => lookAtAll.mock.calls.length === 2, patient);
    await tellPresenter({ address: '?period=2022' });
    await vi.waitUntil(() => looked.length === 2, patient);
    await tellPresenter('end');
    await vi.waitUntil(() => follower.session()?.isOver === true, patient);
    follower.leave();
  } finally {
    await stop();
    followers.close();
  }
});
