import type { Bounds } from '../../../geodata/boundary/measure.ts';
import type { Camera } from '../../../geodata/link/view.ts';
import { latitudeOf, longitudeOf, worldOf, worldSide } from '../../../geodata/map/mercator.ts';

/** The camera that shows bounds in a room of so many CSS pixels, with `margin` pixels free at every side. */
export function fitCamera(
  [west, south, east, north]: Bounds,
  room: { readonly width: number; readonly height: number },
  margin: number,
): Camera {
  const [first, last] = [worldOf(west, north), worldOf(east, south)];
  const across = (room.width - 2 * margin) / ((last.x - first.x) * worldSide);
  const down = (room.height - 2 * margin) / ((last.y - first.y) * worldSide);
  const centre = { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
  return {
    zoom: Math.log2(Math.max(1, Math.min(across, down))),
    latitude: latitudeOf(centre),
    longitude: longitudeOf(centre),
  };
}
