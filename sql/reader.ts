import { type RawBuilder, sql } from 'kysely';
import type { Visibility } from './tables.ts';

/** Whoever asks, by what may be shown to them. Every reading verb takes one, so that no answer can hold more. */
export interface Reader {
  /** What may be seen everywhere: a beginning of public, partner, police, administrator. */
  readonly rights: readonly Visibility[];
  /** Codes of municipalities whose figures may be seen too, but for those that are for administrators. */
  readonly municipalities?: readonly string[];
}

/** Someone who has not logged in. */
export const publicReader: Reader = { rights: ['public'] };

declare const keyOfRights: unique symbol;

/** Text that readers who may see the same have in common, and nobody else: what is kept in memory is kept under it. */
export type RightsKey = string & { readonly [keyOfRights]: true };

/** The key of what a reader may see. */
export function writeRightsKey({ rights, municipalities = [], ...others }: Reader): RightsKey {
  // Whatever is added to a reader changes what may be shown, so this does not compile before it is in the key.
  others satisfies Record<string, never>;
  return `${[...rights].sort().join()}${municipalities.length ? ' ' : ''}${[...municipalities].sort().join()}` as RightsKey;
}

export const publicRights = writeRightsKey(publicReader);

/** Whether the reader may see what everybody may, no more and no less. */
export function isPublic(reader: Reader): boolean {
  return writeRightsKey(reader) === publicRights;
}

// The conditions below compare with arrays that are made once a query, so that they do not change how it is planned.

/** Keys of the indicators that the reader may see, their items left out, as an SQL array. */
export function visibleIndicators({ rights }: Reader): RawBuilder<string[]> {
  return sql`array(select key from indicator where item_of is null and visibility = any(${rights}::visibility[]))`;
}

/**
 * Whether the reader may see the indicator or item that a column names. By what is hidden, as items are many and what
 * is hidden is little: every figure and column refers to an indicator that there is.
 */
export function isVisibleIndicator({ rights }: Reader, column: string): RawBuilder<boolean> {
  return sql`${sql.ref(column)} <> all(array(
    select key from indicator where not visibility = any(${rights}::visibility[])))`;
}

/** Numbers of the releases that the reader may see, as an SQL array. */
export function visibleReleases({ rights }: Reader): RawBuilder<number[]> {
  return sql`array(select id from release where state = 'published' and visibility = any(${rights}::visibility[]))`;
}

/** Boundary years whose release the reader may see, as an SQL array. */
export function visibleYears(reader: Reader): RawBuilder<number[]> {
  return sql`array(select year from boundary_year where release = any(${visibleReleases(reader)}))`;
}

/** Whether the reader may see the row of `observation` that stands in the query as `figure`. */
export function isVisibleFigure(reader: Reader): RawBuilder<boolean> {
  return sql`${isVisibleIndicator(reader, 'figure.indicator')} and figure.release = any(${visibleReleases(reader)})
    and figure.boundary_year = any(${visibleYears(reader)})`;
}
