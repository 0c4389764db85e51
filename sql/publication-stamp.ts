import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Text that changes whenever something is published, withdrawn or shown to others; null while nothing ever was. Cheap enough to ask before every
 * answer, so that what one process remembers is right after another one published.
 */
export async function readPublicationStamp(db: Database): Promise<string | null> {
  const { rows } = await sql<{ stamp: string | null }>`
    select md5(string_agg(concat_ws(':', id, state, visibility), ',' order by id)) as stamp from release
  `.execute(db);
  return rows[0]?.stamp ?? null;
}
