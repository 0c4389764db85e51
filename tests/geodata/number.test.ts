import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countDecimals,
  createWriter,
  formatCompact,
  formatDifference,
  formatInFull,
  formatNumber,
  formatUnit,
  formatValue,
} from '../../geodata/number.ts';

test('numbers stand in the form of the language, with a true minus sign and no minus zero', () => {
  expect(formatNumber(1234.5, 1, 'nl')).toBe('1.234,5');
  expect(formatNumber(1234.5, 1, 'en')).toBe('1,234.5');
  expect(formatNumber(-0.25, 2, 'nl')).toBe('−0,25');
  expect(formatNumber(-0, 1, 'nl')).toBe('0,0');
  expect(formatNumber(793382, 0, 'nl')).toBe('793.382');
});

test('a number that is wider than a cell is shortened, and can be had in full', () => {
  expect(formatNumber(999_999_999, 0, 'nl')).toBe('999.999.999');
  expect(formatNumber(84_600_000_000_000, 0, 'nl')).toBe('84,6\u00a0bln');
  expect(formatNumber(-1_234_567_890, 2, 'en')).toBe('−1.235\u00a0billion');
  expect(formatDifference(2e9, 1, 'nl')).toBe('+2\u00a0mld');
  expect(formatInFull(1e15, 0, 'nl')).toBe('1.000.000.000.000.000');
});

test('a figure that is not zero never reads as zero, and what binary fractions leave of a zero does', () => {
  expect(formatNumber(0.04, 1, 'nl')).toBe('0,04');
  expect(formatNumber(-0.04, 1, 'nl')).toBe('−0,04');
  expect(formatNumber(0.3, 0, 'en')).toBe('0.3');
  expect(formatNumber(0.000001, 2, 'nl')).toBe('0,000001');
  expect(formatNumber(0.05, 1, 'nl')).toBe('0,1');
  expect(formatNumber(0.1 + 0.2 - 0.3, 1, 'nl')).toBe('0,0');
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

describe('numbers beside each other', () => {
  const writeAll = (values: readonly number[], decimals = 0, language: 'nl' | 'en' = 'nl') =>
    values.map(createWriter(values, { decimals }, language)).map((text) => text.replaceAll('\u00a0', ' '));

  test('are short from a million on, each by its own word', () => {
    expect(writeAll([0, 999_999, 1_000_000, 1_200_000, 3.4e9, 1e12, 1e15])).toEqual([
      '0',
      '999.999',
      '1 mln',
      '1,2 mln',
      '3,4 mld',
      '1 bln',
      '1.000 bln',
    ]);
    expect(writeAll([1_200_000, -3.4e9, 1e12], 0, 'en')).toEqual([
      '1.2 million',
      '−3.4 billion',
      '1 trillion',
    ]);
  });

  test('never read the same where they differ', () => {
    expect(writeAll([1e12, 1.001e12, 1.5e12])).toEqual(['1 bln', '1,001 bln', '1,5 bln']);
    expect(writeAll([1e12, 1e12 + 1e6])).toEqual(['1 bln', '1,000001 bln']);
    expect(writeAll([1e12, 1e12 + 1])).toEqual(['1.000.000.000.000', '1.000.000.000.001']);
  });

  test('have the decimals that one of them needs, down to a millionth', () => {
    expect(writeAll([0, 0.000001, 0.5], 6)).toEqual(['0,000000', '0,000001', '0,500000']);
    expect(writeAll([0, 0.25, 10], 6)).toEqual(['0,00', '0,25', '10,00']);
    expect(writeAll([0.1 + 0.2, 0.5], 6)).toEqual(['0,3', '0,5']);
  });

  test('carry their sign where they are differences', () => {
    const write = createWriter([-2e6, 2e6, 1], { decimals: 0, signed: true }, 'nl');
    expect([-2e6, 0, 2e6].map(write)).toEqual(['−2\u00a0mln', '0', '+2\u00a0mln']);
  });

  test('no figure from a millionth to a thousand billions is written by powers of ten', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { minLength: 1, maxLength: 9 }),
        fc.constantFrom(0, 1, 6),
        fc.constantFrom('nl' as const, 'en' as const),
        (values, decimals, language) => {
          const texts = values.map(createWriter(values, { decimals }, language));
          const shown = new Set(values.map((value) => formatNumber(value, decimals, language)));
          return new Set(texts).size >= shown.size && texts.every((text) => !/\de[+-]?\d/i.test(text));
        },
      ),
    );
  });
});
