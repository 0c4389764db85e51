import { expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { readSheetFile } from '../../../../geodata/sources/table/sheet-file.ts';
import { lineOf } from '../problem.ts';
import { readText } from './sample.ts';

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ['semicolons', 'Buurt;Aantal\nA;1,5\nB;2,5\n', ';'],
  ['commas', 'Buurt,Aantal\nA,1\nB,2\n', ','],
  ['tabs', 'Buurt\tAantal\nA\t1,5\nB\t2,5\n', '\t'],
  ['bars', 'Buurt|Aantal\nA|1\nB|2\n', '|'],
  ['tabs, all of it within quotes,', '"Buurt"\t"Aantal"\n"A"\t"1,5"\n"B"\t"2,5"\n', '\t'],
  ['commas within quotes', '"Buurt, wijk";Aantal\n"A, b";1\n"B, c";2\n', ';'],
  ['titles above', 'Overzicht, met komma\n\nBuurt;Aantal\nA;1\nB;2\n', ';'],
])('CSV with %s is read by the sign that its lines agree on', async (_, text, delimiter) => {
  const { sheets, delimiter: found } = await readText(text);
  expect(found).toBe(delimiter);
  expect(sheets[0]?.rows.at(-1)).toHaveLength(2);
});

test('rows keep the numbers that a spreadsheet gives them, empty ones and a line with sep= included', async () => {
  const { sheets, delimiter } = await readText('sep=|\nTitel\n\nBuurt|Aantal\nA|1\n');
  expect(delimiter).toBe('|');
  expect(sheets[0]?.rows.map((row) => row.length)).toEqual([0, 1, 0, 2, 2]);
});

test('windows-1252 and a byte-order mark are read as they are meant, and said', async () => {
  const old = await readSheetFile(latin('Buurt;Bedrag\nH\u00f6fte;\u0080 5\n'), 'oud.csv');
  expect(old.sheets[0]?.rows[1]).toEqual(['Höfte', '€ 5']);
  expect(old.notes).toEqual(['The file was not UTF-8 and was read as windows-1252 (Latin-1).']);
  const marked = await readText('\uFEFFBuurt;Aantal\nA;1\n');
  expect(marked.sheets[0]?.rows[0]).toEqual(['Buurt', 'Aantal']);
});

test('a workbook gives numbers, texts, dates, percentages as they are shown, and merged cells', async () => {
  const bytes = await writeWorkbook([
    {
      sheet: 'Cijfers',
      data: [
        [{ value: 'Overzicht 2024', columnSpan: 4 }, null, null, null],
        ['Buurt', 'Aandeel', 'Peildatum', 'Tekst'].map((value) => ({ value })),
        [
          { value: 'Centrum', rowSpan: 2 },
          { value: 0.07, format: '0.0%' },
          { value: new Date(Date.UTC(2024, 2, 1)), format: 'dd-mm-yyyy' },
          { value: '1.234,5' },
        ],
        [
          null,
          { value: 0.1 + 0.2, type: Number, format: '"100%" 0.0' },
          null,
          { value: '00153', type: String },
        ],
      ],
    },
    { sheet: 'Leeg', data: [] },
  ]).toBuffer();
  const { sheets, delimiter } = await readSheetFile(new Uint8Array(bytes), 'tabel.xlsx');
  expect([sheets.map(({ name }) => name), delimiter]).toEqual([['Cijfers'], null]);
  expect(sheets[0]?.rows.slice(2)).toEqual([
    ['Centrum', 7, '2024-03-01', '1.234,5'],
    ['Centrum', 0.3, '', '00153'],
  ]);
  expect(sheets[0]?.merged.has('3,0')).toBe(true);
});

test('numbers that nobody sees in a workbook are read, and told with the first of them', async () => {
  const data = [
    ['Buurt', 'Aantal'].map((value) => ({ value })),
    [{ value: 'Centrum' }, { value: 5, format: ';;;' }],
    [{ value: 'Hofte' }, { value: 0, format: '0;-0;' }],
    [{ value: 'Boswinkel' }, { value: 7, format: '0;-0;' }],
  ];
  const bytes = await writeWorkbook([{ sheet: 'Cijfers', data }]).toBuffer();
  const { sheets, notes } = await readSheetFile(new Uint8Array(bytes), 'tabel.xlsx');
  expect(sheets[0]?.rows.map(([, figure]) => figure)).toEqual(['Aantal', 5, 0, 7]);
  expect(notes).toEqual([
    'Sheet "Cijfers": 2 numbers stand in cells whose format shows nothing (first B2); read as the numbers that they are.',
  ]);
});

test.each([
  ['nothing', [], 'x.csv: the file is empty; copy or export it again.'],
  [
    'spaces only',
    [...'  \n'].map((each) => each.charCodeAt(0)),
    'x.csv: the file is empty; copy or export it again.',
  ],
  [
    'an old or protected workbook',
    [0xd0, 0xcf, 0x11, 0xe0],
    'x.csv: it is a workbook of the old form (.xls), or one with a password; open it and save it as .xlsx without a password, or as CSV.',
  ],
  [
    'something else',
    [0x25, 0x50, 0, 0, 1],
    'x.csv: it is neither CSV nor a workbook; save the table as .xlsx or CSV.',
  ],
])('%s is refused with the way out', async (_, bytes, line) => {
  expect(await lineOf(() => readSheetFile(Uint8Array.from(bytes), 'x.csv'))).toBe(line);
});

test('a workbook that is broken or empty is refused with the way out', async () => {
  const bytes = new Uint8Array(await writeWorkbook([{ sheet: 'Leeg', data: [] }]).toBuffer());
  expect(await lineOf(() => readSheetFile(bytes, 'x.xlsx'))).toBe(
    'x.xlsx: the workbook is empty; save it again with its rows.',
  );
  expect(await lineOf(() => readSheetFile(bytes.slice(0, 200), 'x.xlsx'))).toMatch(
    /^x\.xlsx: it cannot be read as a workbook \(.+\); open it and save it again as \.xlsx without a password, or as CSV\.$/,
  );
});
