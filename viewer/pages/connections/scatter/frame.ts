import { type Axis, makeAxis, shareOnAxis, writeTicks } from '../../../../geodata/chart/axis.ts';
import type { Language } from '../../../../geodata/text.ts';
import { findNearEnds } from '../../../parts/chart/near-limit.ts';
import type { Paired } from '../pair.ts';

export const margin = { top: 8, right: 12, bottom: 26 };
/** Pixels that a digit of the smallest text takes. */
const digit = 7.6;
const ticksWished = { x: 6, y: 5 };

/** Where figures of two indicators stand in a drawing, CSS pixels. */
export interface ScatterFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly x: Axis;
  readonly y: Axis;
  readonly toX: (value: number) => number;
  readonly toY: (value: number) => number;
  /** The figures at a pixel. */
  readonly fromX: (pixel: number) => number;
  readonly fromY: (pixel: number) => number;
  /** Of every area; one that lies beyond an axis stands at its edge. */
  readonly pixelsX: Float32Array;
  readonly pixelsY: Float32Array;
  /** How many areas lie beyond an axis. */
  readonly further: number;
}

export function frameScatter(
  dots: Pick<Paired, 'x' | 'y'>,
  { width, height }: { readonly width: number; readonly height: number },
  decimals: { readonly x: number; readonly y: number },
  language: Language,
): ScatterFrame {
  const x = makeAxis(findNearEnds(dots.x), ticksWished.x, decimals.x);
  const y = makeAxis(findNearEnds(dots.y), ticksWished.y, decimals.y);
  const left = Math.max(...writeTicks(y, decimals.y, language).map(({ length }) => length)) * digit + 10;
  const [right, bottom] = [width - margin.right, height - margin.bottom];
  const toX = (value: number) => left + shareOnAxis(value, x) * (right - left);
  const toY = (value: number) => bottom - shareOnAxis(value, y) * (bottom - margin.top);
  return {
    width,
    height,
    left,
    x,
    y,
    toX,
    toY,
    fromX: (pixel) => x.low + ((pixel - left) / (right - left)) * (x.high - x.low),
    fromY: (pixel) => y.low + ((bottom - pixel) / (bottom - margin.top)) * (y.high - y.low),
    pixelsX: placeAll(dots.x, x.high, toX),
    pixelsY: placeAll(dots.y, y.high, toY),
    further: countFurther(dots, x.high, y.high),
  };
}

function placeAll(values: Float64Array, most: number, toPixel: (value: number) => number): Float32Array {
  const pixels = new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) pixels[at] = toPixel(Math.min(most, values[at] ?? 0));
  return pixels;
}

function countFurther(dots: Pick<Paired, 'x' | 'y'>, mostX: number, mostY: number): number {
  let further = 0;
  for (let at = 0; at < dots.x.length; at++)
    if ((dots.x[at] ?? 0) > mostX || (dots.y[at] ?? 0) > mostY) further++;
  return further;
}
