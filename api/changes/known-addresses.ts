import type { Database } from '../../sql/database.ts';
import type { Reader } from '../../sql/reader.ts';
import { listUnknownFigures } from '../../sql/unknown-figures.ts';
import { invalidParameter } from '../errors.ts';

/** Throws a problem 400 where one of the indicators, which stand in `field`, is not there for the reader. */
export async function requireKnownAddresses(
  db: Database,
  reader: Reader,
  field: string,
  addresses: readonly string[],
): Promise<void> {
  const named = addresses.map((address) => ({ address, level: null }));
  const [unknown] = await listUnknownFigures(db, reader, named);
  if (unknown !== undefined)
    throw invalidParameter(field, `there is no indicator ${unknown.address}: choose one of /api/catalog`);
}
