import { findPeriodIn } from '../period-text.ts';
import { type Sheet, textOf } from './sheet.ts';

/** The rows of the headings: the last of them (from 0), and how many there are. */
export interface HeaderGuess {
  readonly lastRow: number;
  readonly headerRows: number;
}

/** The last row above the figures with texts in at least two different columns; with the row above it where it groups. */
export function guessHeader(sheet: Sheet, firstRow: number): HeaderGuess {
  const lastRow = findLast(sheet, firstRow);
  return { lastRow, headerRows: isGrouped(sheet, lastRow) ? 2 : 1 };
}

function findLast(sheet: Sheet, firstRow: number): number {
  for (let row = firstRow - 1; row >= 0; row--) {
    const texts = textsOf(sheet, row);
    if (new Set(texts).size >= 2 && texts.some((text) => !/^[-\d.,%\s]+$/.test(text) || findPeriodIn(text)))
      return row;
  }
  return Math.max(0, firstRow - 1);
}

/** Whether the same headings come back below others: years below the names of figures, or the other way round. */
function isGrouped(sheet: Sheet, row: number): boolean {
  const texts = textsOf(sheet, row);
  const above = row > 0 ? textsOf(sheet, row - 1) : [];
  return new Set(texts).size < texts.length && new Set(above).size >= 2;
}

function textsOf(sheet: Sheet, row: number): string[] {
  return (sheet.rows[row] ?? []).map(textOf).filter(Boolean);
}
