import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference } from '../../../../geodata/comparing/chance/comparison.ts';
import {
  type Comparison,
  type ComparisonInput,
  untestableReasons,
  verdicts,
} from '../../../../geodata/comparing/chance/findings.ts';
import { chooseIntervalMethod } from '../../../../geodata/comparing/chance/method.ts';
import { type References, referToValue } from '../../../../geodata/comparing/references.ts';
import { testCount } from '../../../../geodata/statistics/poisson.ts';
import { estimateShare, testEqualShares, testShare } from '../../../../geodata/statistics/share.ts';
import fixture from '../../../fixtures/interval.json' with { type: 'json' };
import poisson from '../../../fixtures/poisson.json' with { type: 'json' };
import { countIndicator } from '../../derivation/figures.ts';
import { expectAgreement } from '../../statistics/agreement.ts';
import { type Place, periodOf } from './period.ts';

const numbers = (...list: number[]) => Float64Array.from(list);
const verdictsOf = (found: Comparison) => Array.from(found.verdicts, (code) => verdicts[code]);
const reasonsOf = (found: Comparison) => Array.from(found.reasons, (code) => untestableReasons[code]);

/** Rates per 1,000 of these counts, held against one whole of them. */
function compareRates(
  counts: readonly number[],
  exposures: readonly number[],
  whole: readonly [count: number, exposure: number],
  isPart = true,
): Comparison {
  const rates = counts.map((count, index) => (1000 * count) / (exposures[index] ?? 0));
  return compareWithReference({
    interval: 'poisson-exact',
    figures: periodOf(rates),
    counts: { counts: numbers(...counts), exposures: numbers(...exposures.map((each) => each / 1000)) },
    references: {
      ...referToValue((1000 * whole[0]) / whole[1], counts.length),
      counts: { counts: numbers(whole[0]), exposures: numbers(whole[1] / 1000) },
      isPart: new Uint8Array(counts.length).fill(isPart ? 1 : 0),
    },
  });
}

describe('areas held against a reference by their counts', () => {
  test('that they are part of differ as R says, and by bounds that R computes', () => {
    const [first] = fixture.wholes;
    const found = compareRates(
      fixture.wholes.map(({ part }) => part[0] ?? 0),
      fixture.wholes.map(({ part }) => part[1] ?? 0),
      [first?.whole[0] ?? 0, first?.whole[1] ?? 0],
    );
    expect(found.method).toBe('poisson-conditional');
    fixture.wholes.forEach(({ p, difference, bounds }, index) => {
      expectAgreement(found.p[index] ?? Number.NaN, p);
      expectAgreement(found.differences[index] ?? Number.NaN, 1000 * difference);
      expectAgreement(found.lower[index] ?? Number.NaN, 1000 * (bounds[0] ?? 0));
      expectAgreement(found.upper[index] ?? Number.NaN, 1000 * (bounds[1] ?? 0));
    });
  });

  test('elsewhere differ as R says of two counts', () => {
    for (const { counts, exposures, p } of poisson.slice(0, 60)) {
      const found = compareRates(
        counts.slice(0, 1),
        exposures.slice(0, 1),
        [counts[1] ?? 0, exposures[1] ?? 0],
        false,
      );
      expectAgreement(found.p[0] ?? Number.NaN, p, `${counts} over ${exposures}`);
    }
  });

  test('without counts are held against a rate that is taken as known', () => {
    const found = compareWithReference({
      interval: 'poisson-exact',
      figures: periodOf([12, 30]),
      counts: { counts: numbers(6, 60), exposures: numbers(0.5, 2) },
      references: referToValue(10, 2),
    });
    expect(found.method).toBe('poisson-fixed');
    expect(found.p[0]).toBe(testCount(6, 5));
    expect(verdictsOf(found)).toEqual(['not-different', 'higher']);
    expect([...found.smallNumbers]).toEqual([1, 0]);
  });

  test('keep their differences in one sum: weighted by exposure they are 0', () => {
    const parts = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 50, max: 9000 })), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(parts, (given) => {
        const [counts, exposures] = [given.map(([count]) => count), given.map(([, exposure]) => exposure)];
        const sum = (list: number[]) => list.reduce((one, other) => one + other, 0);
        const found = compareRates(counts, exposures, [sum(counts), sum(exposures)]);
        const weighted = found.differences.map((difference, i) => (difference * (exposures[i] ?? 0)) / 1000);
        expect(Math.abs(sum([...weighted]))).toBeLessThan(1e-6 * (1 + sum(counts)));
      }),
    );
  });

  test('are not held against themselves', () => {
    const found = compareRates([40], [1000], [40, 1000]);
    expect(reasonsOf(found)).toEqual(['is-reference']);
    expect(verdictsOf(found)).toEqual(['not-testable']);
  });
});

describe('areas held against a reference by the bounds of a survey', () => {
  const figures = {
    ...periodOf([6, 6, 6, 1]),
    lower: numbers(5.5, 5.5, Number.NaN, 0),
    upper: numbers(6.5, 6.5, Number.NaN, 2),
  };

  test('differ where both intervals allow it, by a reference of their own', () => {
    const references: References = {
      values: numbers(7, 6.4),
      lower: numbers(6.9, 6.3),
      upper: numbers(7.1, 6.5),
      referenceOf: Int32Array.of(0, 1, 0, 0),
      isPart: new Uint8Array(4),
    };
    const found = compareWithReference({ interval: 'survey', figures, references });
    expect(verdictsOf(found)).toEqual(['lower', 'not-different', 'not-testable', 'lower']);
    expect(reasonsOf(found)[2]).toBe('no-bounds');
    expect(found.differences[2]).toBe(-1);
    // −1 ± √(0.5² + 0.1²)
    expect(found.lower[0]).toBeCloseTo(-1 - Math.hypot(0.5, 0.1), 12);
    expect([...found.smallNumbers]).toEqual([0, 0, 0, 1]);
  });

  test('take a reference without bounds as known', () => {
    const found = compareWithReference({ interval: 'survey', figures, references: referToValue(5.6, 4) });
    expect(found.lower[0]).toBeCloseTo(-0.1, 12);
    expect(verdictsOf(found)[0]).toBe('not-different');
  });
});

test('areas are held against a reference by shares as R tests them', () => {
  const parts = fixture.shares.map(({ part }) => part);
  const figures = periodOf(parts.map(([of = 0, all = 1]) => (100 * of) / all));
  const counts = {
    counts: numbers(...parts.map(([of = 0]) => of)),
    exposures: numbers(...parts.map(([, all = 1]) => all / 100)),
  };
  const known = compareWithReference({
    interval: 'wilson',
    figures,
    counts,
    references: referToValue(23, parts.length),
  });
  const wholeCounts = { counts: numbers(8600), exposures: numbers(170) };
  const whole = { ...referToValue((100 * 8600) / 17000, parts.length), counts: wholeCounts };
  const apart = compareWithReference({ interval: 'wilson', figures, counts, references: whole });
  const inside = compareWithReference({
    interval: 'wilson',
    figures,
    counts,
    references: { ...whole, isPart: new Uint8Array(parts.length).fill(1) },
  });
  parts.forEach(([successes = 0, trials = 1], index) => {
    const one = { successes, trials };
    expectAgreement(known.p[index] ?? Number.NaN, testShare(one, 0.23));
    expect(known.lower[index]).toBeCloseTo(100 * (estimateShare(successes, trials).lower - 0.23), 9);
    expectAgreement(apart.p[index] ?? Number.NaN, testEqualShares(one, { successes: 8600, trials: 17000 }));
    const rest = { successes: 8600 - successes, trials: 17000 - trials };
    expectAgreement(inside.p[index] ?? Number.NaN, testEqualShares(one, rest));
    expect(inside.differences[index]).toBeCloseTo(100 * (successes / trials - 8600 / 17000), 9);
  });
});

describe('a figure that nobody may see', () => {
  const place = fc.oneof(
    { weight: 4, arbitrary: fc.nat(90) as fc.Arbitrary<Place> },
    fc.constantFrom<Place>('suppressed', 'not-asked', 'absent', null),
  );
  const anything = fc.oneof(fc.double(), fc.nat(1000));

  test('influences nothing, whatever stands in its place', () => {
    const given = fc.array(fc.tuple(place, anything, anything, anything), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(given, fc.constantFrom('survey', 'poisson-exact', 'wilson'), (areas, interval) => {
        const blank = inputOf(areas.map(([each]) => [each, Number.NaN, Number.NaN, Number.NaN]));
        const full = inputOf(areas);
        const [without, beside] = [blank, full].map((input) => compareWithReference({ ...input, interval }));
        expect(beside).toEqual(without);
        areas.forEach(([each], index) => {
          if (typeof each === 'number') return;
          expect(beside?.differences[index]).toBeNaN();
          expect(beside && verdictsOf(beside)[index]).toBe('not-testable');
        });
      }),
    );
  });

  /** Known places have figures and counts that fit; the others whatever is given, though their status says there is none. */
  function inputOf(areas: readonly (readonly [Place, number, number, number])[]): ComparisonInput {
    const period = periodOf(areas.map(([each]) => each));
    const fill = (known: (value: number) => number, pick: 1 | 2 | 3) =>
      Float64Array.from(areas, (area) => (typeof area[0] === 'number' ? known(area[0]) : area[pick]));
    return {
      interval: 'survey',
      figures: {
        statuses: period.statuses,
        values: fill((value) => value, 1),
        lower: fill((value) => value - 2, 2),
        upper: fill((value) => value + 2, 3),
      },
      counts: { counts: fill((value) => value, 2), exposures: fill(() => 1, 3) },
      references: referToValue(30, areas.length),
    };
  }

  test('is said to be suppressed, missing, estimated or without a reference', () => {
    const estimated = periodOf(['suppressed', null, 'absent', 8, 8]);
    estimated.statuses[3] = 2;
    const found = compareWithReference({
      interval: 'survey',
      figures: { ...estimated, lower: numbers(1, 1, 1, 1, 1), upper: numbers(9, 9, 9, 9, 9) },
      references: { ...referToValue(5, 5), referenceOf: Int32Array.of(0, 0, 0, 0, -1) },
    });
    expect(reasonsOf(found)).toEqual(['suppressed', 'no-figure', 'no-area', 'estimated', 'no-reference']);
    expect(found.tested).toBe(0);
  });
});

test('the verdict goes by what is corrected for the number of areas', () => {
  const counts = [...new Array(200).fill(100), 128];
  const exposures = new Array(201).fill(1000);
  const alone = compareRates([128], [1000], [20_128, 201_000]);
  const among = compareRates(counts, exposures, [20_128, 201_000]);
  expect(verdictsOf(alone)).toEqual(['higher']);
  expect(among.p[200]).toBe(alone.p[0]);
  expect(verdictsOf(among)[200]).toBe('not-different');
  expect(among.tested).toBe(201);
});

test('refuses counts of other areas', () => {
  const input = {
    interval: 'poisson-exact',
    figures: periodOf([1, 2]),
    references: referToValue(1, 2),
  } as const;
  expect(() => compareWithReference(input)).toThrow(/needs the counts/);
  const counts = { counts: numbers(1), exposures: numbers(1) };
  expect(() => compareWithReference({ ...input, counts })).toThrow(/1 places beside 2 figures/);
});

test('the interval of an indicator is by what its figures are', () => {
  const inhabitants = countIndicator('inwoners', { unit: 'personen' });
  const crimes = countIndicator('misdrijven', { unit: 'misdrijven' });
  const solved = countIndicator('opgelost', { unit: 'misdrijven' });
  const of = (numerator: string, denominator: string, kind: 'rate' | 'share') =>
    countIndicator(`${numerator}-${kind}`, { kind, derive: { numerator, denominator, factor: 100 } });
  const rate = of('misdrijven', 'inwoners', 'rate');
  const share = of('misdrijven', 'inwoners', 'share');
  const elderly = countIndicator('ouderen', { unit: 'personen' });
  const shareOfElderly = of('ouderen', 'inwoners', 'share');
  const catalog = [inhabitants, crimes, solved, rate, share, elderly, shareOfElderly];
  const methodOf = (indicator: typeof rate, hasBounds = false) =>
    chooseIntervalMethod(indicator, catalog, hasBounds);
  expect(methodOf(rate)).toBe('poisson-exact');
  expect(methodOf(crimes)).toBe('poisson-exact');
  expect(methodOf(share)).toBe('wilson');
  expect(methodOf(shareOfElderly)).toBeNull();
  expect(methodOf(inhabitants)).toBeNull();
  expect(methodOf(share, true)).toBe('survey');
});
