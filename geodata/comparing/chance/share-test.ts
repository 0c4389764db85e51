import { type Estimate, scaleEstimate, subtractEstimates } from '../../statistics/interval.ts';
import { estimateShare, testEqualShares, testShare } from '../../statistics/share.ts';
import type { References } from '../references.ts';
import { at } from './bounds-test.ts';
import { fewEvents, smallestRest } from './count-test.ts';
import { type Counts, wholeCountAt } from './counts.ts';
import type { ComparedFigures, Findings, ReferenceTest } from './findings.ts';

/** Shares stand in the unit of the figures (per cent, say), which is what the whole of a count is then. */
interface Sides {
  readonly successes: number;
  readonly trials: number;
}

/**
 * The difference of a share from its reference: by the score test of two shares where the counts of the reference are
 * known, else by the score test against a known share; bounds by Wilson's intervals and MOVER (Newcombe's method 10). An
 * area that is part of its reference is held against the rest of it, as for counts. `unit` is what a share of 1 is in the
 * figures' unit: 100 for per cents. The exposures of `counts` are what the shares are of, ÷ `unit`, as `countsOf` makes.
 */
export function createShareTest(
  { values }: ComparedFigures,
  counts: Counts,
  references: References,
  unit = 100,
): ReferenceTest {
  const wholes = references.counts;
  return {
    method: wholes ? 'share-score' : 'share-fixed',
    test(index, reference, findings) {
      const expected = at(references.values, reference);
      findings.differences[index] = at(values, index) - expected;
      const one = sidesOf(counts, index, unit);
      if (!one) return 'no-count';
      findings.smallNumbers[index] = isSmall(one) ? 1 : 0;
      const estimate = estimateShare(one.successes, one.trials);
      if (!wholes) {
        if (!(expected > 0 && expected < unit)) return 'no-reference';
        const known = expected / unit;
        const difference = subtractEstimates(estimate, { value: known, lower: known, upper: known });
        write(findings, index, scaleEstimate(difference, unit));
        findings.p[index] = testShare(one, known);
        return 'tested';
      }
      const whole = sidesOf(wholes, reference, unit);
      if (!whole) return 'no-count';
      const isPart = references.isPart[index] === 1;
      const other = isPart ? subtract(whole, one) : whole;
      if (other.trials <= whole.trials * smallestRest) return 'is-reference';
      if (other.successes < 0 || other.successes > other.trials) return 'no-count';
      const difference = subtractEstimates(estimate, estimateShare(other.successes, other.trials));
      write(findings, index, scaleEstimate(difference, isPart ? (unit * other.trials) / whole.trials : unit));
      findings.p[index] = testEqualShares(one, other);
      return 'tested';
    },
  };
}

function sidesOf(counts: Counts, index: number, unit: number): Sides | null {
  const successes = wholeCountAt(counts, index);
  const trials = at(counts.exposures, index) * unit;
  return successes <= trials ? { successes, trials } : null;
}

function subtract(whole: Sides, part: Sides): Sides {
  return { successes: whole.successes - part.successes, trials: whole.trials - part.trials };
}

function isSmall({ successes, trials }: Sides): boolean {
  return Math.min(successes, trials - successes) < fewEvents;
}

function write(findings: Findings, index: number, { value, lower, upper }: Estimate): void {
  findings.differences[index] = value;
  findings.lower[index] = lower;
  findings.upper[index] = upper;
}
