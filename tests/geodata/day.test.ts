import { expect, test } from 'vitest';
import { formatDay } from '../../geodata/day.ts';

test('a moment is the day that it was in the Netherlands', () => {
  expect(formatDay('2026-11-25T23:30:00.000Z', 'nl')).toBe('26 november 2026');
  expect(formatDay('2026-06-30T21:59:59.000Z', 'en')).toBe('30 June 2026');
  expect(() => formatDay('gisteren', 'nl')).toThrow(RangeError);
});
