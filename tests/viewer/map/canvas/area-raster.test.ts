import { expect, test } from 'vitest';
import type { AreaTile, TilePolygon } from '../../../../viewer/map/area-tile.ts';
import { rasterAreas } from '../../../../viewer/map/canvas/area-raster.ts';
import type { Sight } from '../../../../viewer/map/canvas/sight.ts';

const side = 64;
/** Looks at the one tile of zoom 0, drawn on so many pixels. */
const sight: Sight = {
  camera: { zoom: Math.log2(side / 512), longitude: 0, latitude: 0 },
  width: side,
  height: side,
};

function polygon(index: number, ...rings: number[][]): TilePolygon {
  const holeIndices: number[] = [];
  let length = 0;
  for (const ring of rings) {
    if (length > 0) holeIndices.push(length);
    length += ring.length;
  }
  return { index, positions: Float64Array.from(rings.flat()), holeIndices };
}

function raster(polygons: TilePolygon[], pixelRatio = 1) {
  const tile: AreaTile = { areas: new Map(), polygons };
  const size = { width: side * pixelRatio, height: side * pixelRatio, pixelRatio };
  const { width, height, spans } = rasterAreas([{ id: { z: 0, x: 0, y: 0 }, tile }], sight, size);
  const areas = new Int32Array(width * height).fill(-1);
  for (let i = 0; i < spans.length; i += 3) areas.fill(spans[i + 2] ?? -1, spans[i], spans[i + 1]);
  return { width, areas };
}

function count(areas: Int32Array, index: number): number {
  return areas.filter((each) => each === index).length;
}

const slanted = [0.31, 0.17] as const;

test('neighbours leave no pixel between them and share none', () => {
  const [x1, x2] = slanted;
  const { areas } = raster([
    polygon(0, [0, 0, x1, 0, x2, 1, 0, 1, 0, 0]),
    polygon(1, [x1, 0, 1, 0, 1, 1, x2, 1, x1, 0]),
  ]);
  expect(count(areas, -1)).toBe(0);
  expect(count(areas, 0) + count(areas, 1)).toBe(side * side);
  expect(count(areas, 0) / (side * side)).toBeCloseTo((x1 + x2) / 2, 2);
});

test('a pixel belongs to the area that its centre lies in', () => {
  const edge = 10.5 / side;
  const { areas } = raster([polygon(7, [0, 0, edge, 0, edge, 1, 0, 1, 0, 0])]);
  // The centre of the eleventh pixel lies on the very edge: it is no longer of the area.
  expect(areas[9]).toBe(7);
  expect(areas[10]).toBe(-1);
});

test('a hole is free, and so is what lies beside the tile', () => {
  const { areas } = raster([
    polygon(
      3,
      [0.25, 0.25, 0.75, 0.25, 0.75, 0.75, 0.25, 0.75, 0.25, 0.25],
      [0.4375, 0.4375, 0.4375, 0.5625, 0.5625, 0.5625, 0.5625, 0.4375, 0.4375, 0.4375],
    ),
  ]);
  expect(count(areas, 3)).toBe(32 * 32 - 8 * 8);
  expect(areas[32 * side + 32]).toBe(-1);
});

test('a finer screen has more pixels of the same ground', () => {
  const square = polygon(0, [0.5, 0.5, 1.5, 0.5, 1.5, 1.5, 0.5, 1.5, 0.5, 0.5]);
  const { areas, width } = raster([square], 2);
  expect(width).toBe(2 * side);
  expect(count(areas, 0)).toBe(side * side);
});
