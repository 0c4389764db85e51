import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseEncoding, encodings } from '../../../api/sending/encoding.ts';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['GZIP;Q=0.8', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0.8, gzip;q=0.8', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0, gzip', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['identity', 'identity'],
  ['identity, br;q=0.1', 'identity'],
  ['br;q=nonsense', 'identity'],
  ['deflate', 'identity'],
] as const)('answers Accept-Encoding %j in %s', (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
});

test('chooses a coding whatever the header holds', () => {
  fc.assert(fc.property(fc.string(), (header) => encodings.includes(chooseEncoding(header))));
});
