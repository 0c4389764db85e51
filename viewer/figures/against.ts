import { indicators } from '../state/catalog.ts';
import type { AreaFigures, MapArea } from './area-figures.ts';
import { type FigureRow, listFigureRows } from './figure-rows.ts';

/** Every figure of an area of a page, held against its reference; empty where its level has no figures. */
export function rowsAgainst(area: MapArea, { figures, references }: AreaFigures): FigureRow[] {
  const columns = figures.get(area.level)?.columns;
  if (!columns) return [];
  return listFigureRows({
    index: area.index,
    indicators: indicators.value,
    columns,
    referTo: (indicator, moment) => references.sideOf(area, indicator, moment),
    isPart: references.isPart(area.code),
  });
}
