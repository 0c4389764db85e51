/** Something in an input that was read otherwise than it stood there, for the import's report. */
export interface Repair {
  readonly file: string;
  /** `feature 3 (BU01530001)`, `row 12`; empty where it concerns the whole file. */
  readonly place: string;
  readonly message: string;
}

/** Gathers repairs of one sort, so that a thousand alike become one line that names the first. */
export interface Tally {
  add(sort: string, place: string): void;
  toRepairs(file: string): Repair[];
}

export function createTally(): Tally {
  const sorts = new Map<string, { place: string; count: number }>();
  return {
    add(sort, place) {
      const known = sorts.get(sort);
      if (known) known.count += 1;
      else sorts.set(sort, { place, count: 1 });
    },
    toRepairs: (file) =>
      [...sorts].map(([sort, { place, count }]) => ({
        file,
        place,
        message:
          count === 1 ? sort : `${sort} (here and in ${count - 1} more ${count === 2 ? 'place' : 'places'})`,
      })),
  };
}
