import { municipalityOfCode } from '../../../geodata/area.ts';
import type { ListedArea } from '../../../geodata/area-list.ts';
import { type MapLevel, mapLevels } from '../../../geodata/level.ts';
import { readContributions } from '../../data/contributions.ts';
import { type ChangeRow, listChangeRows, listRealChanges } from '../../figures/change-rows.ts';
import { listFigureRows } from '../../figures/figure-rows.ts';
import { readLevelAreas } from '../../state/area/level-areas.ts';
import { type LevelFigures, readLevelFigures } from '../../state/area/level-figures.ts';
import { indicators } from '../../state/catalog.ts';
import { listSameSubject } from '../../state/contributions.ts';

/** A figure of an area that changed by more than chance, and that nobody has written about yet. */
export interface UntoldChange {
  readonly place: ListedArea;
  readonly level: MapLevel;
  readonly row: ChangeRow;
}

/** As many as somebody can look at. */
const most = 12;

/**
 * What changed by more than chance since the period before in a municipality, its districts and its neighbourhoods, and has
 * no story of that period: the largest changes first. Throws RequestFailure.
 */
export async function findUntoldChanges(municipality: string, abort: AbortSignal): Promise<UntoldChange[]> {
  const stories = await readContributions({ kind: 'story', municipality }, abort);
  const told = new Set(stories.map(({ area, indicator, period }) => [area, indicator, period].join()));
  const isTold = ({ place, row }: UntoldChange) =>
    listSameSubject(row.indicator.key).some((key) => told.has([place.code, key, row.to.period].join()));
  const found: UntoldChange[] = [];
  for (const level of mapLevels) {
    const figures = await readLevelFigures(level, null, abort);
    const { rows } = await readLevelAreas(level, null, abort);
    for (const place of rows.filter(({ code }) => municipalityOfCode(code) === municipality))
      for (const row of listChangesOf(place, figures)) found.push({ place, level, row });
  }
  return found
    .filter((change) => !isTold(change))
    .sort((one, other) => Math.abs(other.row.deviation ?? 0) - Math.abs(one.row.deviation ?? 0))
    .slice(0, most);
}

function listChangesOf({ index }: ListedArea, { columns }: LevelFigures): ChangeRow[] {
  const all = indicators.peek();
  // Where a count is told of as a rate too, the rate alone is told.
  const meant = all.filter(
    ({ key }) => !all.some(({ kind, derive }) => kind === 'rate' && derive?.numerator === key),
  );
  const rows = listFigureRows({ index, indicators: meant, columns, referTo: () => null, isPart: false });
  return listRealChanges(listChangeRows({ index, indicators: all, columns, rows, since: 'before' }));
}
