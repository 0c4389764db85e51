import { expect, test } from 'vitest';
import { readInTurn } from '../../../viewer/data/request.ts';

test('what is read in turn comes in the order of the wishes, a few at once', async () => {
  let [open, most] = [0, 0];
  const wishes = Array.from({ length: 40 }, (_, index) => index);
  const answers = await readInTurn(wishes, async (wish) => {
    most = Math.max(most, ++open);
    await new Promise((resume) => setTimeout(resume, (wish * 7) % 5));
    open--;
    return wish * 2;
  });
  expect(answers).toEqual(wishes.map((wish) => wish * 2));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(6);
});

test('one that fails ends them all', async () => {
  const fail = (wish: number) => (wish === 3 ? Promise.reject(new Error('gone')) : Promise.resolve(wish));
  await expect(readInTurn([1, 2, 3, 4], fail)).rejects.toThrow('gone');
});
