/** All values of all columns, ascending. NaN and the infinities are no values. */
export function sortValues(columns: readonly ArrayLike<number>[]): Float64Array {
  const values = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0));
  let size = 0;
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      const value = column[i] ?? Number.NaN;
      // Adding 0 turns -0 into 0, so that the two are one value.
      if (Number.isFinite(value)) values[size++] = value + 0;
    }
  }
  return values.subarray(0, size).sort();
}

/** The distinct values in order, or null once there are more than `limit`. */
export function distinctValues(sorted: Float64Array, limit: number): number[] | null {
  const distinct: number[] = [];
  for (const value of sorted) {
    if (value !== distinct[distinct.length - 1]) distinct.push(value);
    if (distinct.length > limit) return null;
  }
  return distinct;
}

/** Index of the first value that is at least `limit`; the length where there is none. */
export function firstAtLeast(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
