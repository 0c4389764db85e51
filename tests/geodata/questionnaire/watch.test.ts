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

test('small bands of age take the next smallest along, but where they are enough together', () => {
  const ages = (counts: Record<string, number>) =>
    tellAges(
      Object.entries(counts).map(([band, count]) => ({ ...one, ageBand: band as never, count })),
      15,
    )
      .filter(({ band }) => band !== null && band in counts)
      .map(({ count }) => count);
  expect(ages({ '15-17': 4, '18-24': 30, '25-44': 12 })).toEqual([null, 30, null]);
  const rest = { '45-64': 40, '65-74': 50, '75+': 60 };
  expect(ages({ '15-17': 6, '18-24': 5, '25-44': 12, ...rest })).toEqual([null, null, 12, 40, 50, 60]);
  expect(ages({ '15-17': 4, '18-24': 5, '25-44': 12, ...rest })).toEqual([null, null, null, 40, 50, 60]);
  // Who did not say his age are none, which is not told either.
  expect(ages({ '15-17': 14, '18-24': 15, '25-44': 16, ...rest })).toEqual([null, 15, 16, 40, 50, 60]);
  expect(tellAges([one], 18).map(({ band }) => band)).not.toContain('15-17');
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
  expect(tellWays([{ ...one, count: 9 }], false)).toEqual({ code: null, open: 0 });
});

test('that nobody came is not told either: the first answer would show', () => {
  const strata = [{ area: 'WK000001', invited: 100, expectedResponse: 0.4 }];
  for (const counts of [[], [{ ...one, count: 1 }]]) {
    expect(tellStrata(strata, counts, 0.1)[0]).toMatchObject({ count: null, share: null });
    expect(new Set(tellAges(counts, 15).map(({ count }) => count))).toEqual(new Set([null]));
    expect(tellWays(counts, true)).toEqual({ code: null, open: null });
  }
  // That it lags tells no more of it than that it is below ten.
  const lagging = (count: number, elapsed: number) =>
    tellStrata(strata, [{ ...one, count }], elapsed)[0]?.isLagging;
  for (const elapsed of [0.2, 0.25, 0.3, 0.5, 1])
    expect(new Set([0, 2, 5, 9].map((count) => lagging(count, elapsed))).size).toBe(1);
});

test('few answers by the open link do not follow from the days or the ages less those with a code', () => {
  const open = (count: number): ResponseCount => ({ ...one, way: 'open', count });
  const sum = (told: readonly { readonly count: number | null }[]) =>
    told.reduce((total, { count }) => total + (count ?? 0), 0);
  const code = ['15-17', '18-24', '25-44', '45-64', '65-74', '75+', null].map(
    (ageBand) => ({ ...one, ageBand }) as ResponseCount,
  );
  const few = [...code, open(9)];
  expect(tellWays(few, true)).toEqual({ code: 140, open: null });
  expect(tellDays(few).at(-1)?.count).toBe(140);
  expect(sum(tellAges(few, 15))).toBe(140);
  const enough = [...code, open(10)];
  expect(tellWays(enough, true)).toEqual({ code: 140, open: 10 });
  expect(tellDays(enough).at(-1)?.count).toBe(150);
  expect(sum(tellAges(enough, 15))).toBe(150);
});
