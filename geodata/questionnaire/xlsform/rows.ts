import { InputError } from '../../problem.ts';
import type { Sheet, SheetFile } from '../../sources/table/sheet.ts';

/** A row of a sheet by the names of its columns. */
export interface XlsformRow {
  readonly file: string;
  readonly sheet: string;
  /** As the spreadsheet counts it. */
  readonly number: number;
  /** By the name of the column, in small letters; empty cells left out. */
  readonly cells: ReadonlyMap<string, string>;
}

/** The rows of a sheet in which something stands; none where there is no such sheet. */
export function listRows({ file, sheets }: SheetFile, name: string): XlsformRow[] {
  const sheet = sheets.find((candidate) => candidate.name.trim().toLowerCase() === name);
  if (!sheet) return [];
  const columns = listColumns(sheet);
  return sheet.rows.slice(1).flatMap((row, index) => {
    const cells = new Map(
      columns.flatMap((column, position) => {
        const text = String(row[position] ?? '').trim();
        return column && text ? [[column, text] as const] : [];
      }),
    );
    return cells.size ? [{ file, sheet: sheet.name, number: index + 2, cells }] : [];
  });
}

/** Names of the columns, in small letters but for a language; empty for one without a name. */
export function listColumns({ rows }: Sheet): string[] {
  return (rows[0] ?? []).map((cell) =>
    String(cell ?? '')
      .trim()
      .replace(/\s*::\s*/g, '::')
      .toLowerCase(),
  );
}

/** What is wrong with a row, with its place. */
export function rowError(
  row: Pick<XlsformRow, 'file' | 'sheet' | 'number'>,
  message: string,
  remedy: string,
): InputError {
  return new InputError({
    file: row.file,
    place: `sheet "${row.sheet}", row ${row.number}`,
    message,
    remedy,
  });
}

/** Signs in an expression: far more than 20 comparisons take, and few enough to be read at once whatever stands there. */
const mostSigns = 2000;

/** Refuses an expression that is too long to be read, with its place. Throws InputError. */
export function refuseLong(row: XlsformRow, column: 'relevant' | 'constraint', text: string): void {
  if (text.length > mostSigns)
    throw rowError(
      row,
      `the ${column} has ${text.length} signs`,
      `keep to ${mostSigns}: ask it on rows or groups of their own, or take it away`,
    );
}

/** Whether a cell says yes. */
export function isYes(text: string | undefined): boolean {
  return /^(yes|true|true\(\)|1|ja|waar)$/i.test(text ?? '');
}
