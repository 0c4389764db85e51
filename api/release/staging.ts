import { computeObservations, listAffected, listNeeds } from '../../geodata/derivation/computation.ts';
import { arrangeHierarchy, type Hierarchy, type PartArea } from '../../geodata/derivation/hierarchy.ts';
import { type Dimension, expandIndicators, mergeDimensions } from '../../geodata/dimension.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import type { Observation } from '../../geodata/observation.ts';
import {
  addObservation,
  createObservationTable,
  listAllObservations,
  listObservations,
  type ObservationTable,
} from '../../geodata/observation-table.ts';
import type { DataPackage, Source } from '../../geodata/sources/package/package.ts';
import { type Boundaries, stageBoundaries } from './boundaries.ts';
import { checkObservations, checkRegion, checkTargets } from './check.ts';
import type { Holding } from './holding.ts';
import type { OnProgress } from './progress.ts';
import type { PackageRows } from './rows.ts';

/** Everything that an import will write, computed and checked, but not yet written. Plain data: it can cross threads. */
export interface Staged {
  readonly package: DataPackage;
  readonly sources: readonly Source[];
  /** Null where the package brings no boundaries: those that are held stay as they are. */
  readonly boundaries: Boundaries | null;
  readonly published: readonly ObservationTable[];
  /** Aggregated and derived, for the indicators in `affected`. */
  readonly computed: ObservationTable;
  /** Indicators whose figures or definitions change, or that may lose some. */
  readonly affected: readonly string[];
  /** Figures of other packages whose area is gone. */
  readonly lost: number;
  /** Definitions of all indicators and their items: the package's and those that are held beside them. */
  readonly indicators: readonly Indicator[];
  /** The package's, and what is held beside them. */
  readonly dimensions: readonly Dimension[];
}

/**
 * Computes what importing `rows` beside `holding` will write. Boundaries are cleaned, dissolved, compared with those
 * of the other years and cut into tiles; figures are checked against the areas, aggregated and derived.
 * Throws InputError where something does not fit.
 */
export async function stage(rows: PackageRows, holding: Holding, onProgress: OnProgress): Promise<Staged> {
  const { package: dataPackage } = rows;
  checkRegion(dataPackage, holding);
  const hasBoundaries = dataPackage.resources.some(({ role }) => role === 'boundaries');
  const published = [...rows.observations.values()];
  const boundaries = hasBoundaries ? await stageBoundaries(rows, holding, onProgress) : null;
  const areas = boundaries ? boundaries.years.flatMap(listParts) : holding.areas;
  const hierarchies = arrangeHierarchies(areas);
  checkObservations(
    rows,
    new Map([...hierarchies].map(([year, { areas: known }]) => [year, new Set(known.keys())])),
  );
  onProgress({ step: 'computing figures' });
  const dimensions = mergeDimensions(dataPackage.dimensions, holding.dimensions);
  const indicators = expandIndicators({
    indicators: mergeIndicators(dataPackage.indicators, holding.indicators),
    dimensions,
  });
  checkTargets(dataPackage, indicators, new Set(areas.map(({ code }) => code)));
  const affected = listAffectedIndicators(dataPackage, holding, published, indicators);
  const held = await holding.readObservations([...listNeeded(affected, indicators)]);
  const stays = ({ boundaryYear, area }: Observation) =>
    hierarchies.get(boundaryYear)?.areas.has(area) === true;
  return {
    package: dataPackage,
    sources: listSources(dataPackage),
    boundaries,
    published,
    computed: computeAffected(
      (key) => [
        ...[...listObservations(held, key)].filter(stays),
        ...published.flatMap((table) => [...listObservations(table, key)]),
      ],
      indicators,
      affected,
      hierarchies,
    ),
    affected: [...affected],
    indicators,
    dimensions,
    lost: boundaries ? held.length - count(listAllObservations(held), stays) : 0,
  };
}

function count<Item>(items: Iterable<Item>, isCounted: (item: Item) => boolean): number {
  let counted = 0;
  for (const item of items) if (isCounted(item)) counted += 1;
  return counted;
}

type YearPart = PartArea & { readonly boundaryYear: number };

function listParts({ year, areas }: Boundaries['years'][number]): YearPart[] {
  return areas.map(({ code, level, parent, water }) => ({ code, level, parent, water, boundaryYear: year }));
}

function arrangeHierarchies(areas: readonly YearPart[]): Map<number, Hierarchy> {
  const years = new Map<number, YearPart[]>();
  for (const area of areas) {
    const list = years.get(area.boundaryYear);
    if (list) list.push(area);
    else years.set(area.boundaryYear, [area]);
  }
  return new Map([...years].map(([year, list]) => [year, arrangeHierarchy(year, list)]));
}

function mergeIndicators(own: readonly Indicator[], held: readonly Indicator[]): Indicator[] {
  const keys = new Set(own.map(({ key }) => key));
  return [...own, ...held.filter(({ key }) => !keys.has(key))];
}

function listAffectedIndicators(
  dataPackage: DataPackage,
  holding: Holding,
  published: readonly ObservationTable[],
  indicators: readonly Indicator[],
): Set<string> {
  const bringsBoundaries = dataPackage.resources.some(({ role }) => role === 'boundaries');
  if (bringsBoundaries) return new Set(indicators.map(({ key }) => key));
  const held = new Map(
    expandIndicators(holding).map((indicator) => [indicator.key, definitionOf(indicator)]),
  );
  const redefined = indicators.filter((indicator) => held.get(indicator.key) !== definitionOf(indicator));
  const changed = [
    ...published.flatMap((table) => [...table.indicators.keys()]),
    ...holding.superseded,
    ...redefined.map(({ key }) => key),
  ];
  return listAffected(changed, indicators);
}

/** What of an indicator decides on its figures and columns. */
function definitionOf(indicator: Indicator): string {
  const { unit, decimals, aggregate, derive, smallestDenominator, parts = [] } = indicator;
  const derivation = derive && [derive.numerator, derive.denominator, derive.factor];
  return JSON.stringify([unit, decimals, aggregate, derivation, smallestDenominator, parts]);
}

/**
 * Computes one indicator after the other, with what it needs at hand, so that memory holds the figures of a few. What
 * several need is computed again for each.
 */
function computeAffected(
  readFigures: (indicator: string) => readonly Observation[],
  indicators: readonly Indicator[],
  affected: ReadonlySet<string>,
  hierarchies: ReadonlyMap<number, Hierarchy>,
): ObservationTable {
  const table = createObservationTable();
  for (const key of affected) {
    const needed = listNeeded([key], indicators);
    const computed = computeObservations(
      [...needed].flatMap(readFigures),
      indicators.filter((indicator) => needed.has(indicator.key)),
      hierarchies,
    );
    for (const observation of computed) if (observation.indicator === key) addObservation(table, observation);
  }
  return table;
}

/** The affected indicators and all that their figures are computed from. */
function listNeeded(affected: Iterable<string>, indicators: readonly Indicator[]): Set<string> {
  const ofKey = new Map(indicators.map((indicator) => [indicator.key, indicator]));
  const needed = new Set<string>();
  const visit = (key: string) => {
    const indicator = ofKey.get(key);
    if (!indicator || needed.has(key)) return;
    needed.add(key);
    for (const other of listNeeds(indicator)) visit(other);
  };
  for (const key of affected) visit(key);
  return needed;
}

function listSources({ resources }: DataPackage): Source[] {
  return [...new Map(resources.map(({ source }) => [source.key, source])).values()];
}
