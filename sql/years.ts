import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { visibleYears } from './visible-to-reader.ts';

/** The boundary years that the reader may see, in order of time. */
export async function listYears(db: Database, reader: Reader): Promise<number[]> {
  const { rows } = await sql<{ years: number[] }>`select ${visibleYears(reader)} as years`.execute(db);
  return [...(rows[0]?.years ?? [])].sort((one, other) => one - other);
}
