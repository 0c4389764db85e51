import type { ColumnPeriod } from '../columns/column.ts';
import { codeHasValue } from '../observation.ts';
import { type Counts, wholeCountAt } from './chance/counts.ts';
import type { Side } from './chance/side.ts';

/** Figures of the places that areas are held against. */
export interface References {
  /** In the indicator's unit. */
  readonly values: Float64Array;
  readonly lower?: Float64Array;
  readonly upper?: Float64Array;
  /** Where they are not given a reference is taken to be known without error. */
  readonly counts?: Counts;
  /** For each area the index of its reference in these arrays; -1 for an area without one. */
  readonly referenceOf: Int32Array;
  /** 1 for an area whose events are among those of its reference, as a neighbourhood's are in its municipality. */
  readonly isPart: Uint8Array;
}

/** One reference for all areas, known without error, such as a published figure of the country. */
export function referToValue(value: number, size: number): References {
  return {
    values: Float64Array.of(value),
    referenceOf: new Int32Array(size),
    isPart: new Uint8Array(size),
  };
}

/** One place for all areas; what its events are counted over follows from its figure: figure = count ÷ exposure. */
export function referToPlace(
  { value, lower, upper, count }: Pick<Side, 'value' | 'lower' | 'upper' | 'count'>,
  isPart: Uint8Array,
): References {
  return {
    ...referToValue(value, isPart.length),
    ...(!Number.isNaN(lower + upper) && { lower: Float64Array.of(lower), upper: Float64Array.of(upper) }),
    ...(!Number.isNaN(count) &&
      value && { counts: { counts: Float64Array.of(count), exposures: Float64Array.of(count / value) } }),
    isPart,
  };
}

/** Each area against the larger one that it lies in: `figures` are those of the larger areas, by their index. */
export function referToWholes(
  { values, lower, upper }: Pick<ColumnPeriod, 'values' | 'lower' | 'upper'>,
  counts: Counts | null,
  referenceOf: Int32Array,
): References {
  return {
    values,
    ...(lower && upper && { lower, upper }),
    ...(counts && { counts }),
    referenceOf,
    isPart: Uint8Array.from(referenceOf, (reference) => (reference < 0 ? 0 : 1)),
  };
}

/** What figures of a group are made of: its events and what they are counted over, or a mean by weights. */
export type GroupRule =
  | { readonly counts: Counts }
  /** By area index; null: every area weighs the same. */
  | { readonly weights: Float64Array | null };

/**
 * Each area against its group, which it is a part of. The figure of a group is that of all its events together where
 * there are counts, and else the mean of its areas by their weights, which never leaves the range of those. Areas
 * without a figure take no part, nor do counts that are no whole numbers, which are estimates. Bounds of a mean are those of independent samples, ∓ √Σ(share × half width)², and
 * are left out where an area has none. A group without figures is NaN.
 */
export function referToGroups(
  figures: Pick<ColumnPeriod, 'values' | 'statuses' | 'lower' | 'upper'>,
  rule: GroupRule,
  groupOf: ArrayLike<number>,
  groups: number,
): References {
  const referenceOf = Int32Array.from(figures.values, (_, index) => groupOf[index] ?? -1);
  const members = Array.from({ length: groups }, (): number[] => []);
  referenceOf.forEach((group, index) => {
    if (hasFigure(figures, index)) members[group]?.push(index);
  });
  const isPart = Uint8Array.from(referenceOf, (group) => (group < 0 ? 0 : 1));
  const made =
    'counts' in rule ? addCounts(rule.counts, members) : averageFigures(figures, rule.weights, members);
  return { ...made, referenceOf, isPart };
}

function hasFigure(
  { values, statuses: codes }: Pick<ColumnPeriod, 'values' | 'statuses'>,
  index: number,
): boolean {
  return codeHasValue(codes[index]) && !Number.isNaN(values[index]);
}

type Made = Pick<References, 'values' | 'lower' | 'upper' | 'counts'>;

function addCounts({ counts, exposures }: Counts, members: readonly (readonly number[])[]): Made {
  const known = members.map((group) =>
    group.filter((index) => !Number.isNaN(wholeCountAt({ counts, exposures }, index))),
  );
  const add = (list: Float64Array) =>
    Float64Array.from(known, (group) => group.reduce((sum, index) => sum + (list[index] ?? 0), 0));
  const whole = { counts: add(counts), exposures: add(exposures) };
  const values = whole.counts.map((count, group) => {
    const exposure = whole.exposures[group] ?? 0;
    return exposure > 0 ? count / exposure : Number.NaN;
  });
  return { values, counts: whole };
}

function averageFigures(
  { values, lower, upper }: Pick<ColumnPeriod, 'values' | 'lower' | 'upper'>,
  weights: Float64Array | null,
  members: readonly (readonly number[])[],
): Made {
  const weigh = (index: number) => (weights ? (weights[index] ?? Number.NaN) : 1);
  const weighed = members.map((group) => group.filter((index) => weigh(index) > 0));
  const totals = weighed.map((group) => group.reduce((sum, index) => sum + weigh(index), 0));
  const share = (group: number, index: number) => weigh(index) / (totals[group] ?? 0);
  const means = Float64Array.from(weighed, (group, at) => {
    const sum = group.reduce((made, index) => made + share(at, index) * (values[index] ?? 0), 0);
    const own = Float64Array.from(group, (index) => values[index] ?? 0).sort();
    // Rounding alone could carry a mean of equal figures beyond them; without any it is unknown.
    return Math.min(own.at(-1) ?? Number.NaN, Math.max(own[0] ?? Number.NaN, sum));
  });
  if (!lower || !upper) return { values: means };
  const reach = (bounds: Float64Array) =>
    means.map((_, at) => {
      const halves = (weighed[at] ?? []).map(
        (index) => share(at, index) * ((bounds[index] ?? Number.NaN) - (values[index] ?? 0)),
      );
      return Math.sqrt(halves.reduce((sum, half) => sum + half ** 2, 0));
    });
  const [below, above] = [reach(lower), reach(upper)];
  return {
    values: means,
    lower: means.map((mean, at) => mean - (below[at] ?? Number.NaN)),
    upper: means.map((mean, at) => mean + (above[at] ?? Number.NaN)),
  };
}

/** Each area against a figure that was set, known without error; NaN for an area that none was set for. */
export function referToTargets(targets: Float64Array): References {
  return {
    values: targets,
    referenceOf: Int32Array.from(targets, (target, index) => (Number.isNaN(target) ? -1 : index)),
    isPart: new Uint8Array(targets.length),
  };
}

/** The figure that the area of an index is held against; NaN where it has none. */
export function referenceValue(
  { values, referenceOf }: Pick<References, 'values' | 'referenceOf'>,
  index: number,
): number {
  return values[referenceOf[index] ?? -1] ?? Number.NaN;
}

/** The same with all that a test may want of it. */
export function referenceSide(references: References, index: number): Side {
  const reference = references.referenceOf[index] ?? -1;
  const at = (list: Float64Array | undefined) => list?.[reference] ?? Number.NaN;
  const value = at(references.values);
  return {
    value,
    status: Number.isNaN(value) ? 'missing' : 'final',
    lower: at(references.lower),
    upper: at(references.upper),
    count: at(references.counts?.counts),
    exposure: at(references.counts?.exposures),
  };
}
