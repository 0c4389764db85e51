import { visibilities } from '../geodata/visibility.ts';
import type { Visibility } from './tables.ts';

/** Whoever asks, by what may be shown to them. Every reading verb takes one, so that no answer can hold more. */
export interface Reader {
  /** What may be seen everywhere: a beginning of public, partner, police, administrator. */
  readonly rights: readonly Visibility[];
  /** Codes of municipalities whose figures may be seen too, but for those that are for administrators. */
  readonly municipalities: readonly string[];
}

/** Someone who has not logged in. */
export const publicReader: Reader = { rights: ['public'], municipalities: [] };

/** Someone who may see nothing: the public of a closed site. */
export const nobody: Reader = { rights: [], municipalities: [] };

/** An administrator, and what the product does by itself. */
export const everything: Reader = { rights: visibilities, municipalities: [] };

declare const keyOfRights: unique symbol;

/** Text that readers who may see the same have in common, and nobody else: what is kept in memory is kept under it. */
export type RightsKey = string & { readonly [keyOfRights]: true };

/** The key of what a reader may see. */
export function writeRightsKey({ rights, municipalities, ...others }: Reader): RightsKey {
  // Whatever is added to a reader changes what may be shown, so this does not compile before it is in the key.
  others satisfies Record<string, never>;
  if (municipalities.length === 0 && rights.length === 1) return rights[0] as unknown as RightsKey;
  return `${[...rights].sort().join()}${municipalities.length ? ' ' : ''}${[...municipalities].sort().join()}` as RightsKey;
}

export const publicRights = writeRightsKey(publicReader);

/** Whether the reader may see what everybody may, no more and no less. */
export function isPublic(reader: Reader): boolean {
  return writeRightsKey(reader) === publicRights;
}

/** Whether the reader may see all there is, definitions that nothing is published of included, and change the rules. */
export function isAdministrator({ rights }: Reader): boolean {
  return rights.includes('administrator');
}
