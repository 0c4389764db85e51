import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { decodeColumn, encodeColumn } from '../../geodata/columns/column.ts';
import { showAsItWas } from '../../geodata/columns/kept-column.ts';
import type { ValueColumn } from '../../sql/artefacts.ts';
import type { Database } from '../../sql/database.ts';
import { findKeptColumn, type LinkedFigures } from '../../sql/links/links.ts';
import type { Reader } from '../../sql/reader.ts';
import { compressOnce } from '../sending/compression.ts';
import type { Deliverable } from '../sending/delivery.ts';
import { hashOf } from '../sending/etag.ts';

/** Apache Arrow's own media type for its streaming format. */
export const columnType = 'application/vnd.apache.arrow.stream';

export type { LinkedFigures as LinkedColumn } from '../../sql/links/links.ts';

const unzip = promisify(gunzip);

/**
 * The column that a link was frozen to, as its reader may see it now, where it is not the one that is there now. Null where
 * it is, or was taken back, or nothing of it may be seen any more.
 */
export async function readColumnAsItWas(
  db: Database,
  reader: Reader,
  link: string,
  figures: LinkedFigures,
  current: ValueColumn,
): Promise<Deliverable | null> {
  const kept = await findKeptColumn(db, reader, link, figures);
  if (!kept || kept.hash === current.hash) return null;
  const [before, now] = await Promise.all(
    [kept, current].map(async ({ gzip }) => decodeColumn(await unzip(gzip))),
  );
  const shown = before && now && showAsItWas(before, now);
  if (!shown) return null;
  const bytes = encodeColumn(shown);
  return { type: columnType, hash: hashOf(bytes), immutable: false, encode: compressOnce(bytes) };
}
