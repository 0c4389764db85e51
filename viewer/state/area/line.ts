import type { Status } from '../../../geodata/observation.ts';

export interface ChartPoint {
  readonly period: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: Status;
  /** Of a figure that was carried from other boundaries: what share of it was measured. */
  readonly measuredShare?: number | null | undefined;
  /** The line does not run on to this point from the one before it. */
  readonly isCut?: boolean;
}

/** From its period on, figures do not go on from those before it; says why. */
export interface LineBreak {
  readonly period: string;
  readonly reason: string;
}

/** One area through time, as a chart draws it. */
export interface ChartLine {
  readonly code: string;
  readonly name: string;
  /** Classes that give the line its colour and dash. */
  readonly look: string;
  /** What stands at its end, so that it is told apart without colour; empty for nothing. */
  readonly label: string;
  /** Steps back, because others are chosen. */
  readonly isFaint: boolean;
  /** In any order; a period that other lines have and this one lacks is a gap. */
  readonly points: readonly ChartPoint[];
  readonly breaks: readonly LineBreak[];
}
