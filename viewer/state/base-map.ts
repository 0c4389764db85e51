import { computed, signal } from '@preact/signals';
import { catalog } from './catalog.ts';
import { viewParts } from './link/view.ts';

/** Whether the site has a base map. */
export const hasBaseMap = computed(() => catalog.data.value?.baseMap ?? false);

/** How far fills cover the base map; null where there is none, or the reader does not want it. */
export const baseMapOpacity = computed(() =>
  hasBaseMap.value && viewParts.base.value === 'on' ? viewParts.fillOpacity.value : null,
);

/** Whether tiles of the base map do not come. */
export const isBaseMapMissing = signal(false);
