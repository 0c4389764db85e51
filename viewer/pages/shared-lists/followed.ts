import { computed } from '@preact/signals';
import { isMapLevel, type MapLevel } from '../../../geodata/level.ts';
import { yearOfPeriod } from '../../../geodata/period.ts';
import { listNeededKeys, listSinceRows, type SinceRow } from '../../figures/since-rows.ts';
import { readLevelFigures } from '../../state/area/level-figures.ts';
import { readLevelPlaces } from '../../state/area/level-places.ts';
import { indicatorOf, indicators } from '../../state/catalog.ts';
import { createResource } from '../../state/resource.ts';
import { sharedList } from './shared-lists.ts';

const wanted = computed(() => {
  const list = sharedList.value;
  if (!list || !indicatorOf(list.indicator)) return null;
  const areas = list.areas.map(({ area, level }) => ({ area, level }));
  return { indicator: list.indicator, year: yearOfPeriod(list.period), areas };
});

/** The figure of each area of the list when it was found and now, by code, tested all at once. */
export const followed = createResource(wanted, async ({ indicator: address, year, areas }, abort) => {
  const indicator = indicatorOf(address);
  const rows = new Map<string, SinceRow>();
  if (!indicator) return rows;
  const levels = [...new Set(areas.map(({ level }) => level).filter(isMapLevel))];
  for (const level of levels) {
    const [{ columns }, places] = await Promise.all([
      readLevelFigures(level, null, abort, listNeededKeys([indicator])),
      readLevelPlaces(level, null, abort),
    ]);
    const indexes = new Map(places.rows.map(({ code, index }) => [code, index]));
    const own = areas.flatMap(({ area, level: of }) => {
      const index = (of as MapLevel) === level ? indexes.get(area) : undefined;
      return index === undefined ? [] : [{ area, indicator, index }];
    });
    const found = listSinceRows(own, columns, indicators.peek(), year);
    for (const [place, { area }] of own.entries()) {
      const row = found[place];
      if (row) rows.set(area, row);
    }
  }
  return rows;
});
