import { readableBreaks } from './readable-breaks.ts';

/** Ways to divide values into classes. A new way is one more key here and one more entry in `findBreaks`. */
export const classMethods = ['quantile', 'equal'] as const;
export type ClassMethod = (typeof classMethods)[number];

export const fewestClasses = 3;
export const mostClasses = 9;
export const defaultClasses = 5;

export interface ClassRequest {
  readonly method: ClassMethod;
  /** Wished number of classes, 3 to 9; fewer come out where values are few or tied. */
  readonly classes: number;
  /** Decimals that the indicator is shown with: no break is finer. */
  readonly decimals: number;
}

/**
 * Classes over a set of values. `breaks` are the inner limits, ascending: class i holds `breaks[i-1] <= value < breaks[i]`,
 * the first and last class reach to `minimum` and `maximum`. Without values `range` is null and there are no classes.
 */
export interface Classification {
  readonly breaks: readonly number[];
  readonly range: { readonly minimum: number; readonly maximum: number } | null;
}

/** One class as a legend names it: from `from` up to, not including, `to`; the last class includes `to`. */
export interface ClassSpan {
  readonly from: number;
  readonly to: number;
  readonly last: boolean;
}

type BreakFinder = (sorted: Float64Array, classes: number) => number[];

const findBreaks: Record<ClassMethod, BreakFinder> = {
  quantile: quantileBreaks,
  equal: equalIntervalBreaks,
};

/**
 * Divides all values of all periods at once, so that a colour means the same in every period. NaN is no value. Breaks are
 * rounded to readable figures; where there are no more distinct values than classes, each value is a class of its own.
 */
export function classify(columns: readonly ArrayLike<number>[], request: ClassRequest): Classification {
  const sorted = sortValues(columns);
  const minimum = sorted[0];
  const maximum = sorted[sorted.length - 1];
  if (minimum === undefined || maximum === undefined) return { breaks: [], range: null };
  const range = { minimum, maximum };
  const wished = Math.min(mostClasses, Math.max(fewestClasses, Math.round(request.classes)));
  const few = distinctValues(sorted, wished);
  if (few) return { breaks: few.slice(1), range };
  const exact = findBreaks[request.method](sorted, wished);
  return { breaks: readableBreaks(exact, sorted, request), range };
}

/** Number of the class that holds the value, from 0; -1 where there is no value (NaN). */
export function classOf(value: number, breaks: readonly number[]): number {
  if (Number.isNaN(value)) return -1;
  let index = 0;
  for (const limit of breaks) if (value >= limit) index++;
  return index;
}

/** How many values fall in each class. */
export function countClasses(values: ArrayLike<number>, { breaks, range }: Classification): number[] {
  const counts = new Array<number>(range ? breaks.length + 1 : 0).fill(0);
  for (let i = 0; i < values.length; i++) {
    const index = classOf(values[i] ?? Number.NaN, breaks);
    if (index >= 0 && index < counts.length) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** The classes as spans to label, lowest first. */
export function classSpans({ breaks, range }: Classification): ClassSpan[] {
  if (!range) return [];
  const limits = [range.minimum, ...breaks, range.maximum];
  return limits
    .slice(0, -1)
    .map((from, i) => ({ from, to: limits[i + 1] ?? range.maximum, last: i === breaks.length }));
}

/**
 * Inner limits that put about as many values in every class: quantiles of type 7 (Hyndman and Fan 1996, R's default),
 * intervals closed on the left. Where the lowest value alone fills a class or more (many zeros), it becomes a class and
 * the others are divided among the rest. Other ties collapse.
 */
export function quantileBreaks(sorted: Float64Array, classes: number): number[] {
  const minimum = sorted[0];
  if (minimum === undefined || classes < 2) return [];
  if (quantile(sorted, 1 / classes) > minimum) {
    const breaks = Array.from({ length: classes - 1 }, (_, i) => quantile(sorted, (i + 1) / classes));
    return [...new Set(breaks)];
  }
  const rest = sorted.subarray(sorted.findIndex((value) => value > minimum));
  const lowest = rest[0];
  return lowest === undefined || lowest === minimum ? [] : [lowest, ...quantileBreaks(rest, classes - 1)];
}

/** Inner limits that divide the range into equally wide classes. */
export function equalIntervalBreaks(sorted: Float64Array, classes: number): number[] {
  const minimum = sorted[0] ?? Number.NaN;
  const width = ((sorted[sorted.length - 1] ?? Number.NaN) - minimum) / classes;
  return width > 0 ? Array.from({ length: classes - 1 }, (_, i) => minimum + width * (i + 1)) : [];
}

function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}

function sortValues(columns: readonly ArrayLike<number>[]): Float64Array {
  const values: number[] = [];
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      const value = column[i];
      if (value !== undefined && Number.isFinite(value)) values.push(value);
    }
  }
  return Float64Array.from(values).sort();
}

/** The distinct values in order, or null once there are more than `limit`. */
function distinctValues(sorted: Float64Array, limit: number): number[] | null {
  const distinct: number[] = [];
  for (const value of sorted) {
    if (value !== distinct[distinct.length - 1]) distinct.push(value);
    if (distinct.length > limit) return null;
  }
  return distinct;
}
