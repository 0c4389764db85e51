import { type Form, type Kind, type Outcome, readPackage, readTable, readTargets, toBytes } from './form.ts';

const [first, second, third] = ['BU01530000', 'BU01530001', 'BU01530002'];
const two = '00 2024 1, 01 2024 2';

/** The same content as a table of one's own and as one of a package. */
function inTables(
  form: string,
  content: string | Uint8Array,
  outcome: Outcome,
  expected: string,
  inPackage: readonly [Outcome, string] = [outcome, expected],
): Form[] {
  return [
    { form, reader: 'table', outcome, expected, run: () => readTable(content) },
    {
      form,
      reader: 'package',
      outcome: inPackage[0],
      expected: inPackage[1],
      run: () => readPackage(content),
    },
  ];
}

const header = 'Buurt;Jaar;Aantal';
const lines = (
  ends: readonly string[],
  before = '',
  rows = [header, `${first};2024;1`, `${second};2024;2`],
) => before + rows.map((row, place) => row + ends[place % ends.length]).join('');

const utf16 = (text: string, mark: string, isLittle = true) => {
  const bytes = new Uint8Array((text.length + mark.length) * 2);
  const view = new DataView(bytes.buffer);
  for (const [place, sign] of [...(mark + text)].entries())
    view.setUint16(place * 2, sign.charCodeAt(0), isLittle);
  return bytes;
};

const targetRows = ['gemeente;indicator;jaar;streefwaarde;bron', 'Enschede;score;2026;4,5;Plan', ''];

const inTargets = (form: string, content: string, outcome: Outcome, expected: string): Form => ({
  form,
  reader: 'targets',
  outcome,
  expected,
  run: () => readTargets(content),
});

export const lineKinds: Kind[] = [
  {
    kind: 'Ends of lines and files',
    forms: [
      ...inTables('LF', lines(['\n']), 'read', two),
      ...inTables('CRLF', lines(['\r\n']), 'read', two),
      ...inTables('CR', lines(['\r']), 'read', two),
      ...inTables('CRLF, then LF', lines(['\r\n', '\n', '\n']), 'read', two),
      ...inTables('LF, then CR', lines(['\n', '\r']), 'read', two),
      ...inTables('CR before CRLF', lines(['\r\r\n']), 'read', two),
      ...inTables('none behind the last line', lines(['\n']).trimEnd(), 'read', two),
      ...inTables('the sign that DOS ends a file with', `${lines(['\r\n'])}\u001a`, 'read', two),
      ...inTables('zeros behind the last line', `${lines(['\n'])}\0`, 'refused', 'save the table as .xlsx'),
      ...inTables(
        'within quotes',
        `${header};Op\n${first};2024;1;"a\nb"\n${second};2024;2;"c\r\nd\re"\n`,
        'read',
        two,
      ),
      inTargets('CR', targetRows.join('\r'), 'read', 'GM0153 score 2026 4.5'),
      inTargets('CRLF, then LF', `${targetRows[0]}\r\n${targetRows[1]}\n`, 'read', 'GM0153 score 2026 4.5'),
    ],
  },
  {
    kind: 'Byte-order marks, sets of signs and signs that nobody sees',
    forms: [
      ...inTables('a mark before the first line', `\ufeff${lines(['\n'])}`, 'read', two),
      ...inTables('two marks', `\ufeff\ufeff${lines(['\n'])}`, 'read', two),
      ...inTables('a mark within', lines(['\n']).replace(second, `\ufeff${second}`), 'read', two),
      ...inTables('UTF-16 with a mark', utf16(lines(['\n']), '\ufeff'), 'read', two),
      ...inTables('UTF-16, the high byte first', utf16(lines(['\n']), '\ufeff', false), 'read', two),
      ...inTables('UTF-16 without a mark', utf16(lines(['\n']), ''), 'read', two),
      ...inTables('zero width in headings and cells', lines(['\n']).replaceAll('a', 'a\u200b'), 'read', two),
      ...inTables('marks of direction', lines(['\n']).replaceAll('2024', '\u200e2024\u200f'), 'read', two),
      ...inTables('wide digits', lines(['\n']).replaceAll('2024', '２０２４'), 'read', two),
      ...inTables('hard spaces around', lines(['\n']).replaceAll(';', '\u00a0;\u00a0'), 'read', two),
      ...inTables(
        'hard spaces in windows-1252',
        Uint8Array.from(lines(['\n']).replaceAll(';', '\u00a0;'), (sign) => sign.charCodeAt(0)),
        'read',
        two,
      ),
    ],
  },
  {
    kind: 'Separators',
    forms: [
      ...[',', '\t', '|'].flatMap((sign) =>
        inTables(`"${sign}"`.replace('\t', 'tab'), lines(['\n']).replaceAll(';', sign), 'read', two),
      ),
      ...inTables('sep=; before the headings', lines(['\n'], 'sep=;\n'), 'read', two),
      ...inTables('sep= and a tab', lines(['\n'], 'sep=\t\n').replaceAll(';', '\t'), 'read', two),
      ...inTables('a mark and SEP=;', lines(['\r\n'], '\ufeffSEP=;\r\n'), 'read', two),
      ...inTables('sep= of another sign', lines(['\n'], 'sep=^\n').replaceAll(';', '^'), 'read', two),
      ...inTables('"^"', lines(['\n']).replaceAll(';', '^'), 'refused', 'CSV with semicolons', [
        'refused',
        'the header has no such name',
      ]),
      ...inTables('spaces', lines(['\n']).replaceAll(';', ' '), 'refused', 'CSV with semicolons', [
        'refused',
        'the header has no such name',
      ]),
      ...inTables('empty columns at the end of all', lines([';;\n']), 'read', two),
      ...inTables('a separator at the end of rows alone', lines(['\n', ';\n', ';\n']), 'refused', 'row 2'),
      ...inTables(
        'a separator at the end of the headings alone',
        lines([';\n', '\n', '\n']),
        'refused',
        'row 2',
      ),
      ...inTables(
        'decimal commas between commas',
        `Buurt,Jaar,Aantal\n${first},2024,12,5\n`,
        'refused',
        'it has 4 cells, the header has 3',
      ),
    ],
  },
  {
    kind: 'Quotes',
    forms: [
      ...inTables('around all', lines(['\n']).replaceAll(/[^;\n]+/g, '"$&"'), 'read', two),
      ...inTables(
        'left open',
        `${header};Op\n${first};2024;1;"a\n${second};2024;2;b\n`,
        'refused',
        'never closed',
      ),
      ...inTables(
        'left open, and closed a row further on',
        `${header};Op\n${first};2024;1;"a\n${second};2024;2;b"\n${third};2024;3;c\n`,
        'refused',
        'close the quote where the cell ends',
      ),
      ...inTables(
        'left open, and closed two rows further on',
        `${header};Op\n${first};2024;1;"a\n${second};2024;2;b\n${third};2024;3;"\n`,
        'refused',
        'closes 2 lines further on',
      ),
      ...inTables(
        'left open, and closed behind an empty row',
        `${header};Op\n${first};2024;1;"a\n\n${second};2024;2;b"\n${third};2024;3;c\n`,
        'refused',
        'closes 2 lines further on',
      ),
      ...inTables(
        'left open, and closed behind a row that is too short',
        `${header};Op\n${first};2024;1;"a\n${second};2024\n${third};2024;3;c"\n`,
        'refused',
        'closes 2 lines further on',
      ),
      ...inTables(
        'left open in the first cell, and closed in the last of a later row',
        `${header}\n"${first};2024;1\n${second};2024;2"\n${third};2024;3\n`,
        'refused',
        'closes 1 line further on',
      ),
      ...inTables(
        'around a text of several lines with separators in it',
        `${header};Op\n${first};2024;1;"a; b\n\nc; d"\n${second};2024;2;""\n`,
        'read',
        two,
      ),
      ...inTables('in the middle of a cell', `${header};Op\n${first};2024;1;5" buis\n`, 'refused', 'line 2'),
      ...inTables('doubled', `${header};Op\n${first};2024;1;"5"" buis"\n`, 'read', '00 2024 1'),
      ...inTables('single ones', lines(['\n']).replaceAll(/[^;\n]+/g, "'$&'"), 'refused', 'column', [
        'refused',
        'field',
      ]),
    ],
  },
  {
    kind: 'Rows and columns that say the same, and rows that are none',
    forms: [
      ...inTables('two headings alike', `${header};Aantal\n${first};2024;1;9\n`, 'refused', 'rename'),
      ...inTables(
        'a row twice',
        lines(['\n'], '', [header, `${first};2024;1`, `${first};2024;1`]),
        'refused',
        'row 3',
      ),
      ...inTables(
        'two rows, the period written otherwise',
        lines(['\n'], '', [header, `${first};2024;1`, `${first};2024JJ00;2`]),
        'refused',
        'stands in row 2 too',
      ),
      ...inTables(
        'two rows, the code written otherwise',
        lines(['\n'], '', [header, `${first};2024;1`, '1530000.0;2024;2']),
        'refused',
        'stands in row 2 too',
      ),
      ...inTables('headings alone', `${header}\n`, 'read', '', ['refused', 'export it again with its rows']),
      ...inTables(
        'a total between',
        lines(['\n'], '', [header, `${first};2024;1`, 'Totaal;2024;3', `${second};2024;2`]),
        'read',
        two,
        ['refused', 'row 3'],
      ),
      ...inTables(
        'headings again',
        lines(['\n'], '', [header, `${first};2024;1`, header, `${second};2024;2`]),
        'read',
        two,
        ['refused', 'row 3'],
      ),
      ...inTables(
        'headings of another table',
        lines(['\n'], '', [header, `${first};2024;1`, 'Buurt;Jaar;Klachten', `${second};2024;2`]),
        'refused',
        'row 3',
      ),
      ...inTables(
        'the name of an area alone, the rest broken off',
        lines(['\n'], '', [header, `${first};2024;1`, 'Centrum']),
        'refused',
        'row 3',
      ),
      ...inTables(
        'an area for the first of its rows alone',
        lines(['\n'], '', [header, `${first};2023;1`, ';2024;2']),
        'refused',
        'row 3',
      ),
      ...inTables('empty rows', `${header}\n\n;;\n${first};2024;1\n \n${second};2024;2\n`, 'read', two),
    ],
  },
  {
    kind: 'Files of another sort under the name of a table',
    forms: [
      ...inTables(
        'HTML',
        '<html><table><tr><td>Buurt</td></tr></table></html>',
        'refused',
        'save it there as .xlsx',
      ),
      ...inTables(
        'XML of Excel 2003',
        '<?xml version="1.0"?><Workbook/>',
        'refused',
        'save it there as .xlsx',
      ),
      ...inTables('JSON', `[{"Buurt":"${first}"}]`, 'refused', 'it is JSON'),
      ...inTables(
        'an old workbook',
        Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 1]),
        'refused',
        'save it as .xlsx',
        ['refused', 'save'],
      ),
      ...inTables('nothing', new Uint8Array(), 'refused', 'copy or export it again'),
      ...inTables(
        'a zip without a workbook',
        toBytes('PK\u0003\u0004 something else'),
        'refused',
        'save it again as .xlsx',
        ['refused', ''],
      ),
    ],
  },
];
