import type { Camera } from '../../../geodata/link/view.ts';
import { sideAt } from '../../../geodata/map/mercator.ts';

/** Share of the half width and height that counts as well in sight: what lies nearer to the edge does not. */
const middle = 0.8;

/** Whether a place (longitude, latitude) stands well within what a camera shows on a part of the screen of that size. */
export function isInSight(
  [longitude, latitude]: readonly [number, number],
  camera: Camera,
  { clientWidth, clientHeight }: { readonly clientWidth: number; readonly clientHeight: number },
): boolean {
  const scale = sideAt(camera.zoom) / 360;
  const right = (longitude - camera.longitude) * scale;
  const up = ((latitude - camera.latitude) * scale) / Math.cos((camera.latitude * Math.PI) / 180);
  return Math.abs(right) < (clientWidth / 2) * middle && Math.abs(up) < (clientHeight / 2) * middle;
}
