import type { Motion } from '../../state/panel/panel-core.ts';

/** What is on screen somewhere on the way through periods. */
export interface Moment {
  /** The nearest: the one that the link names. */
  readonly period: string;
  /** How far towards another; null at a period. */
  readonly motion: Motion | null;
}

/**
 * The moment at a place among periods: 2.3 is 30% of the way from the third to the fourth. Stays at the first and last;
 * periods may not be empty.
 */
export function momentAt(periods: readonly string[], progress: number): Moment {
  const kept = Math.min(periods.length - 1, Math.max(0, progress));
  const nearest = Math.round(kept);
  const period = periods[nearest] ?? '';
  const other = periods[nearest + Math.sign(kept - nearest)];
  const share = Math.abs(kept - nearest);
  return { period, motion: share > 0 && other !== undefined ? { period: other, share } : null };
}

/**
 * How far a place on the axis is among places in rising order: between the third and the fourth in proportion to the
 * distance, from 0 to one less than their number.
 */
export function progressAt(places: readonly number[], position: number): number {
  const after = places.findIndex((each) => each >= position);
  if (after < 0) return Math.max(0, places.length - 1);
  const [before, next] = [places[after - 1], places[after] ?? position];
  return before === undefined ? 0 : after - 1 + (position - before) / (next - before);
}

/** Where the thumb stands between the places of two periods. */
export function placeBetween(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** Slows down towards whole numbers, so that each period is seen before the next comes: 2.5 stays 2.5, 2.1 is 2.03. */
export function dwell(progress: number): number {
  const whole = Math.floor(progress);
  const rest = progress - whole;
  return whole + rest * rest * (3 - 2 * rest);
}

/** What is left of a distance after a share of the time, 0 to 1: fast at first, slow at the end. */
export function easeOut(share: number): number {
  return (1 - Math.min(1, Math.max(0, share))) ** 3;
}

const periodTime = 1_200;
const shortestPeriodTime = 300;
/** A long series plays faster, so that playing it whole stays watchable. */
const longestPlay = 36_000;

/** Milliseconds that playing takes from one period to the next. */
export function timeAPeriod(steps: number): number {
  return Math.max(shortestPeriodTime, Math.min(periodTime, longestPlay / steps));
}
