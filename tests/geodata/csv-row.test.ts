import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCsvRow } from '../../geodata/csv-row.ts';

test('writes cells as RFC 4180 has them', () => {
  const row = formatCsvRow(['BU01530001', "'t Zwik, Noord", 'de "oude" kern', 12.5, null, -3]);
  expect(row).toBe('BU01530001,"\'t Zwik, Noord","de ""oude"" kern",12.5,,-3\r\n');
});

test('a comma, a quote or a new line in a cell stays within it; what is not there is empty', () => {
  expect(formatCsvRow(['Oud "Zuid", west', 1.5])).toBe('"Oud ""Zuid"", west",1.5\r\n');
  expect(formatCsvRow(['regel\nregel', null])).toBe('"regel\nregel",\r\n');
});

test.each([
  '=1+1',
  '=HYPERLINK("http://elders.nl")',
  '+31 53 1234567',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '-',
  '=5',
])('is no formula for a spreadsheet: %j', (text) => {
  const [[cell = ''] = []] = parse(formatCsvRow([text, 'einde']), { record_delimiter: '\r\n' });
  expect(cell).toBe(`'${text}`);
});

test('leaves numbers alone, and names that begin with an apostrophe', () => {
  expect(formatCsvRow([-3, '-3', '-3,5', '+2.25', "'s-Gravenland", "'t Zwik"])).toBe(
    '-3,-3,"-3,5",+2.25,\'s-Gravenland,\'t Zwik\r\n',
  );
});

test('gives any text back to whoever reads it and takes away what stands before a formula', () => {
  const cells = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(cells, (row) => {
      fc.pre(row.every((text) => !/^'[=+\-@\t\r]/.test(text)));
      const read = parse(formatCsvRow(row), { record_delimiter: '\r\n' }) as string[][];
      expect(read.map((line) => line.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual([row]);
    }),
  );
});
