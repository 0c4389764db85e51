import type { Level } from '../level.ts';
import type { Observation, Origin } from '../observation.ts';

/** The figures of one indicator in the boundaries of one year: by period, then by area. */
export type FiguresOfYear = Map<string, Map<string, Observation>>;

/** One figure a cell: by indicator, boundary year, period and area. */
export type Figures = Map<string, Map<number, FiguresOfYear>>;

/**
 * What a source gives wins from what we compute, unless it is withheld; what is derived from figures wins from what is
 * added up.
 */
const precedence: readonly Origin[] = ['withheld', 'published', 'derived', 'aggregated'];

/** Indexes observations, keeping for every cell the one whose origin comes first. */
export function indexFigures(observations: Iterable<Observation>): Figures {
  const figures: Figures = new Map();
  for (const observation of observations) addFigure(figures, observation);
  return figures;
}

/** Adds an observation to the index, unless its cell holds one that wins from it. */
export function addFigure(figures: Figures, observation: Observation): void {
  const years = obtain(figures, observation.indicator, () => new Map<number, FiguresOfYear>());
  const periods = obtain(years, observation.boundaryYear, () => new Map<string, Map<string, Observation>>());
  const areas = obtain(periods, observation.period, () => new Map<string, Observation>());
  const present = areas.get(observation.area);
  if (!present || precedence.indexOf(observation.origin) <= precedence.indexOf(present.origin))
    areas.set(observation.area, observation);
}

/** The boundary years and periods of an indicator with their figures, in the order in which they were added. */
export function* listCells(
  figures: Figures,
  indicator: string,
): Generator<{ boundaryYear: number; period: string; areas: Map<string, Observation> }> {
  for (const [boundaryYear, periods] of figures.get(indicator) ?? [])
    for (const [period, areas] of periods) yield { boundaryYear, period, areas };
}

/** The periods in which an indicator has a value for at least one area of a level, in the boundaries of a year. */
export function periodsWithValues(
  figures: Figures,
  indicator: string,
  boundaryYear: number,
  level: Level,
): string[] {
  const periods = figures.get(indicator)?.get(boundaryYear) ?? new Map<string, Map<string, Observation>>();
  return [...periods].filter(([, areas]) => hasValueOn(areas, level)).map(([period]) => period);
}

function hasValueOn(areas: Map<string, Observation>, level: Level): boolean {
  for (const observation of areas.values())
    if (observation.level === level && observation.value !== null) return true;
  return false;
}

function obtain<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const present = map.get(key);
  if (present !== undefined) return present;
  const created = create();
  map.set(key, created);
  return created;
}
