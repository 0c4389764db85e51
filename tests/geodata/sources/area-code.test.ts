import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
    ['WK014110', 'neighbourhood', 'it is one of a district'],
    ['Enschede', 'municipality', 'write a code such as "GM0153"'],
    ['1', 'neighbourhood', 'write a code such as "BU01530001"'],
    [null, 'neighbourhood', 'the code of the neighbourhood is missing'],
    ['GM0141', 'region', 'the key of the region'],
  ] as const)('%s is no %s', async (value, level, expected) => {
    expect(await refuse(value, level)).toContain(expected);
  });

  test('that lost their leading zeros are never taken for others', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), (number) => {
        expect(() => readAreaCode(number, 'neighbourhood', 'f', 'p')).toThrow(
          'is no code of a neighbourhood',
        );
      }),
    );
  });
});
