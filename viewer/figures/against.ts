import { municipalityOfCode } from '../../geodata/area.ts';
import { indicators } from '../state/catalog.ts';
import { choices, type ReferenceChoice, reference } from '../state/reference/reference.ts';
import { type FigureRow, listFigureRows } from './figure-rows.ts';
import type { MapArea, Matter } from './matter.ts';

/** What an area is held against: the reference of the link, or the region where that is the area itself. */
export function referenceFor(code: string): ReferenceChoice | null {
  const chosen = reference.value;
  const whole = chosen?.kind === 'municipality' ? municipalityOfCode(code) : chosen?.code;
  const region = choices.value[0] ?? null;
  if (whole === code) return region;
  return chosen?.kind === 'municipality'
    ? (choices.value.find(({ key }) => key === whole) ?? region)
    : chosen;
}

/** Every figure of an area of a page, held against its reference; empty where its level has no figures. */
export function rowsAgainst(area: MapArea, { figures, references }: Matter): FigureRow[] {
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
