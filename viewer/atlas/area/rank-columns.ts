import { computed } from '@preact/signals';
import { readLevelFigures } from '../../state/area/level-figures.ts';
import { indicator, shownParts } from '../../state/catalog.ts';
import { createResource } from '../../state/resource.ts';
import { isDistributionOpen } from '../../state/screen/activity.ts';

const wanted = computed(() => {
  const [meant, level] = [indicator.value, shownParts.level.value];
  if (!isDistributionOpen.value || !meant || !level) return null;
  const keys = [meant.key, meant.derive?.numerator, meant.derive?.denominator];
  return { level, carry: shownParts.carry.value, keys: keys.filter((key) => key !== undefined) };
});

const resource = createResource(
  wanted,
  async ({ level, carry, keys }, abort) => (await readLevelFigures(level, carry, abort, keys)).columns,
);

/** What the figures on screen are made of, to say how sure the place of an area is; null while it is on its way. */
export const rankColumns = resource.current;
