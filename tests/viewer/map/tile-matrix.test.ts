import { expect, test } from 'vitest';
import { tileMatrix } from '../../../viewer/map/tile-matrix.ts';

/** A camera straight above a place of the world, 1000 by 800 pixels, at a zoom. */
function worldMatrix(x: number, y: number, zoom: number): number[] {
  const pixels = 512 * 2 ** zoom;
  const [across, up] = [(2 * pixels) / 1000, (-2 * pixels) / 800];
  return [across, 0, 0, 0, 0, up, 0, 0, 0, 0, 1, 0, -x * across, -y * up, 0, 1];
}

/** Pixels from the screen's centre, by the 32 bits that the GPU counts in. */
function project(matrix: Float32Array, x: number, y: number): [number, number] {
  const of = (row: number): number =>
    Math.fround(
      Math.fround(
        Math.fround((matrix[row] ?? 0) * Math.fround(x)) + (matrix[4 + row] ?? 0) * Math.fround(y),
      ) + (matrix[12 + row] ?? 0),
    );
  return [of(0) * 500, of(1) * -400];
}

test('a place in the finest tile stands within a hundredth of a pixel at the closest zoom', () => {
  const tile = { z: 13, x: 4249, y: 2693 };
  for (const [x, y] of [
    [0.123456, 0.654321],
    [0.999, 0.001],
    [0.5, 0.5],
  ] as const) {
    const place = [(tile.x + x) / 2 ** 13, (tile.y + y) / 2 ** 13] as const;
    const near = [place[0] + 1e-7, place[1] - 1e-7] as const;
    const matrix = tileMatrix(worldMatrix(near[0], near[1], 16), tile);
    const [left, top] = project(matrix, x, y);
    const pixels = 512 * 2 ** 16;
    expect(Math.abs(left - (place[0] - near[0]) * pixels)).toBeLessThan(0.01);
    expect(Math.abs(top - (place[1] - near[1]) * pixels)).toBeLessThan(0.01);
  }
});
