import { InputError } from '../../problem.ts';
import { nameCell, type Sheet } from './sheet.ts';

/** Throws InputError where formulas of a sheet have no result in the file: it is not known what they would give. */
export function refuseUncomputed({ name, uncomputed }: Sheet, file: string): void {
  const [first] = uncomputed;
  if (first === undefined) return;
  const [row = 0, column = 0] = first.split(',').map(Number);
  const count = uncomputed.size;
  throw new InputError({
    file,
    place: `sheet "${name}", cell ${nameCell(row, column)}`,
    message:
      count === 1
        ? 'the formula here has no result in the file'
        : `the formula here and ${count - 1} more have no result in the file`,
    remedy: 'open the file in a spreadsheet program, save it there as .xlsx, and import that',
  });
}
