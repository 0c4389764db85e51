import type { Indicator } from '../../indicator.ts';
import { InputError } from '../../problem.ts';
import { type Account, createLeftOut } from '../account.ts';
import type { TableMapping } from './mapping.ts';
import type { PlacedFigure, PlacedTable } from './placement.ts';
import { createQuestions, type OpenQuestions } from './questions.ts';
import { type Places, readRowArea } from './row-area.ts';
import { prepareFigures, type RowFigure, readRowFigures } from './row-figures.ts';
import { nameTable } from './sheet.ts';
import { describeUnseen } from './unseen-cells.ts';

/** A figure with all that belongs to it, as a package's table writes them. */
export interface TableRow {
  readonly code: string;
  readonly period: string;
  readonly cells: Readonly<Partial<Record<PlacedFigure['as'], string>>>;
  /** As people count rows. */
  readonly row: number;
}

export interface Extraction {
  /** By indicator. */
  readonly rows: ReadonlyMap<string, readonly TableRow[]>;
  readonly open: OpenQuestions;
  /** What became of every row below the headings. */
  readonly account: Account;
  /** What was read otherwise, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Reads the rows of a table that was placed. Totals, remarks and areas of other levels are left out and counted; what
 * matches nothing comes back as a question. Throws InputError, naming row and column, on what cannot stand.
 */
export function extractRows(
  table: PlacedTable,
  mapping: TableMapping,
  indicators: ReadonlyMap<string, Indicator>,
  places: Places,
): Extraction {
  const questions = createQuestions();
  const leftOut = createLeftOut();
  const reading = prepareFigures(table, mapping, indicators, questions);
  const rows = new Map<string, TableRow[]>();
  const seen = new Map<string, number>();
  let read = 0;
  for (let row = table.firstRow; row < table.sheet.rows.length; row++) {
    const area = readRowArea(row, { table, mapping, places, questions });
    if ('leftOut' in area) leftOut.add(area.leftOut, area.at);
    if (!('code' in area)) continue;
    read += 1;
    for (const figure of readRowFigures(row, area.code, reading)) {
      const key = `${figure.indicator} ${area.code} ${figure.period}`;
      const first = seen.get(key);
      if (first !== undefined) throw refuseTwice(table, figure, area.code, first, row);
      seen.set(key, row);
      const own = rows.get(figure.indicator) ?? [];
      own.push({ code: area.code, period: figure.period, cells: figure.cells, row: row + 1 });
      rows.set(figure.indicator, own);
    }
  }
  const account = {
    file: nameTable(table.file, table.sheet),
    unit: 'rows',
    read: Math.max(0, table.sheet.rows.length - table.firstRow),
    written: { count: read, as: 'rows' },
    leftOut: leftOut.list(),
  };
  return {
    rows,
    open: questions.list(),
    account,
    notes: describeUnseen(table, [
      table.area,
      table.municipality,
      table.periodColumn,
      ...table.figures.map(({ position }) => position),
    ]),
  };
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
