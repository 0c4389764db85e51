import { computed } from '@preact/signals';
import { indicatorOf } from '../catalog.ts';
import { frozen } from '../link/frozen.ts';
import { viewParts } from '../link/view.ts';
import { translate } from '../screen/words.ts';
import { panels } from './panels.ts';

/** Names of what is on the maps of which the frozen link that is open keeps no figures: of those the newest are shown. */
export const unheld = computed((): string[] => {
  const link = frozen.current.value;
  if (viewParts.frozen.value === null || viewParts.page.value !== 'map' || !link) return [];
  const names = panels.value.flatMap(({ view: { value } }) =>
    [value?.indicator, value?.pair].flatMap((address) => {
      const isHeld = link.figures.some(
        ({ indicator, level }) => indicator === address && level === value?.level,
      );
      const found = address && !isHeld ? indicatorOf(address) : null;
      return found ? [translate(found.name)] : [];
    }),
  );
  return [...new Set(names)];
});

/** Whether all that the maps show are figures that the frozen link keeps. */
export const isHeldFrozen = computed(
  () => viewParts.frozen.value !== null && frozen.current.value !== null && unheld.value.length === 0,
);
