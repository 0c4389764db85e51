import { nameCell, type Sheet, textOf } from './sheet.ts';

/** A sheet of which the headings were found. */
interface Headed {
  readonly sheet: Sheet;
  /** The first row below the headings. */
  readonly firstRow: number;
  readonly headings: readonly string[];
}

/**
 * What people do not see of a sheet, or see and do not get, a sentence each: that hidden rows and columns were read as all
 * others, and that cells in columns without a heading were not. `used`: positions of the columns that are read.
 */
export function describeUnseen(headed: Headed, used: readonly (number | null)[]): string[] {
  return [...describeHidden(headed, used), ...describeBeyond(headed)];
}

function describeHidden({ sheet, firstRow }: Headed, used: readonly (number | null)[]): string[] {
  const { rows, columns, isFiltered } = sheet.hidden;
  const hiddenRows = [...rows].filter(
    (row) => row >= firstRow && sheet.rows[row]?.some((cell) => cell !== ''),
  );
  const hiddenColumns = [...columns].filter((column) => used.includes(column));
  return [
    ...(hiddenRows.length
      ? [
          `${hiddenRows.length} hidden rows ${isFiltered ? '(a filter is set) ' : ''}were read as the others (first row ${Math.min(...hiddenRows) + 1}).`,
        ]
      : []),
    ...(hiddenColumns.length ? [`${hiddenColumns.length} hidden columns were read as the others.`] : []),
  ];
}

/** Cells below the headings in columns that have none. */
function describeBeyond({ sheet, firstRow, headings }: Headed): string[] {
  let count = 0;
  let first = '';
  for (let row = firstRow; row < sheet.rows.length; row++)
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      if (headings[column] || textOf(cell) === '' || sheet.merged.has(`${row},${column}`)) continue;
      count += 1;
      first ||= nameCell(row, column);
    }
  if (!count) return [];
  const cells = count === 1 ? '1 cell stands' : `${count} cells stand`;
  const were = count === 1 ? 'was not read' : 'were not read';
  return [`${cells} in a column without a heading and ${were} (first ${first}).`];
}
