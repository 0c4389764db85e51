import type { Series } from '../../../geodata/chart/series.ts';

/** One area through time, as a chart draws it. */
export interface ChartLine extends Series {
  readonly code: string;
  /** Classes that give the line its colour and dash. */
  readonly look: string;
  /** What stands at its end, so that it is told apart without colour; empty for nothing. */
  readonly label: string;
  /** Steps back, because others are chosen. */
  readonly isFaint: boolean;
}
