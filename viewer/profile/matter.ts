import { isMapLevel, type MapLevel } from '../../geodata/level.ts';
import { readArea } from '../data/client.ts';
import type { Area, Places } from '../data/contract.ts';
import { RequestFailure } from '../data/request.ts';
import type { Place } from '../state/places.ts';
import { type LevelFigures, readLevelFigures } from './level-figures.ts';
import { readNewestPlaces } from './newest-places.ts';
import { type AreaReferences, readReferences } from './references.ts';

/** Areas with every figure of their levels, and of what they are held against. */
export interface Matter {
  /** In the newest boundaries that have them; codes that no boundaries have are left out. */
  readonly areas: readonly MapArea[];
  readonly figures: ReadonlyMap<MapLevel, LevelFigures>;
  /** All areas of those levels in the newest boundaries. */
  readonly places: ReadonlyMap<MapLevel, readonly Place[]>;
  readonly references: AreaReferences;
}

/** An area that has borders of its own. */
export interface MapArea extends Area {
  readonly level: MapLevel;
  readonly index: number;
}

/** Everything that is said of areas on a page: their figures, and those of what they are held against. Throws RequestFailure. */
export async function readMatter(codes: readonly string[], abort: AbortSignal): Promise<Matter> {
  const areas = Promise.all(codes.map((code) => readKnownArea(code, abort))).then((found) =>
    found.filter((area) => area !== null),
  );
  const levels = areas.then((found) => [...new Set(found.map(({ level }) => level))]);
  const figures = levels.then((all) => Promise.all(all.map((level) => readLevelFigures(level, abort))));
  const places = levels.then((all) => Promise.all(all.map((level) => readNewestPlaces(level, abort))));
  return describeMatter(await Promise.all([areas, figures, places, readReferences(codes, figures, abort)]));
}

function describeMatter([areas, figures, places, references]: readonly [
  readonly MapArea[],
  readonly LevelFigures[],
  readonly Places[],
  AreaReferences,
]): Matter {
  return {
    areas,
    references,
    figures: new Map(figures.map((each) => [each.level, each])),
    places: new Map(places.map(({ level, rows }) => [level, rows])),
  };
}

async function readKnownArea(code: string, abort: AbortSignal): Promise<MapArea | null> {
  const area = await readArea({ code }, abort).catch((failure: unknown) => {
    if (failure instanceof RequestFailure && failure.reason === 'not-found') return null;
    throw failure;
  });
  return area && isOnMap(area) ? area : null;
}

function isOnMap(area: Area): area is MapArea {
  return isMapLevel(area.level) && area.index !== null;
}
