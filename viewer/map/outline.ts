import { latitudeOf, longitudeOf, type TileId } from '../../geodata/map/mercator.ts';
import { ringsOf, type TileArea } from './area-tile.ts';

type Line = [longitude: number, latitude: number][];

/**
 * The borders of areas as lines in degrees, from their parts in one tile; a border between two of them comes once. Edges
 * that lie wholly beyond one side of the tile are left out: they are cuts, or belong to the tile next to it.
 */
export function outlineOf(areas: readonly TileArea[], tile: TileId): Line[] {
  const drawn = new Set<string>();
  return areas.flatMap(({ polygons }) =>
    polygons.flatMap((polygon) => ringsOf(polygon).flatMap((ring) => linesOfRing(ring, tile, drawn))),
  );
}

/** A place in a tile as longitude and latitude. */
export function degreesOf(x: number, y: number, tile: TileId): [number, number] {
  const scale = 2 ** tile.z;
  const point = { x: (tile.x + x) / scale, y: (tile.y + y) / scale };
  return [longitudeOf(point), latitudeOf(point)];
}

function linesOfRing(ring: Float64Array, tile: TileId, drawn: Set<string>): Line[] {
  const lines: Line[] = [];
  let line: Line = [];
  const end = (): void => {
    if (line.length > 0) lines.push(line);
    line = [];
  };
  for (let i = 2; i < ring.length; i += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ring.subarray(i - 2, i + 2);
    const name = nameEdge(x1, y1, x2, y2);
    if (isBeyond(x1, y1, x2, y2) || drawn.has(name)) {
      end();
      continue;
    }
    drawn.add(name);
    if (line.length === 0) line.push(degreesOf(x1, y1, tile));
    line.push(degreesOf(x2, y2, tile));
  }
  end();
  return lines;
}

function isBeyond(x1: number, y1: number, x2: number, y2: number): boolean {
  return (x1 <= 0 && x2 <= 0) || (x1 >= 1 && x2 >= 1) || (y1 <= 0 && y2 <= 0) || (y1 >= 1 && y2 >= 1);
}

/** The same for both directions. */
function nameEdge(x1: number, y1: number, x2: number, y2: number): string {
  return x1 < x2 || (x1 === x2 && y1 < y2) ? `${x1} ${y1} ${x2} ${y2}` : `${x2} ${y2} ${x1} ${y1}`;
}
