import type { FigureReason } from '../../disclosure/rule.ts';
import type { Status } from '../../observation.ts';

/** One figure with all that a test may want of it; NaN where unknown. */
export interface Side {
  /** In the indicator's unit. */
  readonly value: number;
  readonly status: Status;
  /** What is said of it beside its status; left out where that is not known. */
  readonly reason?: FigureReason | null;
  readonly lower: number;
  readonly upper: number;
  /** The count behind the figure, and what it is counted over: count ÷ exposure is the figure in its unit. */
  readonly count: number;
  readonly exposure: number;
}
