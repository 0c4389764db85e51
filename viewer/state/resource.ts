import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { isAbort, RequestFailure } from '../data/request.ts';
import { isSameValue } from './same-value.ts';

/** What is fetched for what is wanted. */
export interface Resource<Data> {
  /** What was fetched last: it stays while something else is wanted that is not there yet. */
  readonly data: ReadonlySignal<Data | null>;
  /** What was fetched for what is wanted now; null while it loads, where it is not there, and where nothing is wanted. */
  readonly current: ReadonlySignal<Data | null>;
  /** Whether what is wanted now has been answered, if only by that it is not there. So has the wish for nothing. */
  readonly isAnswered: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<RequestFailure | null>;
  readonly loading: ReadonlySignal<boolean>;
  /** Asks again at once, when the last answer was a failure. */
  readonly retry: () => void;
}

const firstWait = 1_000;
const longestWait = 30_000;

/** Every resource that failed, so that one banner speaks for all and one button retries all. */
export const failures = signal<readonly Resource<unknown>[]>([]);

/**
 * Fetches whatever `wanted` says, whenever it changes; a newer wish aborts the older one, so the last always wins. A
 * failure that may pass (all but `not-found`) is tried again, after 1, 2, 4 … 30 seconds. null: nothing is wanted. Two
 * wishes with the same in them are one (`isSameValue`), so that a key may be any value.
 */
export function createResource<Key, Data>(
  wanted: ReadonlySignal<Key | null>,
  load: (key: Key, abort: AbortSignal) => Promise<Data>,
): Resource<Data> {
  const data = signal<Data | null>(null);
  const wish = keepSame(wanted);
  const answered = signal<Key | null>(null);
  const failure = signal<RequestFailure | null>(null);
  const loading = signal(false);
  const attempt = signal(0);
  let failed = 0;
  const isAnswered = computed(() => isSameValue(answered.value, wish.value));
  const resource = {
    data,
    current: computed(() => (isAnswered.value ? data.value : null)),
    isAnswered,
    failure,
    loading,
    retry: () => void (failure.peek() && attempt.value++),
  };

  effect(() => {
    const key = wish.value;
    attempt.value;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    loading.value = key !== null;
    if (key === null) settle(null, null, null);
    else
      load(key, abort.signal).then(
        (answer) => abort.signal.aborted || settle(key, answer, null),
        (error: unknown) => abort.signal.aborted || isAbort(error) || fail(error),
      );
    return () => {
      abort.abort();
      clearTimeout(timer);
    };

    function fail(error: unknown): void {
      const reason = error instanceof RequestFailure ? error : new RequestFailure('failed', String(error));
      if (reason.reason === 'not-found') {
        settle(key, null, reason);
        return;
      }
      settle(answered.peek(), data.peek(), reason);
      timer = setTimeout(() => attempt.value++, Math.min(longestWait, firstWait * 2 ** failed++));
    }
  });

  function settle(of: Key | null, answer: Data | null, problem: RequestFailure | null): void {
    if (!problem) failed = 0;
    answered.value = of;
    data.value = answer;
    failure.value = problem;
    loading.value = false;
    const others = failures.peek().filter((other) => other !== resource);
    failures.value = problem && problem.reason !== 'not-found' ? [...others, resource] : others;
  }

  return resource;
}

/** Waits until what is wanted now has been answered, or could not be. */
export function whenAnswered({
  isAnswered,
  failure,
}: Pick<Resource<unknown>, 'isAnswered' | 'failure'>): Promise<void> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    let isDone = false;
    stop = effect(() => {
      if (isDone || !(isAnswered.value || failure.value)) return;
      isDone = true;
      resolve();
      stop?.();
    });
    if (isDone) stop();
  });
}

/** The same values, each as the object that it was before where the same is in it. */
function keepSame<Value>(values: ReadonlySignal<Value>): ReadonlySignal<Value> {
  let kept: Value;
  return computed(() => {
    const value = values.value;
    if (!isSameValue(kept, value)) kept = value;
    return kept;
  });
}
