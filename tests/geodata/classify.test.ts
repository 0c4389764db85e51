import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalIntervalBreaks, quantileBreaks } from '../../geodata/classification/exact-breaks.ts';
import { classify, classOf, classSpans, countClasses } from '../../geodata/classify.ts';

const quantile5 = { method: 'quantile', classes: 5, decimals: 0 } as const;

describe('breaks', () => {
  it('are the quantiles of R: quantile(c(1:10)^2, 1:4/5)', () => {
    const squares = Float64Array.from({ length: 10 }, (_, i) => (i + 1) ** 2);
    const expected = [8, 21.4, 41.2, 67.4];
    for (const [i, limit] of quantileBreaks(squares, 5).entries())
      expect(limit).toBeCloseTo(expected[i] ?? 0, 9);
    expect(quantileBreaks(squares, 5)).toHaveLength(4);
  });

  it('divide the range equally', () => {
    expect(equalIntervalBreaks(Float64Array.from([0, 3, 10]), 5)).toEqual([2, 4, 6, 8]);
  });

  it('are readable and shared by all periods', () => {
    const first = Float64Array.from({ length: 500 }, (_, i) => i * 0.9871);
    const second = Float64Array.from({ length: 500 }, (_, i) => 500 + i * 1.0133);
    const { breaks, range } = classify([first, second], quantile5);
    expect(breaks).toEqual([200, 400, 600, 800]);
    expect(range?.maximum).toBeCloseTo(1005.6, 1);
  });

  it('give the many zeros a class of their own', () => {
    const values = [...new Array<number>(80).fill(0), ...Array.from({ length: 20 }, (_, i) => i + 1)];
    const found = classify([values], quantile5);
    expect(found.breaks[0]).toBe(1);
    expect(found.breaks).toHaveLength(4);
    expect(countClasses(values, found)[0]).toBe(80);
  });

  it('are the values themselves where values are few', () => {
    expect(classify([[3, 1, 1, 2, Number.NaN]], quantile5).breaks).toEqual([2, 3]);
  });

  it('are no finer than the figures shown', () => {
    const values = Array.from({ length: 100 }, (_, i) => 1000 + i / 7);
    for (const limit of classify([values], quantile5).breaks) expect(Number.isInteger(limit)).toBe(true);
  });

  it.each([
    ['no values', [], null, []],
    ['only missing values', [Number.NaN], null, []],
    ['one value', [7], { minimum: 7, maximum: 7 }, []],
    ['equal values', [7, 7, 7], { minimum: 7, maximum: 7 }, []],
  ])('stand for %s', (_, values, range, breaks) => {
    for (const method of ['quantile', 'equal'] as const) {
      expect(classify([values], { ...quantile5, method })).toEqual({ breaks, range });
    }
  });
});

describe('classes', () => {
  it('include their lower limit', () => {
    expect([9.99, 10, 19, 20, Number.NaN].map((value) => classOf(value, [10, 20]))).toEqual([0, 1, 1, 2, -1]);
  });

  it('are spans from the lowest to the highest value', () => {
    expect(classSpans({ breaks: [10, 20], range: { minimum: 2, maximum: 31 } })).toEqual([
      { from: 2, to: 10, last: false },
      { from: 10, to: 20, last: false },
      { from: 20, to: 31, last: true },
    ]);
    expect(classSpans({ breaks: [], range: null })).toEqual([]);
  });
});

describe('any values', () => {
  const anyValues = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
    minLength: 1,
    maxLength: 200,
  });
  const anyRequest = fc.record({
    method: fc.constantFrom('quantile' as const, 'equal' as const),
    classes: fc.integer({ min: 3, max: 9 }),
    decimals: fc.integer({ min: 0, max: 3 }),
  });

  it('fall in exactly one class, and neither the first nor the last class is empty', () => {
    fc.assert(
      fc.property(anyValues, anyRequest, (values, request) => {
        const found = classify([values], request);
        const counts = countClasses(values, found);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        expect(counts.length).toBeLessThanOrEqual(request.classes);
        expect(counts[0]).toBeGreaterThan(0);
        expect(counts[counts.length - 1]).toBeGreaterThan(0);
        for (let i = 1; i < found.breaks.length; i++) {
          expect(found.breaks[i]).toBeGreaterThan(found.breaks[i - 1] ?? Number.NaN);
        }
      }),
    );
  });

  it('of real size fill quantile classes about equally', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 3, max: 9 }), (seed, classes) => {
        const values = Array.from({ length: 400 }, (_, i) =>
          Math.exp(((i * 7919 + seed * 104729) % 400) / 80),
        );
        const counts = countClasses(values, classify([values], { method: 'quantile', classes, decimals: 2 }));
        expect(counts).toHaveLength(classes);
        for (const count of counts)
          expect(Math.abs(count - 400 / classes)).toBeLessThan(0.25 * (400 / classes));
      }),
    );
  });
});
