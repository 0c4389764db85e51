import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterMaps, drawFirst } from '../../../../viewer/state/screen/drawing.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function createDrawing(): { readonly drawn: Promise<void>; finish(): void } {
  let finish = (): void => undefined;
  const drawn = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { drawn, finish: () => finish() };
}

test('where nothing is drawn, the words come within the same task', async () => {
  const done: string[] = [];
  afterMaps(() => done.push('words'));
  await Promise.resolve();
  expect(done).toEqual(['words']);
});

test('words wait until every map has drawn and the frame is shown, in the order in which they were asked for', async () => {
  const done: string[] = [];
  const [one, other] = [createDrawing(), createDrawing()];
  // The page may hear of a change before the maps do.
  afterMaps(() => done.push('link'));
  drawFirst(one.drawn);
  drawFirst(other.drawn);
  afterMaps(() => done.push('words'));
  one.finish();
  await vi.advanceTimersByTimeAsync(100);
  expect(done).toEqual([]);
  other.finish();
  await vi.advanceTimersByTimeAsync(10);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(20);
  expect(done).toEqual(['link', 'words']);
});

test('a map that never draws, as in a page out of sight, does not keep the words', async () => {
  const done: string[] = [];
  drawFirst(createDrawing().drawn);
  afterMaps(() => done.push('words'));
  await vi.advanceTimersByTimeAsync(499);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toEqual(['words']);
});
