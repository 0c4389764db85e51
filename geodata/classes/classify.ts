import { breakFinders } from './exact-breaks.ts';
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
  return { breaks: readableBreaks(breaks, sorted, { ...request, areEqual: method === 'equal' }), range };
}

/** Whether the value is shown as it is: estimates between whole numbers make no limits of counts. */
export function isWritten(value: number, { decimals }: Pick<ClassRequest, 'decimals'>): boolean {
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

/** Own limits in order, each once; null unless there are 2 to 8 and all are finite. They may lie outside the values. */
export function orderLimits(limits: readonly number[]): number[] | null {
  const ordered = [...new Set(limits)].sort((a, b) => a - b);
  const doesFit = ordered.length >= fewestClasses - 1 && ordered.length < mostClasses;
  return doesFit && ordered.every(Number.isFinite) ? ordered : null;
}

/** The request with what its method needs: own limits in order, or quantiles where they do not fit. */
export function withLimits({
  method,
  limits,
}: ClassRequest):
  | { readonly method: 'own'; readonly limits: number[] }
  | { readonly method: Exclude<ClassMethod, 'own'>; readonly limits: null } {
  if (method !== 'own') return { method, limits: null };
  const ordered = orderLimits(limits ?? []);
  return ordered ? { method, limits: ordered } : { method: 'quantile', limits: null };
}

/** Of values in order; null where there are none. */
export function rangeOf(sorted: Float64Array): Classification['range'] {
  const [minimum, maximum] = [sorted[0], sorted[sorted.length - 1]];
  return minimum === undefined || maximum === undefined ? null : { minimum, maximum };
}

/** The number of classes, within what there may be. */
export function countWished({ classes }: ClassRequest): number {
  return Math.min(mostClasses, Math.max(fewestClasses, Math.round(classes)));
}
