import { worldOf } from '../../../geodata/map/mercator.ts';
import type { MapHandle } from '../../map/scene.ts';

/** Side of the world at zoom 0, CSS pixels. */
const worldSide = 512;

/** Where a position stands on the map, in CSS pixels from the top left corner; null where that is out of sight. */
export function placeOn(
  map: Pick<MapHandle, 'camera'>,
  { clientWidth: width, clientHeight: height }: Pick<HTMLElement, 'clientWidth' | 'clientHeight'>,
  [longitude, latitude]: readonly [number, number],
): { readonly x: number; readonly y: number } | null {
  const camera = map.camera();
  const side = worldSide * 2 ** camera.zoom;
  const [point, centre] = [worldOf(longitude, latitude), worldOf(camera.longitude, camera.latitude)];
  const x = Math.round(width / 2 + (point.x - centre.x) * side);
  const y = Math.round(height / 2 + (point.y - centre.y) * side);
  return x > 0 && y > 0 && x < width && y < height ? { x, y } : null;
}
