import { computed } from '@preact/signals';
import type { Bounds } from '../../../geodata/boundary/measure.ts';
import { frameRegion } from '../../../geodata/map/framing.ts';
import { boundaryYear, catalog } from '../../state/catalog.ts';

/** Where to look to see the whole region, in the boundaries on screen. */
export const regionBounds = computed<Bounds>(() => {
  const years = catalog.data.value?.boundaryYears ?? [];
  const found = years.find(({ year }) => year === boundaryYear.value) ?? years[0];
  return frameRegion(found?.bbox ?? [-180, -85, 180, 85]);
});
