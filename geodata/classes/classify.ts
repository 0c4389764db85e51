import { breakFinders } from './exact-breaks.ts';
import { mirrorLimits, sizeDividers, sizesOf, withZeros } from './mirrored-breaks.ts';
import { readableBreaks } from './readable-breaks.ts';
import { distinctValues, sortValues } from './values.ts';

/** Ways to divide values into classes; each but `own` is an entry of `breakFinders` and of `sizeDividers`. */
export const classMethods = ['quantile', 'equal', 'ckmeans', 'deviation', 'own'] as const;
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
  /** The breaks of the method `own`, as `orderLimits` accepts them. Without, it begins as quantiles. */
  readonly limits?: readonly number[];
}

/**
 * Classes over a set of values. `breaks` are the inner limits, ascending: class i holds `breaks[i-1] <= value < breaks[i]`,
 * the first and last class reach to `minimum` and `maximum`. Without values `range` is null and there are no classes.
 */
export interface Classification {
  readonly breaks: readonly number[];
  readonly range: { readonly minimum: number; readonly maximum: number } | null;
}

/**
 * One class as a legend names it: from `from` up to, not including, `to`; the last class includes `to`. Where breaks lie
 * outside the values (own breaks, or one side of a change), the outer class is open: `from` is -Infinity, `to` Infinity.
 */
export interface ClassSpan {
  readonly from: number;
  readonly to: number;
  readonly last: boolean;
}

/**
 * Divides all values of all periods at once, so that a colour means the same in every period. NaN is no value. Breaks are
 * rounded to readable figures, own breaks are not; where there are no more distinct values than classes, each value is a
 * class of its own.
 */
export function classify(columns: readonly ArrayLike<number>[], request: ClassRequest): Classification {
  const sorted = sortValues(columns);
  const range = rangeOf(sorted);
  if (!range) return { breaks: [], range };
  const { method, limits } = withLimits(request);
  if (method === 'own') return { breaks: roundUp(limits, request), range };
  const classes = countWished(request);
  const few = distinctValues(sorted, classes);
  if (few?.every((value) => isWritten(value, request))) return { breaks: few.slice(1), range };
  const breaks = breakFinders[method](sorted, classes);
  return { breaks: readableBreaks(breaks, sorted, { ...request, equal: method === 'equal' }), range };
}

/**
 * Divides changes into classes that are symmetric around zero: an odd number has a class around zero, an even number
 * parts at zero, where no change counts as a rise. The method divides the sizes of the changes; `equal` spans from minus
 * to plus the largest, `deviation` steps from zero by the root mean square, `own` mirrors the sizes of its limits. There
 * are fewer classes where sizes are few. Colours belong to the place of a class, so outer classes may be empty on a side.
 */
export function classifyChange(columns: readonly ArrayLike<number>[], request: ClassRequest): Classification {
  const changes = sortValues(columns);
  const range = rangeOf(changes);
  if (!range) return { breaks: [], range };
  const { method, limits } = withLimits(request);
  if (method === 'own') return { breaks: mirrorOwn(roundUp(limits, request)), range };
  const classes = countWished(request);
  const found = sizesOf(changes);
  const distinct = distinctValues(found.sizes, Math.ceil(classes / 2) - 1);
  const few = distinct?.every((value) => isWritten(value, request)) ? distinct : null;
  const exact = few ?? sizeDividers[method](found, classes);
  const fromZero = withZeros({ ...found, zeros: 1 });
  const positive = few ?? readableBreaks(exact, fromZero, { ...request, equal: method === 'equal' });
  return { breaks: mirrorLimits(positive, classes % 2 === 0 && found.sizes.length > 0), range };
}

/** Whether the value is shown as it is: estimates between whole numbers make no limits of counts. */
function isWritten(value: number, { decimals }: Pick<ClassRequest, 'decimals'>): boolean {
  return Math.abs(value - Number(value.toFixed(decimals))) <= Math.abs(value) * 1e-12;
}

/** Own limits as they are shown. One between two figures that can be moves up, which changes the class of neither. */
export function roundUp(limits: readonly number[], { decimals }: Pick<ClassRequest, 'decimals'>): number[] {
  const written = limits.map((limit) => {
    if (isWritten(limit, { decimals })) return limit;
    const nearest = Number(limit.toFixed(decimals));
    return nearest > limit ? nearest : Number((nearest + 10 ** -decimals).toFixed(decimals));
  });
  return [...new Set(written)];
}

/**
 * Of each class the one value that all in it have; null where they differ or there are none, and for classes by limits of
 * one's own, which are named by those.
 */
export function findLoneValues(
  columns: readonly ArrayLike<number>[],
  { breaks, range }: Classification,
  { method }: Pick<ClassRequest, 'method'>,
): (number | null)[] {
  if (!range) return [];
  const size = breaks.length + 1;
  if (method === 'own') return new Array<null>(size).fill(null);
  const [least, most] = [
    new Array<number>(size).fill(Number.POSITIVE_INFINITY),
    new Array<number>(size).fill(Number.NEGATIVE_INFINITY),
  ];
  for (const column of columns)
    for (let i = 0; i < column.length; i++) {
      const value = column[i] ?? Number.NaN;
      const index = Number.isFinite(value) ? classOf(value, breaks) : -1;
      if (index < 0) continue;
      least[index] = Math.min(least[index] ?? value, value);
      most[index] = Math.max(most[index] ?? value, value);
    }
  return least.map((value, index) => (value === most[index] ? value + 0 : null));
}

/** Own limits in order, each once; null unless there are 2 to 8 and all are finite. They may lie outside the values. */
export function orderLimits(limits: readonly number[]): number[] | null {
  const ordered = [...new Set(limits)].sort((a, b) => a - b);
  const fits = ordered.length >= fewestClasses - 1 && ordered.length < mostClasses;
  return fits && ordered.every(Number.isFinite) ? ordered : null;
}

function withLimits({
  method,
  limits,
}: ClassRequest):
  | { readonly method: 'own'; readonly limits: number[] }
  | { readonly method: Exclude<ClassMethod, 'own'>; readonly limits: null } {
  if (method !== 'own') return { method, limits: null };
  const ordered = orderLimits(limits ?? []);
  return ordered ? { method, limits: ordered } : { method: 'quantile', limits: null };
}

function mirrorOwn(limits: readonly number[]): number[] {
  const sizes = new Set(limits.filter((limit) => limit !== 0).map(Math.abs));
  const positive = [...sizes].sort((a, b) => a - b).slice(0, (mostClasses - 1) / 2);
  return mirrorLimits(positive, limits.includes(0) && 2 * positive.length + 1 < mostClasses);
}

function rangeOf(sorted: Float64Array): Classification['range'] {
  const [minimum, maximum] = [sorted[0], sorted[sorted.length - 1]];
  return minimum === undefined || maximum === undefined ? null : { minimum, maximum };
}

function countWished({ classes }: ClassRequest): number {
  return Math.min(mostClasses, Math.max(fewestClasses, Math.round(classes)));
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
  const lowest =
    range.minimum < (breaks[0] ?? Number.POSITIVE_INFINITY) ? range.minimum : Number.NEGATIVE_INFINITY;
  const highest =
    range.maximum >= (breaks.at(-1) ?? Number.NEGATIVE_INFINITY) ? range.maximum : Number.POSITIVE_INFINITY;
  const limits = [lowest, ...breaks, highest];
  return limits
    .slice(0, -1)
    .map((from, i) => ({ from, to: limits[i + 1] ?? highest, last: i === breaks.length }));
}
