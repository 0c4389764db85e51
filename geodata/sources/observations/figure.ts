import { withheldReasons } from '../../disclosure/rule.ts';
import { hasValue, type Observation } from '../../observation.ts';
import { InputError } from '../../problem.ts';
import { type Figure, knownStatusWords, readCell, readStatus } from '../figure-cell.ts';
import type { ReadNumber } from '../number.ts';
import { suggest } from '../suggestion.ts';
import type { Column, Reading, ValueColumn } from './reading.ts';

type Figures = Pick<Observation, 'value' | 'lower' | 'upper' | 'sampleSize' | 'status' | 'note'>;

/**
 * Reads a value with its bounds, sample size and status from a row. A status that withholds wins from a value that is
 * there all the same; of a withheld figure nothing is kept that could give it away. Throws InputError.
 */
export function readFigure(
  cells: readonly string[],
  column: ValueColumn,
  place: string,
  reading: Reading,
): Figures {
  const own = readColumn(cells, column.value, place, reading);
  checkKind(own.value, column.value, place, reading);
  const { value, status } = applyStatus(own, cells, column.status, place, reading);
  const note = readReason(cells, column.reason, status, place, reading);
  if (status === 'suppressed') return { value, status, lower: null, upper: null, sampleSize: null, note };
  const sampleSize = readSampleSize(cells, column.sampleSize, place, reading);
  if (value === null) return { value, status, lower: null, upper: null, sampleSize, note };
  return { value, status, ...readBounds(value, cells, column, place, reading), sampleSize, note };
}

function readColumn(
  cells: readonly string[],
  column: Column,
  place: string,
  { resource, sign, provedFields }: Reading,
): Figure {
  const text = cells[column.position] ?? '';
  const figure = readCell(text, {
    missingValues: resource.missingValues,
    sign: column.decimalChar ?? sign,
    isSure: column.decimalChar !== null || provedFields.has(column.position),
    kind: column.as === 'sampleSize' ? 'count' : (column.kind ?? 'score'),
  });
  if (typeof figure === 'object') return figure;
  const { message, remedy } = explainNoFigure(text.trim(), figure, column);
  throw cellError(column, place, resource.path, message, remedy);
}

function explainNoFigure(
  text: string,
  reason: Exclude<ReadNumber, number>,
  { decimalChar }: Column,
): { message: string; remedy: string } {
  if (reason === 'shortened')
    return {
      message: `"${text}" is shortened and may have lost digits`,
      remedy: 'write the whole number, and export the file again',
    };
  if (reason === 'ambiguous')
    return {
      message: `"${text}" can be read as two numbers`,
      remedy:
        decimalChar === null
          ? 'say in the descriptor which "decimalChar" the field has, or write it without a sign for thousands'
          : 'write it without decimals and without a sign for thousands, or correct the field’s "decimalChar"',
    };
  if (/^\(.*\d.*\)$|\d\s*[-\u2212\u2013]$/.test(text))
    return {
      message: `"${text}" may be a number below zero`,
      remedy: 'write that with a minus sign before it, and others without brackets',
    };
  if (/^[€\s-]*[\d.,\s]+[%€*\s]*$/.test(text) && /[%€]/.test(text))
    return {
      message: `"${text}" has a sign beside the number`,
      remedy: 'write the number alone, in the unit of its indicator',
    };
  return {
    message: `"${text}" is no number`,
    remedy:
      'leave the cell empty where there is no figure (write x where it is withheld), or add the text to the schema’s "missingValues"',
  };
}

function checkKind(value: number | null, column: Column, place: string, { resource, tally }: Reading): void {
  if (value === null) return;
  if (column.kind === 'count' && value < 0)
    throw cellError(
      column,
      place,
      resource.path,
      `a count cannot be ${value}`,
      'correct it, or leave the cell empty',
    );
  const where = `${place}, field "${column.name}"`;
  if (column.kind === 'count' && !Number.isInteger(value)) tally.add('a count is no whole number', where);
  if (column.kind === 'rate' && value < 0) tally.add('a rate is below zero', where);
  if (column.kind === 'share' && (value < 0 || value > 100))
    tally.add('a share lies outside 0 to 100', where);
}

function applyStatus(
  own: Figure,
  cells: readonly string[],
  column: Column | null,
  place: string,
  { resource, tally }: Reading,
): Figure {
  if (!column) return own;
  const text = cells[column.position] ?? '';
  const status = readStatus(text);
  if (status === undefined)
    throw cellError(
      column,
      place,
      resource.path,
      `the status "${text.trim()}" is unknown`,
      suggest(text.trim(), knownStatusWords),
    );
  if (status === null) return own;
  if (hasValue(status)) return own.value === null ? own : { value: own.value, status };
  if (own.value !== null)
    tally.add(`a value with the status "${status}" was left out`, `${place}, field "${column.name}"`);
  return { value: null, status };
}

function readSampleSize(
  cells: readonly string[],
  column: Column | null,
  place: string,
  reading: Reading,
): number | null {
  if (!column) return null;
  const { value } = readColumn(cells, column, place, reading);
  if (value !== null && (value < 0 || !Number.isInteger(value)))
    throw cellError(
      column,
      place,
      reading.resource.path,
      `a sample cannot have the size ${value}`,
      'write a whole number',
    );
  return value;
}

/** Why a figure is withheld, where a column says it. Throws InputError for another word, or beside a figure that is not. */
function readReason(
  cells: readonly string[],
  column: Column | null,
  status: Observation['status'],
  place: string,
  { resource }: Reading,
): Observation['note'] {
  const text = column ? (cells[column.position] ?? '').trim() : '';
  if (!column || text === '') return null;
  const reason = withheldReasons.find((each) => each === text);
  if (!reason)
    throw cellError(
      column,
      place,
      resource.path,
      `"${text}" is no reason to withhold a figure`,
      suggest(text, withheldReasons),
    );
  if (status !== 'suppressed')
    throw cellError(
      column,
      place,
      resource.path,
      `the figure is withheld for "${text}", and its status is "${status}"`,
      'write "suppressed" as its status, or leave the reason out',
    );
  return { suppressed: reason };
}

function readBounds(
  value: number,
  cells: readonly string[],
  column: ValueColumn,
  place: string,
  reading: Reading,
): { lower: number | null; upper: number | null } {
  const lower = column.lower ? readColumn(cells, column.lower, place, reading).value : null;
  const upper = column.upper ? readColumn(cells, column.upper, place, reading).value : null;
  if (column.lower && lower !== null && upper !== null && lower > upper)
    throw cellError(
      column.lower,
      place,
      reading.resource.path,
      `the lower bound ${lower} lies above the upper one ${upper}`,
      'swap or correct the two',
    );
  if ((lower !== null && value < lower) || (upper !== null && value > upper))
    reading.tally.add('a value lies outside its own bounds', `${place}, field "${column.value.name}"`);
  return { lower, upper };
}

function cellError(column: Column, place: string, file: string, message: string, remedy: string): InputError {
  return new InputError({ file, place: `${place}, field "${column.name}"`, message, remedy });
}
