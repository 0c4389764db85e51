export interface Rank {
  readonly position: number;
  readonly of: number;
}

/** Place of one value among all that are there (not NaN), the highest first; equal values share a place. */
export function rankOf(index: number, values: ArrayLike<number>): Rank | null {
  const own = values[index];
  if (own === undefined || Number.isNaN(own)) return null;
  let [higher, all] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    all++;
    if (value > own) higher++;
  }
  return { position: higher + 1, of: all };
}
