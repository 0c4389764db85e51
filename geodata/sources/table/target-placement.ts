import { InputError } from '../../problem.ts';
import { foldText, type Sheet, type SheetCell, type SheetFile, textOf } from './sheet.ts';
import { refuseUncomputed } from './uncomputed.ts';

/** The headings that each column of a sheet with targets may have, capitals and accents not counted. */
const headings = {
  municipality: ['gemeente', 'municipality'],
  indicator: ['indicator'],
  period: ['jaar', 'year'],
  value: ['streefwaarde', 'target', 'value'],
  source: ['bron', 'source'],
  url: ['adres', 'address', 'url'],
} as const;
export type TargetColumn = keyof typeof headings;

const columns = Object.keys(headings) as TargetColumn[];
const required = columns.filter((column) => column !== 'url');

/** A sheet with targets, its columns found. */
export interface PlacedTargets {
  readonly file: string;
  readonly sheet: Sheet;
  /** The first row below the headings. */
  readonly firstRow: number;
  /** The row of headings that every row of a CSV is as wide as; null for a workbook. */
  readonly csv: { readonly header: readonly string[]; readonly delimiter: string } | null;
  /** The address need not be there. */
  readonly positions: ReadonlyMap<TargetColumn, number>;
  /** As they stand in the file. */
  readonly headings: readonly string[];
  /** Headings of columns that nothing is read of. */
  readonly unread: readonly string[];
}

/** Rows in which headings are looked for: titles and remarks stand above them. */
const mostRowsAbove = 60;

/**
 * Finds in each sheet the first row of headings that has all that a target needs; sheets without one are left alone.
 * Throws InputError that says what is missing where no sheet has one.
 */
export function placeTargets(sheetFile: SheetFile): PlacedTargets[] {
  const { file, sheets } = sheetFile;
  const candidates = sheets.flatMap((sheet) =>
    sheet.rows
      .slice(0, mostRowsAbove)
      .map((cells, row) => ({ sheet, row, cells, found: findColumns(cells) })),
  );
  const complete = candidates.filter(({ found }) => required.every((column) => found.has(column)));
  const headers = complete.filter(
    ({ sheet }, index) => complete.findIndex((other) => other.sheet === sheet) === index,
  );
  if (!headers.length) throw refuseHeadings(file, candidates);
  return headers.map((header) => placeColumns(header, sheetFile));
}

function placeColumns(
  {
    sheet,
    row,
    cells,
    found,
  }: {
    sheet: Sheet;
    row: number;
    cells: readonly SheetCell[];
    found: ReadonlyMap<TargetColumn, readonly number[]>;
  },
  { file, delimiter }: SheetFile,
): PlacedTargets {
  refuseUncomputed(sheet, file);
  for (const [column, [first, second]] of found)
    if (second !== undefined)
      throw new InputError({
        file,
        place: `row ${row + 1}`,
        message: `"${textOf(cells[first ?? -1])}" and "${textOf(cells[second])}" both say the ${names[column]}`,
        remedy: 'rename or remove one of the two columns',
      });
  const positions = new Map([...found].map(([column, [position = -1]]) => [column, position] as const));
  const used = new Set(positions.values());
  const texts = cells.map(textOf);
  return {
    file,
    sheet,
    firstRow: row + 1,
    csv: delimiter === null ? null : { header: texts, delimiter },
    positions,
    headings: texts,
    unread: texts.filter((text, position) => text && !used.has(position)),
  };
}

const names: Record<TargetColumn, string> = {
  municipality: 'municipality',
  indicator: 'indicator',
  period: 'year',
  value: 'target',
  source: 'source',
  url: 'address',
};

/** Where each column may stand. */
function findColumns(cells: readonly SheetCell[]): Map<TargetColumn, number[]> {
  const found = new Map<TargetColumn, number[]>();
  for (const [position, cell] of cells.entries()) {
    const text = foldText(textOf(cell));
    const column = columns.find((candidate) => headings[candidate].some((heading) => heading === text));
    if (column) found.set(column, [...(found.get(column) ?? []), position]);
  }
  return found;
}

function refuseHeadings(
  file: string,
  candidates: readonly { readonly row: number; readonly found: ReadonlyMap<TargetColumn, unknown> }[],
): InputError {
  const nearest = candidates.reduce<(typeof candidates)[number] | null>(
    (best, candidate) => (candidate.found.size > (best?.found.size ?? 0) ? candidate : best),
    null,
  );
  const missing = required.filter((column) => !nearest?.found.has(column)).map((column) => names[column]);
  return new InputError({
    file,
    ...(nearest ? { place: `row ${nearest.row + 1}` } : {}),
    message: `no column says the ${missing.join(', the ')}`,
    remedy: `give it the headings ${required.map((column) => `"${headings[column][0]}"`).join(', ')} and, if you like, "adres"`,
  });
}
