import { sql } from 'kysely';
import type { Database } from '../../../sql/database.ts';

const tables = [
  'region',
  'release',
  'source',
  'theme',
  'indicator',
  'boundary_year',
  'area_version',
  'area',
  'lineage',
  'observation',
  'tileset',
  'tile',
  'value_column',
] as const;

/** A checksum of every row of every table, by table. `without` names columns to leave out, such as numbers of releases. */
export async function checksumTables(
  db: Database,
  without: readonly string[] = [],
): Promise<Record<(typeof tables)[number], string>> {
  const checksums: Partial<Record<(typeof tables)[number], string>> = {};
  for (const table of tables) {
    const { rows } = await sql<{ checksum: string }>`
      select coalesce(md5(string_agg(text, '|' order by text collate "C")), '') || ' ' || count(*) as checksum
      from (select (to_jsonb(t) - ${without}::text[])::text as text from ${sql.table(table)} as t) as line
    `.execute(db);
    checksums[table] = rows[0]?.checksum ?? '';
  }
  return checksums as Record<(typeof tables)[number], string>;
}
