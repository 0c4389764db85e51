import { sql } from 'kysely';
import type { NamedFigures } from '../geodata/link/named.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { isVisibleFigure, visibleAddresses } from './visible-to-reader.ts';

const ofAsked = sql`figure.indicator = asked.address and figure.level = asked.level`;

/** Those figures that the reader may see none of: of the indicator at all, or at that level, where there are some. */
export async function listUnknownFigures(
  db: Database,
  reader: Reader,
  figures: readonly NamedFigures[],
): Promise<NamedFigures[]> {
  const [addresses, levels] = [figures.map(({ address }) => address), figures.map(({ level }) => level)];
  const { rows } = await sql<NamedFigures>`
    select address, asked.level
    from unnest(${addresses}::text[], ${levels}::text[]) with ordinality as asked (address, level, place)
    where address <> all(${visibleAddresses(reader)})
      or (exists (select from figure_group as figure where ${ofAsked}) and not exists (
        select from figure_group as figure where ${ofAsked} and ${isVisibleFigure(reader)}))
    group by address, asked.level order by min(place)`.execute(db);
  return rows;
}
