import { describe, expect, test } from 'vitest';
import { comparePairs, intervalOf, type Pair } from '../../../../geodata/comparing/chance/pairs.ts';
import type { Side } from '../../../../geodata/comparing/chance/side.ts';
import { estimateRate } from '../../../../geodata/statistics/poisson-interval.ts';
import fixture from '../../../fixtures/interval.json' with { type: 'json' };
import { expectAgreement } from '../../statistics/agreement.ts';

const unknown = { lower: Number.NaN, upper: Number.NaN, count: Number.NaN, exposure: Number.NaN };

function rate(count: number, people: number): Side {
  return { ...unknown, value: (1000 * count) / people, status: 'final', count, exposure: people / 1000 };
}

function survey(value: number, reach: number): Side {
  return { ...unknown, value, status: 'final', lower: value - reach, upper: value + reach };
}

const pair = (one: Side, other: Side, interval: Pair['interval'], isPart = false): Pair => ({
  interval,
  one,
  other,
  isPart,
});

describe('two figures held against each other', () => {
  test('of a part and its whole differ as R says', () => {
    const found = comparePairs(
      fixture.wholes.map(({ part, whole }) =>
        pair(rate(part[0] ?? 0, part[1] ?? 1), rate(whole[0] ?? 0, whole[1] ?? 1), 'poisson-exact', true),
      ),
    );
    fixture.wholes.forEach(({ difference, bounds }, index) => {
      expect(found[index]?.method).toBe('poisson-conditional');
      expectAgreement(found[index]?.difference ?? Number.NaN, 1000 * difference);
      expectAgreement(found[index]?.lower ?? Number.NaN, 1000 * (bounds[0] ?? 0));
      expectAgreement(found[index]?.upper ?? Number.NaN, 1000 * (bounds[1] ?? 0));
    });
  });

  test('are corrected for testing all of them, whatever test each takes', () => {
    const one = pair(survey(30, 5), survey(20, 1), 'survey');
    const other = pair(rate(120, 1000), rate(100, 1000), 'poisson-exact');
    const [alone] = comparePairs([other]);
    const [first, second] = comparePairs([one, other]);
    expect(first?.verdict).toBe('higher');
    expect(second?.verdict).toBe('not-different');
    expect(second?.p).toBeCloseTo(alone?.p ?? Number.NaN, 12);
    expect(first?.p).toBeGreaterThan(comparePairs([one])[0]?.p ?? 1);
  });

  test('say why they are not tested, and count for nothing in the correction', () => {
    const tested = pair(rate(300, 1000), rate(100, 1000), 'poisson-exact');
    const hidden: Side = { ...rate(300, 1000), value: Number.NaN, status: 'suppressed' };
    const found = comparePairs([
      tested,
      pair(hidden, rate(1, 1), 'poisson-exact'),
      pair(survey(1, 1), survey(2, 1), null),
    ]);
    expect(found.map(({ reason }) => reason)).toEqual(['tested', 'suppressed', 'no-method']);
    expect(found.map(({ verdict }) => verdict)).toEqual(['higher', 'not-testable', 'not-testable']);
    expect(found[0]?.p).toBe(comparePairs([tested])[0]?.p);
    expect(found[2]?.difference).toBe(-1);
  });
});

describe('the interval of one figure', () => {
  test('follows from its counts, its bounds, or is unknown', () => {
    expect(intervalOf(rate(12, 4300), 'poisson-exact')).toEqual(estimateRate(12, 4.3));
    expect(intervalOf(survey(7, 2), 'survey')).toEqual({ value: 7, lower: 5, upper: 9 });
    expect(intervalOf({ ...rate(12, 4300), count: 1.5 }, 'poisson-exact')).toBeNull();
    expect(intervalOf(rate(12, 4300), null)).toBeNull();
  });

  test('of a share stays between none and all', () => {
    const share: Side = { ...unknown, value: 0, status: 'final', count: 0, exposure: 0.4 };
    const found = intervalOf(share, 'wilson');
    expect(found?.lower).toBeCloseTo(0, 12);
    expect(found?.upper).toBeGreaterThan(0);
    expect(found?.upper).toBeLessThan(100);
  });
});
