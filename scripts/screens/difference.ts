import { PNG } from 'pngjs';

/** Where two pictures differ, in pixels. */
export interface Difference {
  readonly count: number;
  /** The smallest rectangle around all that differs. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  /** Width and height of either picture. */
  readonly sizes: readonly [readonly [number, number], readonly [number, number]];
  /** The second picture pale, and in red what differs: a PNG. */
  readonly picture: Buffer;
}

/**
 * Compares two PNGs pixel by pixel, to the last bit of every colour; null where they are the same. What only one of them
 * has, where one is larger, differs.
 */
export function comparePictures(before: Buffer, after: Buffer): Difference | null {
  if (before.equals(after)) return null;
  const [one, two] = [PNG.sync.read(before), PNG.sync.read(after)];
  const width = Math.max(one.width, two.width);
  const height = Math.max(one.height, two.height);
  const drawn = new PNG({ width, height });
  let [count, left, top, right, bottom] = [0, width, height, -1, -1];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = colourAt(two, x, y);
      const isSame = colour !== null && colour === colourAt(one, x, y);
      drawn.data.writeUInt32BE(isSame ? pale(colour) : red, (y * width + x) * 4);
      if (isSame) continue;
      count++;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  // The same pixels, written otherwise.
  if (count === 0) return null;
  return {
    count,
    box: { left, top, width: right - left + 1, height: bottom - top + 1 },
    sizes: [
      [one.width, one.height],
      [two.width, two.height],
    ],
    picture: PNG.sync.write(drawn),
  };
}

const red = 0xd0_00_00_ff;

/** Red, green, blue and opacity in a byte each; null outside of the picture. */
function colourAt({ width, height, data }: PNG, x: number, y: number): number | null {
  return x < width && y < height ? data.readUInt32BE((y * width + x) * 4) : null;
}

/** Three quarters of the way to white. */
function pale(colour: number): number {
  const channel = (shift: number) => 192 + (((colour >>> shift) & 0xff) >> 2);
  return ((channel(24) << 24) | (channel(16) << 16) | (channel(8) << 8) | 0xff) >>> 0;
}
