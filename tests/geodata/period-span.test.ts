import { expect, test } from 'vitest';
import { spanOfPeriod } from '../../geodata/period-span.ts';

test.each([
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-Q1', '2024-01-01', '2024-03-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2021..2023', '2021-01-01', '2023-12-31'],
  // ISO 8601: the week that holds 4 January.
  ['2020-W01', '2019-12-30', '2020-01-05'],
  ['2020-W53', '2020-12-28', '2021-01-03'],
])('%s is from %s to %s', (period, first, last) => {
  expect(spanOfPeriod(period)).toEqual({ first, last });
});

test('what is no period has no days', () => {
  expect(() => spanOfPeriod('ooit')).toThrow(RangeError);
});
