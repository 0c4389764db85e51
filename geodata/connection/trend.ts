import type { Correlation, CorrelationMethod } from '../statistics/correlation.ts';

/** A line through dots, from left to right. */
export interface Trend {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The dots of a scatter; each weighs 1 without weights. */
export interface Dots {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weights?: Float64Array;
}

/** With fewer areas a line says more than they do. */
const fewestAreas = 10;
/** Groups of areas that a trend of ranks goes through; each of at least five areas. */
const mostGroups = 10;
const fewestInGroup = 5;

/**
 * The line that belongs to a correlation, where that is no chance (its 95% interval leaves out 0) and there are ten areas.
 * `pearson`: that of least squares (weighted). `spearman`: through the medians (weighted) of up to ten groups of equal
 * weight, from the lowest `x` to the highest, which no outlier moves and which need not be straight.
 */
export function drawTrend(
  dots: Dots,
  method: CorrelationMethod,
  { lower, upper, count }: Pick<Correlation, 'lower' | 'upper' | 'count'>,
): Trend | null {
  const isChance = !(lower > 0 || upper < 0);
  if (isChance || count < fewestAreas) return null;
  return method === 'pearson' ? fitLine(dots) : joinMedians(dots);
}

function fitLine({ x, y, weights }: Dots): Trend {
  const weightAt = (index: number) => weights?.[index] ?? 1;
  const sum = (at: (index: number) => number) =>
    x.reduce((all, _, index) => all + weightAt(index) * at(index), 0);
  const total = sum(() => 1);
  const meanX = sum((index) => x[index] ?? 0) / total;
  const meanY = sum((index) => y[index] ?? 0) / total;
  const xy = sum((index) => ((x[index] ?? 0) - meanX) * ((y[index] ?? 0) - meanY));
  const xx = sum((index) => ((x[index] ?? 0) - meanX) ** 2);
  const [low, high] = [x.reduce((a, b) => Math.min(a, b)), x.reduce((a, b) => Math.max(a, b))];
  const at = (value: number) => meanY + (xy / xx) * (value - meanX);
  return { x: Float64Array.of(low, high), y: Float64Array.of(at(low), at(high)) };
}

function joinMedians({ x, y, weights }: Dots): Trend {
  const weightAt = (index: number) => weights?.[index] ?? 1;
  const order = Uint32Array.from(x.keys()).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0));
  const total = order.reduce((all, index) => all + weightAt(index), 0);
  const count = Math.min(mostGroups, Math.floor(x.length / fewestInGroup));
  const groups: number[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const index of order) {
    const middle = (before + weightAt(index) / 2) / total;
    groups[Math.min(count - 1, Math.floor(middle * count))]?.push(index);
    before += weightAt(index);
  }
  const filled = groups.filter(({ length }) => length > 0);
  return {
    x: Float64Array.from(filled, (group) => medianOf(group, x, weightAt)),
    y: Float64Array.from(filled, (group) => medianOf(group, y, weightAt)),
  };
}

/** The value that half of the weight lies below; between two values where the weight parts exactly there. */
function medianOf(
  places: readonly number[],
  values: Float64Array,
  weightAt: (index: number) => number,
): number {
  const ordered = places.toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const half = ordered.reduce((all, index) => all + weightAt(index), 0) / 2;
  let below = 0;
  for (const [at, index] of ordered.entries()) {
    below += weightAt(index);
    const value = values[index] ?? 0;
    if (below === half) return (value + (values[ordered[at + 1] ?? index] ?? value)) / 2;
    if (below > half) return value;
  }
  return Number.NaN;
}
