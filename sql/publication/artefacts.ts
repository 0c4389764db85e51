import { sql } from 'kysely';
import type { Level } from '../../geodata/level.ts';
import { chunksOf } from '../chunks.ts';
import type { Database } from '../database.ts';
import type { ColumnPeriod } from '../tables.ts';

/** Bytes as they are sent: compressed both ways, once. */
interface CompressedBytes {
  readonly brotli: Uint8Array;
  readonly gzip: Uint8Array;
}

export interface TilesetInput {
  readonly hash: string;
  readonly tilejson: Readonly<Record<string, unknown>>;
  readonly tiles: readonly (CompressedBytes & {
    readonly z: number;
    readonly x: number;
    readonly y: number;
  })[];
}

/** Makes this the tileset of the boundary year. */
export async function replaceTileset(
  db: Database,
  boundaryYear: number,
  { hash, tilejson, tiles }: TilesetInput,
): Promise<void> {
  await db.deleteFrom('tile').where('boundary_year', '=', boundaryYear).execute();
  await db.deleteFrom('tileset').where('boundary_year', '=', boundaryYear).execute();
  await db
    .insertInto('tileset')
    .values({ boundary_year: boundaryYear, hash, tilejson: JSON.stringify(tilejson) })
    .execute();
  for (const chunk of chunksOf(tiles, 500, ({ brotli, gzip }) => brotli.length + gzip.length))
    await db
      .insertInto('tile')
      .values(
        chunk.map(({ z, x, y, brotli, gzip }) => ({
          boundary_year: boundaryYear,
          z,
          x,
          y,
          brotli: Buffer.from(brotli),
          gzip: Buffer.from(gzip),
        })),
      )
      .execute();
}

export interface ValueColumnInput extends CompressedBytes {
  readonly indicator: string;
  readonly level: Level;
  readonly hash: string;
  readonly periods: readonly ColumnPeriod[];
}

/** Hash and bytes of the columns that are kept of an indicator at a level, whoever they are for. */
export async function listColumnsHeld(
  db: Database,
  indicator: string,
  level: Level,
): Promise<{ hash: string; bytes: number }[]> {
  return db
    .selectFrom('value_column')
    .select(['hash', sql<number>`length(brotli)`.as('bytes')])
    .where('indicator', '=', indicator)
    .where('level', '=', level)
    .execute();
}

/** Takes away the columns of an indicator and level that are none of these. */
export async function removeOtherColumns(
  db: Database,
  indicator: string,
  level: Level,
  hashes: readonly string[],
): Promise<void> {
  await sql`delete from value_column
    where indicator = ${indicator} and level = ${level} and hash <> all(${hashes}::text[])`.execute(db);
}

/** Says for whom a column is that is there: readers who may see these classes of figures of it. */
export async function renewColumn(
  db: Database,
  { indicator, level, hash }: Pick<ValueColumnInput, 'indicator' | 'level' | 'hash'>,
  shown: readonly string[],
): Promise<void> {
  await sql`update value_column set shown = ${shown}::text[]
    where indicator = ${indicator} and level = ${level} and hash = ${hash} and shown <> ${shown}::text[]`.execute(
    db,
  );
}

/** Adds a column for the readers who may see these classes of figures of its indicator and level. */
export async function insertColumn(
  db: Database,
  column: ValueColumnInput,
  shown: readonly string[],
): Promise<void> {
  const { indicator, level, hash } = column;
  await db
    .insertInto('value_column')
    .values({
      indicator,
      level,
      hash,
      shown: [...shown],
      periods: JSON.stringify(column.periods),
      brotli: Buffer.from(column.brotli),
      gzip: Buffer.from(column.gzip),
    })
    .execute();
}
