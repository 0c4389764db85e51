import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { visibleReleases } from './visible-to-reader.ts';

/**
 * Text that changes whenever something is published, withdrawn or shown to others, or the site is closed or opened; null
 * while nothing ever was published and the site is open. What is only staged does not count. Cheap enough to ask before every
 * answer, so that what one process remembers is right after another one published.
 */
export async function readPublicationStamp(db: Database): Promise<string | null> {
  const { rows } = await sql<{ stamp: string | null }>`
    select md5(string_agg(concat_ws(':', id, state, last, revision), ',' order by id)) as stamp
    from access cross join (select max(id) as last from publication) as publication
      left join release on published_at is not null
    having count(id) > 0 or bool_or(is_closed)
  `.execute(db);
  return rows[0]?.stamp ?? null;
}

/** Text that changes whenever the reader is shown figures of other releases; it says nothing of those he may not see. */
export async function readReleaseStamp(db: Database, reader: Reader): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select left(md5(coalesce(string_agg(release::text, ',' order by release), '')), 12) as stamp
    from unnest(${visibleReleases(reader)}) as release`.execute(db);
  return rows[0]?.stamp ?? '';
}
