import { findEntry } from '../../geodata/catalog.ts';
import { boundaryYearsOf, type ResolvedPanel, type ResolvedView } from '../../geodata/link/resolve.ts';
import { findHeld, isDrawnByServer, isSmall } from '../first-picture/drawable.ts';
import { listCounts } from '../first-picture/panel-change.ts';
import { mostClusteredAreas } from '../first-picture/panel-clusters.ts';
import { listCompared } from '../first-picture/panel-deviation.ts';
import { listPeerAddresses } from '../first-picture/panel-reference.ts';
import { type FirstView, keepMapCatalog } from '../first-view.ts';
import type { Catalog, CatalogIndicator } from '../schemas/catalog.ts';

/**
 * Whether a card of a view has a picture, as far as the catalog tells: the server draws its maps, no change lies between other
 * boundaries, clusters are found of few enough areas, and each column that is needed is there and small enough.
 */
export function hasPicture({ view, panels }: FirstView, catalog: Catalog): boolean {
  const ofMap = keepMapCatalog(catalog);
  const isDrawn = (panel: ResolvedPanel, index: number): boolean => {
    const entry = findEntry(ofMap, panel.indicator);
    const year = panels[index]?.boundaryYear ?? 0;
    if (!entry || !mayBeDrawn(panel, entry, year, ofMap)) return false;
    const addresses = [panel.indicator, ...listOtherAddresses(panel, entry, view, ofMap)];
    return addresses.every((address) => isSmall(findEntry(ofMap, address)?.columns[panel.level]));
  };
  return isDrawnByServer(view) && view.panels.every(isDrawn);
}

function mayBeDrawn(
  { change, shows, level }: ResolvedPanel,
  entry: CatalogIndicator,
  boundaryYear: number,
  { boundaryYears }: Catalog,
): boolean {
  if (change) return boundaryYearsOf(entry, change.from).includes(boundaryYear);
  if (shows !== 'clusters') return true;
  const division = boundaryYears.find(({ year }) => year === boundaryYear);
  return division !== undefined && division.areas[level] <= mostClusteredAreas;
}

/** Addresses of what a map is computed from beside its own figures. */
function listOtherAddresses(
  { change, deviation, pair, level }: ResolvedPanel,
  entry: CatalogIndicator,
  view: ResolvedView,
  catalog: Catalog,
): string[] {
  if (change) return listCounts(entry, view.chance, catalog);
  if (!deviation) return pair === null ? [] : [pair];
  const peers = findHeld(view, catalog) === 'peers' ? listPeerAddresses(entry, level, catalog) : [];
  return [...listCompared(entry, view.chance, catalog), ...peers];
}
