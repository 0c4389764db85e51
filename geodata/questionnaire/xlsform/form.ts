import type { InputError } from '../../problem.ts';
import type { AnswerForm } from '../questionnaire.ts';
import type { Choices } from './choices.ts';
import { readLengthConstraint, readNumberConstraint } from './expression.ts';
import { refuseLong, rowError, type XlsformRow } from './rows.ts';

const usualMost = 1000;
const usualLength = 500;

/** What a question of a type asks for; null for a type that cannot be asked here. Throws InputError. */
export function readForm(
  row: XlsformRow,
  type: string,
  [list = '', more]: readonly string[],
  { lists }: Choices,
  notes: string[],
): AnswerForm | null {
  const options = lists.get(list) ?? [];
  if ((type === 'select_one' || type === 'select_multiple') && more !== undefined) return null;
  switch (type) {
    case 'select_one':
      return { kind: 'choice', options };
    case 'select_multiple':
      return { kind: 'several', options, most: null };
    case 'integer':
      return readNumber(row, notes);
    case 'range':
      return readRange(row);
    case 'text':
      return readText(row, notes);
    default:
      return null;
  }
}

function readConstraint(row: XlsformRow): string | undefined {
  const text = row.cells.get('constraint');
  if (text !== undefined) refuseLong(row, 'constraint', text);
  return text;
}

function readNumber(row: XlsformRow, notes: string[]): AnswerForm {
  const constraint = readConstraint(row);
  const read = constraint === undefined ? { least: null, most: null } : readNumberConstraint(constraint);
  if (!read)
    throw rowError(
      row,
      `the constraint "${constraint}" cannot be read`,
      'write it as in ". >= 0 and . <= 20", or take it away',
    );
  const least = read.least ?? Math.min(0, read.most ?? 0);
  const most = read.most ?? Math.max(usualMost, least);
  if (most < least)
    throw rowError(row, 'no number meets the constraint', 'give the least first and the most second');
  if (read.least === null || read.most === null)
    notes.push(`Row ${row.number} takes numbers from ${least} to ${most}, as the form does not say.`);
  return { kind: 'number', least, most };
}

function readText(row: XlsformRow, notes: string[]): AnswerForm {
  const constraint = readConstraint(row);
  const longest = constraint === undefined ? usualLength : readLengthConstraint(constraint);
  if (longest === null || longest < 1)
    throw rowError(
      row,
      `the constraint "${constraint}" cannot be read`,
      'write it as in "string-length(.) <= 200", or take it away',
    );
  if (constraint === undefined)
    notes.push(`Row ${row.number} takes texts of up to ${longest} signs, as the form does not say.`);
  return { kind: 'text', longest };
}

function readRange(row: XlsformRow): AnswerForm {
  const text = row.cells.get('parameters') ?? 'start=0 end=10 step=1';
  const values = new Map(
    [...text.matchAll(/(\w+)\s*=\s*(-?[\d.]+)/g)].map(([, key = '', value]) => [key, Number(value)]),
  );
  const [from, to, step] = [values.get('start') ?? 0, values.get('end') ?? 10, values.get('step') ?? 1];
  if (!Number.isInteger(from) || !Number.isInteger(to) || step !== 1 || to <= from || to - from > 10)
    throw rowError(
      row,
      `a range of "${text}" cannot be shown`,
      'give whole steps of one, at most eleven of them: "start=1 end=10 step=1"',
    );
  return { kind: 'scale', from, to, lowest: { nl: '' }, highest: { nl: '' }, offersNone: false };
}

const replacements: Readonly<Record<string, string>> = {
  decimal: 'ask for a whole number, with the type "integer"',
  rank: 'ask which come first with "select_multiple"',
  acknowledge: 'ask it as "select_one" with one option, or remove the row',
  begin_repeat: 'ask it once, or as often as it takes in rows of their own',
  end_repeat: 'remove it with its begin_repeat',
  calculate: 'remove the row: what is made of answers is an indicator, which the editor makes',
  date: 'ask for it in options, or as a text',
  select_one: 'remove "or_other": add the option "Iets anders", and a text that is asked after it',
  select_multiple: 'remove "or_other": add the option "Iets anders", and a text that is asked after it',
};

/** A type that nobody can be asked here. */
export function refuseType(row: XlsformRow, type: string, rest: readonly string[]): InputError {
  return rowError(
    row,
    `"${[type, ...rest].join(' ')}" cannot be asked`,
    replacements[type] ?? 'use select_one, select_multiple, integer, range or text, or remove the row',
  );
}
