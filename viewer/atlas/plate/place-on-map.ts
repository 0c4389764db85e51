import { worldOf } from '../../../geodata/map/mercator.ts';
import { screenOf } from '../../map/canvas/sight.ts';
import type { MapHandle } from '../../map/scene.ts';

/** Where a position stands on the map, in CSS pixels from the top left corner; null where that is out of sight. */
export function placeOn(
  map: Pick<MapHandle, 'camera'>,
  { clientWidth: width, clientHeight: height }: Pick<HTMLElement, 'clientWidth' | 'clientHeight'>,
  [longitude, latitude]: readonly [number, number],
): { readonly x: number; readonly y: number } | null {
  const point = screenOf({ camera: map.camera(), width, height }, worldOf(longitude, latitude));
  const [x, y] = [Math.round(point.x), Math.round(point.y)];
  return x > 0 && y > 0 && x < width && y < height ? { x, y } : null;
}
