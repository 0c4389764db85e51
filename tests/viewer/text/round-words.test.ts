import { expect, test } from 'vitest';
import { enRounds } from '../../../viewer/text/en-rounds.ts';
import { nlRounds } from '../../../viewer/text/nl-rounds.ts';

test('one code is not spoken of as several', () => {
  const { codes, register } = nlRounds;
  expect(codes.madeNow(1, '1')).toBe('1 code gemaakt en gedownload.');
  expect(codes.madeNow(1200, '1.200')).toBe('1.200 codes gemaakt en gedownload.');
  expect(codes.takenBack(1, '1')).toBe('1 code ingetrokken.');
  expect(codes.unused(1, '1', '40')).toBe('1 van 40 codes is nog niet gebruikt.');
  expect(codes.unused(0, '0', '40')).toBe('0 van 40 codes zijn nog niet gebruikt.');
  expect(register.known(1, '1', '6.000')).toBe('Bekend van 1 wijk, samen 6.000 mensen.');
});

test('nor in English', () => {
  const { codes, register } = enRounds;
  expect(codes.madeNow(1, '1')).toBe('1 code made and downloaded.');
  expect(codes.takenBack(2, '2')).toBe('2 codes withdrawn.');
  expect(codes.unused(1, '1', '40')).toBe('1 of 40 codes was not used yet.');
  expect(register.known(1, '1', '6,000')).toBe('Known of 1 district, 6,000 people together.');
});
