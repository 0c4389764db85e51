import type { Frame } from '../../../geodata/chart/paths.ts';
import type { ChartLine } from '../../state/area/line.ts';

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
  const positions = [...wished];
  let free = top;
  for (const index of order) {
    positions[index] = Math.max(positions[index] ?? top, free);
    free = (positions[index] ?? top) + gap;
  }
  let limit = bottom;
  for (const index of order.reverse()) {
    positions[index] = Math.min(positions[index] ?? bottom, limit);
    limit = (positions[index] ?? bottom) - gap;
  }
  return positions;
}
