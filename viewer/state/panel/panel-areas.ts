import { computed, type ReadonlySignal } from '@preact/signals';
import type { ListedArea } from '../../../geodata/area-list.ts';
import type { ResolvedPanel } from '../../../geodata/link/resolve.ts';
import { readAreaList } from '../../data/client.ts';
import { view as link } from '../link/view.ts';
import { isHeldBeside, needsAreas } from '../reference/reference.ts';
import { createResource } from '../resource.ts';
import { isDistributionOpen, isWalking } from '../screen/activity.ts';

/** All areas of the level and boundary year of a panel; empty until they are there. */
export interface PanelAreas {
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

export function createPanelAreas(
  view: ReadonlySignal<ResolvedPanel | null>,
  boundaryYear: ReadonlySignal<number | null>,
  isNeeded: ReadonlySignal<boolean> = areNeededOnPage,
): PanelAreas {
  const wanted = computed(() => {
    const level = view.value?.level;
    return isNeeded.value && level && boundaryYear.value ? { level, boundaryYear: boundaryYear.value } : null;
  });
  const list = createResource(wanted, readAreaList);
  const rows = computed(() => list.current.value?.rows ?? []);
  return {
    byCode: computed(() => new Map(rows.value.map((area) => [area.code, area]))),
    byIndex: computed(() => new Map(rows.value.map((area) => [area.index, area]))),
  };
}
