import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../geodata/problem.ts';
import { readAreaCode } from '../../../geodata/sources/area-code.ts';
import { lineOf } from './problem.ts';

const refuse = (value: unknown, level: Parameters<typeof readAreaCode>[1]) =>
  lineOf(() => readAreaCode(value, level, 'cijfers.csv', 'row 2'));

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

describe('codes of areas', () => {
  test('are taken as they are, spaces around them aside', () => {
    fc.assert(
      fc.property(digits(8), fc.constantFrom('', ' ', '  '), (number, spaces) => {
        expect(readAreaCode(`${spaces}BU${number}${spaces}`, 'neighbourhood', 'f', 'p')).toBe(`BU${number}`);
      }),
    );
    expect(readAreaCode('NL01', 'country', 'f', 'p')).toBe('NL00');
    expect(readAreaCode('twente', 'region', 'f', 'p')).toBe('twente');
    expect(readAreaCode('BU18960AB1', 'neighbourhood', 'f', 'p')).toBe('BU18960AB1');
  });

  test.each([
    [141, 'municipality', 'GM0141'],
    ['0141', 'municipality', 'GM0141'],
    ['GM141', 'municipality', 'GM0141'],
    [1411000, 'neighbourhood', 'BU01411000'],
    ['01411000', 'neighbourhood', 'BU01411000'],
    ['BU1411000', 'neighbourhood', 'BU01411000'],
    ['14110', 'district', 'WK014110'],
  ] as const)('%s as a %s was probably %s', async (value, level, meant) => {
    expect(await refuse(value, level)).toContain(`lost: write "${meant}" if that is meant`);
  });

  test('in small letters are refused with the right way to write them', async () => {
    expect(await refuse('bu01411000', 'neighbourhood')).toContain('write "BU01411000" if that is meant');
  });

  test.each([
    ['1530000', 'neighbourhood', 'BU01530000'],
    [1530000, 'neighbourhood', 'BU01530000'],
    ['1530000.0', 'neighbourhood', 'BU01530000'],
    ['1530000,00', 'neighbourhood', 'BU01530000'],
    ['01530000', 'neighbourhood', 'BU01530000'],
    ['bu01530000', 'neighbourhood', 'BU01530000'],
    ['BU1530000', 'neighbourhood', 'BU01530000'],
    ['BU 0153 0000', 'neighbourhood', 'BU01530000'],
    ['BU0153-0000', 'neighbourhood', 'BU01530000'],
    ['BU\u00a001530000', 'neighbourhood', 'BU01530000'],
    ['\u200bBU01530000', 'neighbourhood', 'BU01530000'],
    ["'01530000", 'neighbourhood', 'BU01530000'],
    ['="01530000"', 'neighbourhood', 'BU01530000'],
    ['1.530.000', 'neighbourhood', 'BU01530000'],
    ['1,530,000', 'neighbourhood', 'BU01530000'],
    ['1 530 000', 'neighbourhood', 'BU01530000'],
    ['1.530001E+06', 'neighbourhood', 'BU01530001'],
    ['1,530001e6', 'neighbourhood', 'BU01530001'],
    ['GM01530000', 'neighbourhood', 'BU01530000'],
    ['WK1530000', 'neighbourhood', 'BU01530000'],
    ['bu18960ab1', 'neighbourhood', 'BU18960AB1'],
    ['30000', 'neighbourhood', 'BU00030000'],
    ['15300', 'district', 'WK015300'],
    ['15300.0', 'district', 'WK015300'],
    ['BU015300', 'district', 'WK015300'],
    ['153', 'municipality', 'GM0153'],
    ['153.0', 'municipality', 'GM0153'],
    ['1.53E+02', 'municipality', 'GM0153'],
    ['1735.000', 'municipality', 'GM1735'],
    ['BU0153', 'municipality', 'GM0153'],
    ['nl00', 'country', 'NL00'],
    ['nl01', 'country', 'NL00'],
    ['Twente', 'region', 'twente'],
  ] as const)('%s as a %s is %s where that is said', (value, level, code) => {
    const said: string[] = [];
    expect(readAreaCode(value, level, 'f', 'row 2', (sort, place) => said.push(`${place}: ${sort}`))).toBe(
      code,
    );
    expect(said).toEqual([
      `row 2, "${String(value).trim()}" is ${code === 'NL00' && value === 'nl01' ? 'NL01' : code}: a code in another form was read as the only one that it can be`,
    ]);
  });

  test.each([
    ['1.53E+06', 'neighbourhood', 'its last digits were rounded off'],
    ['15300', 'neighbourhood', 'write a code such as "BU01530001", BU and 8 signs'],
    ['GM0153', 'neighbourhood', 'it is one of a municipality'],
    ['wk15300', 'neighbourhood', 'it is one of a district'],
    ['BU01530000', 'municipality', 'it is one of a neighbourhood'],
    ['153000000', 'neighbourhood', 'write a code such as'],
    ['GM0141', 'region', 'write the key of the region'],
  ] as const)('%s as a %s is refused even so: %s', async (value, level, expected) => {
    const line = await lineOf(() => readAreaCode(value, level, 'f', 'p', () => undefined));
    expect(line).toContain(expected);
  });

  test.each([
    ['WK014110', 'neighbourhood', 'it is one of a district'],
    ['Enschede', 'municipality', 'write a code such as "GM0153"'],
    ['1', 'neighbourhood', 'write a code such as "BU01530001"'],
    [null, 'neighbourhood', 'the code of the neighbourhood is missing'],
    ['GM0141', 'region', 'the key of the region'],
  ] as const)('%s is no %s', async (value, level, expected) => {
    expect(await refuse(value, level)).toContain(expected);
  });

  test('written by hand that lost their leading zeros are never taken for others', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), (number) => {
        expect(() => readAreaCode(number, 'neighbourhood', 'f', 'p')).toThrow(
          'is no code of a neighbourhood',
        );
      }),
    );
  });

  test('in any form are read as the code or refused, never as another', () => {
    const forms: ((code: string) => string)[] = [
      (code) => code.toLowerCase(),
      (code) => code.slice(2),
      (code) => String(Number(code.slice(2))),
      (code) => `${Number(code.slice(2))}.0`,
      (code) => Number(code.slice(2)).toLocaleString('nl-NL'),
      (code) => Number(code.slice(2)).toExponential().toUpperCase(),
      (code) => Number(code.slice(2)).toExponential(2),
      (code) => `${code.slice(0, 4)} ${code.slice(4)}`,
      (code) => `BU${code.slice(2)}`,
      (code) => `"${code}"`,
    ];
    const levels = [
      ['GM', 4, 'municipality'],
      ['WK', 6, 'district'],
      ['BU', 8, 'neighbourhood'],
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...levels),
        fc.integer({ min: 3, max: 1999 }),
        fc.nat({ max: 9999 }),
        fc.constantFrom(...forms),
        ([prefix, width, level], municipality, rest, write) => {
          const parts = String(municipality).padStart(4, '0') + String(rest).padStart(4, '0');
          const code = prefix + parts.slice(0, width);
          try {
            expect(readAreaCode(write(code), level, 'f', 'p', () => undefined)).toBe(code);
          } catch (error) {
            if (!(error instanceof InputError)) throw error;
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
