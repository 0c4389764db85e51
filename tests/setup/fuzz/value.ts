import fc from 'fast-check';

const nasty = [
  '',
  '\0',
  'GM0153\0',
  '../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  "'; drop table area; --",
  '%',
  '_%',
  '-1',
  '0',
  '1e9',
  'NaN',
  'null',
  'true',
  '999999999999999999999',
  '2147483648',
  '9007199254740991',
  '９９９９',
  'é'.repeat(150),
  'a'.repeat(5000),
  '\u202e\u0000\ud800',
  '\r\nX-Injected: 1',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '[object Object]',
  '__proto__',
  'constructor',
];

/** What is there in the region of the tests, so that a request comes further than its first parameter. */
const known = [
  '2021',
  '2024',
  '2024-02-30',
  'GM9001',
  'GM9002',
  'WK900100',
  'BU90010000',
  'proefstreek',
  'misdrijven',
  'misdrijven/inbraak',
  'meldingen',
  'intern',
  'municipality',
  'neighbourhood',
  'neighbourhood-2024',
  'WebMercatorQuad',
  'fixture-tiles',
  'abcd2345',
  'abcd23',
  '00000000-0000-4000-8000-000000000000',
  '00000000-0000-4000-8000-00000000ffff',
  'd'.repeat(64),
  '1',
  '6',
  '33',
  '21',
  '99',
  'proef-2026',
  'csv',
  'json',
  '*',
];

/** What fits a parameter, by its name; of any other what is known. */
const fitting: Readonly<Record<string, readonly string[]>> = {
  indicator: ['misdrijven', 'misdrijven/inbraak', 'inwoners', 'tevredenheid', 'overlast', 'meldingen'],
  level: ['municipality', 'district', 'neighbourhood'],
  period: ['2024', '2023', '2025', '1999'],
  boundaryYear: ['2021', '2024', '1999'],
  carriedTo: ['2021', '2024'],
  from: ['2021', '2024'],
  to: ['2021', '2024'],
  area: ['GM9001', 'GM9002', 'BU90010000', 'BU90019999'],
  within: ['GM9002', 'GM9001', 'BU90010000'],
  code: ['GM9001', 'BU90010000', 'abcd23', 'zzzzzz'],
  limit: ['1', '10000', '3'],
  format: ['json', 'csv'],
  category: ['*', 'inbraak', 'onbekend'],
  show: ['map', 'table', 'chart', 'figure'],
  f: ['json', 'html'],
  q: ['buurt', 'BU9002', 'oost er'],
  bbox: ['6,52,6.6,52.2', '6.6,52.2,6,52', '0,0,0,0', '-180,-90,180,90'],
  datetime: ['2024-01-01/..', '2024', '../..', '2024-01-01T00:00:60Z'],
  kind: ['story', 'news', 'document', 'practice'],
  lang: ['nl', 'en'],
};

/** What fits a parameter of this name, mostly. */
export function drawFitting(name: string): fc.Arbitrary<string> {
  const own = fc.constantFrom(...(fitting[name] ?? known)).map(encode);
  return fc.oneof({ weight: 12, arbitrary: own }, { weight: 1, arbitrary: part });
}

/** A text that nobody foresaw, or one that fits. */
export const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  { weight: 4, arbitrary: fc.constantFrom(...known) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.string() },
  { weight: 1, arbitrary: fc.integer().map(String) },
);

/** As encodeURIComponent, but for halves of surrogate pairs, which become bytes that are no UTF-8, as some clients send them. */
export function encode(text: string): string {
  return [...text]
    .map((sign) => (/\p{Cs}/u.test(sign) ? encodeHalf(sign.charCodeAt(0)) : encodeURIComponent(sign)))
    .join('');
}

function encodeHalf(unit: number): string {
  return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]
    .map((byte) => `%${byte.toString(16)}`)
    .join('');
}

/** A value as it stands in an address: encoded, or with what is no encoding. */
export const part = fc.oneof(
  { weight: 9, arbitrary: value.map(encode) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('%', '%zz', '%ff%fe', '%00', '..', '%2e%2e%2f', '//', ';a=b', '+'),
  },
);
