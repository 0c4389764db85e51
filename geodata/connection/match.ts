import type { ColumnPeriod } from '../columns/column.ts';
import { nearestPeriod } from '../nearest-period.ts';
import { absentArea, codeHasValue, reasonOf, statuses } from '../observation.ts';

/** The figures of one period, by area index. */
export type PeriodFigures = Pick<ColumnPeriod, 'period' | 'boundaryYear' | 'values' | 'statuses'>;

/** Why an area takes no part: one of its figures is not there, its border was another one, or nobody is known to live there. */
export const leftOutReasons = [
  'suppressed',
  'missing',
  'not-asked',
  'too-few',
  'boundary-changed',
  'no-weight',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
export type LeftOut = Readonly<Record<LeftOutReason, number>>;

/**
 * The figures of a column that are nearest in time to a period, from the periods that have any; of one period those in the
 * boundaries that are wished, or else in the ones nearest to them. undefined where the column has no figures.
 */
export function chooseFigures<Of extends PeriodFigures>(
  periods: readonly Of[],
  wanted: Pick<PeriodFigures, 'period' | 'boundaryYear'>,
): Of | undefined {
  const filled = periods.filter(({ statuses: codes }) => codes.some(codeHasValue));
  const period = nearestPeriod(wanted.period, new Set(filled.map((each) => each.period)));
  const distance = ({ boundaryYear }: Of) => Math.abs(boundaryYear - wanted.boundaryYear);
  return filled
    .filter((each) => each.period === period)
    .sort((one, other) => distance(one) - distance(other) || other.boundaryYear - one.boundaryYear)[0];
}

/** The figures of two indicators of the same areas. */
export interface Match {
  /** By area index; NaN in all where the area takes no part. */
  readonly one: Float64Array;
  readonly other: Float64Array;
  readonly count: number;
  readonly leftOut: LeftOut;
}

/**
 * Puts the figures of another indicator, and weights, beside those of the areas that `one` is about, and counts which areas
 * take no part and why. Where both lack a figure, the reason of `one` counts. An area whose border changed between the two
 * boundary years has another index in each, and is left out instead of compared with what it was.
 */
export function matchFigures(one: PeriodFigures, other: PeriodFigures, weights?: PeriodFigures): Match {
  const size = one.values.length;
  const leftOut: Record<LeftOutReason, number> = {
    suppressed: 0,
    missing: 0,
    'not-asked': 0,
    'too-few': 0,
    'boundary-changed': 0,
    'no-weight': 0,
  };
  const found = {
    one: new Float64Array(size).fill(Number.NaN),
    other: new Float64Array(size).fill(Number.NaN),
  };
  let count = 0;
  for (let index = 0; index < size; index += 1) {
    if (codeAt(one, index) === absentArea) continue;
    const reason = judgePair(one, other, index) ?? (weights ? judgeWeight(weights, index) : null);
    if (reason) leftOut[reason] += 1;
    else {
      found.one[index] = one.values[index] ?? Number.NaN;
      found.other[index] = other.values[index] ?? Number.NaN;
      count += 1;
    }
  }
  return { ...found, count, leftOut };
}

/** Why an area lacks one of two figures, the first reason that there is; null where it has both. */
export function judgePair(one: PeriodFigures, other: PeriodFigures, index: number): LeftOutReason | null {
  return judge(one, index) ?? judge(other, index);
}

function codeAt({ statuses: codes }: PeriodFigures, index: number): number {
  return codes[index] ?? absentArea;
}

/** Why there is no figure; null where there is one. */
function judge(figures: PeriodFigures, index: number): LeftOutReason | null {
  const code = codeAt(figures, index);
  if (code === absentArea) return 'boundary-changed';
  if (codeHasValue(code)) return Number.isFinite(figures.values[index]) ? null : 'missing';
  const status = statuses[code];
  return status === undefined ? 'missing' : reasonOf([status]);
}

function judgeWeight(weights: PeriodFigures, index: number): LeftOutReason | null {
  const weight = codeHasValue(codeAt(weights, index)) ? (weights.values[index] ?? 0) : 0;
  return weight > 0 ? null : 'no-weight';
}
