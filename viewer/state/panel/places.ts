import { computed, type ReadonlySignal } from '@preact/signals';
import type { ListedArea } from '../../../geodata/area-list.ts';
import type { ResolvedPanel } from '../../../geodata/link/resolve.ts';
import { readPlaces } from '../../data/client.ts';
import { view as link } from '../link/view.ts';
import { isHeldBeside, needsAreas } from '../reference/reference.ts';
import { createResource } from '../resource.ts';
import { isDistributionOpen, isWalking } from '../screen/activity.ts';

/** All areas of the level and boundary year of a panel; empty until they are there. */
export interface PanelPlaces {
  readonly byCode: ReadonlySignal<ReadonlyMap<string, ListedArea>>;
  readonly byIndex: ReadonlySignal<ReadonlyMap<number, ListedArea>>;
}

/** What is on screen that needs all areas: the table, the selection and what differs always do. */
const areNeededOnPage = computed(() => {
  const { page, tab, brush, panels } = link.value;
  return (
    page === 'differences' ||
    (page === 'map' && tab !== 'area') ||
    isDistributionOpen.value ||
    isWalking.value ||
    (brush !== null && panels.length > 1) ||
    (needsAreas() && (isHeldBeside() || panels.some(({ deviation }) => deviation !== null)))
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
