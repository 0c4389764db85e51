import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCsvRow } from '../../api/csv.ts';

test('writes cells as RFC 4180 has them', () => {
  const row = formatCsvRow(['BU01530001', "'t Zwik, Noord", 'de "oude" kern', 12.5, null, -3]);
  expect(row).toBe('BU01530001,"\'t Zwik, Noord","de ""oude"" kern",12.5,,-3\r\n');
});

test('gives any text back to whoever reads it', () => {
  const cells = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(cells, (row) => {
      expect(parse(formatCsvRow(row), { record_delimiter: '\r\n' })).toEqual([row]);
    }),
  );
});
