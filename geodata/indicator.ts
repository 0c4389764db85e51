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
}
