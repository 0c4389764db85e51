import type { ColumnPeriod } from '../columns/column.ts';
import type { Kind, Polarity } from '../indicator.ts';
import { absentArea, type Status, statuses } from '../observation.ts';
import { type ChanceTest, changeBetween, findBefore } from './change.ts';
import { boundaryChanged, withinChance } from './change-status.ts';
import { type Meaning, nameSide } from './difference.ts';

/** Since when: the period before the newest figure, or the first that can be compared with it. */
export const sinces = ['before', 'first'] as const;
export type Since = (typeof sinces)[number];

/** One of the two figures of a change: `value` is null where its status has none. */
export interface ChangeEnd {
  readonly value: number | null;
  readonly status: Status;
}

/** What is known of whether a change may be chance: by which test, or why there is none. */
export type Chance =
  | {
      readonly test: ChanceTest['kind'];
      readonly isChance: boolean;
      /** The 95% interval of the difference, in the indicator's unit; null where it was not computed. */
      readonly interval: readonly [lower: number, upper: number] | null;
    }
  | { readonly untested: 'off' | 'none' | 'estimate' | 'area' | 'level' };

/** The change of one area between two periods. */
export interface AreaChange {
  readonly before: ChangeEnd;
  readonly after: ChangeEnd;
  /** In the indicator's unit; null where there is nothing to compare. */
  readonly absolute: number | null;
  /** Per cent of the figure before, without its sign; null from zero to another. */
  readonly relative: number | null;
  readonly isRedrawn: boolean;
  /** null where there is no change to test. */
  readonly chance: Chance | null;
}

interface ChangeParts {
  /** The periods as published, and their change, by area index. */
  readonly from: ColumnPeriod;
  readonly to: ColumnPeriod;
  readonly change: ColumnPeriod;
  readonly index: number;
  /** Index in `to` → index in `from`, of areas whose index differs though their shape is the same. */
  readonly recoded: ReadonlyMap<number, number>;
  /** What the map tests with; else why it does not. */
  readonly test: ChanceTest['kind'] | 'off' | 'none' | 'estimate';
}

const missing: ChangeEnd = { value: null, status: 'missing' };

/** The change of an area on the map. */
export function readAreaChange(parts: ChangeParts): AreaChange {
  const { from, to, change, index } = parts;
  const code = change.statuses[index] ?? absentArea;
  const after = readEnd(to, index);
  if (code === boundaryChanged)
    return { before: missing, after, absolute: null, relative: null, isRedrawn: true, chance: null };
  const indexBefore = findBefore(from, index, parts.recoded) ?? index;
  const before = readEnd(from, indexBefore);
  const differences = subtractEnds(before, after);
  return {
    before,
    after,
    ...differences,
    isRedrawn: false,
    chance: differences.absolute === null ? null : readChance(parts, indexBefore, code === withinChance),
  };
}

/** The change of an area that the map does not show, from its two figures. */
export function changeOfEnds(before: ChangeEnd, after: ChangeEnd, isRedrawn: boolean): AreaChange {
  const none = { absolute: null, relative: null };
  const differences = isRedrawn ? none : subtractEnds(before, after);
  const chance = differences.absolute === null ? null : ({ untested: 'level' } as const);
  return { before, after, ...differences, isRedrawn, chance };
}

function readEnd(period: ColumnPeriod, index: number): ChangeEnd {
  const value = period.values[index] ?? Number.NaN;
  const status = statuses[period.statuses[index] ?? statuses.length] ?? 'missing';
  return { value: Number.isNaN(value) ? null : value, status };
}

function subtractEnds(before: ChangeEnd, after: ChangeEnd): Pick<AreaChange, 'absolute' | 'relative'> {
  const [from, to] = [before.value ?? Number.NaN, after.value ?? Number.NaN];
  return {
    absolute: asNumber(changeBetween(from, to, 'absolute')),
    relative: asNumber(changeBetween(from, to, 'relative')),
  };
}

function asNumber(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function readChance(
  { from, to, change, index, test }: ChangeParts,
  indexBefore: number,
  isChance: boolean,
): Chance {
  if (test === 'off' || test === 'none' || test === 'estimate') return { untested: test };
  const [lower, upper] = [change.lower?.[index] ?? Number.NaN, change.upper?.[index] ?? Number.NaN];
  const interval = Number.isNaN(lower) || Number.isNaN(upper) ? null : ([lower, upper] as const);
  const hasBounds = !Number.isNaN(
    (from.lower?.[indexBefore] ?? Number.NaN) + (to.lower?.[index] ?? Number.NaN),
  );
  const isTested = isChance || (change.lower ? interval !== null : test === 'poisson' || hasBounds);
  return isTested ? { test, isChance, interval } : { untested: 'area' };
}

/** What a change means: better or worse where the indicator says so, else more or less of a count, higher or lower. */
export type ChangeDirection = Meaning | 'more' | 'less' | 'same';

/** A change that shows as zero, at the decimals of the indicator, is none. */
export function nameChange(
  difference: number,
  {
    polarity,
    kind,
    decimals,
  }: { readonly polarity: Polarity; readonly kind: Kind; readonly decimals: number },
): ChangeDirection {
  const shown = Math.round(difference * 10 ** decimals);
  if (shown === 0) return 'same';
  const direction = nameSide(shown > 0 ? 'higher' : 'lower', polarity);
  if (polarity !== 'neutral' || (kind !== 'count' && kind !== 'amount')) return direction;
  return shown > 0 ? 'more' : 'less';
}
