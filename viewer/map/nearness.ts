import type { Bounds } from '../../geodata/boundary/measure.ts';
import type { Camera } from '../../geodata/link/view.ts';
import { worldSide } from '../../geodata/map/mercator.ts';

/** How small the region may get, CSS pixels. */
const smallestRegion = 120;
export const closestZoom = 16;

/**
 * Keeps a camera near the region: its centre within a region's width and height of it, and the region no smaller than a
 * thumbnail. Says the same for maps of every size, so that maps side by side can always look alike.
 */
export function keepNear([west, south, east, north]: Bounds, { longitude, latitude, zoom }: Camera): Camera {
  const [width, height] = [east - west, north - south];
  const furthest = Math.log2((smallestRegion * 360) / (worldSide * width));
  return {
    longitude: clamp(longitude, Math.max(-180, west - width), Math.min(180, east + width)),
    latitude: clamp(latitude, Math.max(-85, south - height), Math.min(85, north + height)),
    zoom: clamp(zoom, Math.max(0, furthest), closestZoom),
  };
}

export function isSameCamera(one: Camera, other: Camera): boolean {
  return one.zoom === other.zoom && one.latitude === other.latitude && one.longitude === other.longitude;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
