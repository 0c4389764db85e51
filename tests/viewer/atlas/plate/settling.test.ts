import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settleMaps } from '../../../../viewer/atlas/plate/settling.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  // Whoever left the map has no frames on screen.
  vi.stubGlobal('document', { querySelectorAll: () => [] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('maps that are not there are waited for, and no more once nobody waits', async () => {
  const ended = new AbortController();
  let isOver = false;
  void settleMaps(ended.signal).then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(5000);
  expect(isOver).toBe(false);
  ended.abort();
  await vi.advanceTimersByTimeAsync(20);
  expect(isOver).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
