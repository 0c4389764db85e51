import { CsvError, parse } from 'csv-parse/sync';
import { InputError } from '../../problem.ts';
import type { Repair } from '../boundaries/repair.ts';
import { suggest } from '../suggestion.ts';
import { decodeText } from './encoding.ts';

/** A table as it stood in the file, cells untouched. */
export interface Table {
  readonly header: readonly string[];
  /** `number` counts as a spreadsheet does: the header is row 1. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
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

const delimiters = [',', ';', '\t', '|'];
const delimiterNames: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/**
 * Reads CSV. The delimiter is the one with which the header shows the most of the expected fields, the declared one
 * when they are equal. Throws InputError on an empty file, one with a header only, a row of another width, a quote that
 * stays open.
 */
export function readTable(bytes: Uint8Array, form: TableForm): Table {
  const { text, note } = decodeText(bytes, form.file, form.encoding);
  const content = text.replace(/^\uFEFF/, '');
  if (!content.trim()) throw fail(form.file, 'the file is empty', 'copy or export it again');
  const declared = form.delimiter ?? ',';
  const delimiter = findDelimiter(content, declared, form.fields);
  const records = parseRecords(content, delimiter, form.file);
  const [first, ...rest] = records;
  const header = (first?.cells ?? []).map((name) => name.trim());
  if (!first || !rest.length)
    throw fail(form.file, 'the file has a header but no rows', 'export it again with its rows');
  for (const { number, cells } of rest)
    if (cells.length !== header.length)
      throw describeWidth(form.file, number, cells.length, header.length, delimiter);
  const notes = note ? [note] : [];
  if (delimiter !== declared)
    notes.push(`read as separated by ${delimiterNames[delimiter] ?? `"${delimiter}"`}`);
  return { header, rows: rest, notes: notes.map((message) => ({ file: form.file, place: '', message })) };
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
  const end = text.search(/[\r\n]/);
  const line = end < 0 ? text : text.slice(0, end);
  const countFields = (delimiter: string) => {
    const names = line.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
    return fields.filter((field) => names.includes(field)).length;
  };
  let best = declared;
  for (const delimiter of delimiters) if (countFields(delimiter) > countFields(best)) best = delimiter;
  return best;
}

/** The rows that hold something. Throws InputError where a quote stays open. */
export function parseRecords(
  text: string,
  delimiter: string,
  file: string,
): { number: number; cells: string[] }[] {
  try {
    return parse(text, { delimiter, relax_column_count: true })
      .map((cells, position) => ({ number: position + 1, cells }))
      .filter(({ cells }) => cells.length > 1 || cells[0]?.trim());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw describeCsvError(error, file);
  }
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

function describeWidth(
  file: string,
  row: number,
  found: number,
  expected: number,
  delimiter: string,
): InputError {
  const more = found > expected;
  return new InputError({
    file,
    place: `row ${row}`,
    message: `it has ${found} ${found === 1 ? 'cell' : 'cells'}, the header has ${expected}`,
    remedy: more ? `put quotes around a cell that holds "${delimiter}"` : 'add the cells that are missing',
  });
}

function fail(file: string, message: string, remedy: string): InputError {
  return new InputError({ file, message, remedy });
}
