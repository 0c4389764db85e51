/** Distinct values as sums of all before: index i holds the sum over the first i distinct values. */
interface RunningSums {
  readonly values: Float64Array;
  /** How many values. */
  readonly counts: Float64Array;
  /** Their sum, measured from the mean, which keeps the digits of large values that differ little. */
  readonly sums: Float64Array;
}

/**
 * Inner limits that divide ascending values into the `classes` with the least sum of squared distances to the mean of
 * their class: the exact optimum of Jenks and of one-dimensional k-means. A limit lies halfway between the highest value
 * of one class and the lowest of the next. At most one class a distinct value; where optima tie, one of them.
 *
 * Dynamic programming in O(classes × n log n) over the n distinct values: H. Wang and M. Song, "Ckmeans.1d.dp: Optimal
 * k-means Clustering in One Dimension by Dynamic Programming", The R Journal 3(2), 2011, with the divide and conquer of
 * its later versions. The least sum within classes is the greatest between them, Σ sum² / count, so that no squares are
 * summed and little precision is lost.
 */
export function ckmeansBreaks(sorted: Float64Array, classes: number): number[] {
  const running = sumDistinct(sorted);
  const { values } = running;
  const count = Math.min(classes, values.length);
  return findStarts(running, count).map((start) => halfway(values[start - 1], values[start]));
}

function sumDistinct(sorted: Float64Array): RunningSums {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const values = new Float64Array(sorted.length);
  const counts = new Float64Array(sorted.length + 1);
  const sums = new Float64Array(sorted.length + 1);
  let size = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i] ?? 0;
    if (size === 0 || values[size - 1] !== value) values[size++] = value;
    counts[size] = i + 1;
    sums[size] =
      (i > 0 && sorted[i - 1] === value ? (sums[size] ?? 0) : (sums[size - 1] ?? 0)) + value - mean;
  }
  return {
    values: values.subarray(0, size),
    counts: counts.subarray(0, size + 1),
    sums: sums.subarray(0, size + 1),
  };
}

/** Indexes of the distinct values where the second and later classes of the best division start. */
function findStarts(running: RunningSums, classes: number): number[] {
  const size = running.values.length;
  let scores = running.sums.map((sum, end) => (end > 0 ? sum ** 2 / (running.counts[end] ?? 1) : 0));
  const layers: Int32Array[] = [new Int32Array(size + 1)];
  for (let layer = 1; layer < classes; layer++) {
    const next = { scores: new Float64Array(size + 1), starts: new Int32Array(size + 1) };
    const first = layer === classes - 1 ? size : layer + 1;
    extendDivisions(running, { scores, starts: layers[layer - 1] ?? next.starts }, next, layer, first);
    scores = next.scores;
    layers.push(next.starts);
  }
  const starts: number[] = [];
  for (let layer = classes - 1, end = size; layer > 0; layer--) {
    end = layers[layer]?.[end] ?? 0;
    starts.unshift(end);
  }
  return starts;
}

/** The best divisions of the first `end` distinct values: their score and where their last class starts. */
interface Divisions {
  readonly scores: Float64Array;
  readonly starts: Int32Array;
}

/**
 * From the best divisions into `layer` classes to those into one more, for every `end` from `first`. The best start
 * never moves back as the end moves on, so the middle end halves the starts left to try on either side.
 */
function extendDivisions(
  { counts, sums }: RunningSums,
  before: Divisions,
  next: Divisions,
  layer: number,
  first: number,
): void {
  const fill = (lowEnd: number, highEnd: number, lowStart: number, highStart: number): void => {
    if (lowEnd > highEnd) return;
    const end = (lowEnd + highEnd) >> 1;
    const [sum, count] = [sums[end] as number, counts[end] as number];
    const last = Math.min(end - 1, highStart);
    let best = Number.NEGATIVE_INFINITY;
    let bestStart = last;
    for (let start = Math.max(lowStart, before.starts[end] as number); start <= last; start++) {
      const own = sum - (sums[start] as number);
      const score = (before.scores[start] as number) + (own * own) / (count - (counts[start] as number));
      if (score > best) {
        best = score;
        bestStart = start;
      }
    }
    next.scores[end] = best;
    next.starts[end] = bestStart;
    fill(lowEnd, end - 1, lowStart, bestStart);
    fill(end + 1, highEnd, bestStart, highStart);
  };
  fill(first, sums.length - 1, layer, sums.length - 2);
}

/** Halfway two neighbouring values, above the lower one even where no number lies between them. */
function halfway(below = Number.NaN, above = Number.NaN): number {
  const middle = below + (above - below) / 2;
  return middle > below ? middle : above;
}
