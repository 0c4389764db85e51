import { describe, expect, test } from 'vitest';
import { cp437, cp850, encodeAs, findCharset } from '../../../../geodata/sources/formats/charset.ts';
import { readAttributeTable } from '../../../../geodata/sources/formats/dbf.ts';
import { repairDoubleEncoding } from '../../../../geodata/sources/formats/double-encoding.ts';
import { decodeText } from '../../../../geodata/sources/formats/encoding.ts';
import { buildAttributes } from '../../../setup/shapefile.ts';
import { lineOf } from '../problem.ts';

type Set = Parameters<typeof encodeAs>[1];
const inUtf8 = (text: string) => new TextEncoder().encode(text);
const inSet = (set: Set) => (text: string) => encodeAs(text, set) ?? new Uint8Array();
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

test('windows-1252, CP850 and CP437 have the signs of their tables', () => {
  const bytes = (...numbers: number[]) => Uint8Array.from(numbers);
  expect(findCharset('1252')?.decode(bytes(0x80, 0x92, 0x96, 0x8c, 0xe9))).toBe('€’–Œé');
  expect(cp850.decode(bytes(0x82, 0x89, 0x8b, 0x81, 0xb5, 0xd5, 0xf9))).toBe('éëïüÁı¨');
  expect(cp437.decode(bytes(0x82, 0x89, 0x9b, 0xe1, 0xf9))).toBe('éë¢ß∙');
  for (const set of ['windows-1252', 'CP850', 'CP437'] as const) {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const text = findCharset(set)?.decode(all) ?? '';
    expect([...text]).toHaveLength(256);
    expect(encodeAs(text, set)).toEqual(all);
  }
});

test.each([
  ['UTF-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['65001', 'utf-8'],
  ['1252', 'windows-1252'],
  ['ANSI 1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['Windows-1252', 'windows-1252'],
  ['ISO-8859-1', 'windows-1252'],
  ['88591', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['850', 'CP850'],
  ['OEM 850', 'CP850'],
  ['IBM850', 'CP850'],
  ['cp437', 'CP437'],
  ['ISO-8859-15', 'iso-8859-15'],
  ['iso8859_15', 'iso-8859-15'],
  ['885915', 'iso-8859-15'],
  ['LDID/87', 'windows-1252'],
  ['LDID/2', 'CP850'],
  ['KLINGON', undefined],
])('the label "%s" is %s', (label, name) => expect(findCharset(label)?.name).toBe(name));

describe('a text file', () => {
  const text = 'naam;plaats\r\nCafé – ’t Zeggelt;Brûlé €\r\n';
  const read = (bytes: Uint8Array, declared?: string) => decodeText(bytes, 'a.csv', declared);
  const isoText = text.replace('€', '¤').replace(' – ’t', ' - t');

  test.each<[string, Uint8Array, string | undefined, string | null, string]>([
    ['UTF-8', inUtf8(text), undefined, null, text],
    [
      'UTF-8 that is said to be windows-1252',
      inUtf8(text),
      'windows-1252',
      'the descriptor says "windows-1252", but the bytes are UTF-8: read as UTF-8',
      text,
    ],
    [
      'UTF-8 that is said to be CP850',
      inUtf8(text),
      'cp850',
      'the descriptor says "cp850", but the bytes are UTF-8: read as UTF-8',
      text,
    ],
    [
      'windows-1252',
      inSet('windows-1252')(text),
      undefined,
      'not UTF-8; read as windows-1252 (Latin-1)',
      text,
    ],
    ['windows-1252 that is said', inSet('windows-1252')(text), 'cp1252', null, text],
    ['CP850 that is said', inSet('CP850')('Café;Brûlé'), 'ibm850', null, 'Café;Brûlé'],
    ['CP437 that is said', inSet('CP437')('Café;Brûlé'), '437', null, 'Café;Brûlé'],
    [
      'ISO-8859-15 that is said',
      inSet('windows-1252')(isoText),
      'iso-8859-15',
      null,
      isoText.replace('¤', '€'),
    ],
    ['letters and accents apart', inUtf8(text.normalize('NFD')), undefined, null, text],
    [
      'UTF-8 with a mark',
      join(Uint8Array.of(0xef, 0xbb, 0xbf), inUtf8(text)),
      '1252',
      'read as utf-8, by its byte-order mark',
      text,
    ],
    [
      'UTF-16',
      new Uint8Array(Uint16Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0)).buffer),
      undefined,
      'read as utf-16le, by its byte-order mark',
      text,
    ],
    [
      'UTF-16 without a mark',
      new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer),
      undefined,
      'read as utf-16le, as its bytes show',
      text,
    ],
    [
      'lines in two sets',
      join(inSet('windows-1252')('a;Café\n'), inUtf8('b;Brûlé\n')),
      undefined,
      '1 of its texts are UTF-8 and 1 are windows-1252: each was read as what it is',
      'a;Café\nb;Brûlé\n',
    ],
  ])('in %s', (_, bytes, declared, note, expected) =>
    expect(read(bytes, declared)).toEqual({ text: expected, note }),
  );

  test('in CP850 of which nothing says so is a question, and the answer works', async () => {
    const bytes = inSet('CP850')('code;naam\n1;Café-wijk\n');
    expect(await lineOf(() => read(bytes))).toContain(
      '"1;Caf‚-wijk" in windows-1252 is "1;Café-wijk" in CP850; say in the descriptor which "encoding" it has, such as "cp850"',
    );
    expect(read(bytes, 'cp850').text).toContain('Café-wijk');
    expect(read(bytes, 'windows-1252').text).toContain('Caf‚-wijk');
  });
});

describe('a DBF', () => {
  const names = ['Café – ’t', 'Brûlé', 'Zuïd'];
  const plain = ['Café', 'Brûlé', 'Zuïd'];
  const build = (texts: readonly string[], encode: (text: string) => Uint8Array, driver = 0) => {
    const bytes = buildAttributes(
      ['naam'],
      texts.map((text) => [text]),
      encode,
    );
    bytes[29] = driver;
    return bytes;
  };
  const read = (bytes: Uint8Array, cpg: string | null = null) => {
    const { rows, notes } = readAttributeTable(bytes, 'a.dbf', cpg);
    return { names: rows.map((row) => row?.naam), notes };
  };

  test.each<[string, Uint8Array, string | null, readonly string[], readonly string[]]>([
    [
      'UTF-8 beside a .cpg that says 1252',
      build(names, inUtf8),
      '1252',
      names,
      ['the .cpg says "1252", but the bytes are UTF-8: read as UTF-8'],
    ],
    [
      'UTF-8 beside a .cpg that says 850',
      build(names, inUtf8),
      '850',
      names,
      ['the .cpg says "850", but the bytes are UTF-8: read as UTF-8'],
    ],
    [
      'UTF-8 beside a .cpg that nobody knows',
      build(names, inUtf8),
      'KLINGON',
      names,
      ['the .cpg says "KLINGON", but the bytes are UTF-8: read as UTF-8'],
    ],
    [
      'UTF-8 under the driver of 1252',
      build(names, inUtf8, 0x57),
      null,
      names,
      ['the language driver says windows-1252, but the bytes are UTF-8: read as UTF-8'],
    ],
    [
      'windows-1252 without a word',
      build(names, inSet('windows-1252')),
      null,
      names,
      ['not UTF-8; read as windows-1252 (Latin-1)'],
    ],
    ['windows-1252 by its driver', build(names, inSet('windows-1252'), 0x03), null, names, []],
    [
      'windows-1252 beside a .cpg that says UTF-8',
      build(names, inSet('windows-1252')),
      'UTF-8',
      names,
      ['the .cpg says "UTF-8"; it is not; read as windows-1252 (Latin-1)'],
    ],
    ['CP850 by its driver', build(plain, inSet('CP850'), 0x02), null, plain, []],
    ['CP437 by its driver', build(plain, inSet('CP437'), 0x01), null, plain, []],
    ['CP850 by its .cpg', build(plain, inSet('CP850')), '850\r\n', plain, []],
    ['CP850 by its .cpg, whatever the driver', build(plain, inSet('CP850'), 0x57), 'OEM 850', plain, []],
    ['an empty .cpg', build(plain, inUtf8), '', plain, []],
  ])('in %s', (_, bytes, cpg, expected, notes) =>
    expect(read(bytes, cpg)).toEqual({ names: expected, notes }),
  );

  test('of which a field cuts a letter of UTF-8 in two keeps the letters before', () => {
    const long = `${'a'.repeat(39)}é`;
    expect(read(build([long, 'Café'], inUtf8))).toEqual({
      names: ['a'.repeat(39), 'Café'],
      notes: ['1 of its texts were cut within a sign by the width of their field'],
    });
    expect(read(build([long], inSet('windows-1252'))).names).toEqual([long]);
  });

  test('in CP850 without a word is a question, and the answer works', async () => {
    const bytes = build(['Café-wijk'], inSet('CP850'));
    expect(await lineOf(() => read(bytes))).toContain(
      'write "850", "437" or "1252", whichever it is in, into a.cpg',
    );
    expect(read(bytes, '850').names).toEqual(['Café-wijk']);
  });
});

describe('UTF-8 that was encoded twice', () => {
  test.each([
    ['CafÃ©', 'Café'],
    ['BrÃ»lÃ©', 'Brûlé'],
    ['CafÃƒÂ©', 'Café'],
    ['fotoâ€™s â€“ â‚¬', 'foto’s – €'],
    ['Caf├®', 'Café'],
    ['Caf├⌐', 'Café'],
    ['Ã\u00a0 la carte', 'à la carte'],
    ['eÌ\u0081', 'e\u0301'],
  ])('%s is %s', (text, expected) => expect(repairDoubleEncoding(text)).toBe(expected));

  test.each([
    'foto’s – €',
    'Âldeboarn',
    'SÃO TOMÉ',
    'ÉÉN',
    'Ïsselstein',
    '’s-Gravenhage',
    'Ĳmuiden',
    'naïef – «x»',
  ])('%s is none', (text) => expect(repairDoubleEncoding(text)).toBe(text));

  test.each(['Ã la carte', 'CafÃ', 'wijk Â 3'])('%s is known, and beyond repair', (text) =>
    expect(repairDoubleEncoding(text)).toBeNull(),
  );
});
