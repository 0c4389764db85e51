import { expect, test } from 'vitest';
import { formatPostcode, readPostcode } from '../../geodata/postcode.ts';

test.each([
  ['7511AB', '7511AB', null],
  [' 7511 ab ', '7511AB', null],
  ['7511ab 12', '7511AB', 12],
  ['7511 AB, 12', '7511AB', 12],
  ['7511AB 12-bis', '7511AB', 12],
  ['7511ab12', '7511AB', 12],
  ['7511AB12-2', '7511AB', 12],
  ['7511 ab 12 a', '7511AB', 12],
  ['7511', '7511', null],
])('%s is a postcode', (text, postcode, number) => {
  expect(readPostcode(text)).toEqual({ postcode, number });
});

test.each(['0511AB', '7511 SS', '75110', '7511 A', 'BU75110000', '7511 Enschede', '', '7511AB12345678'])(
  '%s is none',
  (text) => {
    expect(readPostcode(text)).toBeNull();
  },
);

test('is written as people write it', () => {
  expect([formatPostcode('7511AB'), formatPostcode('7511')]).toEqual(['7511 AB', '7511']);
});
