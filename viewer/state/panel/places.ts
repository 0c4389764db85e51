import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ListedArea } from '../../../geodata/area-list.ts';
import { readPlaces } from '../../data/client.ts';
import type { ResolvedPanel } from '../link/resolve.ts';
import { view as link } from '../link/view.ts';
import { needsAreas } from '../reference/reference.ts';
import { createResource } from '../resource.ts';

/** Becomes true once something needs all areas: the table, or walking with the arrow keys. */
export const needsPlaces = signal(false);

/** All areas of the level and boundary year of a panel; empty until they are there. */
export interface PanelPlaces {
  readonly byCode: ReadonlySignal<ReadonlyMap<string, ListedArea>>;
  readonly byIndex: ReadonlySignal<ReadonlyMap<number, ListedArea>>;
}

/** What the page as a whole needs all areas for. */
const areNeededOnPage = computed(() => {
  const { brush, panels } = link.value;
  return (
    needsPlaces.value ||
    (brush !== null && panels.length > 1) ||
    (needsAreas() && panels.some(({ deviation }) => deviation !== null))
  );
});

export function createPlaces(
  view: ReadonlySignal<ResolvedPanel | null>,
  boundaryYear: ReadonlySignal<number | null>,
  isNeeded: ReadonlySignal<boolean> = areNeededOnPage,
): PanelPlaces {
  const wanted = computed(() => {
    const level = view.value?.level;
    return isNeeded.value && level && boundaryYear.value ? { level, boundaryYear: boundaryYear.value } : null;
  });
  const places = createResource(wanted, readPlaces);
  const rows = computed(() => places.current.value?.rows ?? []);
  return {
    byCode: computed(() => new Map(rows.value.map((place) => [place.code, place]))),
    byIndex: computed(() => new Map(rows.value.map((place) => [place.index, place]))),
  };
}
