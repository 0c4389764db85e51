import { daysOfPeriod } from '../period.ts';
import { correctForTries } from '../statistics/false-discovery.ts';
import {
  divideEstimates,
  type Estimate,
  multiplyEstimates,
  subtractEstimates,
  testDifference,
} from '../statistics/interval.ts';
import { fewEvents } from './chance/count-test.ts';
import type { verdicts } from './chance/findings.ts';
import { type IntervalMethod, significanceLevel } from './chance/method.ts';
import { comparePairs, intervalOf, type PairFinding } from './chance/pairs.ts';
import type { Side } from './chance/side.ts';

/** While something was done: from a day, to another or until now. Days such as `2024-03-01`. */
export interface Doing {
  readonly beganOn: string;
  /** The last day; null: it goes on. */
  readonly endedOn: string | null;
}

/**
 * The periods that something is measured by: the last that was over before it began, and the last that lies in it whole.
 * One in which it began or ended is neither. `periods` are in order of time; undefined where there is none.
 */
export function choosePeriods<Of extends { readonly period: string }>(
  periods: readonly Of[],
  { beganOn, endedOn }: Doing,
): { readonly before: Of | undefined; readonly after: Of | undefined } {
  const before = periods.findLast(({ period }) => daysOfPeriod(period).last < beganOn);
  const after = periods.findLast(({ period }) => {
    const { first, last } = daysOfPeriod(period);
    return first >= beganOn && (endedOn === null || last <= endedOn);
  });
  return { before, after };
}

/** Figures of an area before and after, and those of what it is held against, in which the area itself has no part. */
export interface OutcomeInput {
  /** null: how sure the figures are is not known. */
  readonly interval: IntervalMethod | null;
  readonly before: Side;
  readonly after: Side;
  /** null: nothing to hold it against. */
  readonly reference: { readonly before: Side; readonly after: Side } | null;
}

/** Why an area's change cannot be held against that of others. */
export type BesideReason = 'tested' | 'estimated' | 'no-reference' | 'few-events' | 'no-bounds';

/** How the figure after stands to what it would be, had it gone as with the reference. */
export interface BesideFinding {
  /** In the indicator's unit; NaN where there is no reference. */
  readonly expected: number;
  /** The figure after less what was expected, with its 95% interval; NaN where unknown. */
  readonly difference: Estimate;
  /** Corrected for all that were tested at once; the verdict goes by it. */
  readonly p: number;
  readonly verdict: (typeof verdicts)[number];
  readonly reason: BesideReason;
}

/** What was measured of something that was done; says nothing of causes. */
export interface OutcomeFinding {
  /** The figure after less the one before. */
  readonly own: PairFinding;
  /** The same of the reference; null without one. */
  readonly reference: PairFinding | null;
  readonly beside: BesideFinding;
}

/**
 * Holds the change of each area against that of its reference: a difference of differences. What was to be expected is the
 * figure before, changed as the reference changed: of events (`poisson-exact`) in proportion, as an area with many loses
 * more of them where all lose a tenth; of surveys and shares by as many points. Its interval, and that of the difference
 * from the figure after, combine those of all four figures (MOVER), which takes them to be independent. The own changes,
 * those of the references, and the differences of both are corrected for testing all of them at once, each kind by itself.
 */
export function findOutcomes(inputs: readonly OutcomeInput[]): OutcomeFinding[] {
  const own = comparePairs(
    inputs.map(({ interval, before, after }) => ({ interval, one: after, other: before, isPart: false })),
  );
  const held = inputs.flatMap(({ interval, reference }, index) =>
    reference ? [{ index, interval, one: reference.after, other: reference.before, isPart: false }] : [],
  );
  const ofReferences = comparePairs(held);
  const referenceOf = new Map(held.map(({ index }, at) => [index, ofReferences[at] ?? null]));
  const found = inputs.map(holdBeside);
  const corrected = correctForTries(
    Float64Array.from(found, ({ difference, reason }) =>
      reason === 'tested' ? testDifference(difference) : Number.NaN,
    ),
  );
  return own.map((finding, index) => {
    const p = corrected[index] ?? Number.NaN;
    const made = found[index] ?? unknown('no-reference');
    const reference = referenceOf.get(index) ?? null;
    return { own: finding, reference, beside: { ...made, p, verdict: judge(made.difference.value, p) } };
  });
}

type Found = Pick<BesideFinding, 'expected' | 'difference' | 'reason'>;

function holdBeside({ interval, before, after, reference }: OutcomeInput): Found {
  if (!reference || Number.isNaN(reference.before.value + reference.after.value))
    return unknown('no-reference');
  const isOfEvents = interval === 'poisson-exact';
  if (isOfEvents && Math.min(reference.before.count, reference.after.count) < fewEvents)
    return unknown('few-events');
  const estimate = (side: Side) => intervalOf(side, interval) ?? withoutBounds(side);
  const [start, from, to] = [before, reference.before, reference.after].map(estimate);
  if (!start || !from || !to) return unknown('no-reference');
  const expected = isOfEvents
    ? multiplyEstimates(start, divideEstimates(to, from))
    : subtractEstimates(start, subtractEstimates(from, to));
  const difference = subtractEstimates(estimate(after), expected);
  const isKnown = !Number.isNaN(difference.lower + difference.upper);
  const isEstimated = before.status === 'estimated' || after.status === 'estimated';
  const reason = isEstimated ? 'estimated' : isKnown ? 'tested' : 'no-bounds';
  return { expected: expected.value, difference, reason };
}

function withoutBounds({ value }: Side): Estimate {
  return { value, lower: Number.NaN, upper: Number.NaN };
}

function unknown(reason: BesideReason): Found {
  const nothing = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  return { expected: Number.NaN, difference: nothing, reason };
}

function judge(difference: number, p: number): BesideFinding['verdict'] {
  if (Number.isNaN(p)) return 'not-testable';
  if (p >= significanceLevel || difference === 0) return 'not-different';
  return difference > 0 ? 'higher' : 'lower';
}
