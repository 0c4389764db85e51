import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { follow, following } from '../../../../viewer/state/follow/following.ts';

let opened: Events[] = [];
/** Answers why the connection went, with a status. */
let answer: (status: number) => void = () => {};

class Events extends EventTarget {
  static readonly CLOSED = 2;
  readyState = 0;

  constructor() {
    super();
    opened.push(this);
  }

  close(): void {
    this.readyState = Events.CLOSED;
  }

  /** The server ends it, so that the browser does not connect again by itself. */
  refuse(): void {
    this.close();
    this.dispatchEvent(new Event('error'));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  vi.stubGlobal('EventSource', Events);
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('fetch', () => {
    return new Promise((resolve) => {
      answer = (status) => resolve(new Response(null, { status }));
    });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('who finds no room is connected again after a while, and no more once he stops', async () => {
  const stop = follow('TEST');
  opened[0]?.refuse();
  answer(429);
  await vi.advanceTimersByTimeAsync(5000);
  expect(following.value).toBe('full');
  expect(opened).toHaveLength(2);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(opened.map(({ readyState }) => readyState)).toEqual([Events.CLOSED, Events.CLOSED]);
});

test('who stops while it is asked why the connection went is not connected again', async () => {
  const stop = follow('TEST');
  opened[0]?.refuse();
  stop();
  answer(429);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(opened).toHaveLength(1);
});
