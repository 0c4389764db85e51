import type { Database } from '../sql/database.ts';
import { listUnknownAddresses } from '../sql/known-addresses.ts';
import type { Reader } from '../sql/reader.ts';
import { invalidParameter } from './errors.ts';

/** Throws a problem 400 where one of the indicators, which stand in `field`, is not there for the reader. */
export async function requireKnownAddresses(
  db: Database,
  reader: Reader,
  field: string,
  addresses: readonly string[],
): Promise<void> {
  const [unknown] = await listUnknownAddresses(db, reader, addresses);
  if (unknown !== undefined)
    throw invalidParameter(field, `there is no indicator ${unknown}: choose one of /api/catalog`);
}
