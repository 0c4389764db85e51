import type { Point } from './chromium.ts';
import type { Bounds } from './subject.ts';

/** Where a map looks, as MapLibre counts. */
export interface Camera {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels that the world is wide at zoom 0. */
const worldSize = 512;

/** The camera that shows the bounds as large as they fit, as precise as a link keeps it. */
export function fitBounds([west, south, east, north]: Bounds, { width, height }: Size): Camera {
  const across = (east - west) / 360;
  const up = mercator(south) - mercator(north);
  const zoom = Math.log2(Math.min(width / across, height / up) / worldSize);
  const middle = (mercator(south) + mercator(north)) / 2;
  return {
    zoom: Math.floor(zoom * 100) / 100,
    latitude: Math.round(latitudeOf(middle) * 1e4) / 1e4,
    longitude: Math.round(((west + east) / 2) * 1e4) / 1e4,
  };
}

/** Where a place stands on a map of that size, in pixels from its top left corner. */
export function project([longitude, latitude]: readonly [number, number], camera: Camera, size: Size): Point {
  const scale = worldSize * 2 ** camera.zoom;
  return {
    x: size.width / 2 + ((longitude - camera.longitude) / 360) * scale,
    y: size.height / 2 + (mercator(latitude) - mercator(camera.latitude)) * scale,
  };
}

/** Spherical Mercator: 0 at the north edge of the world, 1 at the south edge. */
function mercator(latitude: number): number {
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
}

function latitudeOf(y: number): number {
  return (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90;
}
