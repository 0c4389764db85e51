import type { ResolvedPanel, ResolvedView } from '../../geodata/link/resolve.ts';

/** Columns that take more, compressed, are for the browser to draw: bytes. */
const mostColumnBytes = 60_000;

/**
 * Whether the server draws the maps of a view: figures as published, their change since a period in the same boundaries,
 * and two indicators on one map. What is held against a reference, clusters, carried and brushed figures are drawn by the
 * browser, which computes them.
 */
export function isDrawnByServer({ panels, carry, brush }: ResolvedView): boolean {
  const isDrawn = ({ deviation, shows }: ResolvedPanel): boolean => !deviation && shows === 'figures';
  return panels.every(isDrawn) && !carry && !brush;
}

/** Whether the server draws a column of so many bytes; none where there is no column. */
export function isSmall(column: { readonly bytes: number } | undefined): boolean {
  return column !== undefined && column.bytes <= mostColumnBytes;
}
