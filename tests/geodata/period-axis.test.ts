import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNearest, positionOf, shareOf, unitOf } from '../../geodata/period-axis.ts';

test('periods stand on an axis of time, in proportion', () => {
  expect(positionOf('2024')).toBe(2024);
  expect(positionOf('2024-Q3')).toBe(2024.5);
  expect(positionOf('2024-07')).toBe(2024.5);
  const rounds = ['2012', '2016', '2020', '2022', '2024'];
  expect(rounds.map((period) => shareOf(period, rounds))).toEqual([0, 1 / 3, 2 / 3, 10 / 12, 1]);
  expect(shareOf('2024', ['2024'])).toBe(0);
  expect(unitOf('2024-W09')).toBe('week');
});

test('a place on the slider finds the nearest period that has figures', () => {
  const rounds = ['2012', '2016', '2020'];
  expect(findNearest(rounds, 2013)).toBe('2012');
  expect(findNearest(rounds, 2014.5)).toBe('2016');
  expect(findNearest(rounds, 1900)).toBe('2012');
  const years = fc.uniqueArray(fc.integer({ min: 1990, max: 2090 }), { minLength: 1 });
  fc.assert(
    fc.property(years, fc.nat(), (all, pick) => {
      const periods = all.sort((a, b) => a - b).map(String);
      const period = periods[pick % periods.length] ?? '';
      expect(findNearest(periods, positionOf(period))).toBe(period);
    }),
  );
});
