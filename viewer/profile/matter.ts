import { isMapLevel, type MapLevel } from '../../geodata/level.ts';
import { readArea, readPlaces, readSeries } from '../data/client.ts';
import type { Area, ObservationRow } from '../data/contract.ts';
import { RequestFailure } from '../data/request.ts';
import { catalog, indicators } from '../state/catalog.ts';
import type { Place } from '../state/places.ts';
import { type LevelFigures, readLevelFigures } from './level-figures.ts';

/** Areas with every figure of their levels, and of what they are held against. */
export interface Matter {
  /** In the newest boundaries that have them; codes that no boundaries have are left out. */
  readonly areas: readonly MapArea[];
  readonly figures: ReadonlyMap<MapLevel, LevelFigures>;
  /** All areas of those levels in the newest boundaries. */
  readonly places: ReadonlyMap<MapLevel, readonly Place[]>;
  /** Code of the reference, with its figures of every indicator. */
  readonly reference: string;
  readonly references: readonly ObservationRow[];
}

/** An area that has borders of its own. */
export interface MapArea extends Area {
  readonly level: MapLevel;
  readonly index: number;
}

/** Everything that is said of areas on a page: their figures, and those of the reference. Throws RequestFailure. */
export async function readMatter(
  { codes, reference }: { readonly codes: readonly string[]; readonly reference: string },
  abort: AbortSignal,
): Promise<Matter> {
  const [found, references] = await Promise.all([
    Promise.all(codes.map((code) => readKnownArea(code, abort))),
    readReferences(reference, abort),
  ]);
  const areas = found.filter((area) => area !== null);
  const levels = [...new Set(areas.map(({ level }) => level))];
  const [figures, places] = await Promise.all([
    Promise.all(levels.map((level) => readLevelFigures(level, abort))),
    Promise.all(levels.map((level) => readNewestPlaces(level, abort))),
  ]);
  return {
    areas,
    reference,
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

async function readNewestPlaces(level: MapLevel, abort: AbortSignal) {
  const years = catalog.data.peek()?.boundaryYears.map(({ year }) => year) ?? [];
  return readPlaces({ level, boundaryYear: Math.max(...years) }, abort);
}

/** The figures of a larger area, of every indicator, period and boundary year. */
async function readReferences(code: string, abort: AbortSignal): Promise<readonly ObservationRow[]> {
  const indicator = indicators.peek().map(({ key }) => key);
  if (indicator.length === 0) return [];
  return (await readSeries({ indicator, areas: [code], carry: null }, abort)).rows;
}
