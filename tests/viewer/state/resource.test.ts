import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { expectAnswer, RequestFailure } from '../../../viewer/data/request.ts';
import { createResource, failures } from '../../../viewer/state/resource.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Loads that end when the test says so, in whatever order. */
function makeLoads() {
  const pending = new Map<
    string,
    { answer: (data: string) => void; fail: (error: unknown) => void; abort: AbortSignal }
  >();
  const load = (key: string, abort: AbortSignal) =>
    new Promise<string>((answer, fail) => {
      pending.set(key, { answer, fail, abort });
    });
  const get = (key: string) => {
    const found = pending.get(key);
    if (!found) throw new Error(`nothing asks for ${key}`);
    return found;
  };
  return { load, get, pending };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a resource', () => {
  test('keeps the last wish: an older answer that comes later changes nothing', async () => {
    const wanted = signal<string | null>('a');
    const { load, get } = makeLoads();
    const resource = createResource(wanted, load);
    wanted.value = 'b';
    expect(get('a').abort.aborted).toBe(true);
    get('b').answer('answer b');
    await settle();
    get('a').answer('answer a');
    await settle();
    expect(resource.data.value).toBe('answer b');
    expect(resource.current.value).toBe('answer b');
    expect(resource.loading.value).toBe(false);
  });

  test('keeps what it had while another key loads, and says that it is of another', async () => {
    const wanted = signal<string | null>('a');
    const { load, get } = makeLoads();
    const resource = createResource(wanted, load);
    get('a').answer('answer a');
    await settle();
    wanted.value = 'b';
    const tell = () => [
      resource.data.value,
      resource.current.value,
      resource.isAnswered.value,
      resource.loading.value,
    ];
    expect(tell()).toEqual(['answer a', null, false, true]);
    wanted.value = null;
    expect(tell()).toEqual([null, null, true, false]);
  });

  test('takes a wish with the same in it for the same wish', async () => {
    const wanted = signal<{ readonly codes: readonly string[]; readonly year: number } | null>(null);
    const asked: string[] = [];
    const resource = createResource(wanted, async ({ codes, year }) => {
      asked.push(`${codes.join()} ${year}`);
      return asked.length;
    });
    wanted.value = { codes: ['a', 'b'], year: 2024 };
    await settle();
    wanted.value = { year: 2024, codes: ['a', 'b'] };
    await settle();
    expect(resource.current.value).toBe(1);
    wanted.value = { codes: ['a'], year: 2024 };
    expect(resource.current.value).toBeNull();
    await settle();
    expect(asked).toEqual(['a,b 2024', 'a 2024']);
    expect(resource.current.value).toBe(2);
  });

  test('tells a failure, waits longer each time, and recovers by itself', async () => {
    const { load, get, pending } = makeLoads();
    const resource = createResource(signal<string | null>('a'), load);
    for (const wait of [1_000, 2_000, 4_000]) {
      get('a').fail(new RequestFailure('unreachable', 'no network'));
      await settle();
      expect(resource.failure.value?.reason).toBe('unreachable');
      expect(failures.value).toContain(resource);
      pending.clear();
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(pending.size).toBe(0);
      await vi.advanceTimersByTimeAsync(1);
      expect(pending.size).toBe(1);
    }
    get('a').answer('at last');
    await settle();
    expect(resource.data.value).toBe('at last');
    expect(resource.failure.value).toBeNull();
    expect(failures.value).not.toContain(resource);
  });

  test('asks again at once when people want it to', async () => {
    const { load, get, pending } = makeLoads();
    const resource = createResource(signal<string | null>('a'), load);
    get('a').fail(new Error('broken'));
    await settle();
    pending.clear();
    resource.retry();
    expect(pending.size).toBe(1);
    get('a').answer('now');
    await settle();
    resource.retry();
    expect(resource.data.value).toBe('now');
  });

  test('does not insist on what is not there', async () => {
    const { load, get, pending } = makeLoads();
    const resource = createResource(signal<string | null>('a'), load);
    get('a').fail(new RequestFailure('not-found', 'no such area'));
    await settle();
    pending.clear();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(pending.size).toBe(0);
    expect([resource.data.value, resource.isAnswered.value]).toEqual([null, true]);
    expect(failures.value).not.toContain(resource);
  });
});

describe('an answer', () => {
  test('is handed on when it is good', async () => {
    const answer = new Response('{}');
    expect(await expectAnswer(Promise.resolve(answer))).toBe(answer);
  });

  test.each([
    [503, 'starting'],
    [502, 'unreachable'],
    [404, 'not-found'],
    [500, 'failed'],
    [400, 'failed'],
  ])('with status %i is a failure: %s', async (status, reason) => {
    const answer = expectAnswer(Promise.resolve(new Response(null, { status })));
    await expect(answer).rejects.toMatchObject({ reason });
  });

  test('that never comes is a failure, one that was called off is none', async () => {
    await expect(expectAnswer(Promise.reject(new TypeError('fetch failed')))).rejects.toMatchObject({
      reason: 'unreachable',
    });
    const abort = new DOMException('called off', 'AbortError');
    await expect(expectAnswer(Promise.reject(abort))).rejects.toBe(abort);
  });
});
