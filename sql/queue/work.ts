import { AsyncLocalStorage } from 'node:async_hooks';

/** For whom the database is asked. What is asked outside of any work, such as an import, waits as long as it takes. */
export interface Work {
  /** What takes milliseconds passes what takes seconds. */
  readonly kind: 'short' | 'long';
  /** Whose it is: clients take turns. */
  readonly client: string;
  /** Ends it: nothing more is asked, and what is asked is cancelled where the database can. Its reason is what is thrown. */
  readonly signal: AbortSignal;
  /** To be told where something is given as it was so many seconds ago, as the database does not answer. */
  readonly onStale?: (seconds: number) => void;
}

/** Thrown where nobody waits for an answer any more. */
export class WorkEndedError extends Error {
  override readonly name = 'WorkEndedError';

  constructor() {
    super('whoever asked for it has gone');
  }
}

/** Thrown at once where the database is known not to answer. */
export class DatabaseAwayError extends Error {
  override readonly name = 'DatabaseAwayError';

  constructor() {
    super('the database does not answer');
  }
}

/** Thrown where the database could not come to it, or did not end it, in the time that there is. */
export class OverloadError extends Error {
  override readonly name = 'OverloadError';
}

const storage = new AsyncLocalStorage<Work>();

/** Does something for somebody: whatever it asks the database, now or later, is for that work. */
export function runWork<T>(work: Work, run: () => T): T {
  return storage.run(work, run);
}

/** Does something that others wait for as well, or that nobody waits for: it goes on where the first of them goes. */
export function runShared<T>(run: () => T): T {
  return storage.exit(run);
}

/** Makes a function do its work for whom it is made, whoever calls it: a stream calls from anywhere. */
export function keepWork<Arguments extends unknown[], T>(
  run: (...given: Arguments) => T,
): (...given: Arguments) => T {
  const work = storage.getStore();
  return work ? (...given) => storage.run(work, () => run(...given)) : run;
}

export function currentWork(): Work | undefined {
  return storage.getStore();
}

/** Throws why, where a work has ended. */
export function requireGoing({ signal }: Work): void {
  if (signal.aborted) throw reasonOf(signal);
}

export function reasonOf({ reason }: AbortSignal): Error {
  const isOurs = reason instanceof OverloadError || reason instanceof DatabaseAwayError;
  return isOurs ? reason : new WorkEndedError();
}
