import { expect, test } from 'vitest';
import { addressParameter, repeatable } from '../../../api/schemas/parameters.ts';

const indicators = repeatable(addressParameter);

test('a parameter that is given again and again counts once', () => {
  expect(indicators.parse('misdrijven')).toEqual(['misdrijven']);
  expect(indicators.parse(['misdrijven', 'inwoners', 'misdrijven'])).toEqual(['misdrijven', 'inwoners']);
});

test('more than 200 are refused, repeated or not', () => {
  const isTaken = (times: number) => indicators.safeParse(Array(times).fill('misdrijven')).success;
  expect([200, 201].map(isTaken)).toEqual([true, false]);
});
