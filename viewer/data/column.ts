import { addressOfColumn, type ColumnKey } from '../../geodata/columns/address.ts';
import { type ColumnData, decodeColumn } from '../../geodata/columns/column.ts';
import { sharedAnalysis } from './analysis/client.ts';
import { readBytes } from './request.ts';

/** How many decoded columns are kept: those of four panels, with what their changes are tested by. */
const capacity = 16;

/** Larger columns, of a whole country, are decoded where nobody waits for it: they would hold up the page for a while. */
const mostBytesHere = 100_000;

const known = new Map<string, ColumnData>();

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
