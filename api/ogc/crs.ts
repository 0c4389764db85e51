import type { Position } from 'geojson';
import { toRd } from '../../geodata/projection.ts';

/** Coordinate reference systems that features are sent in, by the names of the OGC; the first where nothing is asked. */
export const crsNames = {
  crs84: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  rd: 'http://www.opengis.net/def/crs/EPSG/0/28992',
} as const;

export type Crs = keyof typeof crsNames;

/** The system of a name; null where it is another one. */
export function readCrs(name: string): Crs | null {
  const found = Object.entries(crsNames).find(([, known]) => known === name);
  return found ? (found[0] as Crs) : null;
}

/** Millimetres, in which the way there and back stays the same. */
const rdScale = 1000;

/** Text of a MultiPolygon in degrees as text in a system: RD in metres, x before y. */
export function projectGeometry(geometry: string, crs: Crs): string {
  if (crs === 'crs84') return geometry;
  const { type, coordinates } = JSON.parse(geometry) as { type: string; coordinates: Position[][][] };
  const toMillimetres = (position: Position) =>
    toRd(position).map((ordinate) => Math.round(ordinate * rdScale) / rdScale);
  return JSON.stringify({
    type,
    coordinates: coordinates.map((polygon) => polygon.map((ring) => ring.map(toMillimetres))),
  });
}
