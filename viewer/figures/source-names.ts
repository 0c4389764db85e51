import type { FigureRow } from './figure-rows.ts';

/** From whom figures are, each source once: `CBS; Politie`. */
export function listSources(rows: readonly Pick<FigureRow, 'indicator'>[]): string {
  return [...new Set(rows.flatMap(({ indicator }) => indicator.source?.title ?? []))].join('; ');
}
