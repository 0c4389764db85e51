import { findBreaks } from '../comparing/comparability.ts';
import type { FigureReason } from '../disclosure/rule.ts';
import type { Status } from '../observation.ts';
import { positionOf, unitOf } from '../period-axis.ts';

export interface ChartPoint {
  readonly period: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: Status;
  /** What is said of it beside its status, where that is known. */
  readonly reason?: FigureReason | null | undefined;
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

/** Figures through time, as a chart draws them. */
export interface Series {
  readonly name: string;
  /** In any order; a period that other series have and this one lacks is a gap. */
  readonly points: readonly ChartPoint[];
  readonly breaks: readonly LineBreak[];
}

/** Every period of the lines that is as long as the one on screen (no months among years), in order of time. */
export function listPeriods(lines: readonly Pick<Series, 'points'>[], current: string): string[] {
  const all = new Set(lines.flatMap(({ points }) => points.map(({ period }) => period)));
  const unit = unitOf(current);
  return [...all].filter((period) => unitOf(period) === unit).sort((a, b) => positionOf(a) - positionOf(b));
}

/**
 * One point a period, in that order: empty where the line has none, so that no line crosses a gap; those right after a
 * break are cut off from what was before.
 */
export function alignPoints(
  { points, breaks }: Pick<Series, 'points' | 'breaks'>,
  periods: readonly string[],
): ChartPoint[] {
  const known = new Map(points.map((point) => [point.period, point]));
  return periods.map((period, index) => ({
    ...(known.get(period) ?? { period, value: null, lower: null, upper: null, status: 'missing' }),
    isCut: findBreaks(breaks, periods[index - 1] ?? period, period).length > 0,
  }));
}

/** A break as a chart marks it: between two of its periods, with the lines that it concerns. */
export interface Cut {
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  /** Names of the lines; empty where it concerns all. */
  readonly names: readonly string[];
}

/** The breaks between the periods of a chart, in order of time, each reason once. */
export function findCuts(
  lines: readonly Pick<Series, 'name' | 'breaks'>[],
  periods: readonly string[],
): Cut[] {
  return periods.slice(1).flatMap((after, index) => {
    const before = periods[index] ?? after;
    const namesOf = new Map<string, string[]>();
    for (const { name, breaks } of lines)
      for (const reason of new Set(findBreaks(breaks, before, after).map((each) => each.reason)))
        namesOf.set(reason, [...(namesOf.get(reason) ?? []), name]);
    return [...namesOf].map(([reason, names]) => ({
      before,
      after,
      reason,
      names: names.length < lines.length ? names : [],
    }));
  });
}
