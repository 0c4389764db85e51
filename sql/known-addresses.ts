import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { visibleAddresses } from './visible-to-reader.ts';

/** Those of the addresses of indicators and categories that the reader may see no figure of. */
export async function listUnknownAddresses(
  db: Database,
  reader: Reader,
  addresses: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select address from unnest(${[...addresses]}::text[]) with ordinality as asked (address, place)
    where address <> all(${visibleAddresses(reader)}) order by place`.execute(db);
  return rows.map(({ address }) => address);
}
