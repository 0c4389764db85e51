import type { Indicator } from '../../indicator.ts';
import { parsePeriod } from '../../period.ts';
import { InputError } from '../../problem.ts';
import { explainImpossible, type Target } from '../../target.ts';
import { type Account, createLeftOut } from '../account.ts';
import { checkWidth } from '../formats/csv.ts';
import { findDecimalSign, readNumber } from '../number.ts';
import { isWebAddress } from '../observations/targets.ts';
import { readPeriodText } from '../period-text.ts';
import { suggest } from '../suggestion.ts';
import { type AreaIndex, createAreaIndex } from './area-index.ts';
import { type ProvedSign, proveDecimalSign } from './decimal-proof.ts';
import { bareNumber, isOnSeveralLines } from './figure-text.ts';
import { foldText, nameTable, type Sheet, type SheetCell, type SheetFile, textOf } from './sheet.ts';
import { type PlacedTargets, placeTargets, type TargetColumn } from './target-placement.ts';
import { describeUnseen } from './unseen-cells.ts';

/** What a sheet of targets is held against. */
export interface TargetKnowledge {
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  /** With their categories. */
  readonly indicators: readonly Indicator[];
}

interface Reading extends TargetKnowledge {
  readonly placed: PlacedTargets;
  readonly proved: ProvedSign;
  readonly areas: AreaIndex;
}

/** The targets of a file, what became of the rows of each sheet, and what was read otherwise. */
export interface TargetReading {
  readonly targets: readonly Target[];
  readonly accounts: readonly Account[];
  readonly notes: readonly string[];
}

/**
 * Reads the targets of every sheet that has some, one a row, the columns in any order. Rows in which no cell of a target
 * holds anything are left out and counted. Throws InputError, naming row and column, on the first cell that cannot stand.
 */
export function readTargetSheet(file: SheetFile, knowledge: TargetKnowledge): TargetReading {
  const known = knowledge.municipalities.map((area) => ({ ...area, level: 'municipality' }));
  const areas = createAreaIndex(known, 'municipality');
  const targets: Target[] = [];
  const places = new Map<string, string>();
  const accounts: Account[] = [];
  const all = placeTargets(file);
  for (const placed of all) {
    const remedy = 'write all numbers of the file the same way';
    const proved = proveDecimalSign(listValueCells(placed), file.file, remedy);
    accounts.push(readRows({ ...knowledge, placed, proved, areas }, targets, places));
  }
  const [first] = all;
  if (first && !targets.length)
    throw refuse(
      first,
      first.firstRow - 1,
      null,
      'no row below these headings has a target',
      'write one a row',
    );
  const others = file.sheets.filter((sheet) => !all.some((placed) => placed.sheet === sheet));
  return {
    targets,
    accounts,
    notes: [...file.notes, ...areas.describeForms(), ...noteUnread(all, others, file.hiddenSheets)],
  };
}

/** Adds the targets of a sheet to those of the others. */
function readRows(reading: Reading, targets: Target[], places: Map<string, string>): Account {
  const { placed } = reading;
  const { sheet, firstRow, positions, csv } = placed;
  const leftOut = createLeftOut();
  let read = 0;
  for (const [row, cells] of sheet.rows.entries()) {
    if (row < firstRow) continue;
    const texts = cells.map(textOf).filter(Boolean);
    const at = texts.length ? `row ${row + 1}, "${texts[0]}"` : `row ${row + 1}`;
    const isEmpty = [...positions.values()].every((position) => !textOf(cells[position]));
    if (!texts.length) leftOut.add('without anything in them', at);
    else if (isEmpty) leftOut.add('without anything of a target', at);
    else {
      if (csv) checkWidth(row + 1, cells.map(String), csv.header, csv.delimiter, placed.file);
      const target = readTarget(row, reading);
      const key = `${target.municipality} ${target.indicator} ${target.period}`;
      const first = places.get(key);
      if (first !== undefined)
        throw refuse(placed, row, null, `${first} has the target of ${key} too`, 'remove one of the two');
      places.set(key, sheet.name ? `sheet "${sheet.name}", row ${row + 1}` : `row ${row + 1}`);
      targets.push(target);
      read += 1;
    }
  }
  return {
    file: nameTable(placed.file, sheet),
    unit: 'rows',
    read: Math.max(0, sheet.rows.length - firstRow),
    written: { count: read, as: 'targets' },
    leftOut: leftOut.list(),
  };
}

function* listValueCells({ sheet, firstRow, positions, headings }: PlacedTargets) {
  const position = positions.get('value') ?? -1;
  const heading = headings[position] ?? '';
  for (let row = firstRow; row < sheet.rows.length; row++)
    yield { cell: sheet.rows[row]?.[position], row, heading, position, isCount: false };
}

function noteUnread(
  placed: readonly PlacedTargets[],
  others: readonly Sheet[],
  hiddenSheets: readonly string[],
): string[] {
  const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
  const unread = placed.flatMap((each) => each.unread);
  return [
    ...(unread.length ? [`Columns that were not read: ${list(unread)}.`] : []),
    ...(others.length
      ? [`Sheets without the headings of targets were not read: ${list(others.map(({ name }) => name))}.`]
      : []),
    ...(hiddenSheets.length ? [`Hidden sheets were not read: ${list(hiddenSheets)}.`] : []),
    ...placed.flatMap((each) => describeUnseen(each, [...each.positions.values()])),
  ];
}

function readTarget(row: number, reading: Reading): Target {
  const indicator = readIndicator(row, reading);
  return {
    municipality: readMunicipality(row, reading),
    indicator: indicator.key,
    period: readYear(row, reading),
    value: readValue(row, indicator, reading),
    source: {
      title: readRequired(row, 'source', 'write the plan or decision that sets it', reading),
      url: readUrl(row, reading),
    },
  };
}

function readMunicipality(row: number, { placed, areas, municipalities }: Reading): string {
  const text = readRequired(row, 'municipality', 'write its name or code', { placed });
  const match = areas.find(text, null);
  if ('found' in match) return match.found.code;
  if ('several' in match && match.several.length) {
    const codes = match.several.map(({ code, name }) => `"${code}" (${name})`).join(' or ');
    throw refuse(placed, row, 'municipality', `"${text}" can be several`, `write ${codes}`);
  }
  const words = municipalities.map(({ code, name }) => (/\d/.test(text) ? code : name));
  const message = `"${text}" is no municipality of the region`;
  throw refuse(placed, row, 'municipality', message, suggest(text, words));
}

/** By its key, or its name in Dutch or English. */
function readIndicator(row: number, { placed, indicators }: Reading): Indicator {
  const text = readRequired(row, 'indicator', 'write its key or name', { placed });
  const folded = foldText(text);
  const byKey = indicators.find(({ key }) => key === folded);
  const named = indicators.filter(({ name }) => [name.nl, name.en].some((word) => foldText(word) === folded));
  const [only, second] = byKey ? [byKey] : named;
  if (only && !second) return only;
  if (only)
    throw refuse(
      placed,
      row,
      'indicator',
      `"${text}" is the name of several`,
      `write the key of one: ${named.map(({ key }) => key).join(', ')}`,
    );
  const words = indicators.flatMap(({ key, name }) => [key, name.nl, name.en]);
  throw refuse(placed, row, 'indicator', `"${text}" is no indicator that is there`, suggest(text, words));
}

function readYear(row: number, { placed }: Reading): string {
  const remedy = 'write the year that it is to be reached in, in four digits';
  const text = readRequired(row, 'period', remedy, { placed });
  const reading = readPeriodText(text, { dates: null, spans: null });
  const isYear = reading !== null && 'period' in reading && !reading.isProvisional;
  if (isYear && parsePeriod(reading.period)?.unit === 'year') return reading.period;
  throw refuse(placed, row, 'period', `"${text}" is no year`, remedy);
}

function readValue(row: number, indicator: Indicator, { placed, proved }: Reading): number {
  const { kind, unit } = indicator;
  const position = placed.positions.get('value') ?? -1;
  const cell = placed.sheet.rows[row]?.[position];
  const text = readRequired(row, 'value', `write the figure to reach, in ${unit}`, { placed });
  const refuseValue = (message: string, remedy: string) => refuse(placed, row, 'value', message, remedy);
  if (placed.sheet.merged.has(`${row},${position}`))
    throw refuseValue('the cell is merged with another', 'split the cells');
  if (isPercentage(row, cell, placed) && unit !== '%')
    throw refuseValue(`"${text}" is a percentage`, `write the figure to reach, in ${unit}`);
  if (isOnSeveralLines(cell))
    throw refuseValue('digits stand on several lines of the cell', `write the figure to reach, in ${unit}`);
  // A cell is proof for its own kind alone: a rate of 40.5 says nothing of 1.500 inhabitants.
  const isSure = kind !== 'count' && findDecimalSign(bareNumber(text)) !== 'unknown';
  const value =
    typeof cell === 'number' ? cell : readNumber(bareNumber(text), { sign: proved.sign, isSure, kind });
  if (value === 'ambiguous')
    throw refuseValue(`"${text}" can be read as two numbers`, 'write it without a sign for thousands');
  if (typeof value === 'string')
    throw refuseValue(
      `"${text}" is ${value === 'shortened' ? 'shortened and may have lost digits' : 'no number'}`,
      `write the figure to reach, in ${unit}`,
    );
  const impossible = explainImpossible(value, kind);
  if (impossible) throw refuseValue(impossible, `correct it; it is in ${unit}`);
  if (kind === 'count' && !Number.isInteger(value))
    throw refuseValue(`a count cannot be ${value}`, 'write a whole number, without a sign for thousands');
  return value;
}

function isPercentage(
  row: number,
  cell: SheetCell | undefined,
  { sheet, positions }: PlacedTargets,
): boolean {
  if (typeof cell === 'string') return cell.includes('%');
  return sheet.percentages.has(`${row},${positions.get('value')}`);
}

function readUrl(row: number, { placed }: Reading): string | null {
  const text = readText(row, 'url', placed);
  if (text === '' || isWebAddress(text)) return text || null;
  throw refuse(placed, row, 'url', `"${text}" is no web address`, 'write it with https://, or leave it out');
}

function readRequired(
  row: number,
  column: TargetColumn,
  remedy: string,
  { placed }: Pick<Reading, 'placed'>,
): string {
  const text = readText(row, column, placed);
  if (text) return text;
  throw refuse(placed, row, column, 'the cell is empty', remedy);
}

function readText(row: number, column: TargetColumn, { sheet, positions }: PlacedTargets): string {
  return textOf(sheet.rows[row]?.[positions.get(column) ?? -1]);
}

/** The error about a cell, or with null about a row. */
function refuse(
  { file, sheet, positions, headings }: PlacedTargets,
  row: number,
  column: TargetColumn | null,
  message: string,
  remedy: string,
): InputError {
  const places = [
    ...(sheet.name ? [`sheet "${sheet.name}"`] : []),
    `row ${row + 1}`,
    ...(column ? [`column "${headings[positions.get(column) ?? -1]}"`] : []),
  ];
  return new InputError({ file, place: places.join(', '), message, remedy });
}
