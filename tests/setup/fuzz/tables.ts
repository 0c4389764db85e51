import { sql } from 'kysely';
import type { Database } from '../../../sql/database.ts';

/** A checksum of all rows of each table of the product, by its name. */
export async function checksumEveryTable(db: Database): Promise<Record<string, string>> {
  const { rows } = await sql<{ schema: string; name: string }>`
    select n.nspname as schema, c.relname as name from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|information_schema$|tiger|topology)'
      and c.relname <> 'spatial_ref_sys' order by 1, 2`.execute(db);
  const checksums: Record<string, string> = {};
  for (const { schema, name } of rows) {
    const counted = await sql<{ checksum: string }>`
      select coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as checksum
      from ${sql.table(`${schema}.${name}`)} as t`.execute(db);
    checksums[`${schema}.${name}`] = counted.rows[0]?.checksum ?? '';
  }
  return checksums;
}
