import type { Indicator } from '../../indicator.ts';
import { InputError } from '../../problem.ts';
import type { DecimalSign } from '../number.ts';
import type { AreaIndex, KnownArea } from './area-index.ts';
import { proveDecimalSign } from './decimal-proof.ts';
import { bareNumber, type FigureForm, readFigureText, readStatusText } from './figure-text.ts';
import type { TableMapping } from './mapping.ts';
import { readPeriodText } from './period-text.ts';
import type { PlacedFigure, PlacedTable } from './placement.ts';
import { foldText, textOf } from './sheet.ts';

/** A figure with all that belongs to it, as a package's table writes them. */
export interface TableRow {
  readonly code: string;
  readonly period: string;
  readonly cells: Readonly<Partial<Record<PlacedFigure['as'], string>>>;
  /** As people count rows. */
  readonly row: number;
}

/** What only people can tell: the name of an area, a word among the figures, how numbers are written. */
export interface OpenQuestions {
  readonly areas: readonly OpenArea[];
  readonly words: readonly { readonly word: string; readonly row: number; readonly count: number }[];
  /** A number that can be read as two; null where there is none. */
  readonly ambiguous: { readonly text: string; readonly row: number } | null;
  /** A date of which it is not said what it stands for. */
  readonly date: { readonly text: string; readonly row: number } | null;
}

export interface OpenArea {
  /** As it stands under "areas" in the mapping. */
  readonly key: string;
  readonly text: string;
  readonly row: number;
  readonly count: number;
  /** The areas that it may be, the likeliest first. */
  readonly near: readonly KnownArea[];
}

export interface Extraction {
  /** By indicator. */
  readonly rows: ReadonlyMap<string, readonly TableRow[]>;
  readonly open: OpenQuestions;
  /** What was left out or read otherwise, a sentence each. */
  readonly notes: readonly string[];
}

const totalRow =
  /^(?:eind|sub|gemeente)?tota+l\b|^total\b|^gemiddeld|^average|^som\b|^overig$|^onbekend$|^geen (?:buurt|wijk)|^n\.?v\.?t\.?$/;

/** The most areas offered for a text that matches none. */
const mostNear = 5;

/**
 * Reads the rows of a table that was placed. Totals, remarks and areas of other levels are left out and noted; what
 * matches nothing comes back as a question. Throws InputError, naming row and column, on what cannot stand.
 */
export function extractRows(
  table: PlacedTable,
  mapping: TableMapping,
  indicators: ReadonlyMap<string, Indicator>,
  places: { readonly areas: AreaIndex; readonly municipalities: AreaIndex },
): Extraction {
  const questions = createQuestions();
  const tally = new Map<string, { first: string; count: number }>();
  const note = (what: string, first: string) => {
    const known = tally.get(what);
    tally.set(what, { first: known?.first ?? first, count: (known?.count ?? 0) + 1 });
  };
  const reading: Reading = { table, mapping, indicators, places, questions, note };
  const forms = table.figures.map((figure) => formOf(figure, reading));
  const rows = new Map<string, TableRow[]>();
  const seen = new Map<string, number>();
  for (let row = table.firstRow; row < table.sheet.rows.length; row++) {
    const code = readArea(row, reading);
    if (code === null) continue;
    for (const figure of readFigures(row, code, forms, reading)) {
      const key = `${figure.indicator} ${code} ${figure.period}`;
      const first = seen.get(key);
      if (first !== undefined) throw refuseTwice(table, figure, code, first, row);
      seen.set(key, row);
      const own = rows.get(figure.indicator) ?? [];
      own.push({ code, period: figure.period, cells: figure.cells, row: row + 1 });
      rows.set(figure.indicator, own);
    }
  }
  const notes = [...tally].map(
    ([what, { first, count }]) => `${count} ${count === 1 ? 'row' : 'rows'} left out, ${what} (${first}).`,
  );
  return { rows, open: questions.list(), notes };
}

interface Reading {
  readonly table: PlacedTable;
  readonly mapping: TableMapping;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly places: { readonly areas: AreaIndex; readonly municipalities: AreaIndex };
  readonly questions: ReturnType<typeof createQuestions>;
  note(what: string, first: string): void;
}

function createQuestions() {
  const areas = new Map<string, OpenArea>();
  const words = new Map<string, { word: string; row: number; count: number }>();
  let ambiguous: OpenQuestions['ambiguous'] = null;
  let date: OpenQuestions['date'] = null;
  return {
    askArea(key: string, text: string, row: number, findNear: () => readonly KnownArea[]) {
      const known = areas.get(key);
      const near = known?.near ?? findNear();
      areas.set(key, { key, text, row: known?.row ?? row, count: (known?.count ?? 0) + 1, near });
    },
    askWord(word: string, row: number) {
      const known = words.get(foldText(word));
      words.set(foldText(word), known ? { ...known, count: known.count + 1 } : { word, row, count: 1 });
    },
    askSign(text: string, row: number) {
      ambiguous ??= { text, row };
    },
    askDate(text: string, row: number) {
      date ??= { text, row };
    },
    list: (): OpenQuestions => ({ areas: [...areas.values()], words: [...words.values()], ambiguous, date }),
  };
}

/** The code of a row's area; null where nothing is to be read of the row. */
function readArea(row: number, { table, mapping, places, questions, note }: Reading): string | null {
  const cells = table.sheet.rows[row] ?? [];
  const text = textOf(cells[table.area]);
  const at = `row ${row + 1}${text ? `, "${text}"` : ''}`;
  const hasFigures = table.figures.some(({ position }) => textOf(cells[position]) !== '');
  if (!text) {
    if (!hasFigures) return null;
    if (cells.some((cell) => totalRow.test(foldText(textOf(cell))))) return skip(note, 'totals', at);
    throw new InputError({
      file: table.file,
      place: `row ${row + 1}, column "${mapping.area.column}"`,
      message: 'the area is missing',
      remedy: 'write its name or code, or remove the row',
    });
  }
  const municipalityText = table.municipality === null ? '' : textOf(cells[table.municipality]);
  const key = municipalityText ? `${municipalityText} / ${text}` : text;
  const answered = findAnswer(mapping, key);
  if (answered !== undefined) return answered ?? skip(note, 'as the mapping says', at);
  const within = readMunicipality(municipalityText, row, hasFigures, mapping, places, questions);
  if (within === undefined) return null;
  const match = places.areas.find(text, within);
  if ('found' in match) return match.found.code;
  if ('other' in match) return skip(note, `areas of another level than ${mapping.area.level}`, at);
  if (!match.several.length && totalRow.test(foldText(text))) return skip(note, 'totals', at);
  if (!hasFigures) return skip(note, 'remarks without figures', at);
  questions.askArea(key, text, row + 1, () =>
    match.several.length ? match.several : places.areas.suggest(text, within, mostNear),
  );
  return null;
}

function skip(note: Reading['note'], what: string, at: string): null {
  note(what, at);
  return null;
}

function findAnswer({ areas }: TableMapping, key: string): string | null | undefined {
  if (Object.hasOwn(areas, key)) return areas[key];
  const folded = foldText(key);
  const same = Object.keys(areas).find((other) => foldText(other) === folded);
  return same === undefined ? undefined : areas[same];
}

/** The municipality that a row's area lies in; null where it is not said, undefined where it has to be asked. */
function readMunicipality(
  text: string,
  row: number,
  hasFigures: boolean,
  mapping: TableMapping,
  { municipalities }: Reading['places'],
  questions: Reading['questions'],
): string | null | undefined {
  if (!text) return mapping.area.municipality;
  const answered = findAnswer(mapping, text);
  if (answered) return answered;
  if (answered === null) return undefined;
  const match = municipalities.find(text, null);
  if ('found' in match) return match.found.code;
  if (hasFigures && !totalRow.test(foldText(text)))
    questions.askArea(text, text, row + 1, () => municipalities.suggest(text, null, mostNear));
  return undefined;
}

/** How the figures of a column are written, as the mapping says or all columns of figures together prove. */
function formOf(figure: PlacedFigure, { table, mapping, indicators }: Reading): FigureForm {
  const indicator = indicators.get(figure.indicator);
  return {
    sign: mapping.decimalSign ?? proveSign(table),
    isWhole: indicator?.kind === 'count' || indicator?.decimals === 0 || figure.as === 'sampleSize',
    times: figure.as === 'sampleSize' ? 1 : figure.times,
    words: new Map(Object.entries(mapping.words).map(([word, meaning]) => [foldText(word), meaning])),
  };
}

const proved = new WeakMap<PlacedTable, DecimalSign>();

/** Throws InputError where one cell proves the point and another the comma. */
function proveSign(table: PlacedTable): DecimalSign {
  const known = proved.get(table);
  if (known) return known;
  const remedy = 'write all numbers of the file the same way, or give the mapping a "decimalSign"';
  const sign = proveDecimalSign(listNumberCells(table), table.file, remedy);
  proved.set(table, sign);
  return sign;
}

function* listNumberCells({ sheet, firstRow, figures }: PlacedTable) {
  for (let row = firstRow; row < sheet.rows.length; row++)
    for (const { position, heading, as } of figures)
      if (as !== 'status') yield { cell: sheet.rows[row]?.[position], row, heading };
}

interface RowFigure {
  readonly indicator: string;
  readonly period: string;
  readonly cells: Partial<Record<PlacedFigure['as'], string>>;
}

/** The figures of a row, those of one indicator and period together. */
function readFigures(row: number, code: string, forms: readonly FigureForm[], reading: Reading): RowFigure[] {
  const { table } = reading;
  const own = readRowPeriod(row, reading);
  const figures = new Map<string, RowFigure>();
  for (const [place, column] of table.figures.entries()) {
    const period = column.period ?? own;
    const text = readColumn(row, code, column, forms[place], reading);
    if (period === null || text === null) continue;
    const key = `${column.indicator} ${period}`;
    const figure = figures.get(key) ?? { indicator: column.indicator, period, cells: {} };
    figure.cells[column.as] = text;
    figures.set(key, figure);
  }
  return [...figures.values()].filter(({ cells }) => cells.value !== undefined);
}

function readRowPeriod(row: number, { table, mapping, questions }: Reading): string | null {
  if (table.periodColumn === null) return table.period;
  const text = textOf(table.sheet.rows[row]?.[table.periodColumn]);
  const period = readPeriodText(text, mapping.period.dates);
  if (period === 'date') {
    questions.askDate(text, row + 1);
    return null;
  }
  if (period !== null) return period;
  throw new InputError({
    file: table.file,
    place: `row ${row + 1}, column "${mapping.period.text}"`,
    message: text ? `"${text}" is no period` : 'the period is missing',
    remedy: 'write 2024, 2024-Q1, 2024-03, 2024-W12 or a date',
  });
}

/** A cell as a package's table writes it; null where it has to be asked. */
function readColumn(
  row: number,
  code: string,
  column: PlacedFigure,
  form: FigureForm | undefined,
  { table, indicators, questions }: Reading,
): string | null {
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
  if (!form) return null;
  const figure = readFigureText(cell, form);
  if (figure === 'ambiguous') {
    questions.askSign(textOf(cell), row + 1);
    return null;
  }
  if (figure === 'no number') {
    if (typeof cell === 'string' && /^[-+]?[\d.,\s]+$/.test(bareNumber(cell)))
      throw refuse(
        `"${textOf(cell)}" is no number with a decimal ${form.sign === ',' ? 'comma' : 'point'}`,
        'correct it, or "decimalSign" in the mapping',
      );
    questions.askWord(textOf(cell), row + 1);
    return null;
  }
  const value = Number.parseFloat(figure.text);
  if (value < 0 && value > -99_990 && indicators.get(column.indicator)?.kind === 'count')
    throw refuse(`a count cannot be ${value}`, 'correct it, or leave the cell empty');
  return figure.text;
}

function refuseTwice(
  table: PlacedTable,
  { indicator, period }: RowFigure,
  code: string,
  first: number,
  second: number,
): InputError {
  return new InputError({
    file: table.file,
    place: `row ${second + 1}`,
    message: `"${indicator}" of ${code} for ${period} stands in row ${first + 1} too`,
    remedy: 'remove one of the two rows, or leave one out by giving it null under "areas" in the mapping',
  });
}
