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

/**
 * Draws all dots on a canvas, with a brush those outside it fainter and below. Their pixels are mixed here, in one picture:
 * thousands of drawing commands would take longer than a frame where there is no graphics card.
 */
export function drawDots(
  canvas: HTMLCanvasElement,
  { width, height, pixelsX, pixelsY }: ScatterFrame,
  brushed: Uint8Array | null,
  inks: DotInks,
): void {
  const ratio = globalThis.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  const [plain, accent] = [readInk(context, inks.plain), readInk(context, inks.brushed)];
  const picture = context.createImageData(canvas.width, canvas.height);
  const radius = radiusFor(pixelsX.length) * ratio;
  const stamp = (ink: Ink, alpha: number, isMeant: (place: number) => boolean) => {
    for (let place = 0; place < pixelsX.length; place += 1)
      if (isMeant(place))
        stampDot(picture, (pixelsX[place] ?? 0) * ratio, (pixelsY[place] ?? 0) * ratio, radius, ink, alpha);
  };
  stamp(plain, brushed ? strength.faded : strength.plain, (place) => brushed?.[place] !== 1);
  if (brushed) stamp(accent, strength.brushed, (place) => brushed[place] === 1);
  context.putImageData(picture, 0, 0);
}

type Ink = readonly [red: number, green: number, blue: number];

/** A colour of a style sheet as numbers, however it is written. */
function readInk(context: CanvasRenderingContext2D, colour: string): Ink {
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Lays a disc over what is there; its edge is smooth over one pixel. */
export function stampDot(
  { data, width, height }: Pick<ImageData, 'data' | 'width' | 'height'>,
  x: number,
  y: number,
  radius: number,
  [red, green, blue]: Ink,
  alpha: number,
): void {
  const reach = radius + 0.5;
  const [left, right] = [Math.max(0, Math.floor(x - reach)), Math.min(width - 1, Math.ceil(x + reach))];
  const [top, bottom] = [Math.max(0, Math.floor(y - reach)), Math.min(height - 1, Math.ceil(y + reach))];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
      const own = alpha * Math.min(1, Math.max(0, reach - distance));
      if (own === 0) continue;
      const at = 4 * (row * width + column);
      const under = ((data[at + 3] ?? 0) / 255) * (1 - own);
      const all = own + under;
      data[at] = (red * own + (data[at] ?? 0) * under) / all;
      data[at + 1] = (green * own + (data[at + 1] ?? 0) * under) / all;
      data[at + 2] = (blue * own + (data[at + 2] ?? 0) * under) / all;
      data[at + 3] = 255 * all;
    }
}
