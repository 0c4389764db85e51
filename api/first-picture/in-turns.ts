import { setImmediate as letOthers } from 'node:timers/promises';

/** How long one computation keeps the server to itself, milliseconds. */
const turn = 5;

/** Runs a computation that pauses to its end; whoever asks for something is answered in between. */
export async function finishInTurns<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (;;) {
    const end = performance.now() + turn;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await letOthers();
  }
}
