import { sql } from 'kysely';
import type { NamedFigures } from '../geodata/link/named.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import { isVisibleFigure, visibleAddresses } from './visible-to-reader.ts';

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

const ofAsked = sql`figure.indicator = asked.address and figure.level = asked.level`;

/** Those figures that the reader may see none of: of the indicator at all, or at that level, where there are some. */
export async function listUnknownFigures(
  db: Database,
  reader: Reader,
  figures: readonly NamedFigures[],
): Promise<NamedFigures[]> {
  const [addresses, levels] = [figures.map(({ address }) => address), figures.map(({ level }) => level)];
  const { rows } = await sql<NamedFigures>`
    select distinct address, asked.level
    from unnest(${addresses}::text[], ${levels}::text[]) as asked (address, level)
    where address <> all(${visibleAddresses(reader)})
      or (exists (select from figure_group as figure where ${ofAsked}) and not exists (
        select from figure_group as figure where ${ofAsked} and ${isVisibleFigure(reader)}))
    order by address, asked.level`.execute(db);
  return rows;
}
