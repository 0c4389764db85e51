import { computed } from '@preact/signals';
import type { Bounds } from '../../../geodata/boundary/measure.ts';
import { boundaryYear, catalog } from '../../state/catalog.ts';

/** Share of the region's height that stays free below it for the names of the sources. */
const roomBelow = 0.02;

/** Where to look to see the whole region, in the boundaries on screen, with a little room below for the sources. */
export const regionBounds = computed<Bounds>(() => {
  const years = catalog.data.value?.boundaryYears ?? [];
  const found = years.find(({ year }) => year === boundaryYear.value) ?? years[0];
  const [west, south, east, north] = found?.bbox ?? [-180, -85, 180, 85];
  return [west, south - (north - south) * roomBelow, east, north];
});
