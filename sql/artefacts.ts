import { sql } from 'kysely';
import type { Level } from '../geodata/level.ts';
import type { Database } from './database.ts';
import type { Reader } from './reader.ts';
import type { ColumnPeriod } from './tables.ts';
import { classesSeen, isShownColumn, visibleYears } from './visible-to-reader.ts';

/** Bytes as they are sent: compressed both ways. */
export interface StoredBytes {
  readonly brotli: Uint8Array;
  readonly gzip: Uint8Array;
}

export interface Tileset {
  readonly boundaryYear: number;
  readonly hash: string;
  /** TileJSON without its addresses. */
  readonly tilejson: Record<string, unknown>;
}

/** The tileset of every boundary year that the reader may see. */
export async function listTilesets(db: Database, reader: Reader): Promise<Tileset[]> {
  return db
    .selectFrom('tileset')
    .select(['boundary_year as boundaryYear', 'hash', 'tilejson'])
    .where(sql<boolean>`boundary_year = any(${visibleYears(reader)})`)
    .execute();
}

/** A tile of the tileset with this hash; null where nothing lies, or the tileset has another hash. */
export async function findTile(
  db: Database,
  reader: Reader,
  boundaryYear: number,
  hash: string,
  z: number,
  x: number,
  y: number,
): Promise<StoredBytes | null> {
  const row = await db
    .selectFrom('tile')
    .innerJoin('tileset', 'tileset.boundary_year', 'tile.boundary_year')
    .select(['brotli', 'gzip'])
    .where('tile.boundary_year', '=', boundaryYear)
    .where('hash', '=', hash)
    .where('z', '=', z)
    .where('x', '=', x)
    .where('y', '=', y)
    .where(sql<boolean>`tile.boundary_year = any(${visibleYears(reader)})`)
    .executeTakeFirst();
  return row ?? null;
}

export interface ValueColumn extends StoredBytes {
  readonly hash: string;
  readonly periods: readonly ColumnPeriod[];
  /** Whether it holds figures that are not public. */
  readonly isClosed: boolean;
}

/** The column of an indicator at a level; null where there is none. */
export async function findColumn(
  db: Database,
  reader: Reader,
  indicator: string,
  level: Level,
): Promise<ValueColumn | null> {
  const isShown = sql<boolean>`value_column.shown @> array[seen.shown]`;
  const { hash, periods, brotli, gzip, isClosed } = await db
    .selectFrom(classesSeen(reader, indicator, level).as('seen'))
    .leftJoin('value_column', (join) =>
      join.on('value_column.indicator', '=', indicator).on('value_column.level', '=', level).on(isShown),
    )
    .select(['hash', 'periods', 'brotli', 'gzip'])
    .select(sql<boolean>`not coalesce(value_column.shown @> array[seen.open], false)`.as('isClosed'))
    .executeTakeFirstOrThrow();
  return hash && periods && brotli && gzip ? { hash, periods, brotli, gzip, isClosed } : null;
}

/** Where each tile stands that the reader may see: the coarsest first, of the newest year first. */
export async function listTileAddresses(
  db: Database,
  reader: Reader,
): Promise<{ boundaryYear: number; hash: string; z: number; x: number; y: number }[]> {
  return db
    .selectFrom('tile')
    .innerJoin('tileset', 'tileset.boundary_year', 'tile.boundary_year')
    .select(['tile.boundary_year as boundaryYear', 'hash', 'z', 'x', 'y'])
    .where(sql<boolean>`tile.boundary_year = any(${visibleYears(reader)})`)
    .orderBy('z')
    .orderBy('tile.boundary_year', 'desc')
    .execute();
}

/** Which columns there are that the reader may see, with the hash of each. */
export async function listColumnAddresses(
  db: Database,
  reader: Reader,
): Promise<{ indicator: string; level: Level; hash: string }[]> {
  return db
    .selectFrom('value_column')
    .select(['indicator', 'level', 'hash'])
    .where(isShownColumn(reader))
    .execute();
}
