export interface Rank {
  readonly position: number;
  /** Areas that share the position, this one included. */
  readonly ties: number;
  readonly of: number;
}

/**
 * Place of one value among all that are there (not NaN), the highest first; equal values share a place. null where there
 * is none: the value is not there, or all that are there are equal.
 */
export function rankOf(index: number, values: ArrayLike<number>): Rank | null {
  const own = values[index];
  if (own === undefined || Number.isNaN(own)) return null;
  let [higher, ties, all] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    all++;
    if (value > own) higher++;
    if (value === own) ties++;
  }
  return ties === all ? null : { position: higher + 1, ties, of: all };
}
