import { describe, expect, test } from 'vitest';
import { planSample, precisionOf } from '../../../geodata/sampling/size.ts';

const usual = {
  population: 10_000,
  precision: 0.05,
  expectedShare: 0.5,
  expectedResponse: 0.25,
  designEffect: 1,
};

describe('the size of a sample', () => {
  // R: n0 <- qnorm(.975)^2 * p * (1 - p) * D / e^2; ceiling(n0 / (1 + (n0 - 1) / N))
  test.each([
    [{}, 370, 1480],
    [{ population: 1_000_000 }, 384, 1536],
    [{ population: 500 }, 218, 500],
    [{ expectedShare: 0.1 }, 137, 548],
    [{ precision: 0.03, designEffect: 1.3 }, 1219, 4876],
    [{ population: 3 }, 3, 3],
    [{ population: 0 }, 0, 0],
  ])('%j', (change, answers, invited) => {
    const size = planSample({ ...usual, ...change });
    expect([size.answers, size.invited]).toEqual([answers, invited]);
  });

  test('says where there are too few people to reach the precision', () => {
    expect(planSample({ ...usual, population: 500 })).toMatchObject({ isReached: false, invited: 500 });
    expect(planSample({ ...usual, population: 500 }).precision).toBeGreaterThan(0.05);
    expect(planSample(usual)).toMatchObject({ isReached: true });
    expect(planSample(usual).precision).toBeCloseTo(0.05, 3);
  });

  test('gives the precision of what was invited', () => {
    expect(precisionOf(usual, 1480)).toBeCloseTo(0.05, 3);
    expect(precisionOf(usual, 370)).toBeCloseTo(0.1, 2);
    expect(precisionOf(usual, 0)).toBe(1);
  });

  test.each([
    { population: 2.5 },
    { precision: 0 },
    { expectedShare: 1 },
    { expectedResponse: 0 },
    { designEffect: Number.NaN },
  ])('refuses %j', (change) => {
    expect(() => planSample({ ...usual, ...change })).toThrow(RangeError);
  });
});
