import { ringsOf, type TileArea } from './area-tile.ts';
import { latitudeOf, longitudeOf, type TileId } from './mercator.ts';

type Line = [longitude: number, latitude: number][];

/**
 * The border of an area as lines in degrees, from its part in one tile. Edges that lie wholly beyond one side of the
 * tile are left out: they are cuts, or belong to the tile next to it.
 */
export function outlineOf(area: TileArea, tile: TileId): Line[] {
  return area.polygons.flatMap((polygon) => ringsOf(polygon).flatMap((ring) => linesOfRing(ring, tile)));
}

function linesOfRing(ring: Float64Array, tile: TileId): Line[] {
  const lines: Line[] = [];
  let line: Line = [];
  for (let i = 2; i < ring.length; i += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ring.subarray(i - 2, i + 2);
    const beyond =
      (x1 <= 0 && x2 <= 0) || (x1 >= 1 && x2 >= 1) || (y1 <= 0 && y2 <= 0) || (y1 >= 1 && y2 >= 1);
    if (beyond) {
      if (line.length > 0) lines.push(line);
      line = [];
      continue;
    }
    if (line.length === 0) line.push(degreesOf(x1, y1, tile));
    line.push(degreesOf(x2, y2, tile));
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

function degreesOf(x: number, y: number, tile: TileId): [number, number] {
  const scale = 2 ** tile.z;
  const point = { x: (tile.x + x) / scale, y: (tile.y + y) / scale };
  return [longitudeOf(point), latitudeOf(point)];
}
