import { keepLayer } from '../../geodata/boundary/tiles/layers.ts';
import type { MatrixSetName } from '../../geodata/boundary/tiles/matrix-set.ts';
import {
  boundsOfRdTile,
  drawRdTile,
  gridOfRdMatrix,
  limitRdMatrix,
  type RdTilePlace,
  rdMatrices,
} from '../../geodata/boundary/tiles/rd-tile.ts';
import { findTile, listTilesets, type StoredBytes } from '../../sql/artefacts.ts';
import type { Database } from '../../sql/database.ts';
import { listDrawnAreas } from '../../sql/drawn-areas.ts';
import type { Reader } from '../../sql/reader.ts';
import { notFound } from '../errors.ts';
import { rememberReading } from '../memory/recent-memory.ts';
import { createSizedMemory } from '../memory/sized-memory.ts';
import { readTogether } from '../memory/snapshot.ts';
import { compress } from '../release/compression.ts';
import { tileType } from '../schemas/tiles.ts';
import { describeArtefact } from '../sending/artefact.ts';
import { compressOnce } from '../sending/compression.ts';
import type { Deliverable } from '../sending/delivery.ts';
import type { PublishedTileset } from '../tilesets.ts';
import type { Collection } from './collections.ts';

/** A place in the tileset of a collection, which its reader may see. */
type Wish = Pick<Collection, 'level' | 'boundaryYear' | 'bbox'> &
  Pick<PublishedTileset, 'hash' | 'places'> &
  RdTilePlace;

/** Gives the tile of a wish with the layer of its collection; null where nothing lies. */
type ReadTile = (db: Database, reader: Reader, wish: Wish) => Promise<Deliverable | null>;

/** Of tiles with one layer, so many are kept; some kilobytes each. */
const mostTiles = 500;

/** The tiles of collections in each tile matrix set, with what was asked for lately. */
export function rememberCollectionTiles(): Readonly<Record<MatrixSetName, ReadTile>> {
  const remember = rememberReading<Deliverable | null>(mostTiles);
  const drawn = createSizedMemory<StoredBytes | null>((tile) =>
    tile ? tile.brotli.length + tile.gzip.length : 0,
  );
  return {
    /** Of a tile of the map, the layer of the collection. */
    async WebMercatorQuad(db, reader, { level, boundaryYear, hash, places, ...place }) {
      const { matrix: z, column: x, row: y } = place;
      if (!places.has(`${z}/${x}/${y}`)) return null;
      return remember(`${boundaryYear} ${hash} ${z}/${x}/${y} ${level}`, async () => {
        const stored = await findTile(db, reader, boundaryYear, hash, z, x, y);
        if (!stored) throw refuseReplaced(boundaryYear);
        const about = { type: tileType, hash: `${hash}-${level}-${z}-${x}-${y}`, immutable: false };
        const whole = await describeArtefact(stored, about).encode('identity');
        const layer = keepLayer(whole ?? new Uint8Array(), level);
        return layer && { ...about, encode: compressOnce(layer) };
      });
    },
    /** The map has none in RD: they are drawn from the areas when they are asked for, and kept as they are sent. */
    async NetherlandsRDNewQuad(db, reader, wish) {
      if (!isWithin(wish)) return null;
      const { level, boundaryYear, bbox, matrix, column, row } = wish;
      const hash = `${wish.hash}-rd-${level}-${matrix}-${column}-${row}`;
      const stored = await drawn.read(`${boundaryYear} ${hash}`, async () => {
        const [, south = 0, , north = 0] = bbox;
        const grid = gridOfRdMatrix(matrix, (south + north) / 2);
        const areas = await readTogether(db, async (together) => {
          // It is kept under the hash of the tileset: what was published meanwhile is not.
          const held = (await listTilesets(together, reader)).find(
            (one) => one.boundaryYear === boundaryYear,
          );
          if (held?.hash !== wish.hash) throw refuseReplaced(boundaryYear);
          return listDrawnAreas(together, reader, wish, boundsOfRdTile(wish), grid);
        });
        const tile = drawRdTile(level, areas, wish);
        return tile && compress(tile);
      });
      return stored && describeArtefact(stored, { type: tileType, hash, immutable: false });
    },
  };
}

function refuseReplaced(boundaryYear: number): Error {
  return notFound(`The tiles of ${boundaryYear} were replaced: ask again`);
}

function isWithin({ bbox, matrix, column, row }: Wish): boolean {
  if (matrix < rdMatrices.first || matrix > rdMatrices.last) return false;
  const [west = 0, south = 0, east = 0, north = 0] = bbox;
  const limits = limitRdMatrix([west, south, east, north], matrix);
  const isColumn = column >= limits.minTileCol && column <= limits.maxTileCol;
  return isColumn && row >= limits.minTileRow && row <= limits.maxTileRow;
}
