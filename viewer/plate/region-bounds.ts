import { computed } from '@preact/signals';
import type { Bounds } from '../map/scene.ts';
import { boundaryYear, catalog } from '../state/catalog.ts';

/** Shares of the region's height that stay free above it for the title and below it for the timeline. */
const roomAbove = 0.06;
const roomBelow = 0.16;

/** Where to look to see the whole region, in the boundaries on screen, clear of what floats over the map. */
export const regionBounds = computed<Bounds>(() => {
  const years = catalog.data.value?.boundaryYears ?? [];
  const found = years.find(({ year }) => year === boundaryYear.value) ?? years[0];
  const [west, south, east, north] = found?.bbox ?? [-180, -85, 180, 85];
  const height = north - south;
  return [west, south - height * roomBelow, east, north + height * roomAbove];
});
