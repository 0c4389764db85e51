import { expect, test } from 'vitest';
import {
  elapsedShare,
  type ResponseCount,
  tellAges,
  tellDays,
  tellStrata,
  tellWays,
} from '../../../geodata/questionnaire/watch.ts';

const one: ResponseCount = {
  day: '2026-09-01',
  stratum: 'WK000001',
  way: 'code',
  ageBand: '25-44',
  count: 20,
};

test('the share of days that is over runs from the first day to after the last', () => {
  const round = { opensOn: '2026-09-01', closesOn: '2026-09-10' };
  expect(elapsedShare(round, '2026-08-30')).toBe(0);
  expect(elapsedShare(round, '2026-09-06')).toBe(0.5);
  expect(elapsedShare(round, '2026-10-01')).toBe(1);
});

test('a stratum of few answers is not shown, nor one from which it could be computed', () => {
  const strata = ['WK000001', 'WK000002', 'WK000003'].map((area) => ({
    area,
    invited: 100,
    expectedResponse: 0.4,
  }));
  const counts = [one, { ...one, stratum: 'WK000002', count: 15 }, { ...one, stratum: 'WK000003', count: 3 }];
  const told = tellStrata(strata, counts, 0.5);
  expect(told.map(({ count, share }) => [count, share])).toEqual([
    [20, 0.2],
    [null, null],
    [null, null],
  ]);
  const open = tellStrata(strata, [...counts, { ...one, way: 'open', count: 50 }], 0.5);
  expect(open[0]?.count).toBe(20);
});

test('who has much less than would have come by now lags, but not in the first days', () => {
  const strata = [
    { area: 'WK000001', invited: 100, expectedResponse: 0.4 },
    { area: 'WK000002', invited: 100, expectedResponse: 0.4 },
  ];
  const counts = [one, { ...one, stratum: 'WK000002', count: 12 }];
  expect(tellStrata(strata, counts, 0.5).map(({ isLagging }) => isLagging)).toEqual([false, true]);
  expect(tellStrata(strata, counts, 0.1).map(({ isLagging }) => isLagging)).toEqual([false, false]);
});

test('one small band of age takes the next smallest along; two small ones protect each other', () => {
  const ages = (counts: Record<string, number>) =>
    tellAges(Object.entries(counts).map(([band, count]) => ({ ...one, ageBand: band as never, count })))
      .filter(({ band }) => band !== null && band in counts)
      .map(({ count }) => count);
  expect(ages({ '15-17': 4, '18-24': 30, '25-44': 12 })).toEqual([null, 30, null]);
  expect(ages({ '15-17': 4, '18-24': 5, '25-44': 12 })).toEqual([null, null, 12]);
  expect(ages({ '15-17': 14, '18-24': 15 })).toEqual([14, 15]);
});

test('days add up from the first on which enough had come', () => {
  const days = [
    { ...one, count: 6 },
    { ...one, day: '2026-09-02', count: 6 },
    { ...one, day: '2026-09-05', count: 10 },
  ];
  expect(tellDays(days)).toEqual([
    { day: '2026-09-02', count: 12 },
    { day: '2026-09-05', count: 22 },
  ]);
  expect(tellWays([{ ...one, count: 9 }])).toEqual({ code: null, open: 0 });
});
