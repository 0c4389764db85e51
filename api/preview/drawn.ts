import { findEntry } from '../../geodata/catalog.ts';
import { boundaryYearsOf, type ResolvedPanel } from '../../geodata/link/resolve.ts';
import { isDrawnByServer, isSmall } from '../first-picture/drawable.ts';
import { listCounts } from '../first-picture/panel-change.ts';
import { listCompared } from '../first-picture/panel-deviation.ts';
import { type FirstView, keepMapCatalog } from '../first-view.ts';
import type { Catalog } from '../schemas/catalog.ts';

/**
 * Whether a card of a view has a picture, as far as the catalog tells: the server draws its maps, no change lies between other
 * boundaries, and each column that is needed is there and small enough.
 */
export function hasPicture({ view, panels }: FirstView, catalog: Catalog): boolean {
  const ofMap = keepMapCatalog(catalog);
  const isDrawn = ({ change, deviation, indicator, pair, level }: ResolvedPanel, index: number): boolean => {
    const entry = findEntry(ofMap, indicator);
    const year = panels[index]?.boundaryYear ?? 0;
    if (!entry || (change && !boundaryYearsOf(entry, change.from).includes(year))) return false;
    const others = change
      ? listCounts(entry, view.chance, ofMap)
      : deviation
        ? listCompared(entry, view.chance, ofMap)
        : pair === null
          ? []
          : [pair];
    return [indicator, ...others].every((address) => isSmall(findEntry(ofMap, address)?.columns[level]));
  };
  return isDrawnByServer(view) && view.panels.every(isDrawn);
}
