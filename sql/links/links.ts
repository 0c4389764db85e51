import { sql } from 'kysely';
import type { Level } from '../../geodata/level.ts';
import type { ValueColumn } from '../artefacts.ts';
import type { Database } from '../database.ts';
import type { Reader } from '../reader.ts';
import { isClosedColumn, isShownColumn } from '../visible-to-reader.ts';

/** A short link as it is kept. Who made it is not. */
export interface ShortLink {
  readonly id: string;
  /** The query of the address that it leads to. */
  readonly address: string;
  /** Whether it says the figures of when it was made. */
  readonly isFrozen: boolean;
  /** `2026-11-30` */
  readonly createdOn: string;
}

/** Which figures, of one indicator at one level. */
export interface LinkedFigures {
  readonly indicator: string;
  readonly level: Level;
}

const fields = sql<ShortLink>`id, address, is_frozen as "isFrozen", to_char(created_on, 'YYYY-MM-DD') as "createdOn"`;

/** The link of a name; null where there is none. */
export async function findLink(db: Database, id: string): Promise<ShortLink | null> {
  const { rows } = await sql<ShortLink>`select ${fields} from short_link where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** All links, the newest first; for administrators alone. */
export async function listLinks(db: Database): Promise<ShortLink[]> {
  const { rows } = await sql<ShortLink>`
    select ${fields} from short_link order by created_on desc, id`.execute(db);
  return rows;
}

/**
 * Keeps an address under a name, or finds the name that it has: gives that. `frozen`: the figures to keep as they are now,
 * for every kind of reader; null: the newest are shown. Null where somebody else has the name.
 */
export async function keepLink(
  db: Database,
  {
    id,
    address,
    frozen,
  }: { readonly id: string; readonly address: string; readonly frozen: readonly LinkedFigures[] | null },
): Promise<string | null> {
  return db.transaction().execute(async (transaction) => {
    const publication = frozen && (await readLastPublication(transaction));
    const content = frozen ? `${address} frozen at ${publication}` : address;
    const known = await findByContent(transaction, content);
    if (known !== null) return known;
    const { rows } = await sql`
      insert into short_link (id, address, content, is_frozen, publication)
      values (${id}, ${address}, ${content}, ${frozen !== null}, ${publication})
      on conflict do nothing returning id`.execute(transaction);
    // Somebody else may have kept the same in the meantime, or have the name.
    if (rows.length === 0) return findByContent(transaction, content);
    for (const figures of frozen ?? []) await keepFigures(transaction, id, publication, figures);
    return id;
  });
}

async function findByContent(db: Database, content: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from short_link where content = ${content}`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

async function readLastPublication(db: Database): Promise<number | null> {
  const { rows } = await sql<{
    last: number | null;
  }>`select max(id)::integer as last from publication`.execute(db);
  return rows[0]?.last ?? null;
}

async function keepFigures(
  db: Database,
  link: string,
  publication: number | null,
  { indicator, level }: LinkedFigures,
): Promise<void> {
  await sql`insert into short_link_figures (link, indicator, level) values (${link}, ${indicator}, ${level})
    on conflict do nothing`.execute(db);
  await sql`insert into kept_column (publication, indicator, level, hash, shown, brotli, gzip)
    select ${publication}::bigint, indicator, level, hash, shown, brotli, gzip from value_column
    where indicator = ${indicator} and level = ${level} on conflict do nothing`.execute(db);
}

/** Removes a link, with what was kept for it alone; gives whether there was one. */
export async function removeLink(db: Database, id: string): Promise<boolean> {
  const removed = await sql`delete from short_link where id = ${id} returning id`.execute(db);
  await sql`delete from kept_column as kept where not exists (
    select from short_link join short_link_figures as figures on figures.link = short_link.id
    where (figures.indicator, figures.level) = (kept.indicator, kept.level)
      and short_link.publication is not distinct from kept.publication)`.execute(db);
  return removed.rows.length > 0;
}

/** What a frozen link is about, in the order of its addresses. */
export async function listLinkedFigures(db: Database, link: string): Promise<LinkedFigures[]> {
  return db
    .selectFrom('short_link_figures')
    .select(['indicator', 'level'])
    .where('link', '=', link)
    .orderBy('indicator')
    .orderBy('level')
    .execute();
}

/** The column that the reader was shown when a link was frozen; null where it was taken back, or is not for him. */
export async function findKeptColumn(
  db: Database,
  reader: Reader,
  link: string,
  { indicator, level }: LinkedFigures,
): Promise<Omit<ValueColumn, 'periods'> | null> {
  const row = await db
    .selectFrom('kept_column as value_column')
    .innerJoin('short_link', (join) =>
      join.on(sql<boolean>`short_link.publication is not distinct from value_column.publication`),
    )
    .innerJoin('short_link_figures as figures', (join) =>
      join
        .onRef('figures.link', '=', 'short_link.id')
        .onRef('figures.indicator', '=', 'value_column.indicator')
        .onRef('figures.level', '=', 'value_column.level'),
    )
    .select(['value_column.hash', 'value_column.brotli', 'value_column.gzip', isClosedColumn.as('isClosed')])
    .where('short_link.id', '=', link)
    .where('value_column.indicator', '=', indicator)
    .where('value_column.level', '=', level)
    .where(isShownColumn(reader))
    .executeTakeFirst();
  return row ?? null;
}
