import { bbox } from '@turf/bbox';
import type { Position } from 'geojson';
import type { MultiPolygon } from './grid.ts';

/** WGS84: semi-major axis in metres and eccentricity. */
const semiMajorAxis = 6_378_137;
const eccentricity = 0.081_819_190_842_622;
const radians = Math.PI / 180;

/** west, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/**
 * Area of the ellipsoid between the equator and a latitude, per radian of longitude, in m²: a²q/2 with q of Snyder,
 * Map Projections: A Working Manual (USGS 1987), equation 3-12. Areas agree with those of Dutch RD to about 1 in 10,000.
 */
export function zoneArea(latitude: number): number {
  const sine = Math.sin(latitude * radians);
  const scaled = eccentricity * sine;
  const q = (1 - eccentricity ** 2) * (sine / (1 - scaled ** 2) + Math.atanh(scaled) / eccentricity);
  return (semiMajorAxis ** 2 * q) / 2;
}

/** Share of one edge in the signed area of a ring in m² (counter-clockwise is positive), for its two points. */
export function edgeArea(fromLon: number, fromZone: number, toLon: number, toZone: number): number {
  return ((fromLon - toLon) * radians * (fromZone + toZone)) / 2;
}

/** Signed area of a closed ring of [lon, lat] in m²; counter-clockwise is positive. */
export function ringArea(ring: readonly Position[]): number {
  let area = 0;
  const origin = ring[0] ? zoneArea(ring[0][1] ?? 0) : 0;
  let previous: { lon: number; zone: number } | null = null;
  for (const [lon = 0, lat = 0] of ring) {
    const point = { lon, zone: zoneArea(lat) - origin };
    if (previous) area += edgeArea(previous.lon, previous.zone, point.lon, point.zone);
    previous = point;
  }
  return area;
}

/** Area of polygons with holes in m², on the ellipsoid. */
export function measureArea(polygons: MultiPolygon): number {
  let area = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, position) => {
      area += position === 0 ? Math.abs(ringArea(ring)) : -Math.abs(ringArea(ring));
    });
  }
  return area;
}

/** Metres in one degree of longitude and of latitude at a latitude (sphere of 6371 km; for thresholds, not for areas). */
export function metresPerDegree(latitude: number): { lon: number; lat: number } {
  const lat = 6_371_008.8 * radians;
  return { lon: lat * Math.cos(latitude * radians), lat };
}

/** The smallest bounds around polygons. */
export function measureBounds(polygons: MultiPolygon): Bounds {
  const [west, south, east, north] = bbox({ type: 'MultiPolygon', coordinates: polygons });
  return [west, south, east, north];
}
