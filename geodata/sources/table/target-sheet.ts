import type { Indicator } from '../../indicator.ts';
import { InputError } from '../../problem.ts';
import { explainImpossible, type Target } from '../../target.ts';
import { type DecimalSign, readNumber } from '../number.ts';
import { isWebAddress } from '../observations/targets.ts';
import { suggest } from '../suggestion.ts';
import { type AreaIndex, createAreaIndex } from './area-index.ts';
import { proveDecimalSign } from './decimal-proof.ts';
import { bareNumber } from './figure-text.ts';
import { foldText, type SheetFile, textOf } from './sheet.ts';
import { type PlacedTargets, placeTargets, type TargetColumn } from './target-placement.ts';

/** What a sheet of targets is held against. */
export interface TargetKnowledge {
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  /** With their categories. */
  readonly indicators: readonly Indicator[];
}

interface Reading extends TargetKnowledge {
  readonly placed: PlacedTargets;
  readonly sign: DecimalSign;
  readonly areas: AreaIndex;
}

/**
 * Reads the targets of a sheet, one a row, the columns in any order. Empty rows are passed over. Throws InputError,
 * naming row and column, on the first cell that cannot stand.
 */
export function readTargetSheet(
  file: SheetFile,
  knowledge: TargetKnowledge,
): { targets: Target[]; notes: string[] } {
  const placed = placeTargets(file);
  const { sheet, firstRow, positions, unread } = placed;
  const remedy = 'write all numbers of the file the same way';
  const sign = proveDecimalSign(listValueCells(placed), file.file, remedy);
  const known = knowledge.municipalities.map((area) => ({ ...area, level: 'municipality' }));
  const reading = { ...knowledge, placed, sign, areas: createAreaIndex(known, 'municipality') };
  const targets: Target[] = [];
  const rows = new Map<string, number>();
  for (const [row, cells] of sheet.rows.entries()) {
    const isEmpty = [...positions.values()].every((position) => !textOf(cells[position]));
    if (row < firstRow || isEmpty) continue;
    const target = readTarget(row, reading);
    const key = `${target.municipality} ${target.indicator} ${target.period}`;
    const first = rows.get(key);
    if (first !== undefined)
      throw refuse(
        placed,
        row,
        null,
        `row ${first + 1} has the target of ${key} too`,
        'remove one of the two',
      );
    rows.set(key, row);
    targets.push(target);
  }
  if (!targets.length)
    throw refuse(placed, firstRow - 1, null, 'no row below these headings has a target', 'write one a row');
  return { targets, notes: [...file.notes, ...reading.areas.describeForms(), ...noteUnread(unread)] };
}

function* listValueCells({ sheet, firstRow, positions, headings }: PlacedTargets) {
  const position = positions.get('value') ?? -1;
  for (let row = firstRow; row < sheet.rows.length; row++)
    yield { cell: sheet.rows[row]?.[position], row, heading: headings[position] ?? '' };
}

function noteUnread(unread: readonly string[]): string[] {
  return unread.length
    ? [`Columns that were not read: ${unread.map((heading) => `"${heading}"`).join(', ')}.`]
    : [];
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
  if (/^\d{4}$/.test(text)) return text;
  throw refuse(placed, row, 'period', `"${text}" is no year`, remedy);
}

function readValue(row: number, { kind, decimals, unit }: Indicator, { placed, sign }: Reading): number {
  const position = placed.positions.get('value') ?? -1;
  const cell = placed.sheet.rows[row]?.[position];
  const text = readRequired(row, 'value', `write the figure to reach, in ${unit}`, { placed });
  if (placed.sheet.merged.has(`${row},${position}`))
    throw refuse(placed, row, 'value', 'the cell is merged with another', 'split the cells');
  const value =
    typeof cell === 'number' ? cell : readNumber(bareNumber(text), sign, kind === 'count' || decimals === 0);
  if (value === 'ambiguous')
    throw refuse(
      placed,
      row,
      'value',
      `"${text}" can be read as two numbers`,
      'write it without a sign for thousands',
    );
  if (value === 'no number')
    throw refuse(placed, row, 'value', `"${text}" is no number`, `write the figure to reach, in ${unit}`);
  const impossible = explainImpossible(value, kind);
  if (impossible) throw refuse(placed, row, 'value', impossible, `correct it; it is in ${unit}`);
  return value;
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
