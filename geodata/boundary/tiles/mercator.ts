import type { Position } from 'geojson';

/** Units across a tile. */
export const extent = 4096;

const radians = Math.PI / 180;

/** Units across the world at a zoom. */
export function worldUnits(zoom: number): number {
  return extent * 2 ** zoom;
}

/** Web Mercator (EPSG:3857), as [x, y] in tile units of a zoom, y downward, not rounded. */
export function project([lon = 0, lat = 0]: Position, zoom: number): [number, number] {
  const sine = Math.sin(lat * radians);
  const world = worldUnits(zoom);
  return [(lon / 360 + 0.5) * world, (0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI) * world];
}

/** The [lon, lat] of a point in tile units. */
export function unproject(x: number, y: number, zoom: number): [number, number] {
  const world = worldUnits(zoom);
  const north = Math.PI * (1 - (2 * y) / world);
  return [(x / world - 0.5) * 360, (2 * Math.atan(Math.exp(north)) - Math.PI / 2) / radians];
}
