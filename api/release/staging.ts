import { computeObservations, listAffected, listNeeded } from '../../geodata/derivation/computation.ts';
import { arrangeHierarchy, type Hierarchy, type PartArea } from '../../geodata/derivation/hierarchy.ts';
import { type Dimension, expandIndicators, mergeDimensions, readAddress } from '../../geodata/dimension.ts';
import { arrangeEarlier, type EarlierKnowledge } from '../../geodata/disclosure/earlier.ts';
import {
  listProtectedTogether,
  type ProtectedFigures,
  type ProtectedIndicator,
  protectFigures,
} from '../../geodata/disclosure/protection.ts';
import type { DisclosureRule } from '../../geodata/disclosure/rule.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import type { Observation } from '../../geodata/observation.ts';
import {
  addObservation,
  createObservationTable,
  listAllObservations,
  listObservations,
  type ObservationTable,
  packObservations,
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
  /** What is shown of figures that other packages gave, where it is not, or was not, what they gave. */
  readonly held: ObservationTable;
  /** The true figures behind those that are not shown as they are, for the indicators in `affected`. */
  readonly confidential: ObservationTable;
  /** What was suppressed or rounded, by indicator with its items. */
  readonly protection: readonly ProtectedIndicator[];
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
  const needed = listNeeded(affected, indicators);
  const held = await holding.readObservations([...needed]);
  const stays = ({ boundaryYear, area }: Observation) =>
    hierarchies.get(boundaryYear)?.areas.has(area) === true;
  const readHeld = (key: string) => [...listObservations(held, key)].filter(stays);
  const readFigures = (key: string) => [
    ...readHeld(key),
    ...published.flatMap((table) => [...listObservations(table, key)]),
  ];
  onProgress({ step: 'protecting figures' });
  const protection = protectFigures({
    indicators,
    affected,
    readFigures,
    hierarchies,
    links: await readLinks(boundaries, holding, indicators),
    earlierOf: await readEarlier(holding, indicators, affected),
  });
  const guarded = [...affected].filter(
    (key) => protection.guarded.has(key) || holding.confidential.includes(key),
  );
  onProgress({ step: 'computing figures' });
  return {
    package: dataPackage,
    sources: listSources(dataPackage),
    boundaries,
    published: published.map((table) => showTable(table, protection)),
    held: packObservations(guarded.flatMap(readHeld).map(protection.show)),
    confidential: packObservations(protection.confidential),
    protection: protection.counts,
    computed: computeAffected(readFigures, indicators, affected, hierarchies, protection),
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
  return [...own.map((indicator) => keepRule(indicator, held)), ...held.filter(({ key }) => !keys.has(key))];
}

/** A rule is taken away by who says so, never by who says nothing. */
function keepRule(indicator: Indicator, held: readonly Indicator[]): Indicator {
  if (indicator.disclosure !== undefined) return indicator;
  const disclosure = held.find(({ key }) => key === indicator.key)?.disclosure;
  return disclosure ? { ...indicator, disclosure } : indicator;
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
  return listAffectedTogether(changed, indicators);
}

/** With all that must be protected together with what changes. */
function listAffectedTogether(changed: Iterable<string>, indicators: readonly Indicator[]): Set<string> {
  const affected = listAffected(changed, indicators);
  const together = listProtectedTogether(affected, indicators);
  return together.size === affected.size ? affected : listAffectedTogether(together, indicators);
}

/** How boundary years hang together, where figures are protected. */
async function readLinks(
  boundaries: Boundaries | null,
  holding: Holding,
  indicators: readonly Indicator[],
): Promise<Boundaries['lineage']> {
  if (boundaries) return boundaries.lineage;
  return indicators.some(({ disclosure }) => disclosure) ? holding.readLineage() : [];
}

/** What was told under another rule says nothing of the figure by this one; what was shown stays known. */
async function readEarlier(
  holding: Holding,
  indicators: readonly Indicator[],
  affected: ReadonlySet<string>,
): Promise<(indicator: string) => EarlierKnowledge> {
  const known = new Map<string, EarlierKnowledge>();
  for (const { key, disclosure } of indicators) {
    if (!disclosure || !affected.has(key) || readAddress(key).category !== null) continue;
    const before = holding.indicators.find((indicator) => indicator.key === key)?.disclosure ?? null;
    const isSameRule = writeRule(before) === writeRule(disclosure);
    const addresses = indicators.flatMap((other) =>
      readAddress(other.key).indicator === key ? [other.key] : [],
    );
    const earlier = await holding.readEarlier(addresses);
    known.set(key, arrangeEarlier(earlier.filter(({ reason }) => isSameRule || reason === null)));
  }
  return (indicator) => known.get(indicator) ?? arrangeEarlier([]);
}

/** In one order, as the database keeps none. */
function writeRule(rule: DisclosureRule | null): string {
  return JSON.stringify(
    rule &&
      Object.entries(rule)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, value]) => [
          key,
          value && typeof value === 'object' ? Object.entries(value).sort() : value,
        ]),
  );
}

function showTable(table: ObservationTable, { guarded, show }: ProtectedFigures): ObservationTable {
  if (![...table.indicators.keys()].some((indicator) => guarded.has(indicator))) return table;
  return packObservations([...listAllObservations(table)].map(show));
}

/** What of an indicator decides on its figures and columns. */
function definitionOf(indicator: Indicator): string {
  const { unit, decimals, aggregate, derive, smallestDenominator, disclosure = null, parts = [] } = indicator;
  const derivation = derive && [derive.numerator, derive.denominator, derive.factor];
  return JSON.stringify([
    unit,
    decimals,
    aggregate,
    derivation,
    smallestDenominator,
    writeRule(disclosure),
    parts,
  ]);
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
  { settled, computed: computedOfSettled, show }: ProtectedFigures,
): ObservationTable {
  const table = createObservationTable();
  const ofSettled = new Map<string, Observation[]>();
  for (const figure of computedOfSettled) {
    const list = ofSettled.get(figure.indicator);
    if (list) list.push(figure);
    else ofSettled.set(figure.indicator, [figure]);
  }
  for (const key of affected) {
    if (settled.has(key)) {
      for (const observation of ofSettled.get(key) ?? []) addObservation(table, observation);
      continue;
    }
    const needed = listNeeded([key], indicators);
    const computed = computeObservations(
      [...needed].flatMap((other) => [...readFigures(other).map(show), ...(ofSettled.get(other) ?? [])]),
      indicators.filter((indicator) => needed.has(indicator.key)),
      hierarchies,
      settled,
    );
    for (const observation of computed) if (observation.indicator === key) addObservation(table, observation);
  }
  return table;
}

function listSources({ resources }: DataPackage): Source[] {
  return [...new Map(resources.map(({ source }) => [source.key, source])).values()];
}
