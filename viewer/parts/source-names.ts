import type { CatalogIndicator } from '../data/contract.ts';

/** From whom figures are, each source once: `CBS; Politie`. */
export function listSources(
  rows: readonly { readonly indicator: Pick<CatalogIndicator, 'source'> }[],
): string {
  return [...new Set(rows.flatMap(({ indicator }) => indicator.source?.title ?? []))].join('; ');
}
