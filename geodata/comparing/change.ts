import type { ColumnPeriod } from '../columns/column.ts';
import { absentArea, codeHasValue, reasonOf, statuses } from '../observation.ts';
import { finishSteps } from '../steps.ts';
import { type ChanceTest, createJudge, type Judgement } from './chance/judge.ts';
import { boundaryChanged, withinChance } from './change-status.ts';

export { chooseChanceTest } from './chance/choice.ts';
export { type Counts, countsOf } from './chance/counts.ts';
export type { ChanceTest } from './chance/judge.ts';

export const changeKinds = ['absolute', 'relative'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface ChangeInput {
  /** Two periods of one column. */
  readonly from: ColumnPeriod;
  readonly to: ColumnPeriod;
  /** `relative`: per cent of the from-value, without its sign. */
  readonly kind: ChangeKind;
  /** Index in `to` → index in `from`, of areas whose index differs though their shape is the same. */
  readonly recoded: ReadonlyMap<number, number>;
  readonly test: ChanceTest | null;
}

/**
 * The change of every area from one period to another, as figures of the later one. Statuses are those of a column and
 * `boundaryChanged` and `withinChance`; `lower` and `upper`, where there is a test and the change is absolute, are the
 * 95% interval of the difference, NaN for an area that could not be tested.
 *
 * Without a value on either side there is none, for the reason that goes before others (`reasonOf`). Of two values the
 * less certain status counts (estimated, provisional, final). A relative change from 0 has no value (`missing`), but for
 * 0 to 0, which is 0%. What did not change is never more than chance.
 */
export function computeChange(input: ChangeInput): ColumnPeriod {
  return finishSteps(changeInSteps(input));
}

/** Some milliseconds of exact tests. */
const areasBetweenPauses = 500;

/** The same, pausing with the share that is done: the tests of a whole country take a while. */
export function* changeInSteps({
  from,
  to,
  kind,
  recoded,
  test,
}: ChangeInput): Generator<number, ColumnPeriod> {
  const size = to.values.length;
  const blank = () => new Float64Array(size).fill(Number.NaN);
  const change = { values: blank(), statuses: new Uint8Array(size).fill(absentArea) };
  const bounds = test && kind === 'absolute' ? { lower: blank(), upper: blank() } : null;
  const judge = test && createJudge(test, from, to);
  for (let index = 0; index < size; index += 1) {
    if (index % areasBetweenPauses === areasBetweenPauses - 1) yield index / size;
    if (readStatus(to, index) === absentArea) continue;
    const before = findBefore(from, index, recoded);
    const { value, status } = before === null ? redrawn : subtract(from, before, to, index, kind);
    const judgement = before === null || Number.isNaN(value) ? null : (judge?.(before, index) ?? null);
    change.values[index] = value;
    change.statuses[index] = mayBeChance(value, judgement) ? withinChance : status;
    if (bounds && judgement) {
      bounds.lower[index] = judgement.lower;
      bounds.upper[index] = judgement.upper;
    }
  }
  return { period: to.period, boundaryYear: to.boundaryYear, ...change, ...bounds };
}

interface AreaChange {
  /** NaN where there is none. */
  readonly value: number;
  readonly status: number;
}

const redrawn: AreaChange = { value: Number.NaN, status: boundaryChanged };

/** Index of the same shape in the earlier period; null where it had none. */
export function findBefore(
  from: ColumnPeriod,
  index: number,
  recoded: ChangeInput['recoded'],
): number | null {
  if (readStatus(from, index) !== absentArea) return index;
  const before = recoded.get(index);
  return before === undefined || readStatus(from, before) === absentArea ? null : before;
}

function readStatus({ statuses: codes }: ColumnPeriod, index: number): number {
  return codes[index] ?? absentArea;
}

function subtract(
  from: ColumnPeriod,
  fromIndex: number,
  to: ColumnPeriod,
  toIndex: number,
  kind: ChangeKind,
): AreaChange {
  const both = [readStatus(to, toIndex), readStatus(from, fromIndex)] as const;
  const absences = both.filter((code) => !codeHasValue(code)).flatMap((code) => statuses[code] ?? []);
  if (absences.length > 0) return { value: Number.NaN, status: statuses.indexOf(reasonOf(absences)) };
  const value = changeBetween(from.values[fromIndex] ?? Number.NaN, to.values[toIndex] ?? Number.NaN, kind);
  // Statuses with a value stand in order of certainty, the surest first.
  return { value, status: Number.isNaN(value) ? missing : Math.max(...both) };
}

const missing = statuses.indexOf('missing');

/** Figures have at most six decimals; what lies beyond, after a subtraction, is the rounding error of binary fractions. */
const finestPart = 1e6;

/**
 * How a figure changes from one to another, or lies from another: `to` less `from` in units, or in per cents of `from`
 * without its sign, so that a rise is one from below zero too. 0 to 0 is 0%. NaN where one is missing, and for per cents of
 * zero.
 */
export function changeBetween(from: number, to: number, kind: ChangeKind): number {
  const difference = to - from;
  const change = kind === 'absolute' || difference === 0 ? difference : (difference / Math.abs(from)) * 100;
  // Adding 0 turns -0 into 0.
  return Number.isFinite(change) ? Math.round(change * finestPart) / finestPart + 0 : Number.NaN;
}

function mayBeChance(value: number, judgement: Judgement | null): boolean {
  return judgement !== null && (value === 0 || judgement.withinChance);
}
