import { InputError } from '../../problem.ts';
import { suggest } from '../suggestion.ts';
import { type HeadingMatch, matchHeading, periodMark } from './heading.ts';
import type { FigureColumn, TableMapping } from './mapping.ts';
import { nameColumn, type Sheet, type SheetFile, textOf } from './sheet.ts';
import { refuseUncomputed } from './uncomputed.ts';

/** A period that stands above rows; what has to be asked before it is one has none yet. */
interface PlacedPeriod {
  readonly period: string | null;
  readonly isProvisional: boolean;
  readonly ask: { readonly kind: 'date' | 'span'; readonly text: string } | null;
}

/** A column of figures in its place, with its period where its heading says it. */
export interface PlacedFigure extends FigureColumn, PlacedPeriod {
  readonly position: number;
  readonly heading: string;
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
  readonly own: PlacedPeriod;
  readonly figures: readonly PlacedFigure[];
  /** The row of headings that every row of a CSV is as wide as; null for a workbook. */
  readonly csv: { readonly header: readonly string[]; readonly delimiter: string } | null;
  readonly headings: readonly string[];
  /** Headings of columns that nothing is read of. */
  readonly unread: readonly string[];
}

/** Rows in which headings are looked for: titles and remarks stand above them. */
const mostRowsAbove = 60;

/** Finds what a mapping names in a file, wherever it stands there. Throws InputError naming what is not there. */
export function placeTable(file: SheetFile, mapping: TableMapping): PlacedTable {
  const sheet = findSheet(file, mapping);
  refuseUncomputed(sheet, file.file);
  const lastHeader = findHeader(sheet, mapping, file.file);
  const headings = readHeadings(sheet, lastHeader, mapping.headerRows);
  const { area, period } = mapping;
  const find = (name: string) => findColumn(headings, name, mapping, file.file);
  const figures = mapping.figures.flatMap((figure) => placeFigure(figure, headings, mapping, file.file));
  checkCompany(figures, file.file);
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
    own: findPeriod(file, sheet, lastHeader, mapping),
    figures,
    csv:
      file.delimiter === null
        ? null
        : { header: (sheet.rows[lastHeader] ?? []).map(String), delimiter: file.delimiter },
    headings,
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
    return texts.filter((text, index) => text !== texts[index - 1]).join(' ');
  });
}

function findSheet({ sheets, hiddenSheets, file }: SheetFile, { sheet: name, period }: TableMapping): Sheet {
  const [first, second] = sheets;
  if (name === null && first && !second) return first;
  const names = sheets.map((sheet) => sheet.name);
  if (name === null)
    throw new InputError({
      file,
      message: `it has ${sheets.length} sheets, and the mapping does not say which`,
      remedy: `give the mapping a "sheet": ${suggest('', names)}`,
    });
  const isMeant = (other: string) => {
    const match = matchHeading(name, other, period);
    return match !== null && !('unknown' in match);
  };
  const found = sheets.filter((sheet) => isMeant(sheet.name));
  if (found.length === 1 && found[0]) return found[0];
  if (!found.length && hiddenSheets.some(isMeant))
    throw new InputError({
      file,
      place: `sheet "${name}"`,
      message: 'it is hidden, and hidden sheets are not read',
      remedy: 'unhide it in the spreadsheet and save the file, or name another sheet in the mapping',
    });
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
      headings.some((heading) => matchHeading(pattern, heading, period)),
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
    matchHeading(name, heading, period) ? [position] : [],
  );
  if (found.length === 1 && found[0] !== undefined) return found[0];
  throw found.length ? refuseTwice(name, found, file) : refuseMissing(name, headings, file);
}

function placeFigure(
  figure: FigureColumn,
  headings: readonly string[],
  { period }: TableMapping,
  file: string,
): PlacedFigure[] {
  const placed = headings.flatMap((heading, position): PlacedFigure[] => {
    const match = matchHeading(figure.column, heading, period);
    if (match === null) return [];
    if ('unknown' in match) throw refuseUnknown(heading, match.unknown, file);
    return [{ ...figure, position, heading, ...toPlaced(match, heading) }];
  });
  if (!placed.length) throw refuseMissing(figure.column, headings, file);
  const periods = placed.map(({ period: own, ask, heading }) => (ask ? heading : own));
  const second = periods.findIndex((own, index) => periods.indexOf(own) !== index);
  const first = periods.indexOf(periods[second] ?? null);
  if (second > 0) {
    const positions = [first, second].map((index) => placed[index]?.position ?? 0);
    throw refuseTwice(figure.column, positions, file);
  }
  return placed;
}

function toPlaced(match: Exclude<HeadingMatch, { unknown: string }>, text: string): PlacedPeriod {
  if ('ask' in match) return { period: null, isProvisional: false, ask: { kind: match.ask, text } };
  return { ...match, ask: null };
}

/**
 * Refuses two columns that give the same of an indicator and period, and bounds, sizes and statuses without a value that
 * they belong to.
 */
function checkCompany(figures: readonly PlacedFigure[], file: string): void {
  const periodOf = ({ period, ask, heading }: PlacedFigure) => (ask ? heading : period);
  for (const [index, figure] of figures.entries()) {
    const alike = (other: PlacedFigure) =>
      other.indicator === figure.indicator && periodOf(other) === periodOf(figure);
    const twin = figures.slice(0, index).find((other) => alike(other) && other.as === figure.as);
    if (twin)
      throw new InputError({
        file,
        place: `columns ${nameColumn(twin.position)} ("${twin.heading}") and ${nameColumn(figure.position)} ("${figure.heading}")`,
        message: `both give the ${figure.as} of "${figure.indicator}"${figure.period === null ? '' : ` for ${figure.period}`}`,
        remedy: 'leave one of the two out of the mapping, or give it an indicator of its own',
      });
    if (figure.as !== 'value' && !figures.some((other) => alike(other) && other.as === 'value'))
      throw new InputError({
        file,
        place: `column "${figure.heading}"`,
        message: `there is no value of "${figure.indicator}" that this "${figure.as}" belongs to`,
        remedy: 'give the mapping the column with the value of the same period, or leave this one out',
      });
  }
}

function refuseUnknown(heading: string, text: string, file: string): InputError {
  return new InputError({
    file,
    place: `column "${heading}"`,
    message: `"${text}" stands where the mapping has ${periodMark}, and is no whole year, quarter, month or week`,
    remedy: 'write the period as 2024, 2024-Q1, 2024-03 or 2024-W12, or take the column out of the file',
  });
}

function refuseMissing(name: string, headings: readonly string[], file: string): InputError {
  return new InputError({
    file,
    place: `column "${name}"`,
    message: 'the mapping names it, but no heading is like it',
    remedy: `correct the mapping: ${suggest(name, headings.filter(Boolean))}`,
  });
}

function refuseTwice(name: string, positions: readonly number[], file: string): InputError {
  return new InputError({
    file,
    place: `column "${name}"`,
    message: `several headings are like it (columns ${positions.map(nameColumn).join(' and ')})`,
    remedy: `rename one of them in the file, or write more of the heading in the mapping`,
  });
}

const none: PlacedPeriod = { period: null, isProvisional: false, ask: null };

/** The period that stands above all rows. Throws InputError where there is none, or where several stand there. */
function findPeriod(file: SheetFile, sheet: Sheet, lastHeader: number, mapping: TableMapping): PlacedPeriod {
  const { period, headerRows } = mapping;
  const { text } = period;
  if (text === null || period.in === 'column' || period.in === 'headings') return none;
  if (period.in === 'fixed') return { ...none, period: text };
  const above = sheet.rows.slice(0, lastHeader - headerRows + 1).flatMap((row) => row.map(textOf));
  const places = { title: above, sheet: [sheet.name], file: [nameOfFile(file.file)] }[period.in];
  const read = (place: string): PlacedPeriod[] => {
    const match = matchHeading(text, place, period);
    return match === null || 'unknown' in match ? [] : [toPlaced(match, place)];
  };
  const found = places.flatMap(read);
  if (period.in === 'title' && found.length) found.push(...listTitlesBelow(sheet, lastHeader).flatMap(read));
  const [first] = found;
  const place = { title: 'the rows above the headings', sheet: `sheet "${sheet.name}"`, file: 'its name' }[
    period.in
  ];
  const other = found.find((each) => each.period !== first?.period);
  if (first && other)
    throw new InputError({
      file: file.file,
      place: 'its titles',
      message: `"${text}" stands there for ${first.period} and for ${other.period}`,
      remedy: 'give each of the tables a sheet or a file of its own',
    });
  if (first) return first;
  throw new InputError({
    file: file.file,
    place,
    message: `"${text}" does not stand there, so the period is not known`,
    remedy: `correct "period" in the mapping; ${periodMark} stands for the period`,
  });
}

/** Texts that stand alone in a row below the headings, as the title of a second table does. */
function listTitlesBelow(sheet: Sheet, lastHeader: number): string[] {
  return sheet.rows.slice(lastHeader + 1).flatMap((row) => {
    const [text, ...others] = new Set(row.map(textOf).filter(Boolean));
    return text === undefined || others.length ? [] : [text];
  });
}

/** The name of a file without folders and ending. */
export function nameOfFile(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.[a-z]{3,4}$/i, '');
}
