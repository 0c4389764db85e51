import { computed, effect, signal } from '@preact/signals';
import type { Bounds } from '../../../geodata/boundary/measure.ts';
import { area } from '../area/selection.ts';

/** Where the map shall fly next; the map takes the wish away when it goes. */
export const wishedBounds = signal<Bounds | null>(null);

/** A place (longitude, latitude) that shall be in sight; the map moves there only where it is not. */
export const wishedPlace = signal<readonly [number, number] | null>(null);

/** Counts how often the maps shall fly to where the link looks. */
export const wishedFlights = signal(0);

const wishedCode = signal<string | null>(null);

/** Lets the map fly to an area as soon as it is known where that lies. */
export function wishArea(code: string): void {
  wishedCode.value = code;
}

const found = computed(() => (area.data.value?.code === wishedCode.value ? area.data.value?.bbox : null));

effect(() => {
  if (!found.value) return;
  wishedBounds.value = addSurroundings(found.value);
  wishedCode.value = null;
});

/** An area is best read among its neighbours, clear of the title above it and the timeline below. */
function addSurroundings([west, south, east, north]: Bounds): Bounds {
  const [width, height] = [east - west, north - south];
  return [west - width * 0.4, south - height * 0.6, east + width * 0.4, north + height * 0.4];
}
