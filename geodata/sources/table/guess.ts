import type { Indicator } from '../../indicator.ts';
import { beginsAsPeriod, mentionsPeriod, readPeriodText } from '../period-text.ts';
import { type ColumnGuess, guessFigures, open } from './guess-figure.ts';
import { guessHeader, type HeaderGuess } from './guess-header.ts';
import {
  type AreaGuess,
  type AreasOfYear,
  guessArea,
  guessMunicipality,
  guessMunicipalityColumn,
} from './guess-place.ts';
import { makePattern, periodMark } from './heading.ts';
import type { TableMapping } from './mapping.ts';
import { nameOfFile, readHeadings } from './placement.ts';
import { foldText, plainSheet, type Sheet, type SheetFile, textOf, toKey } from './sheet.ts';
import { refuseUncomputed } from './uncomputed.ts';

/** What the database holds that a table can be matched with. */
export interface TableKnowledge {
  readonly areas: AreasOfYear;
  readonly indicators: readonly Indicator[];
}

/** The sheet that names the most areas; the first where none does. */
export function guessSheet({ sheets }: SheetFile, { areas }: TableKnowledge): Sheet | undefined {
  const found = sheets.map((sheet) => ({ sheet, found: guessArea(sheet, areas)?.found ?? 0 }));
  return found.sort((a, b) => b.found - a.found)[0]?.sheet;
}

/** Where the headings of a sheet stand, by where its areas begin. */
export function guessHeaderOf(sheet: Sheet, { areas }: TableKnowledge): HeaderGuess {
  const first = guessArea(sheet, areas)?.firstRow;
  return guessHeader(
    sheet,
    first ?? sheet.rows.findIndex((row) => row.filter((cell) => textOf(cell)).length > 1) + 1,
  );
}

/** The column with the areas, below the headings. Null where no cell names one. */
export function guessAreaOf(sheet: Sheet, { areas }: TableKnowledge): AreaGuess | null {
  return guessArea(sheet, areas);
}

/** The column that holds the period of each row; null where there is none. */
export function guessPeriodColumn(
  sheet: Sheet,
  headings: readonly string[],
  firstRow: number,
  taken: readonly (number | null)[],
): number | null {
  const isPeriod = (position: number) => {
    const texts = sheet.rows
      .slice(firstRow)
      .map((row) => textOf(row[position]))
      .filter(Boolean);
    const read = texts.filter(
      (text) => readPeriodText(text, { dates: 'year', spans: 'average' }) !== null,
    ).length;
    return read > 0 && read >= 0.9 * texts.length;
  };
  const named = (heading: string) =>
    /jaar|year|periode|period|maand|kwartaal|week|datum|peil/.test(foldText(heading));
  const columns = headings.flatMap((heading, position) =>
    heading && !taken.includes(position) && isPeriod(position) ? [{ heading, position }] : [],
  );
  return (columns.find(({ heading }) => named(heading)) ?? columns[0])?.position ?? null;
}

/** Where else the period stands: a title above the headings, the name of the sheet or of the file. */
export function guessPeriodPlace(
  { file }: SheetFile,
  sheet: Sheet,
  { lastRow, headerRows }: HeaderGuess,
): Pick<TableMapping['period'], 'in' | 'text'> | null {
  const above = sheet.rows.slice(0, lastRow - headerRows + 1).flatMap((row) => row.map(textOf));
  const places = [
    ...above.map((text) => ({ in: 'title' as const, text })),
    { in: 'sheet' as const, text: sheet.name },
    { in: 'file' as const, text: nameOfFile(file) },
  ];
  const found = places.find(({ text }) => makePattern(text).includes(periodMark));
  return found ? { in: found.in, text: makePattern(found.text) } : null;
}

/** A title to begin with: the first text above the headings, or the file's name, without its period. */
export function guessTitle({ file }: SheetFile, sheet: Sheet, { lastRow }: HeaderGuess): string {
  const above = sheet.rows
    .slice(0, lastRow)
    .flatMap((row) => row.map(textOf))
    .find(Boolean);
  const title = makePattern(above ?? nameOfFile(file).replaceAll(/[_-]+/g, ' ')).replace(periodMark, '');
  return (
    title
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[\s,:;-]+|[\s,:;-]+$/g, '')
      .trim() || 'Tabel'
  );
}

/** A sheet's name as a mapping keeps it: not at all where there is one sheet only. */
export function nameSheet({ sheets }: SheetFile, sheet: Sheet): string | null {
  return sheets.length === 1 ? null : makePattern(sheet.name);
}

/**
 * A whole mapping by content alone. What people have to say is `?`: a mapping with one in it is not read, so no guess
 * becomes a figure that nobody looked at.
 * Throws InputError where formulas have no result.
 */
export function guessMapping(file: SheetFile, knowledge: TableKnowledge): TableMapping {
  const sheet = guessSheet(file, knowledge) ?? plainSheet('', []);
  refuseUncomputed(sheet, file.file);
  const header = guessHeaderOf(sheet, knowledge);
  const headings = readHeadings(sheet, header.lastRow, header.headerRows);
  const firstRow = header.lastRow + 1;
  const area = guessAreaOf(sheet, knowledge);
  const column = area?.column ?? 0;
  const municipalityColumn = area && guessMunicipalityColumn(sheet, firstRow, area, knowledge.areas);
  const periodColumn = guessPeriodColumn(sheet, headings, firstRow, [column, municipalityColumn]);
  const taken = [column, municipalityColumn, periodColumn];
  const columns = guessFigures(sheet, headings, firstRow, taken, knowledge.indicators);
  const chosen = keepOnePattern(columns.filter(({ isFigure }) => isFigure));
  const title = guessTitle(file, sheet, header);
  return {
    name: toKey(title),
    title,
    sheet: nameSheet(file, sheet),
    headerRows: header.headerRows,
    area: {
      column: headings[column] ?? open,
      level: area?.level ?? 'neighbourhood',
      municipalityColumn: municipalityColumn === null ? null : (headings[municipalityColumn] ?? open),
      municipality:
        area && municipalityColumn === null
          ? guessMunicipality(sheet, firstRow, area, knowledge.areas)
          : null,
    },
    period: guessPeriod(file, sheet, header, headings, periodColumn, chosen),
    figures: chosen.map(({ pattern, indicator, isFraction }) => ({
      column: pattern,
      indicator: indicator.key,
      as: 'value',
      times: isFraction && indicator.unit === '%' ? 100 : 1,
      decimalSign: null,
    })),
    indicators: listNew(chosen),
    boundaryYear: area?.boundaryYear ?? Math.max(...knowledge.areas.keys()),
    source: { title: open, url: null },
    licence: { name: open, title: open, url: null },
    decimalSign: null,
    words: {},
    areas: {},
  };
}

/** Columns that differ in their period only are one figure. */
export function keepOnePattern(columns: readonly ColumnGuess[]): ColumnGuess[] {
  const patterns = columns.map(({ pattern }) => foldText(pattern));
  return columns.filter((_, index) => patterns.indexOf(patterns[index] ?? '') === index);
}

/** Definitions of the indicators that are not held, each once. */
export function listNew(columns: readonly ColumnGuess[]): Indicator[] {
  const fresh = columns.filter(({ isHeld }) => !isHeld).map(({ indicator }) => indicator);
  return fresh.filter(({ key }, index) => fresh.findIndex((other) => other.key === key) === index);
}

function guessPeriod(
  file: SheetFile,
  sheet: Sheet,
  header: HeaderGuess,
  headings: readonly string[],
  column: number | null,
  figures: readonly ColumnGuess[],
): TableMapping['period'] {
  // What dates stand for is for people to say, though most begin or end a year.
  if (column !== null) return { in: 'column', text: headings[column] ?? open, dates: null, spans: null };
  if (figures.length && figures.every(({ pattern }) => pattern.includes(periodMark)))
    return { in: 'headings', text: null, dates: null, spans: null };
  // Headings and columns that speak of a time which cannot be read leave it to people.
  const isOpen =
    figures.some(({ pattern }) => mentionsPeriod(pattern.replace(periodMark, ''))) ||
    headings.some((_, position) => holdsTimes(sheet, position, header.lastRow + 1));
  const place = isOpen ? null : guessPeriodPlace(file, sheet, header);
  return { ...(place ?? { in: 'fixed', text: open }), dates: null, spans: null };
}

/** Whether most cells of a column begin as a period does. */
function holdsTimes(sheet: Sheet, position: number, firstRow: number): boolean {
  const texts = sheet.rows.slice(firstRow, firstRow + 1_000).flatMap((row) => textOf(row[position]) || []);
  const times = texts.filter((text) => beginsAsPeriod(text) && /[a-z/-]/i.test(text)).length;
  return times > texts.length / 2;
}
