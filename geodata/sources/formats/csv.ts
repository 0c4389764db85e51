import { CsvError, parse } from 'csv-parse/sync';
import { InputError } from '../../problem.ts';
import type { Repair } from '../boundaries/repair.ts';
import { plainSigns } from '../plain-signs.ts';
import { suggest } from '../suggestion.ts';
import { decodeText, emptyFile } from './encoding.ts';
import { describeMixedEnds, lineEnds } from './line-ends.ts';

/** A row as it stood in the file, cells untouched. */
export interface TableRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A table as it stood in the file. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rows below the header that hold nothing but separators and spaces, the first of them as `row 4`. */
  readonly blank: { readonly count: number; readonly first: string };
  readonly notes: readonly Repair[];
}

/** What the descriptor says of a table. */
export interface TableForm {
  readonly file: string;
  readonly encoding: string;
  readonly delimiter: string | null;
  /** Names of the fields that the header should have. */
  readonly fields: readonly string[];
}

/** What DOS puts behind the last line. */
const endOfFile = '\u001a';
const delimiters = [',', ';', '\t', '|'];
const delimiterNames: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/**
 * Reads CSV. The delimiter is the one with which the header shows the most of the expected fields, the declared one
 * when they are equal. Every row has as many cells as the header; rows in which nothing stands are left out. Throws
 * InputError on an empty file, one with a header only, a row of another width, a quote that stays open.
 */
export function readTable(bytes: Uint8Array, form: TableForm): Table {
  const { text, named, note } = readTableText(bytes, form.file, form.encoding);
  const declared = form.delimiter ?? ',';
  const delimiter = named ?? findDelimiter(text, declared, form.fields);
  const records = parseRecords(text, delimiter, form.file).slice(named ? 1 : 0);
  const isBlank = ({ cells }: TableRow) => cells.every((cell) => !cell.trim());
  const start = records.findIndex((record) => !isBlank(record));
  const header = (records[start]?.cells ?? []).map((name) => plainSigns(name).trim());
  const below = records.slice(start + 1);
  const rows = below.filter((record) => !isBlank(record));
  const [blank] = below.filter(isBlank);
  if (start < 0 || !rows.length)
    throw fail(form.file, 'the file has a header but no rows', 'export it again with its rows');
  for (const { number, cells } of rows) checkWidth(number, cells, header, delimiter, form.file);
  const mixed = describeMixedEnds(text);
  const notes = [
    ...(note ? [note] : []),
    ...(mixed ? [`lines end in more than one way (${mixed}); all were read as ends of lines`] : []),
    ...(delimiter === declared ? [] : [`read as separated by ${nameDelimiter(delimiter)}`]),
  ];
  return {
    header,
    rows,
    blank: { count: below.length - rows.length, first: blank ? `row ${blank.number}` : '' },
    notes: notes.map((message) => ({ file: form.file, place: '', message })),
  };
}

/**
 * The text of a CSV, without the marks that programs put around it, and the delimiter that its first line names (`sep=;`,
 * as Excel writes it). Throws InputError where it is empty, or another kind of file.
 */
export function readTableText(
  bytes: Uint8Array,
  file: string,
  encoding?: string,
): { text: string; named: string | null; note: string | null } {
  const decoded = decodeText(bytes, file, encoding);
  const content = decoded.text.replace(/^\uFEFF+/, '');
  const text = content.trimEnd().endsWith(endOfFile) ? content.slice(0, content.indexOf(endOfFile)) : content;
  if (!text.trim()) throw emptyFile(file);
  if (text.includes('\u0000'))
    throw fail(file, 'it is neither CSV nor a workbook', 'save the table as .xlsx or CSV');
  const other = /^\s*(?:<[?!a-z]|[[{]\s*["{[])/i.exec(text)?.[0];
  if (other)
    throw fail(
      file,
      other.includes('<') ? 'it is HTML or XML, as some programs write for Excel' : 'it is JSON',
      'open it in a spreadsheet program and save it there as .xlsx or CSV',
    );
  const [line = ''] = text.split(/\r\n|\n|\r/, 1);
  return { text, named: /^"?sep=(.)"?\s*$/i.exec(line)?.[1] ?? null, note: decoded.note };
}

/** Position of a field in the header. Throws InputError where it is absent or stands there twice. */
export function findField(table: Table, name: string, file: string): number {
  const position = table.header.indexOf(name);
  const place = `field "${name}"`;
  if (position < 0)
    throw new InputError({
      file,
      place,
      message: 'the descriptor names this field, but the header has no such name',
      remedy: suggest(name, table.header),
    });
  if (table.header.indexOf(name, position + 1) >= 0)
    throw new InputError({
      file,
      place,
      message: 'the header has it twice',
      remedy: 'rename or remove one of the two',
    });
  return position;
}

function findDelimiter(text: string, declared: string, fields: readonly string[]): string {
  const line = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const countFields = (delimiter: string) => {
    const names = line.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
    return fields.filter((field) => names.includes(field)).length;
  };
  let best = declared;
  for (const delimiter of delimiters) if (countFields(delimiter) > countFields(best)) best = delimiter;
  return best;
}

/**
 * All rows, empty ones too. Each line may end in its own way. Throws InputError where a quote stays open, or closes so far
 * behind that whole rows stand within it.
 */
export function parseRecords(text: string, delimiter: string, file: string): TableRow[] {
  try {
    const rows = parse(text, { delimiter, relax_column_count: true, record_delimiter: lineEnds }).map(
      (cells, position) => ({ number: position + 1, cells }),
    );
    const width = findUsualWidth(rows);
    for (const row of rows) refuseRowsWithin(row, width, delimiter, file);
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw describeCsvError(error, file);
  }
}

/** The number of cells that the most rows have which have several. */
function findUsualWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows)
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  return most?.[0] ?? 0;
}

/**
 * Throws InputError where a quote was left open, then closed: the first and the last line of a cell would complete a row
 * of its width, or, where it is all of its row, a line within it is as wide as the other rows.
 */
function refuseRowsWithin({ number, cells }: TableRow, usual: number, delimiter: string, file: string): void {
  for (const [place, cell] of cells.entries()) {
    if (!/[\r\n]/.test(cell) || !cell.includes(delimiter)) continue;
    const lines = cell.split(/\r\n|\n|\r/);
    const widths = lines.map((line) => line.split(delimiter).length);
    const [first = 0, last = 0] = [widths[0], widths.at(-1)];
    const isSwallowed =
      cells.length === 1
        ? usual > 1 && widths.includes(usual)
        : place + first === cells.length && last + cells.length - place - 1 === cells.length;
    if (!isSwallowed) continue;
    throw new InputError({
      file,
      place: `row ${number}`,
      message: `a quote that is opened in it closes ${lines.length - 1} ${lines.length === 2 ? 'line' : 'lines'} further on, with whole rows between`,
      remedy:
        'close the quote where the cell ends, double it where it is part of the text, or write the text of the cell on one line',
    });
  }
}

/** Throws InputError where a row has another number of cells than the header, or something behind its last name. */
export function checkWidth(
  row: number,
  cells: readonly string[],
  header: readonly string[],
  delimiter: string,
  file: string,
): void {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  const isBehind = last > header.findLastIndex((name) => name.trim() !== '');
  const found = cells.length === header.length && isBehind ? last + 1 : cells.length;
  const expected =
    cells.length === header.length ? header.findLastIndex((name) => name.trim() !== '') + 1 : header.length;
  if (cells.length === header.length && !isBehind) return;
  throw new InputError({
    file,
    place: `row ${row}`,
    message: `it has ${found} ${found === 1 ? 'cell' : 'cells'}, the header has ${expected}`,
    remedy:
      found > expected
        ? `put quotes around a cell that holds "${delimiter}", or remove what stands behind the last column`
        : `add the ${delimiter === '\t' ? 'tabs' : `"${delimiter}"`} of the cells that are missing`,
  });
}

/** A delimiter as people call it. */
export function nameDelimiter(delimiter: string): string {
  return delimiterNames[delimiter] ?? `"${delimiter}"`;
}

function describeCsvError(error: CsvError, file: string): InputError {
  const line: unknown = error.lines;
  const place = typeof line === 'number' ? `line ${line}` : undefined;
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
  return new InputError({
    file,
    ...(place ? { place } : {}),
    message: isOpen ? 'a quote is opened and never closed' : 'a quote stands in the middle of a cell',
    remedy: 'put quotes around the whole cell and double those inside it',
  });
}

function fail(file: string, message: string, remedy: string): InputError {
  return new InputError({ file, message, remedy });
}
