/** A cell: text as it stands, a number of a workbook, `2024-03-01` for a date of one, empty text where there is none. */
export type SheetCell = string | number;

/** A sheet as it lies in the file, titles and totals included. Row and column count from 0 here, from 1 for people. */
export interface Sheet {
  /** Empty for CSV, which has no names. */
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** `row,column` of cells that only repeat the one that they are merged with. */
  readonly merged: ReadonlySet<string>;
}

/** What a file of a municipality holds. */
export interface SheetFile {
  readonly file: string;
  readonly sheets: readonly Sheet[];
  /** The sign that separates the cells of a CSV; null for a workbook. */
  readonly delimiter: string | null;
  /** How it was read where that was not plain, for the report. */
  readonly notes: readonly string[];
}

export function textOf(cell: SheetCell | undefined): string {
  return cell === undefined ? '' : String(cell).replaceAll(/\s+/g, ' ').trim();
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
