import { findBreaks } from '../../../geodata/comparing/comparability.ts';
import { placeOf, unitOf } from '../../../geodata/period-axis.ts';
import type { ChartLine, ChartPoint } from '../../state/area/line.ts';
import type { Frame } from './paths.ts';

/** Every period of the lines that is as long as the one on screen (no months among years), in order of time. */
export function periodsOf(lines: readonly Pick<ChartLine, 'points'>[], current: string): string[] {
  const all = new Set(lines.flatMap(({ points }) => points.map(({ period }) => period)));
  const unit = unitOf(current);
  return [...all].filter((period) => unitOf(period) === unit).sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * One point a period, in that order: empty where the line has none, so that no line bridges a gap; those right after a
 * break are cut off from what was before.
 */
export function alignPoints(
  { points, breaks }: Pick<ChartLine, 'points' | 'breaks'>,
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
  lines: readonly Pick<ChartLine, 'name' | 'breaks'>[],
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

/** A point on the drawing that the pointer is near. */
export interface Nearest {
  readonly code: string;
  readonly period: string;
}

/** The point with a value that lies nearest to a place on the drawing, no further than `reach` pixels; null for none. */
export function findNearestPoint(
  lines: readonly Pick<ChartLine, 'code' | 'points'>[],
  frame: Frame,
  at: { readonly x: number; readonly y: number },
  reach: number,
): Nearest | null {
  let nearest: Nearest | null = null;
  let distance = reach;
  for (const { code, points } of lines)
    for (const { period, value } of points) {
      if (value === null) continue;
      const away = Math.hypot(frame.x(period) - at.x, frame.y(value) - at.y);
      if (away > distance) continue;
      distance = away;
      nearest = { code, period };
    }
  return nearest;
}

/**
 * Moves labels on one vertical line apart until they stand at least `gap` from each other, between `top` and `bottom`
 * where there is room for all, as near to their wished places as a single sweep down and up brings them. In the order
 * given.
 */
export function spreadLabels(
  wished: readonly number[],
  gap: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): number[] {
  const order = wished.map((_, index) => index).sort((a, b) => (wished[a] ?? 0) - (wished[b] ?? 0));
  const places = [...wished];
  let free = top;
  for (const index of order) {
    places[index] = Math.max(places[index] ?? top, free);
    free = (places[index] ?? top) + gap;
  }
  let limit = bottom;
  for (const index of order.reverse()) {
    places[index] = Math.min(places[index] ?? bottom, limit);
    limit = (places[index] ?? bottom) - gap;
  }
  return places;
}
