import { runShared } from '../../sql/queue/work.ts';

/** What was asked for lately, so many bytes of it. */
export interface SizedMemory<T> {
  /** What is kept under a key, or else what `ask` gives, once for all who want it at the same time. */
  readonly read: (key: string, ask: () => Promise<T>) => Promise<T>;
}

const mostBytes = 32 * 1024 ** 2;
/** Counted for each, so that those without a byte do not become too many. */
const bytesOfEntry = 200;
const longestKept = 24 * 60 * 60 * 1000;

/** `sizeOf`: how many bytes something takes. */
export function createSizedMemory<T>(
  sizeOf: (value: T) => number,
  now: () => number = Date.now,
  limit = mostBytes,
): SizedMemory<T> {
  const kept = new Map<string, { readonly value: T; readonly until: number }>();
  const underWay = new Map<string, Promise<T>>();
  let bytes = 0;

  const forget = (key: string): void => {
    const found = kept.get(key);
    if (!found) return;
    bytes -= sizeOf(found.value) + bytesOfEntry;
    kept.delete(key);
  };
  const keep = (key: string, value: T): void => {
    forget(key);
    kept.set(key, { value, until: now() + longestKept });
    bytes += sizeOf(value) + bytesOfEntry;
    for (const oldest of kept.keys()) {
      if (bytes <= limit) break;
      forget(oldest);
    }
  };

  const askAnew = (key: string, ask: () => Promise<T>): Promise<T> =>
    runShared(ask)
      .then((value) => {
        keep(key, value);
        return value;
      })
      .finally(() => underWay.delete(key));

  return {
    read: (key, ask) => {
      const found = kept.get(key);
      if (found && found.until > now()) return Promise.resolve(found.value);
      const asked = underWay.get(key) ?? askAnew(key, ask);
      underWay.set(key, asked);
      return asked;
    },
  };
}
