import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { formatAccount } from '../../../../geodata/sources/account.ts';
import { readPostcodes } from '../../../../geodata/sources/cbs/postcodes.ts';

const header = 'PC6;Huisnummer;Buurt2023;Wijk2023;Gemeente2023';
const rows = [
  '7511AB;1;1530000;15300;153',
  '7511AB;2;1530001;15300;153',
  '7511AB;4;1530001;15300;153',
  '7551XY;10;1640000;16400;164',
  '1011AA;1;3630000;36300;363',
];
const region = new Set(['GM0153', 'GM0164']);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readPostcodes(bytesOf(text), 'adressen.csv', region);
const parts = [
  { postcode: '7511AB', neighbourhood: 'BU01530000', addresses: 1, numbers: [1] },
  { postcode: '7511AB', neighbourhood: 'BU01530001', addresses: 2, numbers: [2, 4] },
  { postcode: '7551XY', neighbourhood: 'BU01640000', addresses: 1, numbers: null },
];

describe("CBS's table of postcodes", () => {
  test('keeps the addresses of the region, and accounts for the others', () => {
    const { year, parts: found, account } = read([header, ...rows, ''].join('\r\n'));
    expect(year).toBe(2023);
    expect(found).toEqual(parts);
    expect(formatAccount(account)).toBe(
      'adressen.csv: 5 addresses = 4 addresses written + 0 refused + 1 left out (1 outside the region)',
    );
  });

  test.each([
    ['commas', [header, ...rows].join('\n').replaceAll(';', ',')],
    ['quotes', [header, ...rows].join('\n').replaceAll(/[^;\n]+/g, '"$&"')],
    ['a byte-order mark and no end of the last line', `\ufeff${[header, ...rows].join('\n')}`],
    [
      'columns in another order',
      [
        'Gemeente2023;Wijk2023;Buurt2023;Huisnummer;PC6',
        ...rows.map((row) => row.split(';').reverse().join(';')),
      ].join('\n'),
    ],
    [
      'codes with their letters',
      [header, ...rows]
        .join('\n')
        .replaceAll(
          /;(\d{7});\d+;(\d+)$/gm,
          (_, area, municipality) => `;BU${area.padStart(8, '0')};WK;GM${municipality.padStart(4, '0')}`,
        ),
    ],
    ['small letters and a space', [header, ...rows].join('\n').replaceAll('7511AB', '7511 ab')],
  ])('is read with %s', (_name, text) => {
    expect(read(text).parts).toEqual(parts);
  });

  test('lies in a zip beside tables of names, in a folder or not', () => {
    const zip = zipSync({
      'cbs/pc6hnr20230801_gwb.csv': bytesOf([header, ...rows].join('\n')),
      'cbs/buurt_2023.csv': bytesOf('Buurt2023;Buurtnaam2023\n1530000;Centrum'),
      'leesmij.txt': bytesOf('PC6 Huisnummer'),
    });
    expect(readPostcodes(zip, 'cbs.zip', region).parts).toEqual(parts);
  });

  test('is read whatever falls where bytes are made into text', () => {
    const many = Array.from({ length: 60_000 }, (_, number) => `7511AB;${number + 1};1530000;15300;153`);
    const { account } = read([header, ...many].join('\n'));
    expect(account.written.count).toBe(60_000);
  });
});
