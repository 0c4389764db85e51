import { runShared } from '../../sql/queue/work.ts';

/** Keeps what was made last, by its key: of so much at most, what was asked for longest ago goes first. */
export interface RecentMemory<T> {
  /** What was made of a key before, or is made now. It counts as one, or as much as `weight`. */
  readonly recall: (key: string, make: () => T, weight?: number) => T;
  /** What was made of a key before; it then is the last that was asked for. */
  readonly find: (key: string) => T | undefined;
  readonly forget: (key: string) => void;
}

export function createRecentMemory<T>(most: number): RecentMemory<T> {
  const kept = new Map<string, { readonly value: T; readonly weight: number }>();
  let together = 0;
  const forget = (key: string) => {
    together -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  const put = (key: string, entry: { readonly value: T; readonly weight: number }) => {
    forget(key);
    kept.set(key, entry);
    together += entry.weight;
  };
  return {
    find: (key) => {
      const entry = kept.get(key);
      if (entry) put(key, entry);
      return entry?.value;
    },
    recall: (key, make, weight = 1) => {
      const entry = kept.get(key) ?? { value: make(), weight };
      put(key, entry);
      for (const oldest of kept.keys()) {
        if (together <= most) break;
        forget(oldest);
      }
      return entry.value;
    },
    forget,
  };
}

/** The same for what takes time: asked for twice at once it is read once, and what failed is read anew. */
export function rememberReading<T>(most: number): (key: string, read: () => Promise<T>) => Promise<T> {
  const memory = createRecentMemory<Promise<T>>(most);
  return (key, read) =>
    memory.recall(key, () => {
      const reading = runShared(read);
      reading.catch(() => memory.forget(key));
      return reading;
    });
}
