import { describe, expect, test } from 'vitest';
import { InputError } from '../../geodata/problem.ts';
import { makeCode } from '../../geodata/sampling/code.ts';
import { type ListedCode, readCodeList, writeCodeList } from '../../geodata/sampling/code-list.ts';
import { type Remedy, tryRemedies } from './sources/remedies/remedy.ts';

const listed: readonly ListedCode[] = [
  { code: makeCode(), area: 'WK015301', name: 'Lasonder, Zeggelt' },
  { code: makeCode(), area: 'WK015302', name: 'Laares' },
];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const whole = writeCodeList(listed, 'https://wijk.example.nl');

describe('the list of codes', () => {
  test('goes to the printer with the address of each QR code, and comes back as it was', () => {
    expect(whole.split('\r\n')[0]).toBe('code,gebied,naam,adres');
    expect(whole).toContain(`https://wijk.example.nl/vragenlijst?c=${listed[0]?.code}`);
    expect(readCodeList(bytesOf(whole), 'codes.csv')).toEqual(listed);
  });

  test('comes back with columns that the office added, separated by semicolons, in small letters', () => {
    const own = `Naam bewoner;Code;Gebied;Naam\nJ. de Vries;${listed[0]?.code.toLowerCase()};WK015301;Laares\n`;
    expect(readCodeList(bytesOf(own), 'codes.csv')).toEqual([
      { code: listed[0]?.code, area: 'WK015301', name: 'Laares' },
    ]);
  });

  const remedies: readonly Remedy<string>[] = [
    {
      kind: 'a list without codes',
      broken: 'gebied,naam\nWK015301,Laares\n',
      remedy: 'give the list as it was made with the codes, with its first row',
      mended: whole,
    },
    {
      kind: 'a code that was typed wrong',
      broken: 'code,gebied\nK7MD-R3XP-4WTT,WK015301\n',
      remedy: 'write the code as it stands on the letter, or take the row away',
      mended: `code,gebied\n${listed[1]?.code},WK015301\n`,
    },
    {
      kind: 'more codes than are read at once',
      broken: `code\n${`${listed[0]?.code}\n`.repeat(50_001)}`,
      remedy: 'divide the list among files of at most 50000 rows, each with the first row',
      mended: `code\n${`${listed[0]?.code}\n`.repeat(50_000)}`,
    },
  ];
  tryRemedies(remedies, (text) => readCodeList(bytesOf(text), 'codes.csv'), true);

  test('a code that is none is named with its row', () => {
    expect(() => readCodeList(bytesOf('code\nfout\n'), 'codes.csv')).toThrow(InputError);
    expect(() => readCodeList(bytesOf('code\nfout\n'), 'codes.csv')).toThrow(
      'codes.csv, row 2: "fout" is no code',
    );
  });
});
