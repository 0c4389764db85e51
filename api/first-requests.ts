import { findEntry, keepMapPeriods } from '../geodata/catalog.ts';
import { addressOfColumn } from '../geodata/columns/address.ts';
import { drawnYear, resolveView } from '../geodata/link/resolve.ts';
import { defaultView, parseView } from '../geodata/link/view.ts';
import type { Catalog, CatalogIndicator } from './schemas/catalog.ts';

/**
 * What the page of a link will ask for beside the catalog, before anything is drawn: of each panel the tileset and the
 * columns. Nothing that depends on the size of the window, and nothing for the pages that are read instead of the map.
 */
export function listFirstRequests(catalog: Catalog, search: string): string[] {
  const ofMap = keepMapCatalog(catalog);
  const view = { ...defaultView, ...parseView(search).view };
  const resolved = view.page === 'map' ? resolveView(view, ofMap) : null;
  if (!resolved) return [];
  const addresses = resolved.view.panels.flatMap((panel) => {
    const indicator = findEntry(ofMap, panel.indicator);
    const pair = panel.pair === null ? undefined : findEntry(ofMap, panel.pair);
    const year = drawnYear(resolved.view, panel, indicator);
    const columns = [indicator, pair].flatMap((entry) => locateColumn(entry, panel.level));
    return year === null ? columns : [`/tiles/${year}.json`, ...columns];
  });
  return [...new Set(addresses)];
}

function locateColumn(
  entry: CatalogIndicator | undefined,
  level: keyof CatalogIndicator['columns'],
): string[] {
  const column = entry?.columns[level];
  return entry && column ? [addressOfColumn({ indicator: entry.key, level, hash: column.hash })] : [];
}

const mapCatalogs = new WeakMap<Catalog, Catalog>();

/** The catalog as the viewer takes it; made once of each, as what is looked up in it is remembered with it. */
function keepMapCatalog(catalog: Catalog): Catalog {
  const known = mapCatalogs.get(catalog);
  if (known) return known;
  const made = { ...catalog, indicators: catalog.indicators.map((indicator) => keepMapPeriods(indicator)) };
  mapCatalogs.set(catalog, made);
  return made;
}
