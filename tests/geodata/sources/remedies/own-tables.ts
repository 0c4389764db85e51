import { describe } from 'vitest';
import { guessMapping } from '../../../../geodata/sources/table/guess.ts';
import { readMapping, type TableMapping } from '../../../../geodata/sources/table/mapping.ts';
import { resolveTable } from '../../../../geodata/sources/table/resolve.ts';
import { plainSheet, type Sheet, type SheetFile } from '../../../../geodata/sources/table/sheet.ts';
import { readSheetFile } from '../../../../geodata/sources/table/sheet-file.ts';
import { packTable } from '../../../../geodata/sources/table/table-package.ts';
import { readTargetSheet } from '../../../../geodata/sources/table/target-sheet.ts';
import { buildWorkbook, number, text } from '../../../setup/workbook.ts';
import { indicator, knowledge, mapping } from '../table/sample.ts';
import { type Remedy, tryRemedies } from './remedy.ts';

/** A table as text, bytes or sheets, and what its mapping has otherwise. */
interface Given {
  readonly table: string | Uint8Array | SheetFile;
  readonly own?: Partial<TableMapping>;
}

const encode = (content: string) => new TextEncoder().encode(content);
const openFile = async (table: Given['table']) =>
  typeof table === 'string'
    ? readSheetFile(encode(table), 'tabel.csv')
    : table instanceof Uint8Array
      ? readSheetFile(table, 'tabel.xlsx')
      : table;

const region = { key: 'twente', name: { nl: 'Twente', en: 'Twente' }, municipalities: ['GM0153'] };

/** The way of a table from its bytes to a package. */
async function read({ table, own = {} }: Given): Promise<void> {
  const whole = { ...mapping, ...own };
  const { indicators, ...extraction } = resolveTable(await openFile(table), whole, knowledge, 'm.json');
  packTable(extraction, whole, indicators, region, 'tabel.csv');
}

const at = (kind: string, broken: Given, remedy: string, mended: Given): Remedy<Given> => ({
  kind,
  broken,
  remedy,
  mended,
});
const sound: Given = { table: 'Buurt;Jaar;Aantal\nCentrum;2024;5\nHofte;2024;7\n' };
const csv = (content: string, own: Given['own'] = {}): Given => ({ table: content, own });
const figure = (own: Partial<TableMapping['figures'][number]> = {}): TableMapping['figures'][number] => ({
  column: 'Aantal',
  indicator: 'meldingen',
  as: 'value',
  times: 1,
  decimalSign: null,
  ...own,
});
const share: Partial<TableMapping> = {
  indicators: [indicator('meldingen', { kind: 'share', unit: '%', aggregate: 'none' })],
};
const withHeadings: Partial<TableMapping> = {
  period: { in: 'headings', text: null, dates: null, spans: null },
  figures: [figure({ column: 'Aantal {period}' })],
};

const rows = [
  ['Buurt', 'Jaar', 'Aantal'],
  ['Centrum', 2024, 5],
  ['Hofte', 2024, 7],
];
const sheets = (all: readonly Sheet[], hiddenSheets: readonly string[] = []): SheetFile => ({
  file: 'tabel.xlsx',
  sheets: all,
  hiddenSheets,
  delimiter: null,
  notes: [],
});
const sheet = (name: string, own: Partial<Sheet> = {}): Sheet => ({ ...plainSheet(name, rows), ...own });
const oneSheet: Given = { table: sheets([sheet('Blad1')]) };

const workbookRows = (figureOfFirst: string) =>
  `<row r="1">${text('A1', 'Buurt')}${text('B1', 'Jaar')}${text('C1', 'Aantal')}</row><row r="2">${text('A2', 'Centrum')}${number('B2', 2024)}${figureOfFirst}</row>`;

describe('the file of a table', () => {
  tryRemedies<Given>(
    [
      at('nothing in it', csv(''), 'copy or export it again', sound),
      at(
        'an old workbook',
        { table: Uint8Array.from([0xd0, 0xcf, 0, 0]) },
        'save it as .xlsx without a password',
        {
          table: buildWorkbook(workbookRows(number('C2', 5))),
        },
      ),
      at(
        'a broken workbook',
        { table: buildWorkbook(workbookRows('')).subarray(0, 200) },
        'save it again as .xlsx',
        {
          table: buildWorkbook(workbookRows(number('C2', 5))),
        },
      ),
      at(
        'a workbook that merges without end',
        {
          table: buildWorkbook(workbookRows(number('C2', 5)), {
            behind: '<mergeCells count="1"><mergeCell ref="A1:ZZZZZZ2"/></mergeCells>',
          }),
        },
        'take the merged cells apart',
        { table: buildWorkbook(workbookRows(number('C2', 5))) },
      ),
      at('an empty workbook', { table: buildWorkbook('') }, 'save it again with its rows', {
        table: buildWorkbook(workbookRows(number('C2', 5))),
      }),
      at(
        'nothing between the cells',
        csv('Buurt^Jaar^Aantal\nCentrum^2024^5\n'),
        'CSV with semicolons',
        sound,
      ),
      at('zeros', csv('Buurt;Jaar;Aantal\0\n'), 'save the table as .xlsx or CSV', sound),
      at('HTML', csv('<table></table>'), 'save it there as .xlsx or CSV', sound),
      at(
        'rows within quotes',
        csv('Buurt;Jaar;Aantal;Op\nCentrum;2024;5;"a\nHofte;2024;7;b"\n'),
        'close the quote where the cell ends',
        csv('Buurt;Jaar;Aantal;Op\nCentrum;2024;5;"a"\nHofte;2024;7;b\n'),
      ),
      at(
        'rows within quotes that are a text',
        csv('Buurt;Jaar;Aantal;Op\nCentrum;2024;5;"a\nb;c;d;e"\n'),
        'write the text of the cell on one line',
        csv('Buurt;Jaar;Aantal;Op\nCentrum;2024;5;"a b;c;d;e"\n'),
      ),
      at(
        'two tables in one',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;5\nBuurt;Jaar;Klachten\nCentrum;2024;7\n'),
        'give each of the tables a sheet or a file of its own',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;5\n'),
      ),
      at('a row too wide', csv('Buurt;Jaar;Aantal\nCentrum;2024;5;6\n'), 'remove what stands behind', sound),
      at(
        'a row too narrow',
        csv('Buurt;Jaar;Aantal\nCentrum;2024\n'),
        'of the cells that are missing',
        sound,
      ),
      at(
        'UTF-32',
        { table: Uint8Array.from([0xff, 0xfe, 0, 0, 66, 0, 0, 0]) },
        'export the file as UTF-8',
        sound,
      ),
      at(
        'a formula without a result',
        { table: buildWorkbook(workbookRows('<c r="C2"><f>1+1</f></c>')) },
        'open the file in a spreadsheet program, save it there as .xlsx',
        { table: buildWorkbook(workbookRows('<c r="C2"><f>1+1</f><v>2</v></c>')) },
      ),
    ],
    read,
  );
  tryRemedies<Given>(
    [
      at(
        'two signs for decimals',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;1,5\nHofte;2024;2.5\n', share),
        'write all numbers of the file the same way',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;1,5\nHofte;2024;2,5\n', share),
      ),
    ],
    read,
  );
});

describe('the place of a table in its file', () => {
  tryRemedies<Given>(
    [
      at('several sheets', { table: sheets([sheet('Een'), sheet('Twee')]) }, 'give the mapping a "sheet"', {
        table: sheets([sheet('Een'), sheet('Twee')]),
        own: { sheet: 'Een' },
      }),
      at(
        'a sheet that is hidden',
        { table: sheets([sheet('Een')], ['Twee']), own: { sheet: 'Twee' } },
        'name another sheet in the mapping',
        {
          table: sheets([sheet('Een')], ['Twee']),
          own: { sheet: 'Een' },
        },
      ),
      at('no such sheet', { table: sheets([sheet('Een')]), own: { sheet: 'Eene' } }, 'write "Een"', {
        table: sheets([sheet('Een')]),
        own: { sheet: 'Een' },
      }),
      at(
        'two sheets for one name',
        { table: sheets([sheet('Een 2023'), sheet('Een 2024')]), own: { sheet: 'Een {period}' } },
        'give the mapping the whole name of one',
        {
          table: sheets([sheet('Een 2023'), sheet('Een 2024')]),
          own: { sheet: 'Een 2024' },
        },
      ),
      at(
        'other headings',
        csv('x;y\n1;2\n'),
        'correct the mapping',
        csv('x;y;z\nCentrum;2024;2\n', {
          area: { ...mapping.area, column: 'x' },
          period: { ...mapping.period, text: 'y' },
          figures: [figure({ column: 'z' })],
        }),
      ),
      at(
        'no column of areas',
        csv('Wijk;Jaar;Aantal\nCentrum;2024;5\n'),
        'correct the mapping',
        csv('Wijk;Jaar;Aantal\nCentrum;2024;5\n', { area: { ...mapping.area, column: 'Wijk' } }),
      ),
      at(
        'no column of figures',
        csv('Buurt;Jaar;Antal\nCentrum;2024;5\n'),
        'write "Antal"',
        csv('Buurt;Jaar;Antal\nCentrum;2024;5\n', { figures: [figure({ column: 'Antal' })] }),
      ),
      at(
        'two columns of figures',
        csv('Buurt;Jaar;Aantal;Aantal\nCentrum;2024;5;6\n'),
        'rename one of them in the file',
        csv('Buurt;Jaar;Aantal;Anders\nCentrum;2024;5;6\n'),
      ),
      at(
        'a heading that is no whole period',
        csv('Buurt;Aantal 2024;Aantal 2024 H1\nCentrum;5;3\n', withHeadings),
        'or take the column out of the file',
        csv('Buurt;Aantal 2024\nCentrum;5\n', withHeadings),
      ),
      at(
        'two columns for one figure',
        csv('Buurt;Jaar;Aantal;Nieuw\nCentrum;2024;5;6\n', {
          figures: [figure(), figure({ column: 'Nieuw' })],
        }),
        'leave one of the two out of the mapping',
        csv('Buurt;Jaar;Aantal;Nieuw\nCentrum;2024;5;6\n'),
      ),
      at(
        'a column and a heading for one figure',
        csv('Buurt;Jaar;Aantal;Aantal 2024\nCentrum;2024;5;6\n', {
          figures: [figure(), figure({ column: 'Aantal {period}' })],
        }),
        'leave one of the two out of the mapping',
        csv('Buurt;Jaar;Aantal;Aantal 2024\nCentrum;2024;5;6\n'),
      ),
      at(
        'a bound without its value',
        csv('Buurt;Jaar;Aantal;Onder\nCentrum;2024;5;4\n', {
          figures: [figure(), figure({ column: 'Onder', indicator: 'inwoners', as: 'lower' })],
        }),
        'or leave this one out',
        csv('Buurt;Jaar;Aantal;Onder\nCentrum;2024;5;4\n'),
      ),
      at(
        'titles of two years',
        csv('Cijfers 2023\n\nBuurt;Aantal\nCentrum;5\n\nCijfers 2024\n', {
          period: { in: 'title', text: 'Cijfers {period}', dates: null, spans: null },
        }),
        'give each of the tables a sheet or a file of its own',
        csv('Cijfers 2023\n\nBuurt;Aantal\nCentrum;5\n', {
          period: { in: 'title', text: 'Cijfers {period}', dates: null, spans: null },
        }),
      ),
      at(
        'no title with a year',
        csv('Buurt;Aantal\nCentrum;5\n', {
          period: { in: 'title', text: 'Cijfers {period}', dates: null, spans: null },
        }),
        'correct "period" in the mapping',
        csv('Buurt;Aantal\nCentrum;5\n', { period: { in: 'fixed', text: '2024', dates: null, spans: null } }),
      ),
      at(
        'boundaries that are not there',
        { ...sound, own: { boundaryYear: 2020 } },
        'give the year that the figures are published on',
        sound,
      ),
      at(
        'an indicator that nobody knows',
        { ...sound, own: { indicators: [] } },
        'or define it under "indicators"',
        sound,
      ),
      at(
        'no row left',
        csv('Buurt;Jaar;Aantal\nTotaal;2024;5\n'),
        'look in the mapping for what was left out',
        sound,
      ),
    ],
    read,
  );
});

describe('the rows of a table', () => {
  tryRemedies<Given>(
    [
      at('no area', csv('Buurt;Jaar;Aantal\n;2024;5\n'), 'write its name or code', sound),
      at(
        'a row twice',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;5\nCentrum;2024;6\n'),
        'remove one of the two rows',
        sound,
      ),
      at('no period', csv('Buurt;Jaar;Aantal\nCentrum;later;5\n'), 'write 2024, 2024-Q1', sound),
      at(
        'a merged figure',
        { table: sheets([sheet('Blad1', { merged: new Set(['2,2']) })]) },
        'split the cells',
        oneSheet,
      ),
      at(
        'a status that nobody knows',
        csv('Buurt;Jaar;Aantal;Status\nCentrum;2024;5;wellicht\n', {
          figures: [figure(), figure({ column: 'Status', as: 'status' })],
        }),
        'write one such as "definitief"',
        csv('Buurt;Jaar;Aantal;Status\nCentrum;2024;5;definitief\n', {
          figures: [figure(), figure({ column: 'Status', as: 'status' })],
        }),
      ),
      at(
        'a count below zero',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;-5\n'),
        'correct it, or leave the cell empty',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;\n'),
      ),
      at(
        'a shortened number',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;1,23E+05\n'),
        'show the whole number',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;123456\n'),
      ),
      at(
        'a count with decimals',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;1,234\n', { figures: [figure({ decimalSign: ',' })] }),
        'or correct the "decimalSign" of the column',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;1,234\n', { figures: [figure({ decimalSign: '.' })] }),
      ),
      at(
        'a number in brackets',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;(5)\n', share),
        'write that with a minus sign before it',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;-5\n', share),
      ),
      at(
        'another decimal sign',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;1,5\n', { ...share, decimalSign: '.' }),
        'correct it, or "decimalSign" in the mapping',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;1,5\n', { ...share, decimalSign: ',' }),
      ),
      at(
        'per cents and numbers',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;5%\nHofte;2024;7\n', share),
        'write the whole column in one way',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;5%\nHofte;2024;7%\n', share),
      ),
      at(
        'per cents in a count',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;5%\n'),
        'or the "kind" of its indicator',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;5%\n', share),
      ),
      at(
        'per cents that would be multiplied',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;5%\n', { ...share, figures: [figure({ times: 100 })] }),
        'take "times" of the column out of the mapping',
        csv('Buurt;Jaar;Aantal\nCentrum;2024;5%\n', share),
      ),
    ],
    read,
  );
});

describe('a table of which everything is guessed, a mapping and targets', () => {
  tryRemedies<Given>(
    [
      at(
        'a formula without a result',
        { table: sheets([sheet('Blad1', { uncomputed: new Set(['1,2']) })]) },
        'open the file in a spreadsheet program',
        oneSheet,
      ),
    ],
    async ({ table }) => guessMapping(await openFile(table), knowledge),
  );
  const known = {
    municipalities: [{ code: 'GM0153', name: 'Enschede' }],
    indicators: [indicator('inwoners'), indicator('score', { kind: 'score' })],
  };
  const target = (measure: string, value: string) =>
    csv(`gemeente\tindicator\tjaar\tstreefwaarde\tbron\nEnschede\t${measure}\t2026\t${value}\tPlan\n`);
  const targetRows = [
    ['gemeente', 'indicator', 'jaar', 'streefwaarde', 'bron'],
    ['Enschede', 'inwoners', 2026, 5, 'Plan'],
  ];
  tryRemedies<Given>(
    [
      at(
        'a number that can be two',
        target('inwoners', '1.500'),
        'write it without a sign for thousands',
        target('inwoners', '1500'),
      ),
      at(
        'a count below zero',
        target('inwoners', '-5'),
        'correct it; it is in aantal',
        target('inwoners', '5'),
      ),
      at('a count with decimals', target('inwoners', '1,5'), 'write a whole number', target('inwoners', '2')),
      at(
        'per cents of another unit',
        target('score', '5%'),
        'write the figure to reach, in aantal',
        target('score', '5'),
      ),
      at(
        'a merged target',
        { table: sheets([{ ...plainSheet('Blad1', targetRows), merged: new Set(['1,3']) }]) },
        'split the cells',
        { table: sheets([plainSheet('Blad1', targetRows)]) },
      ),
    ],
    async ({ table }) => readTargetSheet(await openFile(table), known),
  );
  const described = {
    area: { column: 'a', level: 'neighbourhood' },
    name: 'x',
    title: 'x',
    indicators: [],
    boundaryYear: 2024,
    source: { title: 'x' },
    licence: { name: 'x' },
  };
  const asMapping = (figures: readonly object[], period: object = {}) =>
    csv(JSON.stringify({ ...described, figures, period }));
  tryRemedies<Given>(
    [
      at(
        'no object',
        csv('[]'),
        'write it as docs/tables.md shows',
        asMapping([{ column: 'b {period}', indicator: 'c' }]),
      ),
      at(
        'no JSON',
        csv('{'),
        'copy or export the whole file again',
        asMapping([{ column: 'b {period}', indicator: 'c' }]),
      ),
      at(
        'a key twice',
        csv('{"title": "x", "title": "y"}'),
        'leave out the one that is not meant',
        asMapping([{ column: 'b {period}', indicator: 'c' }]),
      ),
      at(
        'nothing that says the period',
        asMapping([{ column: 'b', indicator: 'c' }]),
        'put {period} into the heading',
        asMapping([{ column: 'b {period}', indicator: 'c' }]),
      ),
    ],
    ({ table }) => readMapping(encode(String(table)), 'm.json'),
  );
});
