import { describe, expect, test } from 'vitest';
import { formatCode, makeCode, readCode } from '../../../geodata/sampling/code.ts';

const codes = Array.from({ length: 200 }, makeCode);
const alphabet = '2346789CDFGHJKMNPRTVWXY';

describe('a code', () => {
  test('has twelve signs in three groups, each of them its own', () => {
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes)
      expect(formatCode(code)).toMatch(/^[2346789CDFGHJKMNPRTVWXY]{4}(-[2346789CDFGHJKMNPRTVWXY]{4}){2}$/);
  });

  test('uses every sign about as often', () => {
    const counts = new Map<string, number>();
    for (const sign of Array.from({ length: 2000 }, makeCode).join(''))
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    const expected = (2000 * 12) / alphabet.length;
    const chiSquared = [...alphabet].reduce(
      (sum, sign) => sum + ((counts.get(sign) ?? 0) - expected) ** 2 / expected,
      0,
    );
    // 22 degrees of freedom: less than one in a million above it
    expect(chiSquared).toBeLessThan(72);
  });

  test('is read as people type it', () => {
    for (const code of codes.slice(0, 20)) {
      const written = formatCode(code);
      for (const typed of [
        written,
        code,
        written.toLowerCase(),
        ` ${written.replaceAll('-', ' ')} `,
        written.replaceAll('-', '–'),
        written.replaceAll('2', 'z').replaceAll('8', 'b').replaceAll('V', 'u'),
      ])
        expect(readCode(typed), typed).toEqual({ code });
    }
  });

  test('finds each single wrong sign and each two that changed places', () => {
    for (const code of codes.slice(0, 20))
      for (let place = 0; place < code.length; place += 1) {
        for (const sign of alphabet)
          if (sign !== code[place])
            expect(readCode(code.slice(0, place) + sign + code.slice(place + 1))).toEqual({
              fault: 'wrong-check',
            });
        const [one = '', other = ''] = code.slice(place, place + 2);
        if (other && one !== other)
          expect(readCode(code.slice(0, place) + other + one + code.slice(place + 2))).toEqual({
            fault: 'wrong-check',
          });
      }
  });

  test.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['K7MD', 'too-short'],
    ['K7MDR3XP4WTCK', 'too-long'],
    ['K7MD-R3XP-4WT!', 'unknown-sign'],
    ['K7MD-R3XP-4WTO', 'unknown-sign'],
  ])('%j is %s', (typed, fault) => {
    expect(readCode(typed)).toEqual({ fault });
  });
});
