import { computed } from '@preact/signals';
import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import { isMapLevel, type MapLevel } from '../../../geodata/level.ts';
import { yearOfPeriod } from '../../../geodata/period.ts';
import { readSeries } from '../../data/client.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { lineOfMoments, lineOfRows } from '../../figures/lines.ts';
import { listNeededKeys, listSinceRows, type SinceRow } from '../../figures/since-rows.ts';
import { readLevelAreas } from '../../state/area/level-areas.ts';
import { readLevelFigures } from '../../state/area/level-figures.ts';
import type { ChartLine } from '../../state/area/line.ts';
import { listMoments } from '../../state/area/moment.ts';
import { catalog, indicatorOf, indicators } from '../../state/catalog.ts';
import { createResource } from '../../state/resource.ts';
import { translate } from '../../state/screen/words.ts';
import { sharedList } from './shared-lists.ts';

const wanted = computed(() => {
  const list = sharedList.value;
  if (!list || !indicatorOf(list.indicator)) return null;
  const areas = list.areas.map(({ area, name, level }) => ({ area, name, level }));
  return { indicator: list.indicator, year: yearOfPeriod(list.period), areas };
});

/** What is told of the figures of a list. */
interface Followed {
  /** The figure of each area when it was found and now, by code, tested all at once. */
  readonly rows: ReadonlyMap<string, SinceRow>;
  /** Each area through time, in the order of the list. */
  readonly lines: readonly ChartLine[];
  /** The region through time; null where it grows with its area. */
  readonly reference: ChartLine | null;
}

export const followed = createResource(
  wanted,
  async ({ indicator: address, year, areas }, abort): Promise<Followed> => {
    const indicator = indicatorOf(address);
    const rows = new Map<string, SinceRow>();
    const lines = new Map<string, ChartLine>();
    if (!indicator) return { rows, lines: [], reference: null };
    const levels = [...new Set(areas.map(({ level }) => level).filter(isMapLevel))];
    for (const level of levels) {
      const [{ columns }, places] = await Promise.all([
        readLevelFigures(level, null, abort, listNeededKeys([indicator])),
        readLevelAreas(level, null, abort),
      ]);
      const indexes = new Map(places.rows.map(({ code, index }) => [code, index]));
      const own = areas.flatMap(({ area, name, level: of }) => {
        const index = (of as MapLevel) === level ? indexes.get(area) : undefined;
        return index === undefined ? [] : [{ area, name, indicator, index }];
      });
      const column = columns.get(indicator.key);
      const found = listSinceRows(own, columns, indicators.peek(), year);
      for (const [place, { area }] of own.entries()) {
        const row = found[place];
        if (row) rows.set(area, row);
      }
      if (!column) continue;
      for (const { area, name, index } of own)
        lines.set(
          area,
          lineOfMoments({ code: area, name, index, indicator, moments: listMoments(column, index) }),
        );
    }
    return {
      rows,
      lines: areas.flatMap(({ area }) => lines.get(area) ?? []),
      reference: growsWithArea(indicator) ? null : await readRegion(indicator, abort),
    };
  },
);

/** The figures of the whole region through time; null where there are none. */
async function readRegion(indicator: CatalogIndicator, abort: AbortSignal): Promise<ChartLine | null> {
  const region = catalog.data.peek()?.region;
  if (!region) return null;
  const { key: code } = region;
  const { rows } = await readSeries({ indicator: indicator.key, areas: [code], carry: null }, abort);
  return rows.length > 0 ? lineOfRows({ code, name: translate(region.name), indicator, rows }) : null;
}
