import type { AreaList, ListedArea } from '../../geodata/area-list.ts';
import { isMapLevel, type MapLevel } from '../../geodata/level.ts';
import { readArea } from '../data/client.ts';
import type { Area } from '../data/contract.ts';
import { RequestFailure } from '../data/request.ts';
import { readLevelAreas } from '../state/area/level-areas.ts';
import { type LevelFigures, readLevelFigures } from '../state/area/level-figures.ts';
import type { AreaReferences } from './area-references.ts';
import { readReferences } from './references.ts';
import { measureSpreads } from './spread.ts';

/** Areas with every figure of their levels, and of what they are held against. */
export interface AreaFigures {
  /** In the boundaries that figures are carried to, or else the newest that have them; codes that are not there are left out. */
  readonly areas: readonly MapArea[];
  readonly figures: ReadonlyMap<MapLevel, LevelFigures>;
  /** All areas of those levels in the boundaries that figures are carried to, or else the newest. */
  readonly places: ReadonlyMap<MapLevel, readonly ListedArea[]>;
  readonly references: AreaReferences;
}

/** An area that has borders of its own. */
export interface MapArea extends Area {
  readonly level: MapLevel;
  readonly index: number;
}

/**
 * Everything that is said of areas on a page: their figures, and those of what they are held against, as published or
 * carried to the boundaries of a year. Throws RequestFailure.
 */
export async function readAreaFigures(
  codes: readonly string[],
  carry: number | null,
  abort: AbortSignal,
): Promise<AreaFigures> {
  const areas = Promise.all(codes.map((code) => readKnownArea(code, carry, abort))).then((found) =>
    found.filter((area) => area !== null),
  );
  const levels = areas.then((found) => [...new Set(found.map(({ level }) => level))]);
  const figures = levels.then((all) =>
    Promise.all(all.map((level) => readLevelFigures(level, carry, abort))),
  );
  const places = levels.then((all) => Promise.all(all.map((level) => readLevelAreas(level, carry, abort))));
  const areaFigures = describeFigures(
    await Promise.all([areas, figures, places, readReferences(codes, carry, figures, abort)]),
  );
  for (const [level, { columns }] of areaFigures.figures) {
    const indexes = areaFigures.areas.flatMap((area) => (area.level === level ? area.index : []));
    await measureSpreads(indexes, columns);
  }
  return areaFigures;
}

function describeFigures([areas, figures, places, references]: readonly [
  readonly MapArea[],
  readonly LevelFigures[],
  readonly AreaList[],
  AreaReferences,
]): AreaFigures {
  return {
    areas,
    references,
    figures: new Map(figures.map((each) => [each.level, each])),
    places: new Map(places.map(({ level, rows }) => [level, rows])),
  };
}

async function readKnownArea(
  code: string,
  carry: number | null,
  abort: AbortSignal,
): Promise<MapArea | null> {
  const area = await readArea({ code, boundaryYear: carry }, abort).catch((failure: unknown) => {
    if (failure instanceof RequestFailure && failure.reason === 'not-found') return null;
    throw failure;
  });
  return area && isOnMap(area) ? area : null;
}

function isOnMap(area: Area): area is MapArea {
  return isMapLevel(area.level) && area.index !== null;
}
