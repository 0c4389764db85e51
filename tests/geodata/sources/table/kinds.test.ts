import { describe, expect, test } from 'vitest';
import { formatAccount } from '../../../../geodata/sources/account.ts';
import type { TableMapping } from '../../../../geodata/sources/table/mapping.ts';
import { describeOpen, proposeMapping, resolveTable } from '../../../../geodata/sources/table/resolve.ts';
import { plainSheet, type Sheet, type SheetFile } from '../../../../geodata/sources/table/sheet.ts';
import { lineOf } from '../problem.ts';
import { indicator, knowledge, mapping, readText } from './sample.ts';

const column = (name: string, key: string, other: Partial<TableMapping['figures'][number]> = {}) => ({
  column: name,
  indicator: key,
  as: 'value' as const,
  times: 1,
  decimalSign: null,
  ...other,
});
const indicators = [
  indicator('meldingen'),
  indicator('aandeel', { kind: 'share', unit: '%', decimals: 1, aggregate: 'none' }),
  indicator('score', { kind: 'score', aggregate: 'none' }),
];
const both: Partial<TableMapping> = {
  figures: [column('Aantal', 'meldingen'), column('Aandeel', 'aandeel')],
  indicators,
};

async function read(given: string | SheetFile, change: Partial<TableMapping> = {}) {
  const file = typeof given === 'string' ? await readText(given) : given;
  return resolveTable(file, { ...mapping, ...change }, knowledge, 'm.json');
}
const valuesOf = async (...given: Parameters<typeof read>) =>
  [...(await read(...given)).rows.values()].flat().map(({ period, cells }) => [period, cells.value]);
const openOf = async (...given: Parameters<typeof read>) => describeOpen((await read(...given)).open);
const refuse = (...given: Parameters<typeof read>) => lineOf(() => read(...given));

const workbook = (sheet: Partial<Sheet>, hiddenSheets: string[] = []): SheetFile => ({
  file: 'tabel.xlsx',
  sheets: [
    {
      ...plainSheet('Blad1', [
        ['Buurt', 'Jaar', 'Aantal'],
        ['Centrum', 2024, 5],
        ['Hofte', 2024, 7],
      ]),
      ...sheet,
    },
  ],
  hiddenSheets,
  delimiter: null,
  notes: [],
});

describe('nothing vanishes', () => {
  test('of two numbers on two lines of one cell', async () => {
    expect(await refuse('Buurt;Jaar;Aantal\nCentrum;2024;"12\n345"\n')).toContain(
      'row 2 (BU01530000), column "Aantal": "12 345" is no number',
    );
  });

  test.each([
    ['CRLF, then LF', 'Buurt;Jaar;Aantal\r\nCentrum;2024;1\nHofte;2024;2\n'],
    ['LF, then CRLF', 'Buurt;Jaar;Aantal\nCentrum;2024;1\r\nHofte;2024;2\r\n'],
    ['CR alone', 'Buurt;Jaar;Aantal\rCentrum;2024;1\rHofte;2024;2'],
    ['all three', 'Buurt;Jaar;Aantal\rCentrum;2024;1\r\nHofte;2024;2\n'],
  ])('of lines that end in %s', async (name, text) => {
    expect(await valuesOf(text)).toEqual([
      ['2024', '1'],
      ['2024', '2'],
    ]);
    const { notes } = await read(text);
    expect(notes.some((note) => note.startsWith('Lines end in more than one way'))).toBe(name !== 'CR alone');
  });

  test('a row of another width is refused, and one text alone is a remark', async () => {
    const head = 'Buurt;Jaar;Aantal\nCentrum;2024;1\n';
    expect(await refuse(`${head}Hofte;2024;2;9\n`)).toContain('row 3: it has 4 cells, the header has 3');
    expect(await refuse(`${head}Hofte;2024\n`)).toContain('row 3: it has 2 cells, the header has 3');
    expect(await refuse(`${head}Hofte\n`)).toContain('row 3: it has 1 cell');
    expect(await refuse(`${head}12\n`)).toContain('row 3: it has 1 cell');
    expect(await refuse('Buurt;Jaar;Aantal;\nCentrum;2024;1;5\n')).toContain(
      'row 2: it has 4 cells, the header has 3',
    );
    expect(formatAccount((await read(`${head};;\nBron: telling\n`)).account)).toBe(
      'tabel.csv: 3 rows = 1 rows written + 0 refused + 2 left out (1 without anything in them, row 3, ";"; 1 remarks without figures, row 4, "Bron: telling")'.replace(
        ', ";"',
        '',
      ),
    );
  });

  test('a figure that two columns give is refused, naming both', async () => {
    const text = 'Buurt;Jaar;Aantal;Nieuw 2024\nCentrum;2024;1;2\n';
    const twice = { figures: [column('Aantal', 'meldingen'), column('Nieuw 2024', 'meldingen')] };
    expect(await refuse(text, twice)).toBe(
      'tabel.csv, columns C ("Aantal") and D ("Nieuw 2024"): both give the value of "meldingen"; leave one of the two out of the mapping, or give it an indicator of its own.',
    );
    const mixed = { figures: [column('Aantal', 'meldingen'), column('Nieuw {period}', 'meldingen')] };
    expect(await refuse(text, mixed)).toContain(
      'row 2, columns C ("Aantal") and D ("Nieuw 2024"): both give the value of "meldingen" of BU01530000 for 2024',
    );
  });

  test('formulas without a result are refused; hidden rows and columns are read and said', async () => {
    expect(await refuse(workbook({ uncomputed: new Set(['1,2', '2,2']) }))).toBe(
      'tabel.xlsx, sheet "Blad1", cell C2: the formula here and 1 more have no result in the file; open the file in a spreadsheet program, save it there as .xlsx, and import that.',
    );
    const hidden = { rows: new Set([2]), columns: new Set([2]), isFiltered: true };
    const { rows, notes } = await read(workbook({ hidden }, ['Oud']));
    expect(rows.get('meldingen')).toHaveLength(2);
    expect(notes).toEqual([
      'Hidden sheets were not read: "Oud".',
      '1 hidden rows (a filter is set) were read as the others (first row 3).',
      '1 hidden columns were read as the others.',
    ]);
    expect(await refuse(workbook({}, ['Oud']), { sheet: 'Oud' })).toContain('sheet "Oud": it is hidden');
    const beyond = workbook({
      rows: [
        ['Buurt', 'Jaar', 'Aantal'],
        ['Centrum', 2024, 5, 'let op'],
      ],
    });
    expect((await read(beyond)).notes).toEqual([
      '1 cell stands in a column without a heading and was not read (first D2).',
    ]);
  });
});

describe('periods are whole or asked', () => {
  const headings: Partial<TableMapping> = {
    period: { in: 'headings', text: null, dates: null, spans: null },
    figures: [column('Aantal {period}', 'meldingen')],
  };
  test('quarters, months and stars in headings', async () => {
    const text = 'Buurt;Aantal 2023 1e kwartaal;Aantal feb 2023;Aantal 2024*\nCentrum;1;2;3\n';
    expect(await valuesOf(text, headings)).toEqual([
      ['2023-Q1', '1'],
      ['2023-02', '2'],
      ['2024', '3*'],
    ]);
  });

  test('several years are asked, and an average is a period of its own', async () => {
    const text = 'Buurt;Aantal 2020-2022;Aantal 2021-2023\nCentrum;1;2\n';
    expect(await openOf(text, headings)).toContain(
      'it is not said what the years "Aantal 2020-2022" in row 1 stand for',
    );
    const { open } = await read(text, headings);
    expect(JSON.parse(proposeMapping({ ...mapping, ...headings }, open)).period.spans).toBe(
      '? average, first-year or last-year',
    );
    const spans = (meaning: 'average' | 'last-year') => ({
      ...headings,
      period: { in: 'headings' as const, text: null, dates: null, spans: meaning },
    });
    expect(await valuesOf(text, spans('average'))).toEqual([
      ['2020..2022', '1'],
      ['2021..2023', '2'],
    ]);
    expect((await valuesOf(text, spans('last-year'))).map(([period]) => period)).toEqual(['2022', '2023']);
  });

  test('what is no whole period is refused, and a second title too', async () => {
    const half = 'Buurt;Aantal 2023;Aantal 2024 1e halfjaar\nCentrum;1;2\n';
    expect(await refuse(half, headings)).toContain(
      'column "Aantal 2024 1e halfjaar": "2024 1e halfjaar" stands where',
    );
    const title = { period: { in: 'title' as const, text: 'Stand {period}', dates: null, spans: null } };
    const two = 'Stand 2023\nBuurt;Aantal\nCentrum;1\nStand 2024\nBuurt;Aantal\nHofte;2\n';
    expect(await refuse(two, title)).toContain('"Stand {period}" stands there for 2023 and for 2024');
    expect(await refuse('Buurt;Jaar;Aantal\nCentrum;2024 t/m juni;1\n')).toContain(
      '"2024 t/m juni" is no period',
    );
  });
});

describe('magnitudes are certain or asked', () => {
  const text = (...rows: string[]) =>
    `Buurt;Jaar;Aantal;Aandeel\n${rows.map((row, index) => `BU0153000${index};2024;${row}`).join('\n')}\n`;
  test('a count beside shares with the same sign is asked by its column', async () => {
    const mixed = text('1.234;12.5', '987;7.1');
    const { open } = await read(mixed, both);
    expect(open.numbers).toEqual([{ text: '1.234', row: 2, column: 'Aantal' }]);
    expect(JSON.parse(proposeMapping({ ...mapping, ...both }, open)).figures[0].decimalSign).toBe('? , or .');
    const answered = {
      ...both,
      figures: [column('Aantal', 'meldingen', { decimalSign: ',' }), column('Aandeel', 'aandeel')],
    };
    expect((await valuesOf(mixed, answered)).map(([, value]) => value)).toEqual([
      '1234',
      '987',
      '12.5',
      '7.1',
    ]);
    const wrong = {
      ...both,
      figures: [column('Aantal', 'meldingen', { decimalSign: '.' }), column('Aandeel', 'aandeel')],
    };
    expect(await refuse(mixed, wrong)).toContain('"1.234" has decimals, and a count has none');
  });

  test('thousands beside the other decimal sign are certain', async () => {
    expect((await valuesOf(text('1.234;12,5', '1.234.567;7,1'), both)).map(([, value]) => value)).toEqual([
      '1234',
      '1234567',
      '12.5',
      '7.1',
    ]);
    expect(await openOf(text('1,234;0,5'), both)).toContain('"1,234" in row 2');
    expect(await openOf(text('12;1,234', '13;1,345'), both)).toContain('"1,234" in row 2');
    expect(await openOf(text("1'234;1.234", '13;1.345'), both)).toContain('"1.234" in row 2');
  });

  test.each([
    ['(12,5)', 'may be a number below zero'],
    ['12,5-', 'may be a number below zero'],
    ['1,23E+05', 'is shortened and may have lost digits'],
  ])('%s is refused', async (cell, message) => {
    const change = { figures: [column('Aandeel', 'score')], indicators };
    expect(await refuse(text(`1;${cell}`), change)).toContain(message);
  });

  test('signs of per cent stand on a whole column, not on a count and not where the mapping multiplies', async () => {
    expect(await refuse(text('1;12%', '2;0,13'), both)).toContain(
      'here is no sign of per cent, and one in row 2',
    );
    expect(await refuse(text('1%;12%'), both)).toContain('a count is no percentage');
    const times = { ...both, figures: [column('Aandeel', 'aandeel', { times: 100 })] };
    expect(await refuse(text('1;12%'), times)).toContain('the mapping multiplies by 100');
  });

  test.each(['..', '...', '<5', '< 5', '0-4', '≤5', '…', '–', '-', 'n.b.', '#N/A'])(
    'the word "%s" is asked',
    async (word) => {
      const table = `Buurt;Jaar;Aantal\nCentrum;2024;${word}\n`;
      expect(await openOf(table)).toContain(`1 word stands where figures are expected (row 2, "${word}")`);
      expect(await valuesOf(table, { words: { [word]: 'zero' } })).toEqual([['2024', '0']]);
    },
  );
});
