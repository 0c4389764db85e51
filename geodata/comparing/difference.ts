import type { Kind, Polarity } from '../indicator.ts';
import { type ChangeKind, changeBetween } from './change.ts';

/** How a figure stands to the reference's: better or worse where the indicator says so, else only higher or lower. */
export const directions = ['better', 'worse', 'higher', 'lower', 'equal'] as const;
export type Direction = (typeof directions)[number];

/** What of a figure is compared: its indicator, or the change in it. */
export interface Subject {
  readonly kind: Kind;
  readonly polarity: Polarity;
  /** Decimals with which the figures are shown. */
  readonly decimals: number;
  /** null: the figures themselves. */
  readonly change: ChangeKind | null;
}

export interface Comparison {
  /** In the unit of the figures. */
  readonly difference: number;
  /** The difference in per cents of the reference, without its sign; null where that says nothing. */
  readonly percent: number | null;
  /** 1: higher, −1: lower, 0: equal as far as the decimals show. */
  readonly sign: 1 | 0 | -1;
  readonly direction: Direction;
}

/**
 * Whether figures of areas of any size can be held against each other. A count, and a count's change, grow with the
 * area; a change in per cents does not.
 */
export function ignoresSize({ kind, change }: Pick<Subject, 'kind' | 'change'>): boolean {
  return kind !== 'count' || change === 'relative';
}

/** Whether a difference in per cents says something: not of a change, nor of a score, which has no true zero. */
export function hasPercents({ kind, change }: Pick<Subject, 'kind' | 'change'>): boolean {
  return change === null && kind !== 'score';
}

export function compareFigures(own: number, reference: number, subject: Subject): Comparison {
  const unit = 10 ** subject.decimals;
  const difference = (Math.round(own * unit) - Math.round(reference * unit)) / unit;
  const sign = difference > 0 ? 1 : difference < 0 ? -1 : 0;
  const percent = hasPercents(subject)
    ? changeBetween(reference, reference + difference, 'relative')
    : Number.NaN;
  return {
    difference,
    percent: Number.isNaN(percent) ? null : percent,
    sign,
    direction: nameDirection(sign, subject.polarity),
  };
}

/** What it means that a figure is higher (1), lower (−1) or equal, where high figures mean something. */
export function nameDirection(sign: 1 | 0 | -1, polarity: Polarity): Direction {
  if (sign === 0) return 'equal';
  if (polarity === 'neutral') return sign > 0 ? 'higher' : 'lower';
  return sign > 0 === (polarity === 'higher-is-better') ? 'better' : 'worse';
}
