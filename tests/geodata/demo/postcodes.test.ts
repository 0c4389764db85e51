import { expect, test } from 'vitest';
import { makePostcodes } from '../../../geodata/demo/postcodes.ts';
import { isPostcode } from '../../../geodata/postcode.ts';

test('every neighbourhood of the demonstration has postcodes of its own, and shares one with the next', () => {
  const codes = Array.from({ length: 300 }, (_, place) => `BU${place}`);
  const parts = makePostcodes(codes);
  expect(parts.every(({ postcode }) => isPostcode(postcode))).toBe(true);
  const keys = parts.map(({ postcode, neighbourhood }) => `${postcode} ${neighbourhood}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { postcode, neighbourhood, numbers } of parts) {
    const places = parts.filter((part) => part.postcode === postcode);
    expect(places.some((part) => part.neighbourhood !== neighbourhood)).toBe(numbers !== null);
  }
  expect(new Set(parts.map(({ neighbourhood }) => neighbourhood)).size).toBe(codes.length);
});
