import type { Page } from 'playwright-core';
import type { Colour } from '../../../geodata/classes/colour.ts';
import { gridSide, mapSide, squareSide } from './grid.ts';
import type { PlainScene } from './harness.ts';

/** The pixels of a map of squares, counted from its top left corner. */
export interface Picture {
  readonly at: (x: number, y: number) => Colour;
}

/** Reads one frame of one of the page's maps back from the GPU, after a change of its scene if there is one. */
export async function readPicture(
  page: Page,
  panel: number,
  change: Partial<PlainScene> | null = null,
): Promise<Picture> {
  const text = await page.evaluate(([which, given]) => window.harness.read(which, given), [
    panel,
    change,
  ] as const);
  return pictureOf(text);
}

/** Reads what one of the page's maps showed before the GPU drew it. */
export async function readFirstPicture(page: Page, panel: number): Promise<Picture> {
  return pictureOf(await page.evaluate((which) => window.harness.readFirst(which), panel));
}

function pictureOf(text: string): Picture {
  const pixels = Buffer.from(text, 'base64');
  return {
    at: (x, y) => {
      const index = 4 * ((mapSide - 1 - y) * mapSide + x);
      return [pixels[index] ?? -1, pixels[index + 1] ?? -1, pixels[index + 2] ?? -1];
    },
  };
}

/** Places within a square that are clear of its edges. */
export function placesIn(index: number): [x: number, y: number][] {
  const margin = 3;
  const [left, top] = [(index % gridSide) * squareSide, Math.floor(index / gridSide) * squareSide];
  const inner = squareSide - 2 * margin;
  return Array.from({ length: inner * inner }, (_, i) => [
    left + margin + (i % inner),
    top + margin + Math.floor(i / inner),
  ]);
}

/** The largest difference of two colours in one channel. */
export function differenceOf(one: Colour, other: Colour): number {
  return Math.max(...one.map((channel, i) => Math.abs(channel - (other[i] ?? Number.NaN))));
}
