import { type ColumnData, decodeColumn } from '../../geodata/columns/column.ts';
import type { MapLevel } from '../../geodata/level.ts';
import { sharedAnalysis } from './analysis/client.ts';
import { readBytes } from './request.ts';

/** Which column: its hash makes the answer immutable. */
export interface ColumnKey {
  /** Address of an indicator or of one category of it. */
  readonly indicator: string;
  readonly level: MapLevel;
  readonly hash: string;
}

/** How many decoded columns are kept: those of four panels, with what their changes are tested by. */
const capacity = 16;

/** Larger columns, of a whole country, are decoded where nobody waits for it: they would hold up the page for a while. */
const mostBytesHere = 100_000;

const known = new Map<string, ColumnData>();

/** Where a column is, as it was published: for good, as its hash is in it. */
export function addressOfColumn({ indicator, level, hash }: ColumnKey): string {
  return `/api/columns/${indicator}/${level}?hash=${encodeURIComponent(hash)}`;
}

/**
 * Fetches and decodes every figure of one indicator and level. A column that was read before is the same object, so that
 * panels share it. Throws RequestFailure.
 */
export async function readColumn(key: ColumnKey, abort: AbortSignal): Promise<ColumnData> {
  const address = addressOfColumn(key);
  const found = known.get(address);
  if (found) return found;
  const bytes = await readBytes(address, abort);
  const decoded = known.get(address) ?? (await decode(bytes));
  const column = known.get(address) ?? decoded;
  known.set(address, column);
  for (const oldest of known.keys()) {
    if (known.size <= capacity) break;
    known.delete(oldest);
  }
  return column;
}

async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<ColumnData> {
  if (bytes.length <= mostBytesHere) return decodeColumn(bytes);
  return sharedAnalysis().run('column', bytes, { transfer: [bytes.buffer] });
}
