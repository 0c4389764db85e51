import { expect, test } from 'vitest';
import { createTurns, type TurnLimits } from '../../../sql/queue/turns.ts';
import { OverloadError, type Work, WorkEndedError } from '../../../sql/queue/work.ts';

const limits: TurnLimits = { most: 1, mostLong: 1, mostWaiting: 100, longestWait: 60_000 };
const work = (kind: Work['kind'], client = 'a', signal = new AbortController().signal): Work => ({
  kind,
  client,
  signal,
});

/** Queues works by name behind one that runs, and gives the names in the order of their turns. */
async function order(works: readonly (readonly [string, Work])[], given: Partial<TurnLimits> = {}) {
  const turns = createTurns({ ...limits, ...given });
  const end = await turns.take(undefined);
  const names: string[] = [];
  const done = works.map(async ([name, each]) => {
    const endEach = await turns.take(each);
    names.push(name);
    endEach();
  });
  end();
  await Promise.all(done);
  expect(turns.waiting).toBe(0);
  return names;
}

test('short ones pass long ones', async () => {
  expect(
    await order([
      ['csv', work('long')],
      ['tile', work('short')],
      ['catalogue', work('short')],
    ]),
  ).toEqual(['tile', 'catalogue', 'csv']);
});

test('a long one has its turn however many short ones come', async () => {
  const short = Array.from({ length: 20 }, (_, index) => [`short ${index}`, work('short')] as const);
  const names = await order([['csv', work('long')], ...short]);
  expect(names.indexOf('csv')).toBe(8);
});

test('clients take turns, each in its own order', async () => {
  const many = ['1', '2', '3'].map((name) => [name, work('short', 'much')] as const);
  expect(await order([...many, ['x', work('short', 'one')], ['y', work('short', 'other')]])).toEqual([
    '1',
    'x',
    'y',
    '2',
    '3',
  ]);
});

test('only so many long ones run at once, and the rest is kept for short ones', async () => {
  const turns = createTurns({ ...limits, most: 3, mostLong: 1 });
  const endLong = await turns.take(work('long'));
  let began = false;
  const second = turns.take(work('long')).then((end) => {
    began = true;
    return end;
  });
  const endShort = await turns.take(work('short'));
  expect([began, turns.waiting]).toEqual([false, 1]);
  endLong();
  (await second)();
  endShort();
});

test('one whose caller goes leaves the queue, and one that has gone is not queued', async () => {
  const turns = createTurns(limits);
  const end = await turns.take(work('short'));
  const leaving = new AbortController();
  const waiting = turns.take(work('short', 'a', leaving.signal));
  leaving.abort();
  await expect(waiting).rejects.toBeInstanceOf(WorkEndedError);
  await expect(turns.take(work('short', 'a', leaving.signal))).rejects.toBeInstanceOf(WorkEndedError);
  expect(turns.waiting).toBe(0);
  end();
});

test('one that waits too long, or is one too many, is told so; what is nobody’s waits', async () => {
  const turns = createTurns({ ...limits, longestWait: 5, mostWaiting: 1 });
  const end = await turns.take(undefined);
  const waiting = turns.take(work('short'));
  await expect(turns.take(work('short'))).rejects.toThrow('too many');
  await expect(waiting).rejects.toBeInstanceOf(OverloadError);
  const patient = turns.take(undefined);
  end();
  (await patient)();
});

test('a turn that is ended twice is one turn', async () => {
  const turns = createTurns(limits);
  const end = await turns.take(undefined);
  end();
  end();
  const running = await turns.take(undefined);
  let began = false;
  const next = turns.take(undefined).then((endNext) => {
    began = true;
    return endNext;
  });
  await Promise.resolve();
  expect(began).toBe(false);
  running();
  (await next)();
});
