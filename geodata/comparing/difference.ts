import type { Kind, Polarity } from '../indicator.ts';
import { type ChangeKind, changeBetween } from './change.ts';

/** How a figure stands to the reference's: better or worse where the indicator says so, else only higher or lower. */
export const directions = ['better', 'worse', 'higher', 'lower', 'equal'] as const;
export type Direction = (typeof directions)[number];

/** That of a figure that is another one. */
export type Meaning = Exclude<Direction, 'equal'>;

/** What of a figure is compared: its indicator, or the change in it. */
export interface Subject {
  readonly kind: Kind;
  readonly polarity: Polarity;
  /** Decimals with which the figures are shown. */
  readonly decimals: number;
  /** null: the figures themselves. */
  readonly change: ChangeKind | null;
}

/** By what a figure differs from the reference's. */
export interface Difference {
  /** In the unit of the figures. */
  readonly amount: number;
  /** The difference in per cents of the reference, without its sign; null where that says nothing. */
  readonly percent: number | null;
  /** 1: higher, −1: lower, 0: equal as far as the decimals show. */
  readonly sign: 1 | 0 | -1;
  readonly direction: Direction;
}

/** Whether a difference in per cents says something: not of a change, nor of a score, which has no true zero. */
export function hasPercents({ kind, change }: Pick<Subject, 'kind' | 'change'>): boolean {
  return change === null && kind !== 'score';
}

/** By what one figure differs from another, at the decimals with which both are shown. */
export function differenceOf(own: number, reference: number, subject: Subject): Difference {
  const unit = 10 ** subject.decimals;
  const amount = (Math.round(own * unit) - Math.round(reference * unit)) / unit;
  const sign = amount > 0 ? 1 : amount < 0 ? -1 : 0;
  const percent = hasPercents(subject)
    ? changeBetween(reference, reference + amount, 'relative')
    : Number.NaN;
  return {
    amount,
    percent: Number.isNaN(percent) ? null : percent,
    sign,
    direction: nameDirection(sign, subject.polarity),
  };
}

/** What it means that a figure lies on a side of another. */
export function nameSide(side: 'higher' | 'lower', polarity: Polarity): Meaning {
  if (polarity === 'neutral') return side;
  return (side === 'higher') === (polarity === 'higher-is-better') ? 'better' : 'worse';
}

/** What it means that a figure is higher (1), lower (−1) or equal, where high figures mean something. */
export function nameDirection(sign: 1 | 0 | -1, polarity: Polarity): Direction {
  return sign === 0 ? 'equal' : nameSide(sign > 0 ? 'higher' : 'lower', polarity);
}
