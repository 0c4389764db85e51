import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  referenceSide,
  referenceValue,
  referToGroups,
  referToPlace,
  referToTargets,
  referToWholes,
} from '../../../geodata/comparing/references.ts';
import { absentArea, statuses } from '../../../geodata/observation.ts';

const final = statuses.indexOf('final');
const suppressed = statuses.indexOf('suppressed');
const nothing = Number.NaN;

describe('one place for all areas', () => {
  test('has its figure, and the exposure that follows from its count', () => {
    const side = { value: 40, lower: nothing, upper: nothing, count: 800 };
    const references = referToPlace(side, Uint8Array.of(1, 0, 1));
    expect(referenceSide(references, 1)).toEqual({
      value: 40,
      status: 'final',
      lower: nothing,
      upper: nothing,
      count: 800,
      exposure: 20,
    });
    expect([...references.isPart]).toEqual([1, 0, 1]);
  });

  test('is known without error where no count is given, and where its figure is 0', () => {
    const side = { value: 0, lower: nothing, upper: nothing, count: 0 };
    expect(referToPlace(side, new Uint8Array(2)).counts).toBeUndefined();
    expect(referToPlace({ ...side, value: 3, count: nothing }, new Uint8Array(2)).counts).toBeUndefined();
  });

  test('keeps bounds only where it has both', () => {
    const side = { value: 3, lower: 2, upper: nothing, count: nothing };
    expect(referToPlace(side, new Uint8Array(1)).lower).toBeUndefined();
    expect(referToPlace({ ...side, upper: 4 }, new Uint8Array(1)).upper?.[0]).toBe(4);
  });
});

test('each area has the figure of the larger one that it lies in, and none where it lies in none', () => {
  const references = referToWholes({ values: Float64Array.of(10, 20) }, null, Int32Array.of(1, 0, -1));
  expect([0, 1, 2].map((index) => referenceValue(references, index))).toEqual([20, 10, nothing]);
  expect([...references.isPart]).toEqual([1, 1, 0]);
});

test('each area has the target that was set for it', () => {
  const references = referToTargets(Float64Array.of(35, nothing));
  expect([0, 1].map((index) => referenceValue(references, index))).toEqual([35, nothing]);
  expect([...references.isPart]).toEqual([0, 0]);
});

describe('a group of areas', () => {
  const figures = {
    values: Float64Array.of(10, 30, 50, nothing, 70),
    statuses: Uint8Array.of(final, final, final, suppressed, final),
  };
  const groupOf = Int8Array.of(0, 0, 1, 1, -1);

  test('has the figure of all its events together', () => {
    const counts = {
      counts: Float64Array.of(10, 90, 50, 5, 70),
      exposures: Float64Array.of(1, 3, 1, 1, 1),
    };
    const references = referToGroups(figures, { counts }, groupOf, 2);
    expect([...references.values]).toEqual([25, 50]);
    expect(referenceSide(references, 0)).toMatchObject({ count: 100, exposure: 4 });
    expect([...references.referenceOf]).toEqual([0, 0, 1, 1, -1]);
  });

  test('or the mean of its areas by their weights, or by none', () => {
    const weights = Float64Array.of(1, 3, 2, 9, 1);
    expect([...referToGroups(figures, { weights }, groupOf, 2).values]).toEqual([25, 50]);
    expect([...referToGroups(figures, { weights: null }, groupOf, 3).values]).toEqual([20, 50, nothing]);
  });

  test('has bounds as wide as independent samples leave it, and none where an area has none', () => {
    const bounded = {
      ...figures,
      lower: Float64Array.of(7, 26, nothing, nothing, 60),
      upper: Float64Array.of(13, 34, 60, nothing, 80),
    };
    const { lower, upper } = referToGroups(bounded, { weights: null }, groupOf, 2);
    expect(lower?.[0]).toBeCloseTo(20 - 2.5, 12);
    expect(upper?.[0]).toBeCloseTo(20 + 2.5, 12);
    expect(lower?.[1]).toBeNaN();
  });

  test('takes nothing of an area that is suppressed, missing or not there', () => {
    const unknown = [suppressed, statuses.indexOf('missing'), statuses.indexOf('not-asked'), absentArea];
    const known = fc.record({
      value: fc.double({ min: 0, max: 1000, noNaN: true }),
      weight: fc.integer({ min: 1, max: 99 }),
    });
    const hidden = fc.record({ value: fc.double({ noNaN: true }), status: fc.constantFrom(...unknown) });
    fc.assert(
      fc.property(fc.array(known, { minLength: 1 }), fc.array(hidden), (areas, others) => {
        const refer = (isShown: boolean) =>
          referToGroups(
            {
              values: Float64Array.from([
                ...areas.map(({ value }) => value),
                ...others.map(({ value }) => (isShown ? value : nothing)),
              ]),
              statuses: Uint8Array.from([...areas.map(() => final), ...others.map(({ status }) => status)]),
            },
            { weights: Float64Array.from([...areas.map(({ weight }) => weight), ...others.map(() => 5)]) },
            new Int8Array(areas.length + others.length),
            1,
          ).values[0];
        expect(refer(true)).toBe(refer(false));
      }),
    );
  });

  test('that is a weighted mean never leaves the range of its areas', () => {
    const area = fc.record({
      value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      weight: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 40 }), (areas) => {
        const values = Float64Array.from(areas, ({ value }) => value);
        const weights = Float64Array.from(areas, ({ weight }) => weight);
        const { values: means } = referToGroups(
          { values, statuses: new Uint8Array(values.length) },
          { weights },
          new Int8Array(values.length),
          1,
        );
        expect(means[0]).toBeGreaterThanOrEqual(Math.min(...values));
        expect(means[0]).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });
});
