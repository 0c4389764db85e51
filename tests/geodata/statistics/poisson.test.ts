import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialDensity } from '../../../geodata/statistics/binomial.ts';
import { testEqualRates } from '../../../geodata/statistics/poisson.ts';
import cases from '../../fixtures/poisson.json' with { type: 'json' };

const pair = (counts: readonly number[], exposures: readonly number[]) =>
  [0, 1].map((index) => ({ count: counts[index] ?? 0, exposure: exposures[index] ?? 0 })) as [
    { count: number; exposure: number },
    { count: number; exposure: number },
  ];
const anyCount = fc.record({
  count: fc.integer({ min: 0, max: 3000 }),
  exposure: fc.double({ min: 0.01, max: 1e5, noNaN: true }),
});

describe('the exact test of two Poisson rates', () => {
  test.each(cases)('agrees with R on $counts events over $exposures', ({ counts, exposures, p }) => {
    const computed = testEqualRates(...pair(counts, exposures));
    if (p < 1e-290) expect(computed).toBeLessThan(1e-280);
    else expect(Math.abs(computed / p - 1)).toBeLessThan(1e-6);
  });

  test('does not mind which count is named first', () => {
    fc.assert(
      fc.property(anyCount, anyCount, (one, other) => {
        expect(testEqualRates(one, other)).toBeCloseTo(testEqualRates(other, one), 9);
      }),
    );
  });

  test('finds no difference between equal counts over equal exposures', () => {
    fc.assert(
      fc.property(anyCount, (one) => {
        expect(testEqualRates(one, one)).toBe(1);
      }),
    );
  });

  test('that need only pass a level ends on the same side of it', () => {
    fc.assert(
      fc.property(anyCount, anyCount, (one, other) => {
        expect(testEqualRates(one, other, 0.05) > 0.05).toBe(testEqualRates(one, other) > 0.05);
      }),
    );
  });
});

test('binomial probabilities add up to 1', () => {
  const triples = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(triples, ([trials, success]) => {
      let sum = 0;
      for (let successes = 0; successes <= trials; successes += 1)
        sum += binomialDensity(successes, trials, success, 1 - success);
      expect(sum).toBeCloseTo(1, 11);
    }),
  );
});
