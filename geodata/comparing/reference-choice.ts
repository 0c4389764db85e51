import { levelOfCode } from '../area.ts';
import type { Kind } from '../indicator.ts';
import type { OwnReference } from '../link/view.ts';
import { mayHavePeers } from './peer-context.ts';

/** What areas are held against: one place for all, or each its own. */
export interface HeldAgainst {
  /** As the link names it. */
  readonly key: string;
  readonly kind: 'place' | OwnReference;
  /** Of the place; null where each area has its own. */
  readonly code: string | null;
}

/** A catalog, as far as it says what there is to hold areas against. */
export interface ReferenceCatalog {
  readonly region: { readonly key: string };
  readonly country: { readonly code: string } | null;
  readonly municipalities: readonly { readonly code: string }[];
  /** Addresses of the indicators that have targets. */
  readonly targets: readonly string[];
  readonly indicators: readonly { readonly theme: string; readonly kind: Kind }[];
}

/** The region, the country, what each area has of its own, and each municipality, in the order in which they are offered. */
export function listReferences(catalog: ReferenceCatalog): HeldAgainst[] {
  const { region, country, municipalities, targets, indicators } = catalog;
  return [
    placeOf('region', region.key),
    ...(country ? [placeOf('country', country.code)] : []),
    ownOf('municipality'),
    ...(mayHavePeers(indicators) ? [ownOf('peers')] : []),
    ...(targets.length > 0 ? [ownOf('target')] : []),
    ...municipalities.map(({ code }) => placeOf(code, code)),
  ];
}

/** The one that a link wishes, or the first, the region, where there is no such. */
export function chooseReference<Of extends HeldAgainst>(choices: readonly Of[], wished: string): Of | null {
  return choices.find(({ key }) => key === wished) ?? choices[0] ?? null;
}

/** Whether a link names a district or a neighbourhood: only the database knows whether there is one of that code. */
export function namesSmallArea(wished: string): boolean {
  const level = levelOfCode(wished);
  return level === 'district' || level === 'neighbourhood';
}

export function placeOf(key: string, code: string): HeldAgainst {
  return { key, kind: 'place', code };
}

function ownOf(kind: OwnReference): HeldAgainst {
  return { key: kind, kind, code: null };
}
