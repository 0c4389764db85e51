import { absences, type Pattern } from '../../../geodata/classes/absence-pattern.ts';
import { type Colour, parseColour } from '../../../geodata/classes/colour.ts';
import { inksOf } from '../../../geodata/map/inks.ts';
import type { MapScene } from '../scene.ts';
import { type AreaFill, fillArea, layOver, mixColours } from './area-colours.ts';
import type { AreaRaster } from './area-raster.ts';

/** Gives every pixel the colour of its area; where there is none, that of the paper. */
export function paintAreas(
  { width, height, spans }: AreaRaster,
  scene: MapScene,
  { hovered, pixelRatio }: { hovered: number; pixelRatio: number },
): ImageData {
  const picture = new ImageData(width, height);
  const pixels = new Uint32Array(picture.data.buffer);
  // Where there is a base map, it is seen beside the areas as well.
  if (scene.baseMapOpacity === null) pixels.fill(packColour(parseColour(inksOf[scene.appearance].paper)));
  const fills: (AreaFill | undefined)[] = [];
  for (let i = 0; i < spans.length; i += 3) {
    const [from, to, index] = [spans[i] ?? 0, spans[i + 1] ?? 0, spans[i + 2] ?? 0];
    const fill = fills[index] ?? fillArea(scene, index, hovered);
    fills[index] = fill;
    if (!fill.absence) {
      pixels.fill(packColour(fill.colour), from, to);
      continue;
    }
    const y = rowFromBottom(from, width, height) / pixelRatio;
    for (let pixel = from; pixel < to; pixel++)
      pixels[pixel] = packColour(drawPattern(fill, scene, (pixel % width) / pixelRatio, y, pixelRatio));
  }
  return picture;
}

/** Patterns hang from the bottom left corner, where the GPU counts from. */
function rowFromBottom(pixel: number, width: number, height: number): number {
  return Math.floor(pixel / width) + 1 - height;
}

function drawPattern(
  { absence, fade, hover }: AreaFill,
  scene: MapScene,
  x: number,
  y: number,
  pixelRatio: number,
): Colour {
  const { pattern, ink, paper } = scene.fills[absence ?? absences[0]];
  const share = (0.5 * pattern.weight - distanceToInk(pattern, x, y)) * pixelRatio + 0.5;
  return layOver(mixColours(paper, ink, Math.min(1, Math.max(0, share))), { fade, hover }, scene);
}

/** In CSS pixels, to the nearest ink: as the shader measures. */
export function distanceToInk({ kind, spacing }: Pattern, x: number, y: number): number {
  const within = (along: number): number => along - spacing * Math.floor(along / spacing);
  if (kind === 'dots') {
    const corner = Math.hypot(within(x + spacing / 2) - spacing / 2, within(y + spacing / 2) - spacing / 2);
    return Math.min(corner, Math.hypot(within(x) - spacing / 2, within(y) - spacing / 2));
  }
  const stroke = (middleX: number, middleY: number): number => {
    const off = (along: number) => Math.abs(within(along + spacing / 2) - spacing / 2);
    return Math.max(off(x - middleX), off(y - middleY) - spacing / 4);
  };
  if (kind === 'strokes') return Math.min(stroke(0, 0), stroke(spacing / 2, spacing / 2));
  if (kind === 'lines') return Math.abs(within(y) - spacing / 2);
  const diagonal = (along: number): number =>
    Math.abs(within(along + spacing / 2) - spacing / 2) * Math.SQRT1_2;
  const rising = diagonal(x + y);
  return kind === 'hatch' ? rising : Math.min(rising, diagonal(x - y));
}

/** Opaque, as ImageData has it in memory on the machines there are. */
function packColour([red, green, blue]: Colour): number {
  return ((255 << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)) >>> 0;
}
