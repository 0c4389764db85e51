import { readInk, stampDot } from '../../../parts/chart/canvas.ts';
import type { ScatterFrame } from './frame.ts';

export interface DotInks {
  readonly plain: string;
  readonly brushed: string;
}

/** Dots shrink where they are many, so that a crowd still shows where it is densest. */
function radiusFor(count: number): number {
  if (count > 5000) return 1.75;
  return count > 800 ? 2.5 : 3.5;
}

/** How much of what lies under a dot shows through. */
const strength = { plain: 0.5, faded: 0.25, brushed: 0.9 };

/** So many are drawn in a few milliseconds. */
const dotsAtOnce = 3000;

/**
 * Draws all dots on a canvas, with a brush those outside it fainter and below. Their pixels are mixed here, in one picture:
 * thousands of drawing commands would take longer than a frame where there is no graphics card. Pauses in between; the
 * picture is put on the canvas at the end.
 */
export function* drawDots(
  canvas: HTMLCanvasElement,
  { width, height, pixelsX, pixelsY }: ScatterFrame,
  brushed: Uint8Array | null,
  inks: DotInks,
): Generator<void> {
  const ratio = globalThis.devicePixelRatio || 1;
  const context = canvas.getContext('2d');
  if (!context) return;
  const [plain, accent] = [readInk(inks.plain), readInk(inks.brushed)];
  const picture = context.createImageData(Math.round(width * ratio), Math.round(height * ratio));
  const radius = radiusFor(pixelsX.length) * ratio;
  const isBrushed = (index: number) => brushed?.[index] === 1;
  for (const isOver of brushed ? [false, true] : [false]) {
    const ink = isOver ? accent : plain;
    const alpha = isOver ? strength.brushed : brushed ? strength.faded : strength.plain;
    for (let index = 0; index < pixelsX.length; index += 1) {
      if (isBrushed(index) === isOver)
        stampDot(picture, (pixelsX[index] ?? 0) * ratio, (pixelsY[index] ?? 0) * ratio, radius, ink, alpha);
      if (index % dotsAtOnce === dotsAtOnce - 1) yield;
    }
  }
  canvas.width = picture.width;
  canvas.height = picture.height;
  context.putImageData(picture, 0, 0);
}
