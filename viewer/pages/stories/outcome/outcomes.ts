import { computed } from '@preact/signals';
import { levelOfCode } from '../../../../geodata/area.ts';
import { readAddress, writeAddress } from '../../../../geodata/dimension.ts';
import { isMapLevel, type MapLevel } from '../../../../geodata/level.ts';
import type { CatalogIndicator } from '../../../data/contract.ts';
import { readContribution, readContributions } from '../../../data/contributions.ts';
import { listNeededKeys } from '../../../figures/since-rows.ts';
import { readLevelAreas } from '../../../state/area/level-areas.ts';
import { readLevelFigures } from '../../../state/area/level-figures.ts';
import { catalog, indicatorOf, indicators } from '../../../state/catalog.ts';
import { columnKey } from '../../../state/panel/column.ts';
import { readAreaTypes } from '../../../state/reference/types.ts';
import { createResource } from '../../../state/resource.ts';
import { shownContribution } from '../shown-contribution.ts';
import { type DoneIn, listOutcomes } from './outcome-rows.ts';

/** A practice on screen, or the one that is told to be done too. */
const wanted = computed(() => {
  const story = shownContribution.current.value;
  if (!catalog.data.value || !story) return null;
  return story.kind === 'practice' ? story.id : (story.adoption?.practice ?? null);
});

/** What was measured of the practice and of everybody who does it too, by the number of what tells of it. */
export const outcomes = createResource(wanted, async (practice, abort) => {
  const [told, others] = await Promise.all([
    readContribution(practice, abort),
    readContributions({ kind: 'adoption', practice }, abort),
  ]);
  const done = [told, ...others].flatMap(({ id, area, practice: own, adoption }) => {
    const { beganOn, endedOn } = own ?? adoption ?? {};
    return area !== null && beganOn !== undefined ? [{ id, area, beganOn, endedOn: endedOn ?? null }] : [];
  });
  const levels = [...new Set(done.map(({ area }) => levelOfCode(area)))];
  const lists = await Promise.all(
    levels.map(async (level) => {
      const indicator = level && isMapLevel(level) ? chooseMeasured(told.indicator, level) : null;
      if (!level || !isMapLevel(level) || !indicator) return [];
      return [await readList(done, indicator, level, abort)];
    }),
  );
  const found = lists.flat();
  const rows = listOutcomes(found, listCatalog(found.map(({ level }) => level.indicator)));
  return new Map(rows.map((row) => [row.done.id, row]));
});

/** What a problem is measured on at a level: of a count, which grows with its area, the rate, where there is one. */
function chooseMeasured(address: string | null, level: MapLevel): CatalogIndicator | null {
  const meant = indicatorOf(address);
  if (!meant) return null;
  const { indicator: key, category } = readAddress(meant.key);
  const rate = indicators.peek().find(({ kind, derive }) => kind === 'rate' && derive?.numerator === key);
  const measured = rate ? indicatorOf(writeAddress({ indicator: rate.key, category })) : null;
  if (meant.kind === 'count' && measured && columnKey(measured, level)) return measured;
  return columnKey(meant, level) ? meant : null;
}

async function readList(
  all: readonly DoneIn[],
  indicator: CatalogIndicator,
  level: MapLevel,
  abort: AbortSignal,
) {
  const { aggregate } = indicator;
  const weight = typeof aggregate === 'object' ? [aggregate.weightedBy] : [];
  const [{ columns }, { rows: places }, types] = await Promise.all([
    readLevelFigures(level, null, abort, [...listNeededKeys([indicator]), ...weight]),
    readLevelAreas(level, null, abort),
    readAreaTypes(level, null, abort),
  ]);
  return {
    done: all.filter(({ area }) => levelOfCode(area) === level),
    level: { indicator, columns, places, types: types && { of: types.clustering.types, names: types.names } },
  };
}

/** All indicators, and the categories that the measured ones are derived from. */
function listCatalog(measured: readonly CatalogIndicator[]): CatalogIndicator[] {
  const counted = measured.flatMap(({ derive }) => indicatorOf(derive?.numerator) ?? []);
  return [...new Set([...indicators.peek(), ...counted])];
}
