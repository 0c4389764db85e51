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

/** Makes this the column of its indicator and level. */
export async function replaceColumn(db: Database, column: ValueColumnInput): Promise<void> {
  const { indicator, level } = column;
  await db.deleteFrom('value_column').where('indicator', '=', indicator).where('level', '=', level).execute();
  await db
    .insertInto('value_column')
    .values({
      indicator,
      level,
      hash: column.hash,
      periods: JSON.stringify(column.periods),
      brotli: Buffer.from(column.brotli),
      gzip: Buffer.from(column.gzip),
    })
    .execute();
}
