import {
  type Context as ContextOf,
  isContext,
  listContext,
} from '../../../geodata/comparing/peer-context.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { readLevelAreas } from '../area/level-areas.ts';
import { readLevelFigures } from '../area/level-figures.ts';
import { indicators } from '../catalog.ts';

/** The figures by which the likeness of areas is measured, with what the catalog says of each. */
export type Context = ContextOf<CatalogIndicator>;

/** By what the likeness of the areas of a level is measured, in the boundaries that figures are carried to or else in the newest. Throws RequestFailure. */
export async function readContext(level: MapLevel, carry: number | null, abort: AbortSignal) {
  const told = indicators.peek().filter(isContext);
  const keys = told.map(({ key }) => key);
  const [{ columns }, { rows: places }] = await Promise.all([
    readLevelFigures(level, carry, abort, keys),
    readLevelAreas(level, carry, abort),
  ]);
  return { context: listContext(columns, told, places), places };
}
