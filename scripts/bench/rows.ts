import { browserRows } from './browser/rows.ts';
import { columnBytesRow } from './column-bytes.ts';
import type { Row } from './measurement.ts';

/** The rows of the table that need no browser. */
const plainRows: readonly Row[] = [columnBytesRow];

/** Every row of the table, in order. */
export const rows: readonly Row[] = [...browserRows, ...plainRows].sort((one, two) => one.id - two.id);
