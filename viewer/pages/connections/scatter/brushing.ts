import type { PairSpan, ValueSpan } from '../../../../geodata/link/view.ts';
import { changeView } from '../../../state/link/view.ts';
import { activePanel } from '../../../state/panel/panels.ts';
import type { ScatterFrame } from './frame.ts';

/** Two corners of a rectangle, CSS pixels. */
export interface Corners {
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

/** The figures within two corners; a side that reaches the end of its axis is open. */
export function spanOfCorners(
  { x, y, toX, toY }: Corners,
  frame: Pick<ScatterFrame, 'fromX' | 'fromY' | 'x' | 'y'>,
  decimals: { readonly x: number; readonly y: number },
): PairSpan {
  const across = [frame.fromX(Math.min(x, toX)), frame.fromX(Math.max(x, toX))] as const;
  const upwards = [frame.fromY(Math.max(y, toY)), frame.fromY(Math.min(y, toY))] as const;
  return { x: closeSpan(across, frame.x, decimals.x), y: closeSpan(upwards, frame.y, decimals.y) };
}

/** As precise as figures are shown; at least one step of them wide. */
function closeSpan(
  [from, to]: readonly [number, number],
  { low, high }: { readonly low: number; readonly high: number },
  decimals: number,
): ValueSpan {
  const round = (value: number) => Number(value.toFixed(decimals)) + 0;
  const start = from <= low ? null : round(from);
  const end = to >= high ? null : round(to);
  const isFlat = start !== null && end !== null && start >= end;
  return { from: start, to: isFlat ? round(start + 10 ** -decimals) : end };
}

/** The pixels of a rectangle; open sides reach the ends of the axes. */
export function cornersOfSpan({ x, y }: PairSpan, frame: ScatterFrame): Corners {
  const hold = (value: number, { low, high }: { low: number; high: number }) =>
    Math.min(high, Math.max(low, value));
  return {
    x: frame.toX(hold(x.from ?? frame.x.low, frame.x)),
    toX: frame.toX(hold(x.to ?? frame.x.high, frame.x)),
    y: frame.toY(hold(y.to ?? frame.y.high, frame.y)),
    toY: frame.toY(hold(y.from ?? frame.y.low, frame.y)),
  };
}

/** Brushes a rectangle, in the link; one that is open to all sides is none. */
export function brushRectangle(of: PairSpan | null): void {
  const isOpen = !of || [of.x, of.y].every(({ from, to }) => from === null && to === null);
  changeView({ brush: isOpen ? null : { panel: activePanel.peek().index, of } });
}
