import { expect, test } from 'vitest';
import { takeTurn } from '../../../viewer/map/turns.ts';

test('each acts in a task of its own, in the order of asking', async () => {
  const seen: string[] = [];
  const first = takeTurn(() => {
    seen.push('first');
    setTimeout(() => seen.push('between'));
  });
  const second = takeTurn(() => void seen.push('second'));
  expect(seen).toEqual([]);
  await Promise.all([first, second]);
  expect(seen).toEqual(['first', 'between', 'second']);
});

test('what fails tells whoever asked, and keeps nobody else', async () => {
  const failed = takeTurn(() => {
    throw new Error('no GPU');
  });
  const other = takeTurn(() => undefined);
  await expect(failed).rejects.toThrow('no GPU');
  await expect(other).resolves.toBeUndefined();
});
