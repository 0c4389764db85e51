import { strToU8, zipSync } from 'fflate';
import type { TableMapping } from '../../../../geodata/sources/table/mapping.ts';
import { buildWorkbook, number, text } from '../../../setup/workbook.ts';
import { type Form, type Kind, type Outcome, readTable } from './form.ts';

const head = `<row r="1">${text('A1', 'Buurt')}${text('B1', 'Jaar')}${text('C1', 'Aantal')}</row>`;
const row = (place: number, cells: string, own = '') => `<row r="${place}"${own}>${cells}</row>`;
const area = (place: number) => text(`A${place}`, `BU0153000${place - 2}`);
const last = row(3, area(3) + number('B3', 2024) + number('C3', 7));
const both = '00 2024 5, 01 2024 7';

const inWorkbook = (
  form: string,
  bytes: Uint8Array,
  outcome: Outcome,
  expected: string,
  changes: Partial<TableMapping> = {},
): Form => ({ form, reader: 'table', outcome, expected, run: () => readTable(bytes, changes) });

/** A workbook whose first figure and period are given as cells. */
const withCells = (figure: string, period = number('B2', 2024), own = '', sheet = {}) =>
  buildWorkbook(head + row(2, area(2) + period + figure, own) + last, sheet);

const share: Partial<TableMapping> = {
  figures: [{ column: 'Aantal', indicator: 'aandeel', as: 'value', times: 1, decimalSign: null }],
};
const formula = (result: string, kind = '') => `<c r="C2"${kind}><f>2+3</f>${result}</c>`;

const grouped = `${row(1, text('A1', 'Buurt') + text('B1', 'Aantal') + text('D1', 'Anders'))}${row(2, number('B2', 2023) + number('C2', 2024) + number('D2', 2023) + number('E2', 2024))}${row(3, text('A3', 'BU01530000') + ['B', 'C', 'D', 'E'].map((column, place) => number(`${column}3`, place)).join(''))}`;

export const workbookKinds: Kind[] = [
  {
    kind: 'Formulas and their results in workbooks',
    forms: [
      inWorkbook('with its result', withCells(formula('<v>5</v>')), 'read', both),
      inWorkbook('without one', withCells(formula('')), 'refused', 'cell C2'),
      inWorkbook('of a text without one', withCells('<c r="C2" t="str"><f>B2</f></c>'), 'refused', 'cell C2'),
      inWorkbook('of an error without one', withCells('<c r="C2" t="e"><f>B2</f></c>'), 'refused', 'cell C2'),
      inWorkbook(
        'of a table of data without one',
        withCells('<c r="C2"><f t="dataTable" ref="C2:C3" dt2D="0" r1="B2"/></c>'),
        'refused',
        'cell C2',
      ),
      inWorkbook('a number that is shown as a text', withCells(number('C2', 3, 5)), 'asked', '"<5"'),
      inWorkbook(
        'a number that its format makes millions of',
        withCells(number('C2', 3, 6)),
        'asked',
        '"3 mln"',
      ),
      inWorkbook('a number that could be shown as a text', withCells(number('C2', 5, 5)), 'read', both),
      inWorkbook(
        'that shares one without a result',
        buildWorkbook(
          head +
            row(
              2,
              `${area(2) + number('B2', 2024)}<c r="C2"><f t="shared" ref="C2:C3" si="0">B2</f><v>5</v></c>`,
            ) +
            row(3, `${area(3) + number('B3', 2024)}<c r="C3"><f t="shared" si="0"/></c>`),
        ),
        'refused',
        'cell C3',
      ),
      inWorkbook(
        'an error as its result',
        withCells(formula('<v>#DIV/0!</v>', ' t="e"')),
        'asked',
        '#DIV/0!',
      ),
      inWorkbook(
        'an empty text as its result',
        withCells(formula('<v></v>', ' t="str"')),
        'read',
        '00 2024 , 01 2024 7',
      ),
      inWorkbook(
        'an error in the place of the area',
        buildWorkbook(
          head + row(2, `<c r="A2" t="e"><v>#N/A</v></c>${number('B2', 2024)}${number('C2', 5)}`) + last,
        ),
        'asked',
        'not known',
      ),
    ],
  },
  {
    kind: 'Numbers and dates in workbooks',
    forms: [
      inWorkbook('a number', withCells(number('C2', 5)), 'read', both),
      inWorkbook(
        'text with a hard space',
        withCells(text('C2', '1\u00a0234')),
        'read',
        '00 2024 1234, 01 2024 7',
      ),
      inWorkbook('text that can be two numbers', withCells(text('C2', '1.234')), 'asked', 'two numbers'),
      inWorkbook(
        'with the raised mark of a footnote',
        withCells(
          '<c r="C2" t="inlineStr"><is><r><t>5</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c>',
        ),
        'asked',
        '5¹',
      ),
      inWorkbook('in the form of a date', withCells(number('C2', 5, 2)), 'asked', 'word'),
      inWorkbook('shown in thousands', withCells(number('C2', 5000, 4)), 'read', '00 2024 5000, 01 2024 7'),
      inWorkbook(
        'per cents in a count',
        withCells(number('C2', 0.05, 1)),
        'refused',
        'a count is no percentage',
      ),
      inWorkbook(
        'per cents beside numbers',
        withCells(number('C2', 0.05, 1)),
        'refused',
        'the whole column in one way',
        share,
      ),
      inWorkbook('yes or no', withCells('<c r="C2" t="b"><v>1</v></c>'), 'asked', 'word'),
      inWorkbook(
        'a date as the period',
        withCells(number('C2', 5), number('B2', 45_292, 2)),
        'asked',
        'date "2024-01-01"',
      ),
      inWorkbook(
        'a date that shows its year alone',
        withCells(number('C2', 5), number('B2', 45_292, 3)),
        'asked',
        'date "2024-01-01"',
      ),
      inWorkbook(
        'the number of a date',
        withCells(number('C2', 5), number('B2', 45_292)),
        'refused',
        'is no period',
      ),
      inWorkbook(
        'a date counted from 1904',
        withCells(number('C2', 5), number('B2', 43_830, 2), '', { properties: 'date1904="1"' }),
        'asked',
        'date "2024-01-01"',
      ),
    ],
  },
  {
    kind: 'Hidden, filtered, merged and other rows of workbooks',
    forms: [
      inWorkbook('a number whose format shows nothing', withCells(number('C2', 5, 7)), 'read', both),
      inWorkbook('a hidden row', withCells(number('C2', 5), undefined, ' hidden="1"'), 'read', both),
      inWorkbook(
        'a row of no height',
        withCells(number('C2', 5), undefined, ' ht="0" customHeight="1"'),
        'read',
        both,
      ),
      inWorkbook(
        'a hidden column',
        withCells(number('C2', 5), undefined, '', {
          before: '<cols><col min="3" max="3" hidden="1"/></cols>',
        }),
        'read',
        both,
      ),
      inWorkbook(
        'a filtered row',
        withCells(number('C2', 5), undefined, ' hidden="1"', {
          behind:
            '<autoFilter ref="A1:C3"><filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn></autoFilter>',
        }),
        'read',
        both,
      ),
      inWorkbook(
        'a merged figure',
        withCells(number('C2', 5), undefined, '', {
          behind: '<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>',
        }),
        'refused',
        'split the cells',
      ),
      inWorkbook(
        'a merged area',
        buildWorkbook(
          head +
            row(2, area(2) + number('B2', 2023) + number('C2', 5)) +
            row(3, number('B3', 2024) + number('C3', 7)),
          { behind: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>' },
        ),
        'read',
        '00 2023 5, 00 2024 7',
      ),
      inWorkbook(
        'headings merged over two rows',
        buildWorkbook(grouped, {
          behind:
            '<mergeCells count="3"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>',
        }),
        'read',
        '00 2023 0, 00 2024 1',
        {
          headerRows: 2,
          period: { in: 'headings', text: null, dates: null, spans: null },
          figures: [
            { column: 'Aantal {period}', indicator: 'inwoners', as: 'value', times: 1, decimalSign: null },
          ],
        },
      ),
      inWorkbook(
        'rows below a total',
        buildWorkbook(
          head +
            row(2, area(2) + number('B2', 2024) + number('C2', 5)) +
            row(3, text('A3', 'Totaal') + number('C3', 12)) +
            row(4, text('A4', 'BU01530001') + number('B4', 2024) + number('C4', 7)),
        ),
        'read',
        both,
      ),
      inWorkbook('a figure beyond the headings', withCells(number('C2', 5) + number('H2', 99)), 'read', both),
    ],
  },
  {
    kind: 'Workbooks of other programs',
    forms: [
      inWorkbook(
        'OpenDocument',
        zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
        'refused',
        'save it again as .xlsx',
      ),
      inWorkbook(
        'XLSB',
        zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.bin': new Uint8Array(2) }),
        'refused',
        'save it again as .xlsx',
      ),
      inWorkbook(
        'XLS, or one with a password',
        Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]),
        'refused',
        'save it as .xlsx without a password',
      ),
      inWorkbook(
        'a zip with a CSV',
        zipSync({ 'tabel.csv': strToU8('Buurt;Jaar;Aantal\n') }),
        'refused',
        'as .xlsx without a password, or as CSV',
      ),
      inWorkbook(
        'a workbook that breaks off',
        withCells(number('C2', 5)).subarray(0, 300),
        'refused',
        'save it again as .xlsx',
      ),
    ],
  },
];
