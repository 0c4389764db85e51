import type { Row } from '../measurement.ts';
import { linkRow } from './link.ts';
import { openingRow } from './opening.ts';
import { panelsRow } from './panels.ts';
import { peersRow } from './peers.ts';
import { processorRow } from './processor.ts';
import { restRow } from './rest.ts';
import { tileBytesRow } from './tile-bytes.ts';
import { transferRow } from './transfer.ts';
import { twoMapsRow } from './two-maps.ts';
import { mainThreadRow, switchRow } from './year-switch.ts';

/** The rows that need a browser. */
export const browserRows: readonly Row[] = [
  switchRow,
  mainThreadRow,
  peersRow,
  panelsRow,
  tileBytesRow,
  transferRow,
  linkRow,
  openingRow,
  restRow,
  twoMapsRow,
  processorRow,
];
