import { type DecimalSign, findDecimalSign, settleDecimalSign } from '../number.ts';
import { bareNumber } from './figure-text.ts';
import { type SheetCell, textOf } from './sheet.ts';

/** A cell that may hold a number; `row` counts from 0. */
interface PlacedCell {
  readonly cell: SheetCell | undefined;
  readonly row: number;
  readonly heading: string;
}

/**
 * The decimal sign that the numbers of a table prove together; those of a workbook that are no text prove nothing.
 * Throws InputError where one cell proves the point and another the comma; `remedy` is the way out.
 */
export function proveDecimalSign(cells: Iterable<PlacedCell>, file: string, remedy: string): DecimalSign {
  const proof = new Map<DecimalSign, string>();
  for (const { cell, row, heading } of cells) {
    if (typeof cell !== 'string') continue;
    const sign = findDecimalSign(bareNumber(textOf(cell)).replace(/\s*\*{1,2}$/, ''));
    if (!proof.has(sign)) proof.set(sign, `row ${row + 1}, column "${heading}", "${textOf(cell)}"`);
  }
  return settleDecimalSign(proof, file, remedy);
}
