import { codeAtLevel, levelOfCode } from '../../geodata/area.ts';
import { isMapLevel } from '../../geodata/level.ts';
import { indicators } from '../state/catalog.ts';
import { choices, type ReferenceChoice, reference } from '../state/reference.ts';
import { type FigureRow, listFigureRows } from './figure-rows.ts';
import type { MapArea, Matter } from './matter.ts';

/** What an area is held against: the reference of the link, or the region where that is the area itself. */
export function referenceFor(code: string): ReferenceChoice | null {
  return reference.value?.code === code ? (choices.value[0] ?? null) : reference.value;
}

/** Every figure of an area of a page, held against its reference; empty where its level has no figures. */
export function rowsAgainst(
  { code, level, index }: MapArea,
  { figures, references }: Matter,
  reference: ReferenceChoice,
): FigureRow[] {
  const columns = figures.get(level)?.columns;
  if (!columns) return [];
  const isPart = isPartOf(code, reference);
  return listFigureRows({ index, indicators: indicators.value, columns, references, isPart });
}

/** Whether an area is a part of a reference. */
export function isPartOf(code: string, { key }: Pick<ReferenceChoice, 'key'>): boolean {
  if (key === 'region' || key === 'country') return true;
  const level = levelOfCode(key);
  return level !== null && isMapLevel(level) && code !== key && codeAtLevel(code, level) === key;
}
