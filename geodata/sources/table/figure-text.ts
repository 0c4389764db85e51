import { readCell, readStatus } from '../figure-cell.ts';
import { round } from '../formats/workbook.ts';
import type { NumberForm } from '../number.ts';
import type { WordMeaning } from './mapping.ts';
import { foldText, type SheetCell, textOf } from './sheet.ts';

/** How the figures of a column are to be read. */
export interface FigureForm extends NumberForm {
  readonly times: number;
  /** Whether all of its period may still change. */
  readonly isProvisional: boolean;
  /** Meanings of words, by their folded text. */
  readonly words: ReadonlyMap<string, WordMeaning>;
}

/** A figure as a package's table writes it, or why the cell is none. */
export type FigureText = { readonly text: string } | 'no number' | 'ambiguous' | 'shortened';

const marks: Record<WordMeaning, string> = { missing: '', suppressed: 'x', 'not-asked': '-99991', zero: '0' };

/**
 * Reads a cell by the words of the mapping and CBS's conventions; a sign of per cent or euro is no part of the number. A
 * dash is nil for CBS and no figure for others, so that it is no number until the mapping says what it means.
 */
export function readFigureText(cell: SheetCell | undefined, form: FigureForm): FigureText {
  const text = textOf(cell);
  const meaning = form.words.get(foldText(text));
  if (meaning) return { text: marks[meaning] };
  if (text === '-' || isOnSeveralLines(cell)) return 'no number';
  const isNumber = typeof cell === 'number';
  const bare = isNumber ? text : bareNumber(text);
  const figure = readCell(bare, {
    missingValues: [],
    sign: isNumber ? '.' : form.sign,
    isSure: isNumber || form.isSure,
    // A number of a workbook has no sign that could be mistaken.
    kind: isNumber ? 'score' : form.kind,
  });
  if (typeof figure === 'string') return figure;
  const { value, status } = figure;
  if (value === null) return { text: status === 'missing' ? '' : marks[status as WordMeaning] };
  const isProvisional = status === 'provisional' || form.isProvisional;
  // Multiplying adds digits that the figure does not have; without it every digit is kept.
  const own = form.times === 1 ? value : round(value * form.times);
  return { text: `${own}${isProvisional ? '*' : ''}` };
}

/** Whether digits stand on several lines of a cell, as two numbers in one do. */
export function isOnSeveralLines(cell: SheetCell | undefined): boolean {
  return typeof cell === 'string' && /\d\s*[\t\r\n]\s*\d/.test(cell);
}

/** The number in a cell, without signs of per cent and euro. */
export function bareNumber(text: string): string {
  return text
    .replace(/^€\s*|\s*€$/g, '')
    .replace(/\s*%(?=\s*\*{0,2}$)/, '')
    .trim();
}

/** A status as a package's table writes it; null where the word is none. */
export function readStatusText(cell: SheetCell | undefined): string | null {
  const status = readStatus(textOf(cell));
  return status === undefined ? null : (status ?? '');
}
