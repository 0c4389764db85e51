import { sideAt } from '../../geodata/map/mercator.ts';

/** Metres around the equator of WGS84. */
const equator = 2 * Math.PI * 6_378_137;

/** Metres of the ground that a CSS pixel of the map shows at a latitude in degrees (Web Mercator). */
export function metresPerPixel(zoom: number, latitude: number): number {
  return (equator * Math.cos((latitude * Math.PI) / 180)) / sideAt(zoom);
}
