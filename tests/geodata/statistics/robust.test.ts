import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureRobustly } from '../../../geodata/statistics/robust.ts';
import cases from '../../fixtures/robust.json' with { type: 'json' };

test.each(cases)('median and spread of $values agree with R', ({ values, median, mad }) => {
  const found = measureRobustly(values);
  expect(found.median).toBeCloseTo(median, 9);
  expect(found.spread).toBeCloseTo(mad, 9);
});

test('unknown figures count for nothing, and nothing has no scale', () => {
  expect(measureRobustly([3, Number.NaN, 1])).toEqual(measureRobustly([1, 3]));
  expect(measureRobustly([Number.NaN])).toEqual({ median: Number.NaN, spread: Number.NaN });
});

test('one extreme figure of many does not move the scale further than the others reach', () => {
  const figures = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3 });
  fc.assert(
    fc.property(figures, fc.double({ min: 1e3, max: 1e9, noNaN: true }), (values, extreme) => {
      const { median } = measureRobustly([...values, extreme]);
      expect(median).toBeGreaterThanOrEqual(Math.min(...values));
      expect(median).toBeLessThanOrEqual(Math.max(...values));
    }),
  );
});
