import { zipSync } from 'fflate';
import { type CellValue, type Cell as HucreCell, type Sheet as HucreSheet, readXlsx } from 'hucre/xlsx';
import { InputError, messageOf } from '../../problem.ts';
import { nameCell, type Sheet, type SheetCell, type SheetFile } from '../table/sheet.ts';
import { findShownText, isConcealed } from './shown-text.ts';
import { findUncomputed, listWorksheets } from './uncomputed-cells.ts';
import { readZip } from './zip.ts';

/**
 * Reads the sheets of an XLSX that people see and that hold something. Dates become `2024-03-01`, cells with the form
 * of a percentage what they show (0.123 as 12.3), and merged cells all hold what the first of them does. Hidden rows and
 * columns are read as others are. Throws InputError.
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<SheetFile> {
  const { parts, sheets } = await open(bytes, file).catch((error: unknown) => {
    if (error instanceof InputError) throw error;
    throw new InputError({
      file,
      message: `it cannot be read as a workbook (${messageOf(error)})`,
      remedy: 'open it and save it again as .xlsx without a password, or as CSV',
    });
  });
  const isOutdated = waitsForComputing(parts);
  const worksheets = listWorksheets(parts);
  const filled = sheets.filter(hasContent);
  for (const sheet of filled) requireFewMerges(sheet, file);
  const shown = filled.filter(({ hidden, veryHidden }) => !hidden && !veryHidden);
  if (!filled.length)
    throw new InputError({ file, message: 'the workbook is empty', remedy: 'save it again with its rows' });
  const read = shown.length ? shown : filled;
  return {
    file,
    sheets: read.map((sheet) =>
      readSheet(sheet, isOutdated, findUncomputed(worksheets.get(sheet.name) ?? '')),
    ),
    hiddenSheets: filled.filter((sheet) => !read.includes(sheet)).map(({ name }) => name),
    delimiter: null,
    notes: read.flatMap((sheet) => [...describeEmptyResults(sheet), ...describeConcealed(sheet)]),
  };
}

/** XLSX of half a million rows takes some 200 MB unpacked. */
const limits = { entries: 10_000, bytes: 400_000_000 };
/** A worksheet ends at column XFD and row 1,048,576. */
const lastColumn = 16_383;
const lastRow = 1_048_575;
/** Cells that merged ones are spread over. */
const mostMerged = 5_000_000;

/** A few signs can merge any number of cells. Throws InputError. */
function requireFewMerges({ name, rows, merges = [] }: HucreSheet, file: string): void {
  let cells = 0;
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const height = Math.max(0, Math.min(endRow, rows.length - 1) - startRow + 1);
    cells += height * (endCol - startCol + 1);
    if (endCol > lastColumn || endRow > lastRow || cells > mostMerged)
      throw new InputError({
        file,
        place: `sheet "${name}"`,
        message: 'it merges more cells than a worksheet has, or than can be read at once',
        remedy: 'take the merged cells apart, or save the sheet as CSV',
      });
  }
}

/** Its files, and what is in its sheets. */
async function open(bytes: Uint8Array, file: string) {
  const parts = readZip(bytes, file, () => true, limits);
  // Packed anew as it was checked: whoever reads it believes what a zip says of its files.
  const checked = zipSync(Object.fromEntries(parts), { level: 0 });
  const { sheets } = await readXlsx(checked, { readStyles: true });
  return { parts, sheets };
}

function hasContent({ rows, cells }: HucreSheet): boolean {
  if (rows.some((row) => row.some((cell) => cell !== null))) return true;
  return [...(cells?.values() ?? [])].some(({ formula }) => formula !== undefined);
}

function describeEmptyResults({ name, cells }: HucreSheet): string[] {
  const empty = [...(cells ?? [])].filter(([, { formula, value }]) => formula !== undefined && value === '');
  const [row = 0, column = 0] = (empty[0]?.[0] ?? '').split(',').map(Number);
  return empty.length
    ? [
        `Sheet "${name}": ${empty.length} formulas gave an empty text (first ${nameCell(row, column)}); read as empty.`,
      ]
    : [];
}

/** Numbers that nobody sees in the workbook are read as others are, and told. */
function describeConcealed({ name, rows, cells }: HucreSheet): string[] {
  const concealed = rows.flatMap((row, rowNumber) =>
    row.flatMap((value, column) => {
      const format = cells?.get(`${rowNumber},${column}`)?.style?.numFmt ?? '';
      return typeof value === 'number' && isConcealed(value, format) ? [nameCell(rowNumber, column)] : [];
    }),
  );
  return concealed.length
    ? [
        `Sheet "${name}": ${concealed.length} numbers stand in cells whose format shows nothing (first ${concealed[0]}); read as the numbers that they are.`,
      ]
    : [];
}

/**
 * Whether the workbook asks to be computed when it is opened, as programs write it that put a zero in the place of
 * every result.
 */
function waitsForComputing(parts: ReadonlyMap<string, Uint8Array>): boolean {
  const found = parts.get('xl/workbook.xml');
  return /<(?:\w+:)?calcPr\b[^>]*\bfullCalcOnLoad=["'](?:1|true)["']/.test(new TextDecoder().decode(found));
}

function readSheet(sheet: HucreSheet, isOutdated: boolean, unstored: ReadonlySet<string>): Sheet {
  const percentages = new Set<string>();
  const rows = sheet.rows.map((row, rowNumber) =>
    row.map((value, column) => {
      const format = sheet.cells?.get(`${rowNumber},${column}`)?.style?.numFmt ?? '';
      const shown = typeof value === 'number' ? findShownText(value, format) : null;
      if (shown !== null) return shown;
      const isShare = typeof value === 'number' && isPercentage(format);
      if (isShare) percentages.add(`${rowNumber},${column}`);
      return readValue(raiseSigns(value, sheet.cells?.get(`${rowNumber},${column}`)), isShare);
    }),
  );
  return {
    name: sheet.name,
    merged: spreadMerged(sheet, rows, percentages),
    rows,
    percentages,
    uncomputed: new Set([
      ...[...(sheet.cells ?? [])].flatMap(([place, cell]) => (isUncomputed(cell, isOutdated) ? [place] : [])),
      ...unstored,
    ]),
    hidden: {
      rows: new Set(
        [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden, height }]) =>
          hidden || height === 0 ? [row] : [],
        ),
      ),
      columns: new Set(
        (sheet.columns ?? []).flatMap(({ hidden, width }, column) => (hidden || width === 0 ? [column] : [])),
      ),
      isFiltered: sheet.autoFilter?.columns !== undefined && sheet.autoFilter.columns.length > 0,
    },
  };
}

/** Gives merged cells what the first of them holds, and tells which they are. */
function spreadMerged(sheet: HucreSheet, rows: SheetCell[][], percentages: Set<string>): Set<string> {
  const merged = new Set<string>();
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? [])
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++)
      for (let column = startCol; column <= endCol; column++) {
        if (row === startRow && column === startCol) continue;
        const cells = rows[row] ?? [];
        while (cells.length < column) cells.push('');
        cells[column] = rows[startRow]?.[startCol] ?? '';
        merged.add(`${row},${column}`);
        if (percentages.has(`${startRow},${startCol}`)) percentages.add(`${row},${column}`);
      }
  return merged;
}

/** Cells that share a formula have it in the first of them alone; the text of the others is empty. */
function isUncomputed({ formula, value }: HucreCell, isOutdated: boolean): boolean {
  return formula !== undefined && (value === null || value === undefined || isOutdated);
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A text with digits above the line as such signs, so that the mark of a footnote is no digit of the number before it. */
function raiseSigns(value: CellValue, cell: HucreCell | undefined): CellValue {
  if (!cell?.richText?.some(({ font }) => font?.vertAlign === 'superscript')) return value;
  return cell.richText
    .map(({ text, font }) =>
      font?.vertAlign === 'superscript'
        ? text.replaceAll(/\d/g, (digit) => raised[Number(digit)] ?? digit)
        : text,
    )
    .join('');
}

function readValue(value: CellValue, isShare: boolean): SheetCell {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  return round(isShare ? value * 100 : value);
}

/** Texts between quotes and behind a backslash in a number format are shown as they are. */
function isPercentage(format: string): boolean {
  return format.replaceAll(/"[^"]*"|\\./g, '').includes('%');
}

/** What a spreadsheet keeps of a number: 15 digits, so that 0.07 × 100 is 7. */
export function round(value: number): number {
  return Number(value.toPrecision(15));
}
