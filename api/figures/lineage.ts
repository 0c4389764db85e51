import {
  chainLinks,
  findYearPath,
  type LineageLink,
  linkBothWays,
  turnLinksBack,
} from '../../geodata/boundary/lineage/chain.ts';
import { inhabitantsKey } from '../../geodata/inhabitants.ts';
import { mapLevels } from '../../geodata/level.ts';
import { nearestPeriod } from '../../geodata/nearest-period.ts';
import { listAreasOfYear } from '../../sql/areas-of-year.ts';
import type { Database } from '../../sql/database.ts';
import { listLineage, listLineageYears } from '../../sql/lineage.ts';
import { listObservations } from '../../sql/observations.ts';
import type { Reader } from '../../sql/reader.ts';
import { listYears } from '../../sql/years.ts';
import { readCatalog } from '../catalog.ts';
import type { Catalog } from '../schemas/catalog.ts';
import type { Lineage } from '../schemas/lineage.ts';

/** What became of the areas between two boundary years, either way round. */
export interface ChainedLineage {
  readonly links: readonly LineageLink[];
  /** The boundary years passed, both ends included: two of them for a direct comparison of shapes. */
  readonly years: readonly number[];
}

/** From one boundary year to another: as it is held, or chained over the years between; null where neither can be. */
export async function readChainedLineage(
  db: Database,
  reader: Reader,
  catalog: Catalog,
  from: number,
  to: number,
): Promise<ChainedLineage | null> {
  const years = findYearPath(await listLineageYears(db, reader), from, to);
  if (!years || years.length < 2) return null;
  let links: readonly LineageLink[] | null = null;
  for (const [index, year] of years.slice(1).entries()) {
    const step = await readStep(db, reader, catalog, years[index] ?? from, year);
    links = links ? chainLinks(links, step) : step;
  }
  return links && { links, years };
}

/** The same as it is told; null where neither can be, or nothing is shown. */
export async function describeLineage(
  db: Database,
  reader: Reader,
  from: number,
  to: number,
): Promise<Lineage | null> {
  // Without boundaries there is no catalogue either.
  const known = await listYears(db, reader);
  if (!known.includes(from) || !known.includes(to)) return null;
  return tellLineage(db, reader, await readCatalog(db, reader), from, to);
}

/** The same between boundary years that the reader's catalogue has. */
export async function tellLineage(
  db: Database,
  reader: Reader,
  catalog: Catalog,
  from: number,
  to: number,
): Promise<Lineage | null> {
  const lineage = await readChainedLineage(db, reader, catalog, from, to);
  if (!lineage) return null;
  const { links, years } = lineage;
  return { from, to, method: years.length === 2 ? 'overlay' : 'chain', years: [...years], rows: [...links] };
}

/** Between two years whose shapes were compared, in either order. */
async function readStep(
  db: Database,
  reader: Reader,
  catalog: Catalog,
  from: number,
  to: number,
): Promise<LineageLink[]> {
  const [earlier, later] = [Math.min(from, to), Math.max(from, to)];
  const links = linkBothWays(await listLineage(db, reader, earlier, later), {
    fromGround: await readGround(db, reader, earlier),
    toGround: await readGround(db, reader, later),
    inhabitants: await readInhabitants(db, reader, catalog, earlier),
  });
  return from < to ? links : turnLinksBack(links);
}

async function readGround(db: Database, reader: Reader, year: number): Promise<Map<string, number>> {
  const areas = await listAreasOfYear(db, reader, year);
  return new Map(areas.flatMap(({ code, areaM2 }) => (areaM2 === null ? [] : [[code, areaM2]])));
}

/** Inhabitants of the period nearest to a boundary year, in its boundaries, as far as known. */
async function readInhabitants(
  db: Database,
  reader: Reader,
  catalog: Catalog,
  year: number,
): Promise<Map<string, number>> {
  const entries = catalog.indicators.find(({ key }) => key === inhabitantsKey)?.periods ?? [];
  const periods = entries.filter(({ boundaryYear }) => boundaryYear === year).map(({ period }) => period);
  const period = nearestPeriod(String(year), periods);
  if (period === undefined) return new Map();
  const { rows } = await listObservations(db, reader, {
    indicator: [inhabitantsKey],
    period: [period],
    level: mapLevels,
    boundaryYear: [year],
    limit: 1_000_000,
  });
  return new Map(rows.flatMap(({ area, value }) => (value === null ? [] : [[area, value]])));
}
