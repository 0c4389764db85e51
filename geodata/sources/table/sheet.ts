import { plainSigns } from '../plain-signs.ts';

/** A cell: text as it stands, a number of a workbook, `2024-03-01` for a date of one, empty text where there is none. */
export type SheetCell = string | number;

/** A sheet as it lies in the file, titles and totals included. Row and column count from 0 here, from 1 for people. */
export interface Sheet {
  /** Empty for CSV, which has no names. */
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** `row,column` of cells that only repeat the one that they are merged with. */
  readonly merged: ReadonlySet<string>;
  /** `row,column` of numbers that are shown as a percentage, and stand here as they are shown. */
  readonly percentages: ReadonlySet<string>;
  /** `row,column` of formulas of which the file keeps no result. */
  readonly uncomputed: ReadonlySet<string>;
  /** Rows and columns that a spreadsheet program does not show; `isFiltered` where a filter is set. */
  readonly hidden: {
    readonly rows: ReadonlySet<number>;
    readonly columns: ReadonlySet<number>;
    readonly isFiltered: boolean;
  };
}

/** What a file of a municipality holds. */
export interface SheetFile {
  readonly file: string;
  readonly sheets: readonly Sheet[];
  /** Names of sheets with content that a spreadsheet program does not show: they are not read. */
  readonly hiddenSheets: readonly string[];
  /** The sign that separates the cells of a CSV; null for a workbook. */
  readonly delimiter: string | null;
  /** How it was read where that was not plain, for the report. */
  readonly notes: readonly string[];
}

/** A sheet of rows that has nothing out of the ordinary. */
export function plainSheet(name: string, rows: Sheet['rows']): Sheet {
  const hidden = { rows: new Set<number>(), columns: new Set<number>(), isFiltered: false };
  return { name, rows, merged: new Set(), percentages: new Set(), uncomputed: new Set(), hidden };
}

/** What a cell says: without signs that nobody sees, spaces single. */
export function textOf(cell: SheetCell | undefined): string {
  return cell === undefined ? '' : plainSigns(String(cell)).replaceAll(/\s+/g, ' ').trim();
}

/** The same text whatever its capitals, accents and spaces. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** Small letters, digits and hyphens, as keys and names of packages have them. */
export function toKey(text: string): string {
  const key = foldText(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '');
  return key || 'table';
}

/** The letters that a spreadsheet gives a column: 0 → A, 27 → AB. */
export function nameColumn(position: number): string {
  const before = Math.floor(position / 26);
  return (before > 0 ? nameColumn(before - 1) : '') + String.fromCharCode(65 + (position % 26));
}

/** A cell as a spreadsheet names it: row 1 and column 2 from 0 are `C2`. */
export function nameCell(row: number, column: number): string {
  return `${nameColumn(column)}${row + 1}`;
}

/** A sheet as a report names it: `meldingen.xlsx, sheet "2024"`, without the folders that it lay in. */
export function nameTable(path: string, { name }: Sheet): string {
  const file = path.replace(/^.*[\\/]/, '');
  return name ? `${file}, sheet "${name}"` : file;
}
