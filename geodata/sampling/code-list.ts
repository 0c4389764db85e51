import { formatCsvRow } from '../csv-row.ts';
import { InputError } from '../problem.ts';
import { readTable } from '../sources/formats/csv.ts';
import { formatCode, readCode } from './code.ts';

/** A code, and the part of the population that it is handed out in. */
export interface ListedCode {
  /** Twelve signs without separators. */
  readonly code: string;
  /** Code of the district or municipality. */
  readonly area: string;
  readonly name: string;
}

/** A list holds at most so many: as many as are made at once. */
export const mostCodes = 50_000;

/** The list of codes as a printer of letters reads it: CSV with a header, the code as on a letter, and the address that its QR code leads to. */
export function writeCodeList(codes: readonly ListedCode[], address: string): string {
  const rows = codes.map(({ code, area, name }) =>
    formatCsvRow([formatCode(code), area, name, addressOfCode(address, code)]),
  );
  return `${formatCsvRow(['code', 'gebied', 'naam', 'adres'])}${rows.join('')}`;
}

/** Where the QR code of a letter leads; `address`: of the site, without a slash at the end. */
export function addressOfCode(address: string, code: string): string {
  return `${address}/vragenlijst?c=${code}`;
}

/**
 * Reads the list again that the office kept, for reminders: the codes with what was beside them. Other columns may have been
 * added, and rows taken away. Throws InputError where there is no column of codes, a code is none, or there are too many.
 */
export function readCodeList(bytes: Uint8Array, file: string): ListedCode[] {
  const table = readTable(bytes, {
    file,
    encoding: 'utf-8',
    delimiter: ',',
    fields: ['code', 'Code', 'CODE', 'gebied', 'Gebied', 'naam', 'Naam'],
  });
  const at = (name: string) => table.header.findIndex((each) => each.toLowerCase() === name);
  const [code, area, name] = [at('code'), at('gebied'), at('naam')];
  if (code < 0)
    throw new InputError({
      file,
      place: 'row 1',
      message: 'there is no column "code"',
      remedy: 'give the list as it was made with the codes, with its first row',
    });
  if (table.rows.length > mostCodes)
    throw new InputError({
      file,
      place: `row ${table.rows[mostCodes]?.number ?? mostCodes + 2}`,
      message: `there are ${table.rows.length} rows, and at most ${mostCodes} are read`,
      remedy: `divide the list among files of at most ${mostCodes} rows, each with the first row`,
    });
  return table.rows.map(({ number, cells }) => {
    const read = readCode(cells[code] ?? '');
    if (!('code' in read))
      throw new InputError({
        file,
        place: `row ${number}`,
        message: `"${cells[code] ?? ''}" is no code (${read.fault})`,
        remedy: 'write the code as it stands on the letter, or take the row away',
      });
    return { code: read.code, area: cells[area] ?? '', name: cells[name] ?? '' };
  });
}
