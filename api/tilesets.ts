import { listTileAddresses, listTilesets, type Tileset } from '../sql/artefacts.ts';
import type { Database } from '../sql/database.ts';
import type { Reader } from '../sql/reader.ts';

/** A tileset and where it has tiles. */
export interface PublishedTileset extends Tileset {
  /** `z/x/y` of every tile in which something lies. */
  readonly places: ReadonlySet<string>;
}

/** By boundary year. */
export type PublishedTilesets = ReadonlyMap<number, PublishedTileset>;

/** All tilesets that the reader may see. */
export async function readTilesets(db: Database, reader: Reader): Promise<PublishedTilesets> {
  const [found, addresses] = [await listTilesets(db, reader), await listTileAddresses(db, reader)];
  const places = new Map(found.map(({ boundaryYear }) => [boundaryYear, new Set<string>()]));
  for (const { boundaryYear, z, x, y } of addresses) places.get(boundaryYear)?.add(`${z}/${x}/${y}`);
  return new Map(
    found.map((tileset) => [
      tileset.boundaryYear,
      { ...tileset, places: places.get(tileset.boundaryYear) ?? new Set() },
    ]),
  );
}

/** Path of the tiles with {z}, {x} and {y}. */
export function addressTiles({ boundaryYear, hash }: Tileset): string {
  return `/tiles/${boundaryYear}/${hash}/{z}/{x}/{y}.mvt`;
}
