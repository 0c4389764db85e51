import type { Classification, ClassRequest } from './classify.ts';

/**
 * One class as a legend names it: from `from` up to, not including, `to`; the last class includes `to`. Where breaks lie
 * outside the values (own breaks, or one side of a change), the outer class is open: `from` is -Infinity, `to` Infinity.
 */
export interface ClassSpan {
  readonly from: number;
  readonly to: number;
  readonly last: boolean;
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
      const place = Number.isFinite(value) ? classOf(value, breaks) : -1;
      if (place < 0) continue;
      least[place] = Math.min(least[place] ?? value, value);
      most[place] = Math.max(most[place] ?? value, value);
    }
  return least.map((value, place) => (value === most[place] ? value + 0 : null));
}
