import { describe, expect, test } from 'vitest';
import type { Side } from '../../../geodata/comparing/chance/side.ts';
import { choosePeriods, findOutcomes, type OutcomeInput } from '../../../geodata/comparing/outcome.ts';
import { createRandom } from '../../../geodata/statistics/random.ts';

const unknown = { lower: Number.NaN, upper: Number.NaN, count: Number.NaN, exposure: Number.NaN };

/** Events per 1,000 people. */
function rate(count: number, people: number): Side {
  return { ...unknown, value: (1000 * count) / people, status: 'final', count, exposure: people / 1000 };
}

function survey(value: number, reach: number): Side {
  return { ...unknown, value, status: 'final', lower: value - reach, upper: value + reach };
}

function ofEvents(own: readonly [Side, Side], reference: readonly [Side, Side] | null): OutcomeInput {
  return {
    interval: 'poisson-exact',
    before: own[0],
    after: own[1],
    reference: reference && { before: reference[0], after: reference[1] },
  };
}

function besideOf(input: OutcomeInput) {
  const [found] = findOutcomes([input]);
  if (!found) throw new Error('nothing found');
  return found.beside;
}

describe('the periods that something is measured by', () => {
  const years = ['2022', '2023', '2024', '2025'].map((period) => ({ period }));
  test.each([
    ['2024-04-01', null, '2023', '2025'],
    ['2024-01-01', null, '2023', '2025'],
    ['2023-12-31', null, '2022', '2025'],
    ['2023-01-01', '2024-12-31', '2022', '2024'],
    ['2023-01-01', '2024-12-30', '2022', '2023'],
    ['2024-04-01', '2025-06-30', '2023', undefined],
    ['2022-01-01', null, undefined, '2025'],
    ['2025-02-01', null, '2024', undefined],
  ])('from %s to %s are %s and %s', (beganOn, endedOn, before, after) => {
    const chosen = choosePeriods(years, { beganOn, endedOn });
    expect([chosen.before?.period, chosen.after?.period]).toEqual([before, after]);
  });

  test('may be months, quarters, weeks, or several years', () => {
    const months = ['2024-11', '2024-12', '2025-01', '2025-02'].map((period) => ({ period }));
    expect(choosePeriods(months, { beganOn: '2025-01-01', endedOn: '2025-02-28' })).toEqual({
      before: { period: '2024-12' },
      after: { period: '2025-02' },
    });
    const quarters = ['2024-Q4', '2025-Q1'].map((period) => ({ period }));
    expect(choosePeriods(quarters, { beganOn: '2024-12-31', endedOn: null }).before).toBeUndefined();
    const weeks = ['2024-W52', '2025-W01'].map((period) => ({ period }));
    expect(choosePeriods(weeks, { beganOn: '2024-12-30', endedOn: '2025-01-05' }).after?.period).toBe(
      '2025-W01',
    );
    const means = ['2019..2021', '2023..2025'].map((period) => ({ period }));
    expect(choosePeriods(means, { beganOn: '2022-01-01', endedOn: null })).toEqual({
      before: { period: '2019..2021' },
      after: { period: '2023..2025' },
    });
  });
});

describe('the change of an area beside that of others', () => {
  const halved = [rate(40_000, 1_000_000), rate(20_000, 1_000_000)] as const;

  test('is none where it went as with them, however much that was', () => {
    const [found] = findOutcomes([ofEvents([rate(400, 1000), rate(200, 1000)], halved)]);
    expect(found?.own).toMatchObject({ difference: -200, verdict: 'lower' });
    expect(found?.reference?.difference).toBeCloseTo(-20, 10);
    expect(found?.beside).toMatchObject({ reason: 'tested', verdict: 'not-different' });
    expect(found?.beside.expected).toBeCloseTo(200, 10);
    expect(found?.beside.difference.value).toBeCloseTo(0, 10);
  });

  test('is what the figure differs by from what it would be then', () => {
    const beside = besideOf(ofEvents([rate(400, 1000), rate(100, 1000)], halved));
    expect(beside).toMatchObject({ expected: 200, verdict: 'lower' });
    expect(beside.difference.value).toBe(-100);
    expect(beside.difference.upper).toBeLessThan(0);
    const worse = besideOf(ofEvents([rate(400, 1000), rate(400, 1000)], halved));
    expect(worse.verdict).toBe('higher');
  });

  test('counts surveys and shares by points, with the bounds of all four', () => {
    const input: OutcomeInput = {
      interval: 'survey',
      before: survey(30, 3),
      after: survey(20, 4),
      reference: { before: survey(25, 1), after: survey(23, 2) },
    };
    const { expected, difference } = besideOf(input);
    expect(expected).toBe(28);
    expect(difference.value).toBe(-8);
    expect(difference.upper).toBeCloseTo(-8 + Math.hypot(3, 4, 1, 2), 10);
    expect(difference.lower).toBeCloseTo(-8 - Math.hypot(3, 4, 1, 2), 10);
  });

  test('tells why it is not tested', () => {
    const own = [rate(40, 1000), rate(20, 1000)] as const;
    expect(besideOf(ofEvents(own, null)).reason).toBe('no-reference');
    expect(besideOf(ofEvents(own, [rate(30, 1000), rate(19, 1000)])).reason).toBe('few-events');
    const bare = { ...unknown, value: 5, status: 'final' } as const;
    const mean: OutcomeInput = { ...ofEvents([bare, bare], [bare, bare]), interval: null };
    const [found] = findOutcomes([mean]);
    expect(found?.own).toMatchObject({ reason: 'no-method', verdict: 'not-testable' });
    expect(found?.beside).toMatchObject({ reason: 'no-bounds', verdict: 'not-testable', expected: 5 });
  });

  test('stands where nothing happened, and where nothing happens any more', () => {
    expect(besideOf(ofEvents([rate(0, 1000), rate(9, 1000)], halved)).verdict).toBe('higher');
    const gone = besideOf(ofEvents([rate(30, 1000), rate(0, 1000)], halved));
    expect(gone).toMatchObject({ expected: 15, verdict: 'lower' });
  });

  test('is corrected for telling of several at once', () => {
    const one = ofEvents([rate(60, 1000), rate(14, 1000)], halved);
    const [alone] = findOutcomes([one]);
    const same = ofEvents([rate(100, 1000), rate(50, 1000)], halved);
    const [first] = findOutcomes([one, same, same]);
    expect(first?.beside.p).toBeCloseTo(3 * (alone?.beside.p ?? Number.NaN), 12);
  });

  test('is found by chance alone in no more than about one of twenty', () => {
    const random = createRandom(5);
    // Where two counts are drawn for one rate beside a reference that falls by a quarter.
    const draw = (mean: number) => {
      const limit = Math.exp(-mean);
      let count = -1;
      for (let product = 1; product > limit; count += 1) product *= random();
      return count;
    };
    for (const mean of [4, 12, 60]) {
      const draws = 3000;
      let found = 0;
      for (let at = 0; at < draws; at += 1) {
        const reference = [rate(draw(400), 40_000), rate(draw(300), 40_000)] as const;
        const own = [rate(draw(mean), 1000), rate(draw(mean * 0.75), 1000)] as const;
        if (besideOf(ofEvents(own, reference)).verdict !== 'not-different') found += 1;
      }
      expect(found / draws).toBeGreaterThan(0);
      expect(found / draws).toBeLessThan(0.06);
    }
  });
});
