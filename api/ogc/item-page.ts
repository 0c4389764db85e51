import type { Database } from '../../sql/database.ts';
import { countFeatures, type FeatureFilter } from '../../sql/features.ts';
import type { Reader } from '../../sql/reader.ts';
import { invalidParameter } from '../errors.ts';
import { readPageCursor, writePageCursor } from '../figures/one-release.ts';
import { readTogether } from '../memory/snapshot.ts';
import type { Collection } from './collections.ts';
import type { Crs } from './crs.ts';
import { type Item, readItems } from './items.ts';

/** A page of a collection's areas, read at one moment. */
export interface ItemPage {
  readonly items: readonly Item[];
  /** Cursor of the page after it; null: it is the last. */
  readonly next: string | null;
  /** Of all pages together. */
  readonly matched: number;
}

/**
 * Reads a page of what a filter leaves of a collection (null: nothing). `after`: a cursor of the page before it. Throws a
 * problem 400 where that was written for other areas or for figures elsewhere, 410 where another release came since.
 */
export async function readItemPage(
  db: Database,
  reader: Reader,
  collection: Collection,
  {
    filter,
    after,
    ...rest
  }: {
    readonly filter: FeatureFilter | null;
    readonly after: string | undefined;
    readonly crs: Crs;
    readonly limit: number;
  },
): Promise<ItemPage> {
  const begin = after === undefined ? undefined : await readBegin(db, reader, collection, after);
  return readTogether(db, async (together) => {
    if (!filter) return { items: [], next: null, matched: 0 };
    const { items, next } = await readItems(together, reader, filter, { ...rest, after: begin });
    const matched = await countFeatures(together, reader, filter);
    if (next === null) return { items, next, matched };
    const { level, boundaryYear } = filter;
    const place = { indicator: '', period: '', level, boundaryYear, area: next };
    return { items, next: await writePageCursor(together, reader, place), matched };
  });
}

/** Code of the area that a page begins after. */
async function readBegin(
  db: Database,
  reader: Reader,
  { id, level, boundaryYear }: Collection,
  after: string,
): Promise<string> {
  const cursor = await readPageCursor(db, reader, after);
  if (cursor.level !== level || cursor.boundaryYear !== boundaryYear || cursor.indicator !== '')
    throw invalidParameter('after', `a cursor as \`next\` of collection ${id} gave it`);
  return cursor.area;
}
