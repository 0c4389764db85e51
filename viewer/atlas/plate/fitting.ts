import type { Bounds } from '../../../geodata/boundary/measure.ts';
import type { Camera } from '../../../geodata/link/view.ts';

/** Pixels that the world is wide at zoom 0. */
const worldSize = 512;

/** The camera that shows bounds in a room of so many CSS pixels, with `margin` pixels free at every side. */
export function fitCamera(
  [west, south, east, north]: Bounds,
  room: { readonly width: number; readonly height: number },
  margin: number,
): Camera {
  const [top, bottom] = [mercator(north), mercator(south)];
  const across = ((east - west) / 360) * worldSize;
  const down = ((top - bottom) / (2 * Math.PI)) * worldSize;
  const scale = Math.min((room.width - 2 * margin) / across, (room.height - 2 * margin) / down);
  return {
    zoom: Math.log2(Math.max(1, scale)),
    latitude: latitudeOf((top + bottom) / 2),
    longitude: (west + east) / 2,
  };
}

/** Height of a latitude (degrees) on a map in Mercator's projection of a sphere of radius 1. */
function mercator(latitude: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
}

function latitudeOf(height: number): number {
  return (Math.atan(Math.sinh(height)) * 180) / Math.PI;
}
