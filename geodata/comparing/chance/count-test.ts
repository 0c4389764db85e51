import { testCount, testEqualRates } from '../../statistics/poisson.ts';
import { lowerOfCount, upperOfCount } from '../../statistics/poisson-interval.ts';
import type { References } from '../references.ts';
import { at, writeInterval } from './bounds-test.ts';
import { type Counts, wholeCountAt } from './counts.ts';
import type { ComparedFigures, ReferenceTest } from './findings.ts';

/**
 * A rate of fewer events has a standard error of more than 22% of it, and is marked in public health statistics (National
 * Center for Health Statistics, "Technical appendix", Vital Statistics of the United States).
 */
export const fewEvents = 20;

/**
 * The difference of a count or rate of events from its reference. Where the counts of the reference are known, by the
 * exact conditional test (`testEqualRates`); else, or where its exposure is not, by the exact test against a known rate.
 *
 * An area that is part of its reference is held against the rest of it: given their sum, its count is binomial, whether it
 * is held against the rest or against the whole. Its difference from the whole is that from the rest × the share of the
 * exposure that lies in the rest, and so are the bounds (MOVER on the exact intervals of both counts).
 */
export function createCountTest(
  { values }: ComparedFigures,
  counts: Counts,
  references: References,
): ReferenceTest {
  return references.counts
    ? againstCounts(values, counts, references, references.counts)
    : againstRates(values, counts, references);
}

function againstRates(values: Float64Array, counts: Counts, references: References): ReferenceTest {
  return {
    method: 'poisson-fixed',
    test(index, reference, findings) {
      const rate = at(references.values, reference);
      const count = wholeCountAt(counts, index);
      const exposure = at(counts.exposures, index);
      findings.differences[index] = at(values, index) - rate;
      if (Number.isNaN(count) || rate < 0) return 'no-count';
      findings.smallNumbers[index] = count < fewEvents ? 1 : 0;
      findings.differences[index] = count / exposure - rate;
      writeInterval(
        findings,
        index,
        (count - lowerOfCount(count)) / exposure,
        (upperOfCount(count) - count) / exposure,
      );
      findings.p[index] = testCount(count, rate * exposure);
      return 'tested';
    },
  };
}

function againstCounts(
  values: Float64Array,
  counts: Counts,
  references: References,
  wholes: Counts,
): ReferenceTest {
  // Without allocating: the two sides of the test are written anew for each area.
  const one = { count: 0, exposure: 0 };
  const other = { count: 0, exposure: 0 };
  return {
    method: 'poisson-conditional',
    test(index, reference, findings) {
      findings.differences[index] = at(values, index) - at(references.values, reference);
      const isPart = references.isPart[index] === 1;
      one.count = wholeCountAt(counts, index);
      one.exposure = at(counts.exposures, index);
      const whole = at(wholes.exposures, reference);
      other.count = wholeCountAt(wholes, reference) - (isPart ? one.count : 0);
      other.exposure = whole - (isPart ? one.exposure : 0);
      if (Number.isNaN(one.count) || Number.isNaN(other.count)) return 'no-count';
      if (other.exposure <= whole * smallestRest) return 'is-reference';
      if (other.count < 0) return 'no-count';
      findings.smallNumbers[index] = one.count < fewEvents ? 1 : 0;
      const share = isPart ? other.exposure / whole : 1;
      findings.differences[index] = (one.count / one.exposure - other.count / other.exposure) * share;
      writeInterval(
        findings,
        index,
        share *
          Math.hypot(
            (one.count - lowerOfCount(one.count)) / one.exposure,
            (upperOfCount(other.count) - other.count) / other.exposure,
          ),
        share *
          Math.hypot(
            (upperOfCount(one.count) - one.count) / one.exposure,
            (other.count - lowerOfCount(other.count)) / other.exposure,
          ),
      );
      findings.p[index] = testEqualRates(one, other);
      return 'tested';
    },
  };
}

/** A rest of less than this share of the reference is what rounding leaves: the area is its own reference. */
export const smallestRest = 1e-9;
