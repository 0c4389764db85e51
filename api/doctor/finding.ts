/** What was looked at in a house, and what is to be done where it is not well. */
export interface Finding {
  readonly about: string;
  /** `wrong`: the product does not work with it; `doubtful`: it will not go well for ever. */
  readonly state: 'well' | 'doubtful' | 'wrong';
  readonly says: string;
  /** What to do; null where nothing is. */
  readonly remedy: string | null;
}

export function well(about: string, says: string): Finding {
  return { about, state: 'well', says, remedy: null };
}

export function doubtful(about: string, says: string, remedy: string): Finding {
  return { about, state: 'doubtful', says, remedy };
}

export function wrong(about: string, says: string, remedy: string): Finding {
  return { about, state: 'wrong', says, remedy };
}

/** Waits for something no longer than so many milliseconds. */
export async function within<T>(longest: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${longest / 1000} s`)), longest);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
