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
 * Draws all dots on a canvas: each a copy of one small picture, which takes thousands of them within a frame. With a
 * brush, those outside it fade.
 */
export function drawDots(
  canvas: HTMLCanvasElement,
  { width, height, pixelsX, pixelsY }: ScatterFrame,
  brushed: Uint8Array | null,
  { plain, brushed: accent }: DotInks,
): void {
  const ratio = globalThis.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (!context) return;
  const radius = radiusFor(pixelsX.length) * ratio;
  const stamp = (ink: string, alpha: number, isMeant: (place: number) => boolean) => {
    const picture = drawDot(radius, ink);
    const half = picture.width / 2;
    context.globalAlpha = alpha;
    for (let place = 0; place < pixelsX.length; place += 1)
      if (isMeant(place))
        context.drawImage(
          picture,
          (pixelsX[place] ?? 0) * ratio - half,
          (pixelsY[place] ?? 0) * ratio - half,
        );
  };
  if (!brushed) {
    stamp(plain, strength.plain, () => true);
    return;
  }
  stamp(plain, strength.faded, (place) => brushed[place] !== 1);
  stamp(accent, strength.brushed, (place) => brushed[place] === 1);
}

function drawDot(radius: number, ink: string): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  picture.width = Math.ceil(radius * 2) + 2;
  picture.height = picture.width;
  const context = picture.getContext('2d');
  if (!context) return picture;
  context.fillStyle = ink;
  context.arc(picture.width / 2, picture.height / 2, radius, 0, 2 * Math.PI);
  context.fill();
  return picture;
}
