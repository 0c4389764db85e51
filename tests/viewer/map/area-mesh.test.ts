import { describe, expect, test } from 'vitest';
import { meshOf, vertexLength } from '../../../viewer/map/area-mesh.ts';
import type { AreaTile, TilePolygon } from '../../../viewer/map/area-tile.ts';

const outer = [0, 0, 1, 0, 1, 1, 0, 1, 0, 0];
const hole = [0.25, 0.25, 0.25, 0.75, 0.75, 0.75, 0.75, 0.25, 0.25, 0.25];
const plain: TilePolygon = { index: 3, positions: Float64Array.from(outer), holeIndices: [] };
const pierced: TilePolygon = {
  index: 700_001,
  positions: Float64Array.from([...outer, ...hole]),
  holeIndices: [outer.length],
};

function tileOf(...polygons: TilePolygon[]): AreaTile {
  return { areas: new Map(), polygons };
}

/** Ground of the triangles of an area, in shares of the tile. */
function groundOf(tile: AreaTile, area: number): number {
  const { vertices, indices } = meshOf(tile);
  const at = (vertex: number) => vertices.subarray(vertexLength * vertex, vertexLength * (vertex + 1));
  let ground = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const corners = [...indices.subarray(i, i + 3)].map(at);
    const [[x1 = 0, y1 = 0, index = -1] = [], [x2 = 0, y2 = 0] = [], [x3 = 0, y3 = 0] = []] = corners;
    if (index === area) ground += Math.abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1)) / 2;
  }
  return ground;
}

describe('the triangles of a tile', () => {
  test('cover a polygon, and leave its holes free', () => {
    const tile = tileOf(plain, pierced);
    expect(groundOf(tile, 3)).toBeCloseTo(1);
    expect(groundOf(tile, 700_001)).toBeCloseTo(0.75);
  });

  test('are computed once a tile', () => {
    const tile = tileOf(plain);
    expect(meshOf(tile)).toBe(meshOf(tile));
  });

  test('are none where the tile has no area', () => {
    expect(meshOf(tileOf()).indices).toHaveLength(0);
  });
});
