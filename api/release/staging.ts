import { listNeeded } from '../../geodata/derivation/computation.ts';
import { type Dimension, expandIndicators, mergeDimensions } from '../../geodata/dimension.ts';
import { type ProtectedIndicator, protectFigures } from '../../geodata/disclosure/protection.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import type { Observation } from '../../geodata/observation.ts';
import {
  listAllObservations,
  listObservations,
  type ObservationTable,
  packObservations,
} from '../../geodata/observation-table.ts';
import { markIndicative } from '../../geodata/sources/observations/few-answers.ts';
import type { DataPackage, Source } from '../../geodata/sources/package/package.ts';
import { listAffectedIndicators, mergeIndicators } from './affected.ts';
import { type Boundaries, stageBoundaries } from './boundaries.ts';
import { checkObservations, checkRegion, checkTargets } from './check.ts';
import { computeAffected } from './computing.ts';
import { arrangeHierarchies, listParts } from './hierarchies.ts';
import type { Holding } from './holding.ts';
import type { OnProgress } from './progress.ts';
import { readEarlier, readLinks, showTable } from './protecting.ts';
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
  // By the surveys as they will be held.
  const surveys = [...dataPackage.surveys, ...holding.surveys];
  const published = [...rows.observations.values()].map((table) =>
    markIndicative(table, { indicators, surveys }),
  );
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

function listSources({ resources }: DataPackage): Source[] {
  return [...new Map(resources.map(({ source }) => [source.key, source])).values()];
}
