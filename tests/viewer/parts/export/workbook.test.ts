import { expect, test } from 'vitest';
import { readWorkbook } from '../../../../geodata/sources/formats/workbook.ts';
import { makeWorkbook } from '../../../../viewer/parts/export/workbook.ts';

test('a workbook holds the figures as numbers, and on a second sheet what has to be known of them', async () => {
  const rows = [
    ['code', 'naam', 'waarde'],
    ['BU01530001', 'Lasonder, ‘t Zeggelt', 12.5],
    ['BU01530002', 'De Laares', null],
    ['BU01530003', '=HYPERLINK("http://elders.nl")', 1],
  ];
  const bytes = await makeWorkbook(
    { sheet: 'Cijfers', rows },
    { sheet: 'Toelichting', rows: [['link', 'https://example.org/?page=report&area=BU01530001']] },
  );
  const { sheets } = await readWorkbook(bytes, 'figures.xlsx');
  expect(sheets.map(({ name }) => name)).toEqual(['Cijfers', 'Toelichting']);
  expect(sheets[0]?.rows.map((row) => row.slice(0, 2))).toEqual(rows.map((row) => row.slice(0, 2)));
  expect(sheets[0]?.rows[1]?.[2]).toBe(12.5);
  expect(sheets[0]?.rows[2]?.[2] ?? '').toBe('');
  // Not a formula: it would have no stored value.
  expect(sheets[0]?.rows[3]?.[1]).toBe('=HYPERLINK("http://elders.nl")');
  expect(sheets[1]?.rows[0]?.[1]).toContain('area=BU01530001');
});
