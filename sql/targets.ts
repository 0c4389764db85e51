import type { Target } from '../geodata/target.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { isVisibleTarget } from './visible-to-reader.ts';

/** The targets that the reader may see, of one indicator or of all, by indicator, municipality and year. */
export async function listTargets(
  db: Database,
  reader: Reader,
  { indicator }: { readonly indicator?: string | undefined } = {},
): Promise<Target[]> {
  const rows = await db
    .selectFrom('target')
    .select(['municipality', 'indicator', 'period', 'value', 'source_title as title', 'source_url as url'])
    .where(isVisibleTarget(reader))
    .$if(indicator !== undefined, (query) => query.where('indicator', '=', indicator ?? ''))
    .orderBy('indicator')
    .orderBy('municipality')
    .orderBy('period')
    .execute();
  return rows.map(({ title, url, ...target }) => ({ ...target, source: { title, url } }));
}

/** The addresses of the indicators that have a target which the reader may see. */
export async function listTargetedIndicators(db: Database, reader: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('target')
    .select('indicator')
    .distinct()
    .where(isVisibleTarget(reader))
    .orderBy('indicator')
    .execute();
  return rows.map(({ indicator }) => indicator);
}
