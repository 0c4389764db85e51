/** How often something may be done from one network within so many seconds. */
const limits = {
  /** Codes that are not right: whoever tries codes finds none, for there are a million million of them. */
  code: { most: 40, seconds: 900 },
  /** Codes that are well formed and that nobody has, from all networks together. */
  unknown: { most: 600, seconds: 600 },
  /** Questionnaires begun by the open link: a library or a school has one address. */
  begin: { most: 120, seconds: 3600 },
  /** Pages that are saved. */
  save: { most: 12_000, seconds: 900 },
} as const;

export type Limited = keyof typeof limits;

/** Counts in the memory of this process alone, so that nothing is kept of where somebody is. */
export interface AnsweringLimits {
  /** Counts one more, and says whether that is too many. */
  isTooMany(what: Limited, network: string): boolean;
  /** Whether one more would be too many; counts none. */
  isFull(what: Limited, network: string): boolean;
}

/** More networks than this are forgotten, the oldest first. */
const mostKnown = 20_000;

export function createAnsweringLimits(now: () => number = Date.now): AnsweringLimits {
  const known = new Map<string, { count: number; until: number }>();
  return {
    isFull(what, network) {
      const current = known.get(`${what} ${network}`);
      return current !== undefined && current.until > now() && current.count >= limits[what].most;
    },
    isTooMany(what, network) {
      const { most, seconds } = limits[what];
      const name = `${what} ${network}`;
      const before = known.get(name);
      const current = before && before.until > now() ? before : { count: 0, until: now() + seconds * 1000 };
      current.count += 1;
      known.delete(name);
      known.set(name, current);
      const oldest = known.size > mostKnown ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
      return current.count > most;
    },
  };
}
