import type { Bounds } from '../geodata/boundary/measure.ts';
import { findEntry, keepMapPeriods } from '../geodata/catalog.ts';
import { addressOfColumn, type ColumnKey } from '../geodata/columns/address.ts';
import type { MapLevel } from '../geodata/level.ts';
import { drawnYear, type ResolvedPanel, type ResolvedView, resolveView } from '../geodata/link/resolve.ts';
import { describeTitle, listSubjects } from '../geodata/link/title.ts';
import { defaultView, parseView } from '../geodata/link/view.ts';
import type { Catalog, CatalogIndicator } from './schemas/catalog.ts';
import { addressTiles, type PublishedTilesets } from './tilesets.ts';

/** What is drawn of an indicator, as the catalog says it. */
export type DrawnIndicator = Pick<CatalogIndicator, 'key' | 'name' | 'unit' | 'decimals' | 'polarity'>;

/** What one panel draws. */
export interface FirstPanel {
  readonly indicator: DrawnIndicator;
  readonly boundaryYear: number;
  /** Its figures; null: there are none of the level. */
  readonly column: ColumnKey | null;
}

/** All that the map of a link is drawn from beside its tiles and columns, for one reader. */
export interface FirstView {
  /** With everything filled in. */
  readonly view: ResolvedView;
  /** What the active panel shows, in words. */
  readonly title: string;
  /** As many as the view has. */
  readonly panels: readonly FirstPanel[];
  /** The TileJSON of each address that a panel needs, as far as a map reads it. */
  readonly tilesets: Readonly<Record<string, FirstTileset>>;
  /** West, south, east and north of the region in the boundaries of the active panel. */
  readonly bbox: Bounds;
  /** Whether there are other boundaries, so that a map says which ones it shows. */
  readonly hasSeveralDivisions: boolean;
}

/** Of a TileJSON: where its tiles are. */
export interface FirstTileset {
  readonly tiles: readonly string[];
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly bounds: Bounds;
  readonly attribution: string;
}

/**
 * What the link of a page draws first; null where it leads to a page that is read instead of the map, or to something that
 * is not there. Nothing in it depends on the size of the window.
 */
export function describeFirstView(
  catalog: Catalog,
  tilesets: PublishedTilesets,
  search: string,
): FirstView | null {
  const ofMap = keepMapCatalog(catalog);
  const wished = { ...defaultView, ...parseView(search).view };
  const view = wished.page === 'map' ? resolveView(wished, ofMap)?.view : null;
  if (!view) return null;
  const panels = view.panels.flatMap((panel) => describePanel(view, panel, ofMap) ?? []);
  const active = panels[view.active] ?? panels[0];
  const bbox = ofMap.boundaryYears.find(({ year }) => year === active?.boundaryYear)?.bbox;
  const found = panels.map(({ boundaryYear }) => describeTileset(tilesets, boundaryYear));
  if (panels.length < view.panels.length || !bbox || !found.every((entry) => entry !== null)) return null;
  const hasSeveralDivisions = ofMap.boundaryYears.length > 1;
  const title = listTitles(view, ofMap)[view.active] ?? '';
  return { view, title, panels, tilesets: Object.fromEntries(found), bbox, hasSeveralDivisions };
}

/** The title of each map. */
export function nameMaps({ view }: FirstView, catalog: Catalog): string[] {
  return listTitles(view, keepMapCatalog(catalog));
}

function listTitles(view: ResolvedView, ofMap: Catalog): string[] {
  return listSubjects(view, ofMap, view.language).map(describeTitle);
}

/** Addresses of all that the map of a view needs beside what the page says: of the columns, a second indicator's too. */
export function listFirstRequests({ view }: FirstView, catalog: Catalog): string[] {
  const ofMap = keepMapCatalog(catalog);
  const columns = view.panels.flatMap(({ indicator, pair, level }) =>
    [indicator, pair].flatMap((address) => {
      const column = address === null ? null : nameColumn(findEntry(ofMap, address), level);
      return column ? [addressOfColumn(column)] : [];
    }),
  );
  return [...new Set(columns)];
}

function describePanel(view: ResolvedView, panel: ResolvedPanel, catalog: Catalog): FirstPanel | null {
  const entry = findEntry(catalog, panel.indicator);
  const boundaryYear = drawnYear(view, panel, entry);
  if (!entry || boundaryYear === null) return null;
  const { key, name, unit, decimals, polarity } = entry;
  return {
    indicator: { key, name, unit, decimals, polarity },
    boundaryYear,
    column: nameColumn(entry, panel.level),
  };
}

/** Which column has the figures of an indicator on a level; null where none has. */
export function nameColumn(entry: CatalogIndicator | undefined, level: MapLevel): ColumnKey | null {
  const column = entry?.columns[level];
  return entry && column ? { indicator: entry.key, level, hash: column.hash } : null;
}

function describeTileset(
  tilesets: PublishedTilesets,
  boundaryYear: number,
): readonly [string, FirstTileset] | null {
  const found = tilesets.get(boundaryYear);
  if (!found) return null;
  const { minzoom, maxzoom, bounds, attribution } = found.tilejson as unknown as FirstTileset;
  const tiles = [addressTiles(found)];
  return [`/tiles/${boundaryYear}.json`, { tiles, minzoom, maxzoom, bounds, attribution }];
}

const mapCatalogs = new WeakMap<Catalog, Catalog>();

/** The catalog as the viewer takes it; made once of each, as what is looked up in it is remembered with it. */
export function keepMapCatalog(catalog: Catalog): Catalog {
  const known = mapCatalogs.get(catalog);
  if (known) return known;
  const made = { ...catalog, indicators: catalog.indicators.map((indicator) => keepMapPeriods(indicator)) };
  mapCatalogs.set(catalog, made);
  return made;
}
