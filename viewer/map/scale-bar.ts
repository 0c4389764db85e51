import type { Appearance } from '../../geodata/classes/scheme.ts';
import type { Camera } from '../../geodata/link/view.ts';
import { inksOf } from '../../geodata/map/inks.ts';
import { metresPerPixel } from './ground-scale.ts';
import { face } from './look.ts';

/** A length of the ground and how long its bar is. */
export interface ScaleBar {
  readonly metres: number;
  /** As people read it: `500 m`, `2 km`. */
  readonly label: string;
  /** CSS pixels of the map. */
  readonly length: number;
}

/** The longest of 1, 2 and 5 times a power of ten metres that is no longer than `room`, CSS pixels. */
export function chooseScaleBar(
  { zoom, latitude }: Pick<Camera, 'zoom' | 'latitude'>,
  room: number,
): ScaleBar {
  const one = metresPerPixel(zoom, latitude);
  const power = 10 ** Math.floor(Math.log10(room * one));
  const metres = power * ([5, 2, 1].find((times) => (times * power) / one <= room) ?? 1);
  const label = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  return { metres, label, length: metres / one };
}

const room = 120;
const margin = 14;
const tick = 5;
const textSize = 12;
const halo = 3;
const arrow = { width: 9, height: 16 } as const;

/**
 * Draws the scale and which way is north in the lower left corner of a picture of a map that is `width` CSS pixels wide.
 * Maps are flat and have north at the top.
 */
export function drawScaleBar(
  picture: HTMLCanvasElement,
  camera: Camera,
  { width, appearance }: { readonly width: number; readonly appearance: Appearance },
): void {
  const context = picture.getContext('2d');
  if (!context || width <= 0) return;
  const ratio = picture.width / width;
  const bar = chooseScaleBar(camera, Math.min(room, width / 3));
  const [left, bottom] = [margin, picture.height / ratio - margin];
  const { ink, paper } = inksOf[appearance];
  context.save();
  context.scale(ratio, ratio);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const line = new Path2D();
  line.moveTo(left, bottom - tick);
  line.lineTo(left, bottom);
  line.lineTo(left + bar.length, bottom);
  line.lineTo(left + bar.length, bottom - tick);
  strokeOnPaper(context, line, ink, paper);
  const tip = left + bar.length + 2 * margin;
  const north = new Path2D();
  north.moveTo(tip, bottom - arrow.height);
  north.lineTo(tip + arrow.width / 2, bottom);
  north.lineTo(tip, bottom - 4);
  north.lineTo(tip - arrow.width / 2, bottom);
  north.closePath();
  strokeOnPaper(context, north, ink, paper);
  context.fillStyle = ink;
  context.fill(north);
  context.font = `600 ${textSize}px ${face.map((name) => `"${name}"`).join()}, sans-serif`;
  context.textAlign = 'left';
  writeOnPaper(context, bar.label, left, bottom - tick - 4, { ink, paper });
  context.textAlign = 'center';
  writeOnPaper(context, 'N', tip, bottom - arrow.height - 4, { ink, paper });
  context.restore();
}

function strokeOnPaper(context: CanvasRenderingContext2D, path: Path2D, ink: string, paper: string): void {
  context.strokeStyle = paper;
  context.lineWidth = 1.5 + 2 * halo;
  context.stroke(path);
  context.strokeStyle = ink;
  context.lineWidth = 1.5;
  context.stroke(path);
}

function writeOnPaper(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  { ink, paper }: { readonly ink: string; readonly paper: string },
): void {
  context.strokeStyle = paper;
  context.lineWidth = 2 * halo;
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}
