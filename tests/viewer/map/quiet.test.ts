import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { awaitQuiet } from '../../../viewer/map/quiet.ts';

let next: (() => void) | null = null;
let now = 0;

beforeEach(() => {
  vi.useFakeTimers();
  now = 0;
  next = null;
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    next = draw;
    return 1;
  });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Gives a frame after so many milliseconds. */
function frame(milliseconds: number): void {
  now += milliseconds;
  const draw = next;
  next = null;
  draw?.();
}

async function hasEnded(ended: Promise<void>): Promise<boolean> {
  return Promise.race([ended.then(() => true), Promise.resolve().then(() => Promise.resolve(false))]);
}

test('a page is quiet once frames come at their pace', async () => {
  const { begin, ended } = awaitQuiet(1500);
  begin();
  for (const milliseconds of [16, 16, 300, 16, 16, 16]) frame(milliseconds);
  expect(await hasEnded(ended)).toBe(false);
  frame(16);
  expect(await hasEnded(ended)).toBe(true);
});

test('nobody waits for a page that never gets quiet, nor once somebody touches it', async () => {
  const busy = awaitQuiet(1500);
  busy.begin();
  for (let i = 0; i < 20; i++) frame(200);
  expect(await hasEnded(busy.ended)).toBe(false);
  vi.advanceTimersByTime(2000);
  expect(await hasEnded(busy.ended)).toBe(true);
  const touched = awaitQuiet(1500);
  touched.end();
  expect(await hasEnded(touched.ended)).toBe(true);
});

test('what may be done while the page gets quiet begins with the watch, or with the end of all waiting', async () => {
  const watched = awaitQuiet(1500);
  expect(await hasEnded(watched.begun)).toBe(false);
  watched.begin();
  expect(await hasEnded(watched.begun)).toBe(true);
  expect(await hasEnded(watched.ended)).toBe(false);
  const touched = awaitQuiet(1500);
  touched.end();
  expect(await hasEnded(touched.begun)).toBe(true);
});
