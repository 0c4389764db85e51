/** The largest contributors to a figure must not make up too much of it: the (n, k) rule. */
export interface Dominance {
  /** n: how many of the largest contributors are taken together. */
  readonly contributors: number;
  /** k: above this many per cent of the figure, it is suppressed. */
  readonly share: number;
  /** Key of the indicator that gives their share, in per cent. */
  readonly given: string;
}

/** When figures of an indicator point at somebody, and how closely nobody may be able to recompute one that does. */
export interface DisclosureRule {
  /** Counts from 1 up to this one (not included) are suppressed; null: none for being small. */
  readonly smallestCount: number | null;
  /** Figures of areas where fewer are counted of `denominator` are suppressed, whatever they are; null: none. */
  readonly smallestDenominator: number | null;
  /** Key of the indicator that counts the people; null where no smallest denominator is set. */
  readonly denominator: string | null;
  readonly dominance: Dominance | null;
  /** What is shown is a multiple of this; null: as it is. */
  readonly rounding: number | null;
  /** The width, in the figure's own unit, within which a suppressed figure stays unknown. */
  readonly protection: number;
}

/** Why a figure is suppressed, the reason that is told before others first. */
export const suppressionReasons = ['few-people', 'dominance', 'small-count', 'secondary'] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** Why a figure is withheld: by a rule, or because too few people answered a survey. */
export const withheldReasons = [...suppressionReasons, 'few-answers'] as const;
export type WithheldReason = (typeof withheldReasons)[number];

/** What is said of a figure beside its status: why it is withheld, or that it is of few answers and may be far off. Columns keep the place, so that a new one comes last. */
export const figureReasons = [...withheldReasons, 'indicative'] as const;
export type FigureReason = (typeof figureReasons)[number];

/** What a figure is known to lie between, for whoever knows the rule and the reason that is told. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * What the reason for a suppression tells of the figure. A zero is shown unless there are few people, so that a count
 * suppressed to protect another is at least 1; it may be small itself.
 */
export function boundsOf(
  { smallestCount }: Pick<DisclosureRule, 'smallestCount'>,
  reason: SuppressionReason,
  isCount: boolean,
): Bounds {
  const unbounded = Number.POSITIVE_INFINITY;
  if (reason === 'few-people' || reason === 'dominance') return { lower: 0, upper: unbounded };
  const lower = isCount ? 1 : 0;
  return { lower, upper: reason === 'small-count' && smallestCount !== null ? smallestCount - 1 : unbounded };
}

/** The multiple of `base` that lies nearest; of two equally near the one further from zero. */
export function roundToBase(value: number, base: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) / base + 0.5) * base;
}

/** A rule as text, alike for those that are the same: in one order, as the database keeps none. */
export function writeRule(rule: DisclosureRule | null): string {
  return JSON.stringify(
    rule &&
      Object.entries(rule)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, value]) => [
          key,
          value && typeof value === 'object' ? Object.entries(value).sort() : value,
        ]),
  );
}
