import { type DecimalSign, findDecimalSign, type SignProof, settleDecimalSign } from '../number.ts';
import { bareNumber } from './figure-text.ts';
import { type SheetCell, textOf } from './sheet.ts';

/** A cell that may hold a number; `row` counts from 0. */
interface PlacedCell {
  readonly cell: SheetCell | undefined;
  readonly row: number;
  readonly heading: string;
  readonly position: number;
  /** Whether its column counts things. */
  readonly isCount: boolean;
}

/** The decimal sign of a table, and the columns whose own cells prove it. */
export interface ProvedSign {
  readonly sign: DecimalSign;
  readonly columns: ReadonlySet<number>;
}

/**
 * The decimal sign that the numbers of a table prove together; those of a workbook that are no text prove nothing.
 * Throws InputError where one cell proves the point and another the comma; `remedy` is the way out.
 */
export function proveDecimalSign(cells: Iterable<PlacedCell>, file: string, remedy: string): ProvedSign {
  const proof: SignProof = new Map();
  const columns = new Set<number>();
  for (const { cell, row, heading, position, isCount } of cells) {
    if (typeof cell !== 'string') continue;
    const text = bareNumber(textOf(cell)).replace(/\s*\*{1,2}$/, '');
    const sign = findDecimalSign(text, isCount);
    if (sign !== 'unknown') columns.add(position);
    if (!proof.has(sign)) proof.set(sign, `row ${row + 1}, column "${heading}", "${textOf(cell)}"`);
  }
  return { sign: settleDecimalSign(proof, file, remedy), columns };
}
