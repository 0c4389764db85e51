import { expect, test } from 'vitest';
import {
  countDecimals,
  formatCompact,
  formatDifference,
  formatNumber,
  formatUnit,
  formatValue,
} from '../../geodata/number.ts';

test('numbers stand in the form of the language, with a true minus sign and no minus zero', () => {
  expect(formatNumber(1234.5, 1, 'nl')).toBe('1.234,5');
  expect(formatNumber(1234.5, 1, 'en')).toBe('1,234.5');
  expect(formatNumber(-0.25, 2, 'nl')).toBe('−0,25');
  expect(formatNumber(-0.04, 1, 'nl')).toBe('0,0');
  expect(formatNumber(793382, 0, 'nl')).toBe('793.382');
});

test('a difference carries its sign', () => {
  expect(formatDifference(1.25, 1, 'nl')).toBe('+1,3');
  expect(formatDifference(-1.5, 1, 'en')).toBe('−1.5');
  expect(formatDifference(0, 1, 'nl')).toBe('0,0');
});

test('an axis gets short numbers', () => {
  expect(formatCompact(850, 'nl')).toBe('850');
  expect(formatCompact(9500, 'nl')).toBe('9.500');
  expect(formatCompact(793382, 'nl')).toBe('793K');
});

test('a unit follows its number once, in the language of the screen', () => {
  expect(formatValue(12.34, { unit: '%', decimals: 1 }, 'nl')).toBe('12,3%');
  expect(formatValue(84.2, { unit: 'per 1.000 inwoners', decimals: 1 }, 'en')).toBe(
    '84.2 per 1,000 inhabitants',
  );
  expect(formatUnit('personen', 'nl')).toBe('personen');
  expect(formatUnit('furlong', 'en')).toBe('furlong');
});

test('a number needs no more decimals than it has, and no more than are shown', () => {
  expect([14, 0.5, -20.25, 1 / 3, 0.04, 0].map((value) => countDecimals(value, 2))).toEqual([
    0, 1, 2, 2, 2, 0,
  ]);
  expect([14, 0.5, 0.04].map((value) => countDecimals(value, 1))).toEqual([0, 1, 0]);
  expect(countDecimals(12_345, 0)).toBe(0);
});
