import { sql } from 'kysely';
import type { Database } from '../../../sql/database.ts';

/** All that is published, artefacts included. */
export const publishedTables = [
  'region',
  'source',
  'theme',
  'dimension',
  'category',
  'survey',
  'indicator',
  'boundary_year',
  'area_version',
  'area',
  'lineage',
  'lineage_answer',
  'observation',
  'confidential_figure',
  'tileset',
  'tile',
  'value_column',
  'ranking',
  'target',
] as const;

const tables = [...publishedTables, 'release', 'publication', 'stored_file', 'release_act'] as const;
type Table = (typeof tables)[number];

/** A checksum of every row of every table, by table. `without` names columns to leave out, such as numbers of releases. */
export async function checksumTables(
  db: Database,
  without: readonly string[] = [],
  which: readonly Table[] = tables,
): Promise<Partial<Record<Table, string>>> {
  const checksums: Partial<Record<Table, string>> = {};
  for (const table of which) {
    const { rows } = await sql<{ checksum: string }>`
      select coalesce(md5(string_agg(text, '|' order by text collate "C")), '') || ' ' || count(*) as checksum
      from (select (to_jsonb(t) - ${without}::text[])::text || ${geometryOf(table)} as text from ${sql.table(table)} as t) as line
    `.execute(db);
    checksums[table] = rows[0]?.checksum ?? '';
  }
  return checksums;
}

/** JSON rounds the coordinates of geometry. */
function geometryOf(table: Table) {
  return table === 'area' ? sql`coalesce(t.geometry::text || t.label::text, '')` : sql`''`;
}
