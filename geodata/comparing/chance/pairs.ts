import { statuses } from '../../observation.ts';
import { correctForTries } from '../../statistics/false-discovery.ts';
import { type Estimate, scaleEstimate } from '../../statistics/interval.ts';
import { estimateRate } from '../../statistics/poisson-interval.ts';
import { estimateShare } from '../../statistics/share.ts';
import { compareWithReference } from './comparison.ts';
import { type Counts, wholeCountAt } from './counts.ts';
import { type UntestableReason, untestableReasons, type verdicts } from './findings.ts';
import { type ComparisonMethod, type IntervalMethod, significanceLevel } from './method.ts';
import type { Side } from './side.ts';

/** Two figures of one indicator: of an area and its reference, or of an area in two periods. */
export interface Pair {
  /** null: how sure the figures are is not known, and the difference is not tested. */
  readonly interval: IntervalMethod | null;
  readonly one: Side;
  readonly other: Side;
  /** Whether the events of the one are among those of the other. */
  readonly isPart: boolean;
}

export interface PairFinding {
  /** One less other, in the indicator's unit, with its 95% interval; NaN where unknown. */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  /** Corrected for testing so many pairs at once; the verdict goes by it. */
  readonly p: number;
  readonly verdict: (typeof verdicts)[number];
  readonly reason: UntestableReason | 'no-method';
  readonly method: ComparisonMethod | null;
  /** Whether the figure stands on so few events or so wide bounds that it misleads. */
  readonly isSmall: boolean;
}

/**
 * Holds the two figures of many pairs against each other, each pair by the test that fits its indicator (see
 * `compareWithReference`), and corrects for testing all of them at once (Benjamini-Hochberg).
 */
export function comparePairs(pairs: readonly Pair[]): PairFinding[] {
  const found = pairs.map(comparePair);
  const corrected = correctForTries(Float64Array.from(found, ({ p }) => p));
  return found.map((finding, index) => {
    const p = corrected[index] ?? Number.NaN;
    return { ...finding, p, verdict: judge(finding.difference, p) };
  });
}

type Finding = Omit<PairFinding, 'verdict'>;

function comparePair({ interval, one, other, isPart }: Pair): Finding {
  const difference = one.value - other.value;
  if (!interval)
    return {
      difference,
      lower: Number.NaN,
      upper: Number.NaN,
      p: Number.NaN,
      reason: 'no-method',
      method: null,
      isSmall: false,
    };
  const found = compareWithReference({
    interval,
    figures: {
      values: Float64Array.of(one.value),
      statuses: Uint8Array.of(statuses.indexOf(one.status)),
      ...boundsOf(one),
    },
    counts: countsOfSide(one),
    references: {
      values: Float64Array.of(other.value),
      ...boundsOf(other),
      ...(Number.isNaN(other.count) || Number.isNaN(other.exposure) ? {} : { counts: countsOfSide(other) }),
      referenceOf: new Int32Array(1),
      isPart: Uint8Array.of(isPart ? 1 : 0),
    },
  });
  const first = (list: Float64Array) => list[0] ?? Number.NaN;
  return {
    difference: first(found.differences),
    lower: first(found.lower),
    upper: first(found.upper),
    p: first(found.p),
    reason: untestableReasons[found.reasons[0] ?? 0] ?? 'no-figure',
    method: found.method,
    isSmall: found.smallNumbers[0] === 1,
  };
}

function boundsOf({ lower, upper }: Side): { lower?: Float64Array; upper?: Float64Array } {
  return Number.isNaN(lower) || Number.isNaN(upper)
    ? {}
    : { lower: Float64Array.of(lower), upper: Float64Array.of(upper) };
}

function countsOfSide({ count, exposure }: Side): Counts {
  return { counts: Float64Array.of(count), exposures: Float64Array.of(exposure) };
}

function judge(difference: number, p: number): PairFinding['verdict'] {
  if (Number.isNaN(p)) return 'not-testable';
  if (p >= significanceLevel || difference === 0) return 'not-different';
  return difference > 0 ? 'higher' : 'lower';
}

/** What a share of 1 is in per cents. */
const wholeShare = 100;

/** The 95% interval of a figure by itself; null where it cannot be known. */
export function intervalOf(side: Side, method: IntervalMethod | null): Estimate | null {
  const { value, lower, upper, exposure } = side;
  if (Number.isNaN(value) || !method) return null;
  if (method === 'survey') return Number.isNaN(lower) || Number.isNaN(upper) ? null : { value, lower, upper };
  const count = wholeCountAt(countsOfSide(side), 0);
  if (Number.isNaN(count)) return null;
  if (method === 'poisson-exact') return estimateRate(count, exposure);
  const trials = exposure * wholeShare;
  return count <= trials ? scaleEstimate(estimateShare(count, trials), wholeShare) : null;
}
