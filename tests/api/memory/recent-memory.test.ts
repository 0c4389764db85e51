import { expect, test } from 'vitest';
import { createRecentMemory, rememberReading } from '../../../api/memory/recent-memory.ts';

test('what was asked for longest ago goes first', () => {
  const memory = createRecentMemory<string>(2);
  const made: string[] = [];
  const recall = (key: string) => memory.recall(key, () => made[made.push(key) - 1] ?? '');
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(recall(key)).toBe(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('what weighs much takes the place of much', () => {
  const memory = createRecentMemory<string>(10);
  const made: string[] = [];
  const recall = (key: string, weight: number) =>
    memory.recall(key, () => made[made.push(key) - 1] ?? '', weight);
  for (const key of ['a', 'b', 'c']) recall(key, 3);
  recall('large', 8);
  for (const key of ['a', 'b', 'c']) recall(key, 3);
  recall('too large', 11);
  recall('a', 3);
  expect(made).toEqual(['a', 'b', 'c', 'large', 'a', 'b', 'c', 'too large', 'a']);
});

test('nothing is kept as well as anything else', () => {
  const memory = createRecentMemory<null>(1);
  let made = 0;
  const make = () => {
    made++;
    return null;
  };
  expect([memory.recall('a', make), memory.recall('a', make)]).toEqual([null, null]);
  expect(made).toBe(1);
});

test('what is being read is read once, what failed is read anew', async () => {
  const remember = rememberReading<number>(8);
  let asked = 0;
  const read = async () => {
    asked++;
    if (asked === 1) throw new Error('not yet');
    return asked;
  };
  await expect(Promise.all([remember('a', read), remember('a', read)])).rejects.toThrow('not yet');
  expect(await remember('a', read)).toBe(2);
  expect(await remember('a', read)).toBe(2);
});
