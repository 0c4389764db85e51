import { apiReadsRow } from './api-reads.ts';
import { browserRows } from './browser/rows.ts';
import { busyRow } from './busy.ts';
import { closedColumnsRow } from './closed-columns.ts';
import { closedNamesRow } from './closed-names.ts';
import { columnBytesRow } from './column-bytes.ts';
import type { Row } from './measurement.ts';
import { throughputRow } from './throughput.ts';
import { tileBuildingRow } from './tile-building.ts';

/** The rows of the table that need no browser. */
const plainRows: readonly Row[] = [
  throughputRow,
  columnBytesRow,
  busyRow,
  apiReadsRow,
  tileBuildingRow,
  closedColumnsRow,
  closedNamesRow,
];

/** Every row of the table, in order. */
export const rows: readonly Row[] = [...browserRows, ...plainRows].sort((one, two) => one.id - two.id);
