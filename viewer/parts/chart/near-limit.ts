/** Beyond what most areas have, by more than this much of it, a figure would leave the others too little room. */
const far = 1.5;
/** Share of the areas that lie below what most have. */
const most = 0.97;
/** Of fewer areas each is too large a part to be left out of the scale. */
const leastAreas = 30;

/** The least and the largest figure that a scale has to hold. `values` and `wanted` together may not be empty. */
export function findNearEnds(values: Float64Array, wanted: readonly number[] = []): [number, number] {
  let least = Math.min(...wanted);
  for (const value of values) least = Math.min(least, value);
  return [least, findNearLimit(values, wanted)];
}

/**
 * The largest figure that a scale has to hold: the largest there is, or what most areas have where a few lie so far
 * beyond it that all others would be drawn over each other. Those are drawn at the edge. `wanted` stay within it.
 */
export function findNearLimit(values: Float64Array, wanted: readonly number[] = []): number {
  const sorted = Float64Array.from(values).sort();
  const largest = Math.max(sorted.at(-1) ?? 0, ...wanted);
  if (sorted.length < leastAreas) return largest;
  const limit = Math.max(sorted[Math.floor((sorted.length - 1) * most)] ?? 0, ...wanted);
  return limit > 0 && largest > limit * far ? limit : largest;
}
