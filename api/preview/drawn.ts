import { findEntry } from '../../geodata/catalog.ts';
import { boundaryYearsOf } from '../../geodata/link/resolve.ts';
import { isDrawnByServer } from '../first-picture/drawable.ts';
import { type FirstView, keepMapCatalog } from '../first-view.ts';
import type { Catalog } from '../schemas/catalog.ts';

/** Whether a card of a view has a picture: the server draws its maps, and no change lies between other boundaries. */
export function hasPicture({ view, panels }: FirstView, catalog: Catalog): boolean {
  const ofMap = keepMapCatalog(catalog);
  return (
    isDrawnByServer(view) &&
    view.panels.every(({ change, indicator }, index) => {
      const entry = findEntry(ofMap, indicator);
      const year = panels[index]?.boundaryYear ?? 0;
      return !change || (entry !== undefined && boundaryYearsOf(entry, change.from).includes(year));
    })
  );
}
