import { chooseReference, listReferences, namesSmallArea } from '../../geodata/comparing/reference-choice.ts';
import type { ResolvedPanel, ResolvedView } from '../../geodata/link/resolve.ts';
import type { Catalog } from '../schemas/catalog.ts';

/** Columns that take more, compressed, are for the browser to draw: bytes. */
const mostColumnBytes = 60_000;

/**
 * Whether the server draws the maps of a view: figures as published, their change since a period in the same boundaries,
 * how far they lie from a reference, clusters, and two indicators on one map. Carried and brushed figures are drawn by the
 * browser, which computes them.
 */
export function isDrawnByServer({ carry, brush }: ResolvedView): boolean {
  return !carry && !brush;
}

/**
 * Whether a page waits for the server to draw its maps: not for clusters and areas that are alike, which take fractions of a
 * second to find and are drawn for a card alone.
 */
export function isDrawnInPage(view: ResolvedView): boolean {
  const isQuick = ({ shows, deviation }: ResolvedPanel): boolean =>
    shows === 'figures' && !(deviation && view.reference === 'peers');
  return isDrawnByServer(view) && view.panels.every(isQuick);
}

/**
 * The key of what the maps of a view are held against; null where none is. What is no reference is the region, so that made-up
 * ones are no other picture; whether there is a district or neighbourhood of a code only the database tells.
 */
export function findHeld({ panels, reference }: ResolvedView, catalog: Catalog): string | null {
  if (!panels.some(({ deviation }) => deviation)) return null;
  if (namesSmallArea(reference)) return reference;
  return chooseReference(listReferences(catalog), reference)?.key ?? null;
}

/** Whether the server draws a column of so many bytes; none where there is no column. */
export function isSmall(column: { readonly bytes: number } | undefined): boolean {
  return column !== undefined && column.bytes <= mostColumnBytes;
}
