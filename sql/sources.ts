import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { isVisibleFigure, visibleYears } from './visible-to-reader.ts';

/** Who published figures or boundaries, where, and under which licence. */
export interface Source {
  readonly key: string;
  readonly title: string;
  readonly url: string | null;
  readonly licence: { readonly name: string; readonly title: string; readonly url: string | null } | null;
}

/** The sources of the boundaries and figures that the reader may see. */
export async function listSources(db: Database, reader: Reader): Promise<Source[]> {
  const rows = await db
    .selectFrom('source')
    .selectAll()
    .where(
      sql<boolean>`key in (select source from boundary_year where year = any(${visibleYears(reader)})
        union select source from figure_group as figure where ${isVisibleFigure(reader)})`,
    )
    .orderBy('key')
    .execute();
  return rows.map(toSource);
}

/** The sources of these keys. For keys that came from figures which the reader may see. */
export async function listSourcesByKey(db: Database, keys: readonly string[]): Promise<Source[]> {
  const rows = await db
    .selectFrom('source')
    .selectAll()
    .where(sql<boolean>`key = any(${[...new Set(keys)]}::text[])`)
    .orderBy('key')
    .execute();
  return rows.map(toSource);
}

interface SourceRow {
  key: string;
  title: string;
  url: string | null;
  licence_name: string | null;
  licence_title: string | null;
  licence_url: string | null;
}

function toSource({ key, title, url, ...row }: SourceRow): Source {
  const { licence_name: name, licence_title, licence_url } = row;
  return {
    key,
    title,
    url,
    licence: name === null ? null : { name, title: licence_title ?? name, url: licence_url },
  };
}
