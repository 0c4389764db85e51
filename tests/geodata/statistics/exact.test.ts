import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctForTries } from '../../../geodata/statistics/false-discovery.ts';
import { subtractEstimates, testDifference } from '../../../geodata/statistics/interval.ts';
import { twoSidedNormal } from '../../../geodata/statistics/normal.ts';
import { testCount } from '../../../geodata/statistics/poisson.ts';
import {
  approximateCount,
  estimateCount,
  estimateRate,
} from '../../../geodata/statistics/poisson-interval.ts';
import { estimateShare, testEqualShares, testShare } from '../../../geodata/statistics/share.ts';
import { twoSidedStudent } from '../../../geodata/statistics/student.ts';
import fixture from '../../fixtures/interval.json' with { type: 'json' };
import { expectAgreement } from './agreement.ts';

const toPart = ([successes = 0, trials = 0]: readonly number[]) => ({ successes, trials });

describe(`as ${fixture.made} computes them`, () => {
  test.each(fixture.counts)('the exact bounds of $count events', ({ count, bounds }) => {
    const { lower, upper } = estimateCount(count);
    expectAgreement(lower, bounds[0] ?? null);
    expectAgreement(upper, bounds[1] ?? null);
  });

  test.each(fixture.rates)('the bounds of a rate of $count', ({ count, exposure, bounds }) => {
    const { value, lower, upper } = estimateRate(count, exposure, 1000);
    expectAgreement(value, (count / exposure) * 1000);
    expectAgreement(lower, bounds[0] ?? null);
    expectAgreement(upper, bounds[1] ?? null);
  });

  test('tests of a count against what is expected', () => {
    for (const { count, expected, p } of fixture.fixed)
      expectAgreement(testCount(count, expected), p, `${count} of ${expected}`);
  });

  test.each(fixture.shares)('the bounds and the test of a share $part', ({ part, bounds, p }) => {
    const { lower, upper } = estimateShare(part[0] ?? 0, part[1] ?? 0);
    // Where none or all succeed R keeps the dust of a subtraction, or not quite 1.
    expect(lower).toBeCloseTo(bounds[0] ?? Number.NaN, 12);
    expect(upper).toBeCloseTo(bounds[1] ?? Number.NaN, 12);
    expectAgreement(testShare(toPart(part), 0.23), p);
  });

  test('tests and bounds of the difference of two shares', () => {
    for (const { one, other, p, bounds } of fixture.pairs) {
      const parts = [toPart(one), toPart(other)] as const;
      expectAgreement(testEqualShares(...parts), p, `${one} and ${other}`);
      const [a, b] = parts.map(({ successes, trials }) => estimateShare(successes, trials));
      if (!a || !b) throw new Error('There are two shares.');
      const { lower, upper } = subtractEstimates(a, b);
      expect(lower).toBeCloseTo(bounds[0] ?? Number.NaN, 10);
      expect(upper).toBeCloseTo(bounds[1] ?? Number.NaN, 10);
    }
  });

  test('two-sided probabilities of the normal and of Student’s distribution', () => {
    for (const { z, p } of fixture.normal) expectAgreement(twoSidedNormal(z), p, `z ${z}`);
    for (const { t, df, p } of fixture.student) expectAgreement(twoSidedStudent(-t, df), p, `t ${t}, ${df}`);
  });

  test.each(fixture.corrected)('p-values corrected for many tries', ({ p, corrected }) => {
    const computed = correctForTries(Float64Array.from(p, (each) => each ?? Number.NaN));
    expect(computed).toHaveLength(corrected.length);
    corrected.forEach((expected, index) => {
      expectAgreement(computed[index] ?? Number.NEGATIVE_INFINITY, expected);
    });
  });
});

test('Byar’s bounds lie within 1% of the exact ones from 10 events on', () => {
  for (let count = 10; count < 3000; count += 7) {
    const [near, exact] = [approximateCount(count), estimateCount(count)];
    expect(Math.abs(near.lower / exact.lower - 1)).toBeLessThan(0.01);
    expect(Math.abs(near.upper / exact.upper - 1)).toBeLessThan(0.01);
  }
});

test('a difference has a p-value below 0.05 exactly where its interval leaves 0 out', () => {
  const numbers = fc.tuple(
    fc.double({ min: -10, max: 10, noNaN: true }),
    fc.double({ min: 0.1, max: 10, noNaN: true }),
    fc.double({ min: 0.1, max: 10, noNaN: true }),
  );
  fc.assert(
    fc.property(numbers, ([value, below, above]) => {
      const difference = { value, lower: value - below, upper: value + above };
      // With an end on 0 the p-value is 0.05 but for rounding, which may fall to either side.
      fc.pre(Math.min(Math.abs(difference.lower), Math.abs(difference.upper)) > 1e-9);
      const holdsZero = difference.lower <= 0 && difference.upper >= 0;
      expect(testDifference(difference) < 0.05).toBe(!holdsZero);
    }),
  );
});

test('a corrected p-value is never below its own, and keeps the order', () => {
  const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(list, (given) => {
      const p = Float64Array.from(given).sort();
      const corrected = correctForTries(p);
      p.forEach((each, index) => {
        expect(corrected[index]).toBeGreaterThanOrEqual(each);
        expect(corrected[index]).toBeLessThanOrEqual(corrected[index + 1] ?? 1);
      });
    }),
  );
});
