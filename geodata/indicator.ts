import type { DisclosureRule } from './disclosure/rule.ts';
import type { Text } from './text.ts';

export const kinds = ['count', 'rate', 'share', 'score', 'amount'] as const;
export type Kind = (typeof kinds)[number];

export const polarities = ['higher-is-better', 'higher-is-worse', 'neutral'] as const;
export type Polarity = (typeof polarities)[number];

/** How figures of parts make the figure of the whole. */
export type Aggregation = 'sum' | 'none' | 'derived' | { readonly weightedBy: string };

/** numerator ÷ denominator × factor, both of the same area and boundary year. */
export interface Derivation {
  readonly numerator: string;
  readonly denominator: string;
  readonly factor: number;
}

/** From `period` on, figures cannot be compared with those before it. */
export interface SeriesBreak {
  readonly period: string;
  readonly reason: Text;
  /** Keys of the categories that it concerns, the dimension's total among them; null: the whole and all of them. */
  readonly categories: readonly string[] | null;
}

/** What is measured; of one category of it, the same with the address of the item for its key. */
export interface Indicator {
  readonly key: string;
  readonly name: Text;
  /** Key of a theme: `field.subtheme`, see theme.ts. */
  readonly theme: string;
  readonly unit: string;
  readonly kind: Kind;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly aggregate: Aggregation;
  readonly derive: Derivation | null;
  /**
   * A figure of an area where fewer are counted than this of what it is divided by (denominatorOf in denominator.ts) is
   * not shown but `too-few`; null: figures of however few are shown.
   */
  readonly smallestDenominator: number | null;
  /** When its figures would point at somebody; null: never. Left out, nothing is said of it, and a rule that is held stays. */
  readonly disclosure?: DisclosureRule | null | undefined;
  /** Key of the dimension that it can be divided by. */
  readonly dimension: string | null;
  /** Key of the survey that its figures are from. */
  readonly survey: string | null;
  /** In order of time. */
  readonly breaks: readonly SeriesBreak[];
  /** Addresses of the items that add up to it, see dimension.ts; none where nothing is said. */
  readonly parts?: readonly string[];
}
