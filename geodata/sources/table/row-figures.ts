import type { Indicator, Kind } from '../../indicator.ts';
import { highestStatusNumber } from '../../observation.ts';
import { InputError } from '../../problem.ts';
import { isNumberLike } from '../number.ts';
import { type PeriodReading, readPeriodText } from '../period-text.ts';
import { type ProvedSign, proveDecimalSign } from './decimal-proof.ts';
import {
  bareNumber,
  type FigureForm,
  type FigureText,
  readFigureText,
  readStatusText,
} from './figure-text.ts';
import type { TableMapping } from './mapping.ts';
import type { PlacedFigure, PlacedTable } from './placement.ts';
import type { Questions } from './questions.ts';
import { foldText, nameColumn, type SheetCell, textOf } from './sheet.ts';

/** The figures of a row of one indicator and period. */
export interface RowFigure {
  readonly indicator: string;
  readonly period: string;
  /** As a package's table writes them. */
  readonly cells: Partial<Record<PlacedFigure['as'], string>>;
}

/** What the figures of all rows share. */
export interface FigureReading {
  readonly table: PlacedTable;
  readonly mapping: TableMapping;
  readonly questions: Questions;
  readonly columns: readonly FigureColumnReading[];
  readonly periods: Map<string, PeriodReading | null>;
}

interface FigureColumnReading {
  readonly column: PlacedFigure;
  readonly form: FigureForm;
  readonly kind: Kind;
  /** Whether its sign stands in the mapping for this column alone. */
  readonly isAnswered: boolean;
  /** The first row of each way to write a share, from 1: with a sign of per cent and without. */
  readonly ways: Map<'with' | 'without', number>;
}

/** Settles how the numbers of each column are written. Throws InputError where the cells contradict each other. */
export function prepareFigures(
  table: PlacedTable,
  mapping: TableMapping,
  indicators: ReadonlyMap<string, Indicator>,
  questions: Questions,
): FigureReading {
  const kindOf = ({ indicator, as }: PlacedFigure): Kind =>
    as === 'sampleSize' ? 'count' : (indicators.get(indicator)?.kind ?? 'score');
  const proved = proveSign(table, mapping, kindOf);
  const words = new Map(Object.entries(mapping.words).map(([word, meaning]) => [foldText(word), meaning]));
  const columns = table.figures.map((column): FigureColumnReading => {
    const said = column.decimalSign ?? mapping.decimalSign;
    const kind = kindOf(column);
    const times = column.as === 'sampleSize' ? 1 : column.times;
    const isProvisional = column.as === 'value' && (column.isProvisional || table.own.isProvisional);
    const isSure = said !== null || proved.columns.has(column.position);
    const form = { sign: said ?? proved.sign, isSure, kind, times, isProvisional, words };
    return { column, form, kind, isAnswered: column.decimalSign !== null, ways: new Map() };
  });
  for (const { ask } of [table.own, ...table.figures])
    if (ask) questions.askPeriod(ask.kind, ask.text, table.firstRow);
  return { table, mapping, questions, columns, periods: new Map() };
}

/** Throws InputError where one cell proves the point and another the comma. Columns that the mapping names prove nothing. */
function proveSign(
  table: PlacedTable,
  mapping: TableMapping,
  kindOf: (figure: PlacedFigure) => Kind,
): ProvedSign {
  if (mapping.decimalSign !== null) return { sign: mapping.decimalSign, columns: new Set() };
  const remedy =
    'write all numbers of the file the same way, or give each of the columns its own "decimalSign" in the mapping';
  return proveDecimalSign(listNumberCells(table, kindOf), table.file, remedy);
}

function* listNumberCells({ sheet, firstRow, figures }: PlacedTable, kindOf: (figure: PlacedFigure) => Kind) {
  const columns = figures
    .filter(({ as, decimalSign }) => as !== 'status' && decimalSign === null)
    .map((figure) => ({ ...figure, isCount: kindOf(figure) === 'count' }));
  for (let row = firstRow; row < sheet.rows.length; row++)
    for (const { position, heading, isCount } of columns)
      yield { cell: sheet.rows[row]?.[position], row, heading, position, isCount };
}

/** The figures of a row, those of one indicator and period together. What has to be asked is left out of them. */
export function readRowFigures(row: number, code: string, reading: FigureReading): RowFigure[] {
  const own = readRowPeriod(row, reading);
  const figures = new Map<string, RowFigure>();
  for (const each of reading.columns) {
    const { column } = each;
    const text = readColumn(row, code, own?.isProvisional === true, each, reading);
    const period = column.period ?? own?.period ?? null;
    if (period === null || text === null) continue;
    const key = `${column.indicator} ${period}`;
    const figure = figures.get(key) ?? { indicator: column.indicator, period, cells: {} };
    if (figure.cells[column.as] !== undefined) throw refuseSecond(row, code, column, period, reading);
    figure.cells[column.as] = text;
    figures.set(key, figure);
  }
  return [...figures.values()].filter(({ cells }) => cells.value !== undefined);
}

/** The period of a row, of a column or of the whole table; null where it has to be asked or the headings say it. */
function readRowPeriod(
  row: number,
  { table, mapping, questions, periods }: FigureReading,
): { period: string; isProvisional: boolean } | null {
  const { period, isProvisional } = table.own;
  if (table.periodColumn === null) return period === null ? null : { period, isProvisional };
  const text = textOf(table.sheet.rows[row]?.[table.periodColumn]);
  const known = periods.get(text);
  const reading = known === undefined ? readPeriodText(text, mapping.period) : known;
  periods.set(text, reading);
  if (reading === null)
    throw new InputError({
      file: table.file,
      place: `row ${row + 1}, column "${mapping.period.text}"`,
      message: text ? `"${text}" is no period` : 'the period is missing',
      remedy:
        'write 2024, 2024-Q1, 2024-03, 2024-W12 or a date, or 2021..2023 for an average over these years',
    });
  if ('period' in reading) return reading;
  questions.askPeriod(reading.ask, text, row + 1);
  return null;
}

/** A cell as a package's table writes it; null where it has to be asked. */
function readColumn(
  row: number,
  code: string,
  isProvisional: boolean,
  each: FigureColumnReading,
  { table, questions }: FigureReading,
): string | null {
  const { column, form, kind, isAnswered } = each;
  const cell = table.sheet.rows[row]?.[column.position];
  const place = `row ${row + 1} (${code}), column "${column.heading}"`;
  const refuse = (message: string, remedy: string) =>
    new InputError({ file: table.file, place, message, remedy });
  if (table.sheet.merged.has(`${row},${column.position}`))
    throw refuse('the cell is merged with another, so it is not known whose figure it is', 'split the cells');
  if (column.as === 'status') {
    const status = readStatusText(cell);
    if (status !== null) return status;
    throw refuse(
      `the status "${textOf(cell)}" is unknown`,
      'write one such as "definitief", "voorlopig" or "geheim"',
    );
  }
  const figure = readFigureText(
    cell,
    isProvisional && column.as === 'value' ? { ...form, isProvisional } : form,
  );
  if (typeof figure === 'string') {
    refuseNumber(figure, cell, form, isAnswered, refuse);
    if (figure === 'ambiguous')
      questions.askNumber({
        text: textOf(cell),
        row: row + 1,
        column: form.sign === 'unknown' ? null : column.column,
      });
    else questions.askWord(textOf(cell), row + 1);
    return null;
  }
  const value = Number.parseFloat(figure.text);
  if (value < 0 && value > highestStatusNumber && kind === 'count')
    throw refuse(`a count cannot be ${value}`, 'correct it, or leave the cell empty');
  if (value) checkPercentage(row, cell, each, table, refuse);
  return figure.text;
}

type Refuse = (message: string, remedy: string) => InputError;

/** Throws InputError where a cell is a number that no answer of people could settle. */
function refuseNumber(
  reason: Exclude<FigureText, object>,
  cell: SheetCell | undefined,
  { sign, kind }: FigureForm,
  isAnswered: boolean,
  refuse: Refuse,
): void {
  const text = textOf(cell);
  if (reason === 'shortened')
    throw refuse(
      `"${text}" is shortened and may have lost digits`,
      'show the whole number in the spreadsheet, and save the file again',
    );
  if (reason === 'ambiguous' && isAnswered && kind === 'count')
    throw refuse(
      `"${text}" has decimals, and a count has none`,
      'write it without them, or correct the "decimalSign" of the column in the mapping',
    );
  if (reason !== 'no number' || !isNumberLike(bareNumber(text))) return;
  if (/^\(|[-\u2212\u2013)]$/.test(bareNumber(text)))
    throw refuse(
      `"${text}" may be a number below zero`,
      'write that with a minus sign before it, and others without brackets',
    );
  throw refuse(
    `"${text}" is no number with a decimal ${sign === ',' ? 'comma' : 'point'}`,
    'correct it, or "decimalSign" in the mapping',
  );
}

/** Throws InputError where a column has shares with and without a sign of per cent, or where they would be multiplied. */
function checkPercentage(
  row: number,
  cell: SheetCell | undefined,
  { column, kind, ways }: FigureColumnReading,
  { sheet }: PlacedTable,
  refuse: Refuse,
): void {
  const isShare =
    typeof cell === 'string' ? cell.includes('%') : sheet.percentages.has(`${row},${column.position}`);
  const way = isShare ? 'with' : 'without';
  if (!ways.has(way)) ways.set(way, row + 1);
  const other = ways.get(isShare ? 'without' : 'with');
  if (other !== undefined)
    throw refuse(
      `here is ${isShare ? 'a' : 'no'} sign of per cent, and ${isShare ? 'none' : 'one'} in row ${other}`,
      'write the whole column in one way',
    );
  if (!isShare) return;
  if (kind === 'count')
    throw refuse('a count is no percentage', 'correct the column, or the "kind" of its indicator');
  if (column.times !== 1)
    throw refuse(
      `it is a percentage already, and the mapping multiplies by ${column.times}`,
      'take "times" of the column out of the mapping',
    );
}

function refuseSecond(
  row: number,
  code: string,
  column: PlacedFigure,
  period: string,
  { columns, table }: FigureReading,
): InputError {
  const alike = columns.filter(
    ({ column: other }) =>
      other.indicator === column.indicator && other.as === column.as && (other.period ?? period) === period,
  );
  return new InputError({
    file: table.file,
    place: `row ${row + 1}, columns ${alike.map(({ column: other }) => `${nameColumn(other.position)} ("${other.heading}")`).join(' and ')}`,
    message: `both give the ${column.as} of "${column.indicator}" of ${code} for ${period}`,
    remedy: 'leave one of the two out of the mapping, or give it an indicator of its own',
  });
}
