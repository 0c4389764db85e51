import { InputError } from '../../problem.ts';
import { suggest } from '../suggestion.ts';
import { matchHeading, periodMark } from './heading.ts';
import type { FigureColumn, TableMapping } from './mapping.ts';
import type { Sheet, SheetFile } from './sheet.ts';
import { textOf } from './sheet.ts';

/** A column of figures in its place; `period` where its heading says it. */
export interface PlacedFigure extends FigureColumn {
  readonly position: number;
  readonly heading: string;
  readonly period: string | null;
}

/** A table with every column that the mapping names found. */
export interface PlacedTable {
  readonly file: string;
  readonly sheet: Sheet;
  /** The first row below the headings. */
  readonly firstRow: number;
  readonly area: number;
  readonly municipality: number | null;
  /** Position of the column with the period. */
  readonly periodColumn: number | null;
  /** Of all rows, where neither a column nor the headings say it. */
  readonly period: string | null;
  readonly figures: readonly PlacedFigure[];
  /** Headings of columns that nothing is read of. */
  readonly unread: readonly string[];
}

/** Rows in which headings are looked for: titles and remarks stand above them. */
const mostRowsAbove = 60;

/** Finds what a mapping names in a file, wherever it stands there. Throws InputError naming what is not there. */
export function placeTable(file: SheetFile, mapping: TableMapping): PlacedTable {
  const sheet = findSheet(file, mapping);
  const lastHeader = findHeader(sheet, mapping, file.file);
  const headings = readHeadings(sheet, lastHeader, mapping.headerRows);
  const { area, period } = mapping;
  const find = (name: string) => findColumn(headings, name, mapping, file.file);
  const figures = mapping.figures.flatMap((figure) => placeFigure(figure, headings, mapping, file.file));
  const placed = {
    area: find(area.column),
    municipality: area.municipalityColumn === null ? null : find(area.municipalityColumn),
    periodColumn: period.in === 'column' ? find(period.text ?? '') : null,
  };
  const used = [...Object.values(placed), ...figures.map(({ position }) => position)];
  return {
    file: file.file,
    sheet,
    firstRow: lastHeader + 1,
    ...placed,
    period: findPeriod(file, sheet, lastHeader, mapping),
    figures,
    unread: headings.filter((heading, position) => heading && !used.includes(position)),
  };
}

/** The headings of columns that end in a row: those of several rows joined, the upper ones for all columns below them. */
export function readHeadings(sheet: Sheet, lastRow: number, headerRows: number): string[] {
  const rows = sheet.rows.slice(Math.max(0, lastRow - headerRows + 1), lastRow + 1);
  const width = Math.max(0, ...sheet.rows.slice(0, lastRow + 2).map((row) => row.length));
  const lower = rows.at(-1) ?? [];
  const parts = rows.map((row, position) => {
    let last = '';
    return Array.from({ length: width }, (_, column) => {
      const text = textOf(row[column]);
      if (position === rows.length - 1) return text;
      last = text || (textOf(lower[column]) ? last : '');
      return last;
    });
  });
  return Array.from({ length: width }, (_, column) => {
    const texts = parts.map((row) => row[column] ?? '').filter(Boolean);
    return texts.filter((text, place) => text !== texts[place - 1]).join(' ');
  });
}

function findSheet({ sheets, file }: SheetFile, { sheet: name, period }: TableMapping): Sheet {
  const [first, second] = sheets;
  if (name === null && first && !second) return first;
  const names = sheets.map((sheet) => sheet.name);
  if (name === null)
    throw new InputError({
      file,
      message: `it has ${sheets.length} sheets, and the mapping does not say which`,
      remedy: `give the mapping a "sheet": ${suggest('', names)}`,
    });
  const found = sheets.filter((sheet) => matchHeading(name, sheet.name, period.dates ?? 'year'));
  if (found.length === 1 && found[0]) return found[0];
  throw new InputError({
    file,
    place: `sheet "${name}"`,
    message: found.length ? `${found.length} sheets are called so` : 'there is no such sheet',
    remedy: found.length ? 'give the mapping the whole name of one' : suggest(name, names),
  });
}

/** The row in which the most of the headings stand. */
function findHeader(sheet: Sheet, mapping: TableMapping, file: string): number {
  const { area, figures, period, headerRows } = mapping;
  const patterns = [
    area.column,
    ...figures.map(({ column }) => column),
    ...(area.municipalityColumn === null ? [] : [area.municipalityColumn]),
    ...(period.in === 'column' ? [period.text ?? ''] : []),
  ];
  let best = { row: -1, found: 0 };
  for (let row = headerRows - 1; row < Math.min(sheet.rows.length, mostRowsAbove); row++) {
    const headings = readHeadings(sheet, row, headerRows);
    const found = patterns.filter((pattern) =>
      headings.some((heading) => matchHeading(pattern, heading, period.dates ?? 'year')),
    ).length;
    if (found > best.found) best = { row, found };
  }
  if (best.row >= 0) return best.row;
  throw new InputError({
    file,
    place: `column "${area.column}"`,
    message: `none of the first ${mostRowsAbove} rows has the headings that the mapping names`,
    remedy: 'correct the mapping, or remove it and answer the questions',
  });
}

function findColumn(
  headings: readonly string[],
  name: string,
  { period }: TableMapping,
  file: string,
): number {
  const found = headings.flatMap((heading, position) =>
    matchHeading(name, heading, period.dates ?? 'year') ? [position] : [],
  );
  if (found.length === 1 && found[0] !== undefined) return found[0];
  throw found.length ? refuseTwice(name, file) : refuseMissing(name, headings, file);
}

function placeFigure(
  figure: FigureColumn,
  headings: readonly string[],
  { period }: TableMapping,
  file: string,
): PlacedFigure[] {
  const placed = headings.flatMap((heading, position) => {
    const match = matchHeading(figure.column, heading, period.dates ?? 'year');
    return match ? [{ ...figure, position, heading, period: match.period }] : [];
  });
  if (!placed.length) throw refuseMissing(figure.column, headings, file);
  const periods = new Set(placed.map(({ period: own }) => own));
  if (periods.size < placed.length) throw refuseTwice(figure.column, file);
  return placed;
}

function refuseMissing(name: string, headings: readonly string[], file: string): InputError {
  return new InputError({
    file,
    place: `column "${name}"`,
    message: 'the mapping names it, but no heading is like it',
    remedy: `correct the mapping: ${suggest(name, headings.filter(Boolean))}`,
  });
}

function refuseTwice(name: string, file: string): InputError {
  return new InputError({
    file,
    place: `column "${name}"`,
    message: 'several headings are like it',
    remedy: `rename one of them in the file, or write more of the heading in the mapping`,
  });
}

function findPeriod(file: SheetFile, sheet: Sheet, lastHeader: number, mapping: TableMapping): string | null {
  const { period, headerRows } = mapping;
  const { text } = period;
  if (text === null || period.in === 'column' || period.in === 'headings') return null;
  if (period.in === 'fixed') return text;
  const above = sheet.rows.slice(0, lastHeader - headerRows + 1).flatMap((row) => row.map(textOf));
  const places = { title: above, sheet: [sheet.name], file: [nameOfFile(file.file)] }[period.in];
  for (const place of places) {
    const match = matchHeading(text, place, period.dates ?? 'year');
    if (match?.period) return match.period;
  }
  throw new InputError({
    file: file.file,
    place: { title: 'the rows above the headings', sheet: `sheet "${sheet.name}"`, file: 'its name' }[
      period.in
    ],
    message: `"${text}" does not stand there, so the period is not known`,
    remedy: `correct "period" in the mapping; ${periodMark} stands for the period`,
  });
}

/** The name of a file without folders and ending. */
export function nameOfFile(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.[a-z]{3,4}$/i, '');
}
