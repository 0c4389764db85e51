/** Web Mercator with the world as a unit square: x eastwards, y southwards, both 0 to 1. */
export interface WorldPoint {
  readonly x: number;
  readonly y: number;
}

/** Side of the world at zoom 0, CSS pixels, as MapLibre has it. */
export const worldSide = 512;

/** Side of the world at a zoom, CSS pixels. */
export function sideAt(zoom: number): number {
  return worldSide * 2 ** zoom;
}

export interface TileId {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Longitude and latitude in degrees WGS84; latitude within 85.05 degrees. */
export function worldOf(longitude: number, latitude: number): WorldPoint {
  const angle = (latitude * Math.PI) / 180;
  return {
    x: (longitude + 180) / 360,
    y: (1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2,
  };
}

export function longitudeOf({ x }: WorldPoint): number {
  return x * 360 - 180;
}

export function latitudeOf({ y }: WorldPoint): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** The point inside a tile's own square, 0 to 1 from its top left corner; outside of that where the tile does not hold it. */
export function withinTile(point: WorldPoint, { z, x, y }: TileId): WorldPoint {
  const scale = 2 ** z;
  return { x: point.x * scale - x, y: point.y * scale - y };
}

export function tileAt(point: WorldPoint, z: number): TileId {
  const scale = 2 ** z;
  return { z, x: Math.floor(point.x * scale), y: Math.floor(point.y * scale) };
}

export function keyOf({ z, x, y }: TileId): string {
  return `${z}/${x}/${y}`;
}

export function parentOf({ z, x, y }: TileId): TileId {
  return { z: z - 1, x: x >> 1, y: y >> 1 };
}

export function childrenOf({ z, x, y }: TileId): TileId[] {
  return [0, 1, 2, 3].map((i) => ({ z: z + 1, x: 2 * x + (i & 1), y: 2 * y + (i >> 1) }));
}
