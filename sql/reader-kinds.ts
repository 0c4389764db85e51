import { sql } from 'kysely';
import type { Level } from '../geodata/level.ts';
import { visibilities } from '../geodata/visibility.ts';
import type { Database } from './database.ts';
import { publicReader, type Reader, writeRightsKey } from './reader.ts';
import { shownClasses } from './visible-to-reader.ts';

/** Those that are there without anybody: everyone, and whoever may see as much everywhere. */
const byRights: readonly Reader[] = visibilities.map((_, index) => ({
  rights: visibilities.slice(0, index + 1),
  municipalities: [],
}));

/**
 * The kinds of readers that columns and orders of values are made for: those that go by rights alone, those of one
 * municipality that has figures which are not public, and those that were told of by `addReaderKind`.
 */
export async function listReaderKinds(db: Database): Promise<Reader[]> {
  const closed = await db
    .selectFrom('figure_group')
    .select('municipality')
    .distinct()
    .where(sql<boolean>`visibility <> 'public'`)
    .where('municipality', '<>', '')
    .orderBy('municipality')
    .execute();
  const added = await sql<{ rights: Reader['rights']; municipalities: string[] }>`
    select rights::text[] as rights, municipalities from reader_kind order by 1, 2
  `.execute(db);
  const ofOne = closed.flatMap(({ municipality }) =>
    byRights.slice(0, 2).map(({ rights }) => ({ rights, municipalities: [municipality] })),
  );
  return [...byRights, ...ofOne, ...added.rows];
}

/** Those of `kinds` who may see different figures of an indicator: the public alone stands for all where it has no closed ones. */
export async function listKindsOf(
  db: Database,
  indicator: string,
  kinds: readonly Reader[],
): Promise<readonly Reader[]> {
  const closed = await db
    .selectFrom('figure_group')
    .select('municipality')
    .distinct()
    .where('indicator', '=', indicator)
    .where(sql<boolean>`visibility <> 'public'`)
    .execute();
  if (closed.length === 0) return [publicReader];
  const known = new Set(closed.map(({ municipality }) => municipality));
  return kinds.filter(
    ({ municipalities }) =>
      municipalities.length === 0 || municipalities.some((municipality) => known.has(municipality)),
  );
}

/** The classes of figures, as text, that a reader may see of an indicator at a level; null where he may see none. */
export async function readShownClasses(
  db: Database,
  reader: Reader,
  indicator: string,
  level: Level,
): Promise<string | null> {
  const classes = shownClasses(reader, sql`${indicator}::text`, sql`${level}::text`);
  const { rows } = await sql<{ shown: string | null }>`select ${classes} as shown`.execute(db);
  return rows[0]?.shown ?? null;
}

/** Whether figures are kept ready for a reader like this, or need not be as he sees those of one municipality at most. */
export async function isKnownKind(db: Database, reader: Reader): Promise<boolean> {
  if (reader.municipalities.length < 2) return true;
  return (await listReaderKinds(db)).some((kind) => writeRightsKey(kind) === writeRightsKey(reader));
}

/** Has columns and orders of values made for readers like this too, from the next `applyRules` on. */
export async function addReaderKind(db: Database, { rights, municipalities }: Reader): Promise<void> {
  await db
    .insertInto('reader_kind')
    .values({
      rights: sql`${rights}::visibility[]`,
      municipalities: [...municipalities].sort(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db.updateTable('access').set({ revision: sql`revision + 1`, is_applied: false }).execute();
}
