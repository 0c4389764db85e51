import type { ColumnPeriod } from '../../columns/column.ts';
import type { References } from '../references.ts';
import type { Counts } from './counts.ts';
import type { ComparisonMethod, IntervalMethod } from './method.ts';

/** What is said of an area; its index stands in `Comparison.verdicts`. */
export const verdicts = ['not-testable', 'not-different', 'higher', 'lower'] as const;

/** Why an area could not be tested; its index stands in `Comparison.reasons`, `tested` where it was. */
export const untestableReasons = [
  'tested',
  'no-area',
  'suppressed',
  'too-few',
  'no-figure',
  'estimated',
  'no-reference',
  'is-reference',
  'no-bounds',
  'no-count',
] as const;
export type UntestableReason = (typeof untestableReasons)[number];

export type ComparedFigures = Pick<ColumnPeriod, 'values' | 'statuses' | 'lower' | 'upper'>;

export interface ComparisonInput {
  readonly interval: IntervalMethod;
  readonly figures: ComparedFigures;
  /** The counts behind the figures; count ÷ exposure is the figure in its unit. Bounds are used without them. */
  readonly counts?: Counts;
  readonly references: References;
  /** What a share of 1 is in the figures' unit; 100, for per cents, where it is not given. */
  readonly whole?: number;
}

/** One entry an area in every array; NaN where the area could not be tested. */
export interface Comparison {
  readonly method: ComparisonMethod;
  /** Figure less reference, in the indicator's unit; also known where it could not be tested but both figures are. */
  readonly differences: Float64Array;
  /** Its 95% interval, each area by itself. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly p: Float64Array;
  /** Corrected for testing so many areas at once; the verdict goes by it. */
  readonly corrected: Float64Array;
  readonly verdicts: Uint8Array;
  readonly reasons: Uint8Array;
  /** 1 where a figure stands on so few events or so wide bounds that it misleads. */
  readonly smallNumbers: Uint8Array;
  /** How many areas were tested: what the correction is for. */
  readonly tested: number;
}

/** Where a test writes what it finds. */
export interface Findings {
  readonly differences: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly p: Float64Array;
  readonly smallNumbers: Uint8Array;
}

/** Tests the area at `index` against the reference at `reference`, writes its findings, and says how that went. */
export interface ReferenceTest {
  readonly method: ComparisonMethod;
  readonly test: (index: number, reference: number, findings: Findings) => UntestableReason;
}
