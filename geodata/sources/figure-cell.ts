import { highestStatusNumber, type Status } from '../observation.ts';
import { type NumberForm, type ReadNumber, readNumber } from './number.ts';
import { plainSigns } from './plain-signs.ts';

/** A figure as a cell gives it: a value with a status that has one, or no value and the reason. */
export interface Figure {
  readonly value: number | null;
  readonly status: Status;
}

/** How the cells of a column are to be read. */
export interface CellForm extends NumberForm {
  readonly missingValues: readonly string[];
}

/**
 * CBS's codes for figures that are not there, all at or below -99990. -99999999 and -99997 are secret,
 * -99995 comes later, -99991 was not surveyed (any more).
 */
const statusNumbers: ReadonlyMap<number, Status> = new Map([
  [-99_999_999, 'suppressed'],
  [-99_997, 'suppressed'],
  [-99_995, 'missing'],
  [-99_991, 'not-asked'],
]);

/**
 * Reads a cell by CBS's conventions: empty and `.` are missing, `x` is withheld, `-` is nil, a star behind a number
 * makes it provisional, a star alone stands for a figure that is still to come. The package's own missing values count
 * too. Returns why where the cell is no figure.
 */
export function readCell(text: string, form: CellForm): Figure | Exclude<ReadNumber, number> {
  const trimmed = plainSigns(text).trim();
  const bare = trimmed.replace(/\s*\*{1,2}$/, '');
  const number = readNumber(bare, form);
  if (typeof number === 'number' && number <= highestStatusNumber)
    return { value: null, status: statusNumbers.get(number) ?? 'missing' };
  if (bare.toLowerCase() === 'x') return { value: null, status: 'suppressed' };
  if (bare === '' || bare === '.' || form.missingValues.some((missing) => missing.trim() === trimmed))
    return { value: null, status: 'missing' };
  if (bare === '-') return { value: 0, status: 'final' };
  if (typeof number !== 'number') return number;
  return { value: number, status: bare === trimmed ? 'final' : 'provisional' };
}

const statusWords: ReadonlyMap<string, Status> = new Map([
  ['final', 'final'],
  ['provisional', 'provisional'],
  ['estimated', 'estimated'],
  ['suppressed', 'suppressed'],
  ['missing', 'missing'],
  ['not-asked', 'not-asked'],
  ['definitief', 'final'],
  ['voorlopig', 'provisional'],
  ['nader voorlopig', 'provisional'],
  ['geschat', 'estimated'],
  ['geheim', 'suppressed'],
  ['onderdrukt', 'suppressed'],
  ['ontbreekt', 'missing'],
  ['niet gevraagd', 'not-asked'],
]);

/** Words that a status column may hold, in English and Dutch. */
export const knownStatusWords: readonly string[] = [...statusWords.keys()];

/** The status that a cell names; null for an empty cell, undefined for an unknown word. */
export function readStatus(text: string): Status | null | undefined {
  const word = text.trim().toLowerCase();
  return word ? statusWords.get(word) : null;
}
