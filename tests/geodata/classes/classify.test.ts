import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ckmeansBreaks } from '../../../geodata/classes/ckmeans.ts';
import { classOf, classSpans, countClasses, findLoneValues } from '../../../geodata/classes/classed.ts';
import { classify, classMethods, orderLimits } from '../../../geodata/classes/classify.ts';
import { classifyChange } from '../../../geodata/classes/classify-change.ts';
import {
  deviationBreaks,
  equalIntervalBreaks,
  quantileBreaks,
} from '../../../geodata/classes/exact-breaks.ts';
import { expectClose, squaresWithin } from './expectation.ts';

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
    for (const method of classMethods) {
      expect(classify([values], { ...quantile5, method })).toEqual({ breaks, range });
    }
  });
});

describe('natural groups', () => {
  it('part where the gaps are', () => {
    const values = [1, 2, 2, 3, 10, 11, 12, 30, 31, 90, 91, 92];
    expect(ckmeansBreaks(Float64Array.from(values), 4)).toEqual([6.5, 21, 60.5]);
  });

  it('are found among large figures that differ little', () => {
    const values = Float64Array.from([1e9 + 1, 1e9 + 2, 1e9 + 10, 1e9 + 11, 1e9 + 20, 1e9 + 21]);
    expect(ckmeansBreaks(values, 3)).toEqual([1e9 + 6, 1e9 + 15.5]);
  });
});

describe('own limits', () => {
  it('are put in order, and stay as they are', () => {
    const found = classify([[1, 50, 99]], {
      ...quantile5,
      decimals: 2,
      method: 'own',
      limits: [60.25, -5, 20, 20],
    });
    expect(found.breaks).toEqual([-5, 20, 60.25]);
    expect(countClasses([1, 50, 99], found)).toEqual([0, 1, 1, 1]);
    expect(classSpans(found).map(({ from, to }) => [from, to])).toEqual([
      [Number.NEGATIVE_INFINITY, -5],
      [-5, 20],
      [20, 60.25],
      [60.25, 99],
    ]);
  });

  it('between two figures that can be move up to the next, which changes no class', () => {
    const counts = [0, 1, 2, 3];
    const found = classify([counts], { ...quantile5, decimals: 0, method: 'own', limits: [0.5, 1.5, 1.7] });
    expect(found.breaks).toEqual([1, 2]);
    expect(countClasses(counts, found)).toEqual([1, 1, 2]);
  });

  it.each([
    ['one', [1]],
    ['nine', [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['no number', [1, Number.NaN, 3]],
    ['an endless one', [1, Number.POSITIVE_INFINITY]],
  ])('are not %s', (_, limits) => {
    expect(orderLimits(limits)).toBeNull();
    const values = Array.from({ length: 50 }, (_, i) => i);
    expect(classify([values], { ...quantile5, method: 'own', limits })).toEqual(
      classify([values], quantile5),
    );
  });
});

describe('classes of a change', () => {
  const changes = Array.from({ length: 201 }, (_, i) => (i - 80) ** 3 / 1000);

  it('have a class around zero, or part at zero', () => {
    const odd = classifyChange([changes], { ...quantile5, method: 'equal' }).breaks;
    // A fifth and three fifths of 1728, the largest: 345.6 and 1036.8, rounded by one step.
    expectClose(odd, [-1050, -350, 350, 1050]);
    const even = classifyChange([changes], { ...quantile5, method: 'equal', classes: 6 }).breaks;
    expectClose(even, [-1200, -600, 0, 600, 1200]);
  });

  it('step from zero by the deviation from no change', () => {
    const found = classifyChange([[-30, 40, 0, 10, -20, 50]], {
      ...quantile5,
      method: 'deviation',
      decimals: 1,
    });
    // The root of (30² + 40² + 10² + 20² + 50²) / 6 is 30.28: limits at half and one and a half of it, between
    // the values they part.
    expectClose(found.breaks, [-50, -20, 20, 50]);
  });

  it('mirror own limits', () => {
    const request = { ...quantile5, method: 'own', limits: [5, 0, 20] } as const;
    expectClose(classifyChange([changes], request).breaks, [-20, -5, 0, 5, 20]);
  });

  it.each([
    ['no change anywhere', [0, 0, -0], [], [3]],
    ['one size', [7, 7, 0], [-7, 7], [0, 1, 2]],
    ['only falls', [-3, -2], [-3, -2, 2, 3], [1, 1, 0, 0, 0]],
    ['no figures', [Number.NaN], [], []],
  ])('stand for %s', (_, values, breaks, counts) => {
    for (const method of classMethods) {
      const found = classifyChange([values], { ...quantile5, method });
      expectClose(found.breaks, breaks);
      expect(countClasses(values, found)).toEqual(counts);
    }
  });

  it('leave most areas around zero where most did not change', () => {
    const values = [...new Array<number>(90).fill(0), ...Array.from({ length: 40 }, (_, i) => i - 19.5)];
    const found = classifyChange([values], { ...quantile5, decimals: 1 });
    expect(countClasses(values, found)[2]).toBe(90);
  });

  it('hold a fall as far from the middle as a rise of its size', () => {
    const anyChanges = fc.array(
      fc.integer({ min: -5000, max: 5000 }).map((tenths) => tenths / 10),
      { minLength: 1, maxLength: 100 },
    );
    const anyChangeRequest = fc.record({
      method: fc.constantFrom(...classMethods),
      classes: fc.integer({ min: 3, max: 9 }),
      decimals: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(anyChanges, anyChangeRequest, (values, request) => {
        const { breaks } = classifyChange([values], request);
        expect(breaks.length).toBeLessThan(request.classes);
        expectClose(
          [...breaks].reverse(),
          breaks.map((limit) => -limit),
        );
        for (const value of values.filter((each) => each !== 0))
          expect(classOf(-value, breaks)).toBe(breaks.length - classOf(value, breaks));
      }),
    );
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
  const computed = classMethods.filter((method) => method !== 'own');
  const anyRequest = fc.record({
    method: fc.constantFrom(...computed),
    classes: fc.integer({ min: 3, max: 9 }),
    decimals: fc.integer({ min: 0, max: 3 }),
  });
  const anyLimits = fc.uniqueArray(fc.integer({ min: -1_000_000, max: 1_000_000 }), {
    minLength: 2,
    maxLength: 8,
  });

  const expectAscending = (breaks: readonly number[]): void => {
    for (let i = 1; i < breaks.length; i++)
      expect(breaks[i]).toBeGreaterThan(breaks[i - 1] ?? Number.POSITIVE_INFINITY);
  };

  it('fall in exactly one class, and neither the first nor the last class is empty', () => {
    fc.assert(
      fc.property(anyValues, anyRequest, (values, request) => {
        const found = classify([values], request);
        const counts = countClasses(values, found);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        expect(counts.length).toBeLessThanOrEqual(request.classes);
        expect(counts[0]).toBeGreaterThan(0);
        expect(counts[counts.length - 1]).toBeGreaterThan(0);
        expectAscending(found.breaks);
        for (const [i, { from, to, last }] of classSpans(found).entries()) {
          const members = values.filter((value) => value >= from && (last ? value <= to : value < to));
          expect(members).toHaveLength(counts[i] ?? -1);
        }
      }),
    );
  });

  it('fall in exactly one class of own limits, in whatever order these come', () => {
    fc.assert(
      fc.property(anyValues, anyLimits, (values, limits) => {
        const found = classify([values], { method: 'own', classes: 5, decimals: 0, limits });
        expect([...found.breaks].sort()).toEqual([...limits].sort());
        expectAscending(found.breaks);
        const counts = countClasses(values, found);
        expect(counts).toHaveLength(limits.length + 1);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      }),
    );
  });

  it('lie nearest to the means of their classes in natural groups', () => {
    fc.assert(
      fc.property(anyValues, fc.integer({ min: 3, max: 9 }), (values, classes) => {
        const sorted = Float64Array.from(values).sort();
        const squares = squaresWithin(sorted, ckmeansBreaks(sorted, classes));
        for (const find of [quantileBreaks, equalIntervalBreaks, deviationBreaks])
          expect(squares).toBeLessThanOrEqual(
            squaresWithin(sorted, find(sorted, classes)) * (1 + 1e-9) + 1e-3,
          );
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

describe('classes of one value', () => {
  const request = { ...quantile5, decimals: 1 };

  it('are known by it: 536 zeros and a million', () => {
    const values = [...new Array<number>(536).fill(0), 1_000_000];
    const found = classify([values], request);
    expect(countClasses(values, found)).toEqual([536, 1]);
    expect(findLoneValues([values], found, request)).toEqual([0, 1_000_000]);
  });

  it('are so over all periods, and not where there is another value or none', () => {
    const found = { breaks: [1, 2, 3], range: { minimum: 0, maximum: 9 } };
    expect(
      findLoneValues(
        [
          [0, 1, Number.NaN, 5],
          [-0, 1.5, 5],
        ],
        found,
        request,
      ),
    ).toEqual([0, null, null, 5]);
  });

  it("are not asked of limits of one's own", () => {
    const own = { ...request, method: 'own' as const, limits: [1, 2] };
    expect(findLoneValues([[0, 0]], classify([[0, 0]], own), own)).toEqual([null, null, null]);
  });

  it('limits of whole numbers are whole, also among estimates between them', () => {
    const estimates = [0.4, 1.5, 2.5];
    const { breaks } = classify([estimates], { ...quantile5, decimals: 0 });
    expect(breaks.every(Number.isInteger)).toBe(true);
  });
});
