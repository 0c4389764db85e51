/** Keeps what was made last, by its key: of so many at most, the one asked for longest ago goes first. */
export interface RecentMemory<T> {
  /** What was made of a key before, or is made now. */
  readonly recall: (key: string, make: () => T) => T;
  readonly forget: (key: string) => void;
}

export function createRecentMemory<T>(most: number): RecentMemory<T> {
  const kept = new Map<string, { readonly value: T }>();
  return {
    recall: (key, make) => {
      const entry = kept.get(key) ?? { value: make() };
      kept.delete(key);
      kept.set(key, entry);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return entry.value;
    },
    forget: (key) => void kept.delete(key),
  };
}

/** The same for what takes time: asked for twice at once it is read once, and what failed is read anew. */
export function rememberReading<T>(most: number): (key: string, read: () => Promise<T>) => Promise<T> {
  const memory = createRecentMemory<Promise<T>>(most);
  return (key, read) =>
    memory.recall(key, () => {
      const reading = read();
      reading.catch(() => memory.forget(key));
      return reading;
    });
}
