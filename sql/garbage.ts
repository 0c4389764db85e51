import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After the start, when memory is filled, milliseconds. */
const restAfter = 10_000;

/**
 * Gives back, a while from now, what only the start of this thread needed: left to itself, V8 collects that when much more
 * has come, which in a quiet house is never. Holds the thread up for about a tenth of a second then.
 */
export function collectGarbageOfStart(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setTimeout(collect, restAfter).unref();
}
