import type { Row } from '../measurement.ts';

/** The rows that need a browser. */
export const browserRows: readonly Row[] = [];
