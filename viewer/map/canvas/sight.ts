import type { Bounds } from '../../../geodata/boundary/measure.ts';
import type { Camera } from '../../../geodata/link/view.ts';
import type { Margins } from '../../../geodata/map/framing.ts';
import {
  latitudeOf,
  longitudeOf,
  sideAt,
  type TileId,
  type WorldPoint,
  worldOf,
  worldSide,
} from '../../../geodata/map/mercator.ts';
import type { MapPoint } from '../scene.ts';

/** What a camera sees on a part of the screen, in CSS pixels from its top left corner. */
export interface Sight {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
}

export function screenOf({ camera, width, height }: Sight, { x, y }: WorldPoint): MapPoint {
  const [side, centre] = [sideAt(camera.zoom), worldOf(camera.longitude, camera.latitude)];
  return { x: width / 2 + (x - centre.x) * side, y: height / 2 + (y - centre.y) * side };
}

export function worldAt({ camera, width, height }: Sight, { x, y }: MapPoint): WorldPoint {
  const [side, centre] = [sideAt(camera.zoom), worldOf(camera.longitude, camera.latitude)];
  return { x: centre.x + (x - width / 2) / side, y: centre.y + (y - height / 2) / side };
}

/** West, south, east and north of what is seen. */
export function boundsOf(sight: Sight): Bounds {
  const [first, last] = [worldAt(sight, { x: 0, y: 0 }), worldAt(sight, { x: sight.width, y: sight.height })];
  return [longitudeOf(first), latitudeOf(last), longitudeOf(last), latitudeOf(first)];
}

/** From a tile's own square, 0 to 1, to the screen: where its corner stands, and its side. */
export function placeTile(sight: Sight, { z, x, y }: TileId): { left: number; top: number; side: number } {
  const scale = 2 ** -z;
  const corner = screenOf(sight, { x: x * scale, y: y * scale });
  return { left: corner.x, top: corner.y, side: sideAt(sight.camera.zoom) * scale };
}

/** The camera for which a place of the world stands at a point of the screen. */
export function cameraWith(sight: Sight, zoom: number, world: WorldPoint, at: MapPoint): Camera {
  const side = sideAt(zoom);
  const centre = {
    x: world.x - (at.x - sight.width / 2) / side,
    y: world.y - (at.y - sight.height / 2) / side,
  };
  return { zoom, longitude: longitudeOf(centre), latitude: latitudeOf(centre) };
}

/** The camera that shows bounds as large as they fit between margins, as MapLibre fits them. */
export function fitBounds(
  [west, south, east, north]: Bounds,
  { width, height }: Pick<Sight, 'width' | 'height'>,
  { left, right, top, bottom }: Margins,
  closest: number,
): Camera {
  const [upper, lower] = [worldOf(west, north), worldOf(east, south)];
  const across = Math.max(1, width - left - right) / ((lower.x - upper.x) * worldSide);
  const down = Math.max(1, height - top - bottom) / ((lower.y - upper.y) * worldSide);
  const zoom = Math.min(Math.log2(Math.min(across, down)), closest);
  const middle = { x: (upper.x + lower.x) / 2, y: (upper.y + lower.y) / 2 };
  const at = { x: (width + left - right) / 2, y: (height + top - bottom) / 2 };
  return cameraWith({ camera: { zoom, longitude: 0, latitude: 0 }, width, height }, zoom, middle, at);
}
