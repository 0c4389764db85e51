import { setImmediate as letOthers } from 'node:timers/promises';

/** How long one computation keeps the server to itself, milliseconds. */
const turn = 5;

/** Ends with the last computation that was asked for. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a computation that pauses to its end, after all that were asked for before it: several at once would each take their
 * turn before anybody else is answered, who is answered in between.
 */
export function finishInTurns<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  const own = last.then(() => finish(steps));
  last = own.catch(() => undefined);
  return own;
}

async function finish<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (;;) {
    const end = performance.now() + turn;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await letOthers();
  }
}
