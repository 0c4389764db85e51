import { InputError } from '../../problem.ts';
import { parseRecords, readTableText } from '../formats/csv.ts';
import { emptyFile } from '../formats/encoding.ts';
import { describeMixedEnds } from '../formats/line-ends.ts';
import { readWorkbook } from '../formats/workbook.ts';
import { plainSheet, type SheetFile } from './sheet.ts';

const delimiters = [';', '\t', ',', '|'];

/** Reads a CSV or an XLSX, told apart by their first bytes. Throws InputError. */
export async function readSheetFile(bytes: Uint8Array, file: string): Promise<SheetFile> {
  if (bytes.length === 0) throw emptyFile(file);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes, file);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new InputError({
      file,
      message: 'it is a workbook of the old form (.xls), or one with a password',
      remedy: 'open it and save it as .xlsx without a password, or as CSV',
    });
  return readCsv(bytes, file);
}

function readCsv(bytes: Uint8Array, file: string): SheetFile {
  const { text: content, named, note } = readTableText(bytes, file);
  const delimiter = named ?? findDelimiter(content);
  if (delimiter === null)
    throw new InputError({
      file,
      message: 'nothing divides its lines into cells',
      remedy: 'save it as CSV with semicolons, commas, tabs or bars between the cells, or as .xlsx',
    });
  const rows = parseRecords(content, delimiter, file).map(({ cells }) =>
    cells.length > 1 || cells[0]?.trim() ? cells : [],
  );
  if (named) rows[0] = [];
  const mixed = describeMixedEnds(content);
  return {
    file,
    sheets: [plainSheet('', rows)],
    hiddenSheets: [],
    delimiter,
    notes: [
      ...(note ? [`The file was ${note.replace(/^not UTF-8; /, 'not UTF-8 and was ')}.`] : []),
      ...(mixed ? [`Lines end in more than one way (${mixed}); all were read as ends of lines.`] : []),
    ],
  };
}

/** The sign that divides the most lines into the same number of cells, quoted texts left out of account; null for none. */
function findDelimiter(content: string): string | null {
  const lines = content
    .slice(0, 100_000)
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    // Of a line in which all is quoted only the delimiters are left, and a tab is one.
    .filter((line) => line.replaceAll(' ', '') !== '');
  const scores = delimiters.map((delimiter) => {
    const widths = new Map<number, number>();
    for (const line of lines) {
      const width = line.split(delimiter).length;
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
    }
    return { delimiter, lines: Math.max(0, ...widths.values()) };
  });
  const best = scores.reduce((one, other) => (other.lines > one.lines ? other : one));
  return best.lines ? best.delimiter : null;
}
