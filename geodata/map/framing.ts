import type { Bounds } from '../boundary/measure.ts';
import type { Camera, View } from '../link/view.ts';

/** Share of the region's height that stays free below it for the names of the sources. */
const roomBelow = 0.02;

/** Where to look to see a whole region, with a little room below for the sources. */
export function frameRegion([west, south, east, north]: Bounds): Bounds {
  return [west, south - (north - south) * roomBelow, east, north];
}

/** Free room at the sides of a map, CSS pixels. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const marginsAlone: Margins = { top: 32, right: 32, bottom: 32, left: 32 };
/** Titles stand above the region and legends below it. */
const marginsBesideOthers: Margins = { top: 48, right: 16, bottom: 56, left: 16 };

/** Free room around the region on one of so many maps. */
export function marginsOf(maps: number): Margins {
  return maps === 1 ? marginsAlone : marginsBesideOthers;
}

/** Where a panel's map looks, as the link says; null: the whole region. */
export function cameraOf({ camera, secondCamera }: Pick<View, 'camera' | 'secondCamera'>, index: number) {
  return index === 1 && secondCamera ? secondCamera : (camera satisfies Camera | null);
}
