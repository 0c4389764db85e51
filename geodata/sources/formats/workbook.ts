import { type CellValue, type Sheet as HucreSheet, readXlsx } from 'hucre/xlsx';
import { InputError } from '../../problem.ts';
import type { Sheet, SheetCell, SheetFile } from '../table/sheet.ts';

/**
 * Reads the sheets of an XLSX that people see and that hold something. Dates become `2024-03-01`, cells with the form
 * of a percentage what they show (0.123 as 12.3), and merged cells all hold what the first of them does.
 * Throws InputError.
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<SheetFile> {
  const { sheets } = await readXlsx(bytes, { readStyles: true }).catch((error: unknown) => {
    throw new InputError({
      file,
      message: `it cannot be read as a workbook (${error instanceof Error ? error.message : error})`,
      remedy: 'open it and save it again as .xlsx without a password, or as CSV',
    });
  });
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)));
  const shown = filled.filter(({ hidden, veryHidden }) => !hidden && !veryHidden);
  if (!filled.length)
    throw new InputError({ file, message: 'the workbook is empty', remedy: 'save it again with its rows' });
  return { file, sheets: (shown.length ? shown : filled).map(readSheet), delimiter: null, notes: [] };
}

function readSheet(sheet: HucreSheet): Sheet {
  const rows = sheet.rows.map((row, rowNumber) =>
    row.map((value, column) =>
      readValue(value, sheet.cells?.get(`${rowNumber},${column}`)?.style?.numFmt ?? ''),
    ),
  );
  const merged = new Set<string>();
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? [])
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++)
      for (let column = startCol; column <= endCol; column++) {
        if (row === startRow && column === startCol) continue;
        const cells = rows[row] ?? [];
        while (cells.length < column) cells.push('');
        cells[column] = rows[startRow]?.[startCol] ?? '';
        merged.add(`${row},${column}`);
      }
  return { name: sheet.name, rows, merged };
}

function readValue(value: CellValue, format: string): SheetCell {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  return isPercentage(format) ? round(value * 100) : round(value);
}

/** Texts between quotes and behind a backslash in a number format are shown as they are. */
function isPercentage(format: string): boolean {
  return format.replaceAll(/"[^"]*"|\\./g, '').includes('%');
}

/** What a spreadsheet keeps of a number: 15 digits, so that 0.07 × 100 is 7. */
export function round(value: number): number {
  return Number(value.toPrecision(15));
}
