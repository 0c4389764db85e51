/**
 * p-values corrected for testing many at once: of those at most 0.05 after the correction, one in twenty at most is
 * expected to be chance (Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal
 * Statistical Society B 57 (1995), 289–300; R's `p.adjust(p, method = "BH")`). NaN stays NaN and counts for nothing.
 */
export function correctForTries(p: Float64Array): Float64Array {
  const sorted = p.filter((each) => !Number.isNaN(each)).sort();
  const corrected = new Float64Array(sorted.length);
  let least = 1;
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    least = Math.min(least, (sorted.length / (index + 1)) * (sorted[index] ?? 1));
    corrected[index] = least;
  }
  // Equal p-values have equal corrected ones: those of the last of them.
  return p.map((each) => (Number.isNaN(each) ? Number.NaN : (corrected[lastPlaceOf(sorted, each)] ?? 1)));
}

/** The last place of `value` in an ascending list that holds it. */
function lastPlaceOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Number.NaN) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
