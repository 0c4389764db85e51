import { computed, signal } from '@preact/signals';
import { isMapLevel } from '../../../geodata/level.ts';
import { area } from '../../state/area/selection.ts';
import { shownParts } from '../../state/catalog.ts';
import { readContext } from '../../state/reference/context.ts';
import { createResource } from '../../state/resource.ts';
import { listPeers } from './peer-rows.ts';

/** Whether the card tells which areas are like its own: nothing is fetched before. */
export const arePeersOpen = signal(false);

const wanted = computed(() => {
  const level = arePeersOpen.value && shownParts.area.value ? area.data.value?.level : null;
  return level && isMapLevel(level) ? { level, carry: shownParts.carry.value } : null;
});

const resource = createResource(wanted, ({ level, carry }, abort) => readContext(level, carry, abort));

/** The areas most like the one of the card, with what they are compared by; null while that is on its way. */
export const areaPeers = computed(() => {
  const [found, pinned] = [resource.current.value, area.data.value];
  if (!found || !pinned || pinned.index === null) return null;
  const { context, places } = found;
  return { context, index: pinned.index, rows: listPeers(context, pinned.index, places) };
});
