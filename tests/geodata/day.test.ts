import { expect, test } from 'vitest';
import { addDays, dayAfter, dayOf, daysBetween, formatDay } from '../../geodata/day.ts';

test('a moment is the day that it was in the Netherlands', () => {
  expect(formatDay('2026-11-25T23:30:00.000Z', 'nl')).toBe('26 november 2026');
  expect(formatDay('2026-06-30T21:59:59.000Z', 'en')).toBe('30 June 2026');
  expect(() => formatDay('gisteren', 'nl')).toThrow(RangeError);
});

test('days are counted as the calendar does, also where the clock changes', () => {
  expect(dayOf(new Date('2026-11-25T23:30:00Z'))).toBe('2026-11-26');
  expect(dayAfter(new Date('2026-11-25T23:30:00Z'), -1)).toBe('2026-11-25');
  expect(dayAfter(new Date('2026-03-28T23:30:00Z'), 1)).toBe('2026-03-30');
  expect(dayAfter(new Date('2026-10-24T22:30:00Z'), 1)).toBe('2026-10-26');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
});
