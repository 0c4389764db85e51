import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Estimate, scaleEstimate, subtractEstimates } from '../../../geodata/statistics/interval.ts';
import { approximateCount } from '../../../geodata/statistics/poisson-interval.ts';
import cases from '../../fixtures/poisson.json' with { type: 'json' };

const estimate = fc
  .tuple(fc.double({ min: -100, max: 100, noNaN: true }), fc.nat(50), fc.nat(50))
  .map(([value, below, above]): Estimate => ({ value, lower: value - below, upper: value + above }));

function expectClose(computed: readonly number[], expected: readonly number[]): void {
  const scale = Math.max(...expected.map(Math.abs));
  computed.forEach((number, index) => {
    expect(Math.abs(number - (expected[index] ?? Number.NaN))).toBeLessThanOrEqual(1e-10 * scale);
  });
}

describe('an interval', () => {
  test.each(cases)(
    'of $counts events over $exposures agrees with R',
    ({ counts, exposures, byar, mover }) => {
      const [one, other] = counts.map((count) => approximateCount(count)) as [Estimate, Estimate];
      expectClose([one.lower, one.upper], byar);
      const difference = subtractEstimates(
        scaleEstimate(one, 1 / (exposures[0] ?? 0)),
        scaleEstimate(other, 1 / (exposures[1] ?? 0)),
      );
      expectClose([difference.lower, difference.upper], mover);
    },
  );

  test('of a count lies within 1% of the exact bounds from 10 events on', () => {
    // R: poisson.test(10)$conf.int and poisson.test(100)$conf.int
    expect(approximateCount(10).lower / 4.795389).toBeCloseTo(1, 2);
    expect(approximateCount(10).upper / 18.39036).toBeCloseTo(1, 2);
    expect(approximateCount(100).lower / 81.3634).toBeCloseTo(1, 3);
    expect(approximateCount(100).upper / 121.627).toBeCloseTo(1, 3);
  });

  test('of a difference holds the difference, and mirrors when its sides are swapped', () => {
    fc.assert(
      fc.property(estimate, estimate, (one, other) => {
        const there = subtractEstimates(one, other);
        const back = subtractEstimates(other, one);
        expect(there.lower).toBeLessThanOrEqual(there.value);
        expect(there.upper).toBeGreaterThanOrEqual(there.value);
        expect(back.lower).toBeCloseTo(-there.upper, 9);
        expect(back.upper).toBeCloseTo(-there.lower, 9);
      }),
    );
  });

  test('of a difference is unknown where one bound is', () => {
    const known = { value: 5, lower: 4, upper: 6 };
    expect(subtractEstimates(known, { ...known, upper: Number.NaN }).lower).toBeNaN();
  });
});
