import { writeXlsx } from 'hucre/xlsx';
import { saveFile } from '../../data/csv.ts';

export type Cell = string | number | null;

/** Columns are as wide as their longest cell, within these limits, in letters. */
const narrowest = 8;
const widest = 48;

/**
 * A workbook with the rows on one sheet, under heads that stay in sight, and what has to be known of them on a second.
 * `about` are a name and a text a row.
 */
export async function makeWorkbook(
  { sheet, rows }: { readonly sheet: string; readonly rows: readonly (readonly Cell[])[] },
  { sheet: aboutSheet, rows: about }: { readonly sheet: string; readonly rows: readonly [string, string][] },
): Promise<Uint8Array<ArrayBuffer>> {
  const heads = rows[0] ?? [];
  const widthOf = (column: number) =>
    Math.max(...rows.map((row) => String(row[column] ?? '').length), narrowest) + 1;
  const written = await writeXlsx({
    sheets: [
      {
        name: sheet,
        rows: rows.map((row) => [...row]),
        columns: heads.map((_, column) => ({ width: Math.min(widest, widthOf(column)) })),
        freezePane: { rows: 1 },
      },
      { name: aboutSheet, rows: about.map((row) => [...row]), columns: [{ width: 20 }, { width: 100 }] },
    ],
  });
  return new Uint8Array(written);
}

/** Hands a workbook to the browser to save. */
export function saveWorkbook(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  saveFile(new Blob([bytes], { type }), name);
}
