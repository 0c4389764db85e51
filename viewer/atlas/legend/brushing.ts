import type { Absence } from '../../../geodata/classes/absence-pattern.ts';
import { type Brush, isPairSpan, type ValueSpan } from '../../../geodata/link/view.ts';

/** The span of a class by its index: open below the first and above the last. */
export function spanOfClass(breaks: readonly number[], index: number): ValueSpan {
  return { from: breaks[index - 1] ?? null, to: breaks[index] ?? null };
}

/** All from one class to another, whichever is the lower; null where that is every class. */
export function spanBetween(breaks: readonly number[], one: number, other: number): ValueSpan | null {
  const { from } = spanOfClass(breaks, Math.min(one, other));
  const { to } = spanOfClass(breaks, Math.max(one, other));
  return from === null && to === null ? null : { from, to };
}

/** Whether a class or an absence of a panel lies in the brush. */
export function isBrushed(brush: Brush | null, panel: number, what: ValueSpan | Absence): boolean {
  if (!brush || brush.panel !== panel || isPairSpan(brush.of)) return false;
  if (typeof what === 'string' || typeof brush.of === 'string') return brush.of === what;
  const [low, high] = [lowOf(what), highOf(what)];
  return low >= lowOf(brush.of) && high <= highOf(brush.of);
}

/**
 * The brush after a press on a class or an absence: on that alone, or off where it was on alone; with `extend` from what
 * was brushed up to it. A brush over every class is none.
 */
export function pressBrush(
  brush: Brush | null,
  panel: number,
  what: ValueSpan | Absence,
  extend: boolean,
): Brush | null {
  const before = brush?.panel === panel && !isPairSpan(brush.of) ? brush.of : null;
  if (extend && before && typeof before !== 'string' && typeof what !== 'string') {
    const from = Math.min(lowOf(before), lowOf(what));
    const to = Math.max(highOf(before), highOf(what));
    const of = { from: Number.isFinite(from) ? from : null, to: Number.isFinite(to) ? to : null };
    return of.from === null && of.to === null ? null : { panel, of };
  }
  return before && isSame(before, what) ? null : { panel, of: what };
}

function isSame(one: ValueSpan | Absence, other: ValueSpan | Absence): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.from === other.from && one.to === other.to;
}

function lowOf({ from }: ValueSpan): number {
  return from ?? Number.NEGATIVE_INFINITY;
}

function highOf({ to }: ValueSpan): number {
  return to ?? Number.POSITIVE_INFINITY;
}
