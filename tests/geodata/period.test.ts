import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparePeriods,
  daysOfPeriod,
  formatPeriod,
  isPeriod,
  parsePeriod,
  writePeriod,
  yearOfPeriod,
} from '../../geodata/period.ts';

const period = fc.oneof(
  fc.record({
    unit: fc.constant('year' as const),
    year: fc.integer({ min: 0, max: 9999 }),
    ordinal: fc.constant(1),
  }),
  fc.record({
    unit: fc.constant('quarter' as const),
    year: fc.integer({ min: 0, max: 9999 }),
    ordinal: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    unit: fc.constant('month' as const),
    year: fc.integer({ min: 0, max: 9999 }),
    ordinal: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({
    unit: fc.constant('week' as const),
    year: fc.integer({ min: 0, max: 9999 }),
    ordinal: fc.integer({ min: 1, max: 52 }),
  }),
);
const text = period.map(writePeriod);

describe('parsing', () => {
  test.each([
    ['2024', 'year', 2024, 1],
    ['2024-Q3', 'quarter', 2024, 3],
    ['2024-03', 'month', 2024, 3],
    ['2024-W12', 'week', 2024, 12],
    ['2021JJ00', 'year', 2021, 1],
    ['2024KW02', 'quarter', 2024, 2],
    ['2025MM06', 'month', 2025, 6],
    ['2024W112', 'week', 2024, 12],
    [' 2025MM06 ', 'month', 2025, 6],
  ])('%s is a %s', (input, unit, year, ordinal) => {
    expect(parsePeriod(input)).toEqual({ unit, year, ordinal });
  });

  test.each([
    '',
    '24',
    '2024-13',
    '2024-00',
    '2024-Q0',
    '2024-Q5',
    '2024-W00',
    '2024-W54',
    '2025MM13',
    '2024-3',
    'x',
    '2024,0',
  ])('"%s" is no period', (input) => {
    expect(parsePeriod(input)).toBeNull();
    expect(isPeriod(input)).toBe(false);
  });

  test('week 53 exists in long ISO years only', () => {
    expect(parsePeriod('2020-W53')).not.toBeNull();
    expect(parsePeriod('2026-W53')).not.toBeNull();
    expect(parsePeriod('2024-W53')).toBeNull();
  });

  test('only our own notation is one to store', () => {
    expect(isPeriod('2025-06')).toBe(true);
    expect(isPeriod('2025MM06')).toBe(false);
    expect(isPeriod(' 2025')).toBe(false);
  });

  test('writing and parsing are each other’s inverse', () => {
    fc.assert(
      fc.property(period, (value) => {
        expect(parsePeriod(writePeriod(value))).toEqual(value);
      }),
    );
  });
});

describe('order', () => {
  test('by first day, the longest first', () => {
    const shuffled = [
      '2024-W12',
      '2024-04',
      '2023',
      '2024-Q2',
      '2024',
      '2024-01',
      '2024-Q1',
      '2024-W01',
      '2025-W01',
      '2025',
    ];
    expect(shuffled.sort(comparePeriods)).toEqual([
      '2023',
      '2024',
      '2024-Q1',
      '2024-01',
      '2024-W01',
      '2024-W12',
      '2024-Q2',
      '2024-04',
      '2025-W01',
      '2025',
    ]);
  });

  test('is a total order', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b))).toBe(0 - Math.sign(comparePeriods(b, a)));
        expect(comparePeriods(a, b) === 0).toBe(a === b);
        if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0)
          expect(comparePeriods(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('for people', () => {
  test.each([
    ['2024', '2024', '2024'],
    ['2024-Q1', '1e kwartaal 2024', 'Q1 2024'],
    ['2024-03', 'maart 2024', 'March 2024'],
    ['2024-W12', 'week 12 van 2024', 'week 12 of 2024'],
    ['2025MM06', 'juni 2025', 'June 2025'],
  ])('%s reads "%s" and "%s"', (input, dutch, english) => {
    expect(formatPeriod(input, 'nl')).toBe(dutch);
    expect(formatPeriod(input, 'en')).toBe(english);
  });

  test('what is no period is refused', () => {
    expect(() => formatPeriod('soon', 'nl')).toThrow(RangeError);
    expect(() => yearOfPeriod('soon')).toThrow('"soon" is no period');
    expect(yearOfPeriod('2024-W12')).toBe(2024);
  });
});

test.each([
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-Q1', '2024-01-01', '2024-03-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2021..2023', '2021-01-01', '2023-12-31'],
  // ISO 8601: the week that holds 4 January.
  ['2020-W01', '2019-12-30', '2020-01-05'],
  ['2020-W53', '2020-12-28', '2021-01-03'],
])('%s is from %s to %s', (period, first, last) => {
  expect(daysOfPeriod(period)).toEqual({ first, last });
});

test('what is no period has no days', () => {
  expect(() => daysOfPeriod('ooit')).toThrow(RangeError);
});
