import { findEntry } from '../../geodata/catalog.ts';
import type { ColumnData, ColumnPeriod } from '../../geodata/columns/column.ts';
import {
  assignTargets,
  holdsAll,
  isPartOf,
  placeFor,
  referToPeers,
} from '../../geodata/comparing/held-against.ts';
import {
  isContext,
  leastContext,
  listContext,
  peerSeed,
  peerTypes,
} from '../../geodata/comparing/peer-context.ts';
import {
  chooseReference,
  type HeldAgainst,
  listReferences,
  namesSmallArea,
  placeOf,
} from '../../geodata/comparing/reference-choice.ts';
import {
  type References,
  referToPlace,
  referToTargets,
  referToWholes,
} from '../../geodata/comparing/references.ts';
import { sideOfRows } from '../../geodata/comparing/sides.ts';
import type { MapLevel } from '../../geodata/level.ts';
import { clusterAreas, listComplete } from '../../geodata/statistics/clustering.ts';
import { standardise } from '../../geodata/statistics/peers.ts';
import type { Catalog, CatalogIndicator } from '../schemas/catalog.ts';
import { finishInTurns } from './in-turns.ts';
import { type PanelReadings, type PanelSource, publishedOf, readEventCounts } from './panel-readings.ts';

/** What a panel's areas are held against; null: there is nothing to hold them against in the period. */
export interface FoundReferences {
  readonly references: References | null;
}

interface Asked {
  readonly source: PanelSource;
  readonly figures: ColumnPeriod;
  readonly chosen: HeldAgainst;
  readonly catalog: Catalog;
  readonly readings: PanelReadings;
}

/** What the link names to hold areas against; the region where it names nothing that there is. */
export async function findReference(
  wished: string,
  catalog: Catalog,
  { hasArea }: PanelReadings,
): Promise<HeldAgainst | null> {
  if (namesSmallArea(wished) && (await hasArea(wished))) return placeOf(wished, wished);
  return chooseReference(listReferences(catalog), wished);
}

/** The figures that the areas of a panel are held against, as the viewer finds them; null where the browser has to. */
export async function readReferences(asked: Asked): Promise<FoundReferences | null> {
  switch (asked.chosen.kind) {
    case 'place':
      return readPlace(asked);
    case 'municipality':
      return readMunicipalities(asked);
    case 'peers':
      return readPeers(asked);
    case 'target':
      return readTargets(asked);
  }
}

async function readPlace({ source, figures, chosen, readings }: Asked): Promise<FoundReferences> {
  const { entry, panel, boundaryYear } = source;
  const indicators = entry.derive ? [entry.key, entry.derive.numerator] : [entry.key];
  const rows = await readings.readRows(indicators, chosen.code ?? '');
  const side = sideOfRows(rows, entry, { period: panel.period, boundaryYear });
  if (!side || Number.isNaN(side.value)) return { references: null };
  const isPart = new Uint8Array(figures.values.length);
  if (holdsAll(chosen.key)) isPart.fill(1);
  else
    for (const { code, index } of await readings.readAreas(boundaryYear, panel.level))
      if (isPartOf(code, chosen)) isPart[index] = 1;
  return { references: referToPlace(side, isPart) };
}

async function readMunicipalities(asked: Asked): Promise<FoundReferences | null> {
  const { source, figures, chosen, catalog, readings } = asked;
  const { entry, panel, boundaryYear } = source;
  if (panel.level === 'municipality' || !entry.columns.municipality) return { references: null };
  const column = await readings.readColumn(entry, 'municipality');
  if (!column) return null;
  const wholes = publishedOf({ ...source, column });
  if (!wholes) return { references: null };
  const countsAt = entry.derive
    ? await readEventCounts({ entry, column }, 'municipality', catalog, readings)
    : null;
  if (entry.derive && !countsAt) return null;
  const [areas, municipalities] = await Promise.all([
    readings.readAreas(boundaryYear, panel.level),
    readings.readAreas(boundaryYear, 'municipality'),
  ]);
  const indexes = new Map(municipalities.map(({ code, index }) => [code, index]));
  const referenceOf = new Int32Array(figures.values.length).fill(-1);
  for (const { code, index } of areas)
    referenceOf[index] = indexes.get(placeFor(code, chosen)?.code ?? '') ?? -1;
  return { references: referToWholes(wholes, countsAt?.(wholes) ?? null, referenceOf) };
}

async function readTargets({ source, figures, catalog, readings }: Asked): Promise<FoundReferences> {
  const { entry, panel, boundaryYear } = source;
  if (!catalog.targets.includes(entry.key)) return { references: null };
  const targetOf = assignTargets(await readings.readTargets(entry.key), entry, figures.period);
  const values = new Float64Array(figures.values.length).fill(Number.NaN);
  for (const { code, index } of await readings.readAreas(boundaryYear, panel.level))
    values[index] = targetOf(code)?.value ?? Number.NaN;
  return { references: referToTargets(values) };
}

/** The types are those of the newest boundaries, whatever the map shows. */
async function readPeers({ source, figures, catalog, readings }: Asked): Promise<FoundReferences | null> {
  const { entry, panel } = source;
  const background = listBackground(panel.level, catalog);
  const columns = await readColumns(
    background.map(({ key }) => key),
    { source, catalog, readings },
  );
  const newest = Math.max(...catalog.boundaryYears.map(({ year }) => year));
  const places = await readings.readAreas(newest, panel.level);
  if (!columns) return null;
  const context = listContext(columns, background, places);
  if (context.indicators.length < leastContext || listComplete(context.columns).length < peerTypes)
    return { references: null };
  const clustering = await finishInTurns(clusterAreas(standardise(context.columns), peerTypes, peerSeed));
  const parts = await readColumns(listParts(entry, panel.level, catalog), { source, catalog, readings });
  if (!parts) return null;
  const referTo = referToPeers({ clustering }, new Map([...parts, [entry.key, source.column]]));
  return { references: referTo(entry, figures) };
}

/** Addresses of all columns that the figures of areas that are alike are put together from. */
export function listPeerAddresses(entry: CatalogIndicator, level: MapLevel, catalog: Catalog): string[] {
  return [...listBackground(level, catalog).map(({ key }) => key), ...listParts(entry, level, catalog)];
}

function listBackground(level: MapLevel, { indicators }: Catalog): CatalogIndicator[] {
  return indicators.filter((each) => isContext(each) && each.columns[level]);
}

/** What the figures of several areas are put together by, as far as it is there. */
function listParts({ derive, aggregate }: CatalogIndicator, level: MapLevel, catalog: Catalog): string[] {
  const weight = typeof aggregate === 'object' ? [aggregate.weightedBy] : [];
  const parts = derive ? [derive.numerator, derive.denominator] : weight;
  return parts.filter((address) => findEntry(catalog, address)?.columns[level]);
}

/** Of each address; null where one is too large. */
async function readColumns(
  addresses: readonly string[],
  { source, catalog, readings }: Pick<Asked, 'source' | 'catalog' | 'readings'>,
): Promise<Map<string, ColumnData> | null> {
  const columns = new Map<string, ColumnData>();
  for (const address of addresses) {
    const column = await readings.readColumn(findEntry(catalog, address), source.panel.level);
    if (!column) return null;
    columns.set(address, column);
  }
  return columns;
}
