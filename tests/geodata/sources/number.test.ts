import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDecimalSign, readNumber } from '../../../geodata/sources/number.ts';

/** A number as the language of a country writes it. */
function write(value: number, locale: 'nl-NL' | 'en-GB', useGrouping: boolean): string {
  return new Intl.NumberFormat(locale, { useGrouping, maximumFractionDigits: 6 }).format(value);
}

const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((number) => Number(number.toFixed(6)) + 0);

const sure = (sign: '.' | ',') => ({ sign, isSure: true, kind: 'score' as const });

describe('reading numbers', () => {
  test.each([
    ['12', 12],
    ['-0.5', -0.5],
    ['+3', 3],
    ['.5', 0.5],
    ['1.2e-6', 0.0000012],
    ['1.234e3', 1234],
    ["12'345", 12345],
    ['12\u2019345', 12345],
    ['\u20130,5'.replace(',', '.'), -0.5],
    ['\u221212', -12],
    ['12 345', 12345],
    ['1\u00a0234\u00a0567', 1234567],
  ])('%s', (text, expected) => {
    expect(readNumber(text, { sign: 'unknown', isSure: false, kind: 'score' })).toBe(expected);
  });

  test.each([
    '',
    ' ',
    '-',
    '.',
    ',',
    'e5',
    '1.2.3',
    '12,34,5',
    '1,2.3',
    '0x1f',
    '12%',
    '€ 5',
    '1 2',
    'Infinity',
    '--1',
  ])('"%s" is none', (text) => {
    for (const sign of ['.', ',', 'unknown'] as const)
      expect(readNumber(text, { sign, isSure: true, kind: 'score' })).toBe('no number');
  });

  test('what a language writes is read back, once its decimal sign is known', () => {
    fc.assert(
      fc.property(value, fc.boolean(), (number, useGrouping) => {
        expect(readNumber(write(number, 'nl-NL', useGrouping), sure(','))).toBe(number);
        expect(readNumber(write(number, 'en-GB', useGrouping), sure('.'))).toBe(number);
      }),
    );
  });

  test('a proof is never a wrong one', () => {
    fc.assert(
      fc.property(value, fc.boolean(), (number, useGrouping) => {
        expect(findDecimalSign(write(number, 'nl-NL', useGrouping))).not.toBe('.');
        expect(findDecimalSign(write(number, 'en-GB', useGrouping))).not.toBe(',');
      }),
    );
  });

  test('any text gives a finite number or says why not', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 12 }),
        fc.constantFrom('.' as const, ',' as const, 'unknown' as const),
        (text, sign) => {
          const read = readNumber(text, { sign, isSure: false, kind: 'count' });
          if (typeof read === 'number') expect(Number.isFinite(read)).toBe(true);
          else expect(['no number', 'ambiguous', 'shortened']).toContain(read);
        },
      ),
    );
  });
});

describe('proofs', () => {
  test.each([
    ['12,5', ','],
    ['0,123', ','],
    ['1.234,5', ','],
    ['1.234.567', ','],
    ['12.5', '.'],
    ['0.123', '.'],
    ['1,234.5', '.'],
    ['1,234,567', '.'],
    ['1234.567', '.'],
    ['1.234', 'unknown'],
    ['1,234', 'unknown'],
    ['12', 'unknown'],
    ['x', 'unknown'],
    ['.', 'unknown'],
  ])('%s proves %s', (text, sign) => {
    expect(findDecimalSign(text)).toBe(sign);
  });
});
