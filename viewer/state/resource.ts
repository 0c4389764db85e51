import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { isAbort, RequestFailure } from '../data/request.ts';

/** What is fetched for a key. `data` belongs to `key`; while another key loads it stays, and `loading` says so. */
export interface Resource<Key, Data> {
  readonly data: ReadonlySignal<Data | null>;
  /** The key that `data` was fetched for. */
  readonly key: ReadonlySignal<Key | null>;
  readonly failure: ReadonlySignal<RequestFailure | null>;
  readonly loading: ReadonlySignal<boolean>;
  /** Asks again at once, when the last answer was a failure. */
  readonly retry: () => void;
}

const firstWait = 1_000;
const longestWait = 30_000;

/** Every resource that failed, so that one banner speaks for all and one button retries all. */
export const failures = signal<readonly Resource<unknown, unknown>[]>([]);

/**
 * Fetches whatever `wanted` says, whenever it changes; a newer wish aborts the older one, so the last always wins. A
 * failure that may pass (all but `not-found`) is tried again, after 1, 2, 4 … 30 seconds. null: nothing is wanted.
 */
export function createResource<Key, Data>(
  wanted: ReadonlySignal<Key | null>,
  load: (key: Key, abort: AbortSignal) => Promise<Data>,
): Resource<Key, Data> {
  const data = signal<Data | null>(null);
  const key = signal<Key | null>(null);
  const failure = signal<RequestFailure | null>(null);
  const loading = signal(false);
  const attempt = signal(0);
  let failed = 0;
  const resource = { data, key, failure, loading, retry: () => void (failure.peek() && attempt.value++) };

  effect(() => {
    const wish = wanted.value;
    attempt.value;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    loading.value = wish !== null;
    if (wish === null) settle(null, null, null);
    else
      load(wish, abort.signal).then(
        (answer) => abort.signal.aborted || settle(wish, answer, null),
        (error: unknown) => abort.signal.aborted || isAbort(error) || fail(error),
      );
    return () => {
      abort.abort();
      clearTimeout(timer);
    };

    function fail(error: unknown): void {
      const reason = error instanceof RequestFailure ? error : new RequestFailure('failed', String(error));
      if (reason.reason === 'not-found') {
        settle(wish, null, reason);
        return;
      }
      settle(key.peek(), data.peek(), reason);
      timer = setTimeout(() => attempt.value++, Math.min(longestWait, firstWait * 2 ** failed++));
    }
  });

  function settle(settledKey: Key | null, answer: Data | null, problem: RequestFailure | null): void {
    if (!problem) failed = 0;
    key.value = settledKey;
    data.value = answer;
    failure.value = problem;
    loading.value = false;
    const others = failures.peek().filter((other) => other !== resource);
    failures.value = problem && problem.reason !== 'not-found' ? [...others, resource] : others;
  }

  return resource;
}
