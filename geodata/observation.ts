import type { FigureReason, WithheldReason } from './disclosure/rule.ts';
import type { Level } from './level.ts';

/** Why a figure is as it is. Only `final`, `provisional` and `estimated` carry a value. */
export const statuses = [
  'final',
  'provisional',
  'estimated',
  'suppressed',
  'missing',
  'not-asked',
  'too-few',
] as const;
export type Status = (typeof statuses)[number];

/** A number at or below it is none: CBS's files have it in the place of a figure that is not there. */
export const highestStatusNumber = -99_990;

/** Why there is no value, the reason that goes before others first: one that is neither is `missing`. */
const reasons = ['suppressed', 'too-few', 'not-asked'] as const satisfies readonly Status[];

/** Why something cannot be computed, as figures that it needs have these statuses. */
export function reasonOf(statusesOfNeeded: readonly Status[]): (typeof reasons)[number] | 'missing' {
  return reasons.find((reason) => statusesOfNeeded.includes(reason)) ?? 'missing';
}

/** Stands for a status where there is no area to have one: the boundaries of the figure's year do not know it. */
export const absentArea = 255;

/**
 * How a figure came to be: given by its source, added up from parts, or computed from other indicators. Of a figure that
 * its source gives of too few people there is a `withheld` one beside it, which goes before it and has no value.
 */
export const origins = ['published', 'aggregated', 'derived', 'withheld'] as const;
export type Origin = (typeof origins)[number];

/** One figure: an indicator of an area, in the boundaries of a year, for a period. `value` is null where the status has none. */
export interface Observation {
  /** Address of the indicator or of one category of it, see dimension.ts. */
  readonly indicator: string;
  readonly area: string;
  readonly level: Level;
  readonly boundaryYear: number;
  readonly period: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly sampleSize: number | null;
  readonly status: Status;
  readonly origin: Origin;
  /** Key of the source in the package that the figure (or the parts it was made of) comes from. */
  readonly source: string;
  /**
   * How a derived or aggregated figure was made, for people to read: denominator and period used, areas or items known of
   * all; and what we did so that it points at nobody: why it is suppressed, or to multiples of what it is rounded.
   */
  readonly note: {
    readonly denominatorPeriod?: string;
    readonly parts?: number;
    readonly partsKnown?: number;
    readonly items?: number;
    readonly itemsKnown?: number;
    readonly suppressed?: WithheldReason;
    /** Of so few answers that its survey calls it indicative. */
    readonly isIndicative?: boolean;
    readonly roundedTo?: number;
  } | null;
}

/** Whether a figure of this status has a value. */
export function hasValue(status: Status): boolean {
  return status === 'final' || status === 'provisional' || status === 'estimated';
}

/** What is said of a figure beside its status; null: nothing. */
export function reasonGiven(
  note: {
    readonly suppressed?: WithheldReason | undefined;
    readonly isIndicative?: boolean | undefined;
  } | null,
): FigureReason | null {
  return note?.suppressed ?? (note?.isIndicative ? 'indicative' : null);
}

const valued = statuses.map(hasValue);

/** The same of a status by its place among `statuses`, as columns keep it; false for any other number. */
export function codeHasValue(code: number | undefined): boolean {
  return valued[code ?? -1] ?? false;
}
