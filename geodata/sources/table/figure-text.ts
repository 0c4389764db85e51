import { readCell, readStatus } from '../figure-cell.ts';
import { round } from '../formats/workbook.ts';
import type { DecimalSign } from '../number.ts';
import type { WordMeaning } from './mapping.ts';
import { foldText, type SheetCell, textOf } from './sheet.ts';

/** How the figures of a column are to be read. */
export interface FigureForm {
  readonly sign: DecimalSign;
  /** Whether it counts things. */
  readonly isWhole: boolean;
  readonly times: number;
  /** Meanings of words, by their folded text. */
  readonly words: ReadonlyMap<string, WordMeaning>;
}

/** A figure as a package's table writes it, or why the cell is none. */
export type FigureText = { readonly text: string } | 'no number' | 'ambiguous';

const marks: Record<WordMeaning, string> = { missing: '', suppressed: 'x', 'not-asked': '-99991' };

/** Reads a cell by the words of the mapping and CBS's conventions; a sign of per cent or euro is no part of the number. */
export function readFigureText(cell: SheetCell | undefined, form: FigureForm): FigureText {
  const text = textOf(cell);
  const meaning = form.words.get(foldText(text));
  if (meaning) return { text: marks[meaning] };
  const bare = typeof cell === 'number' ? text : bareNumber(text);
  const sign = typeof cell === 'number' ? '.' : form.sign;
  const figure = readCell(bare, { missingValues: [], sign, isWhole: form.isWhole });
  if (typeof figure === 'string') return figure;
  const { value, status } = figure;
  if (value === null) return { text: status === 'missing' ? '' : marks[status as WordMeaning] };
  return { text: `${round(value * form.times)}${status === 'provisional' ? '*' : ''}` };
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
