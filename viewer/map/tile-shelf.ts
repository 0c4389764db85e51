import type { MapLevel } from '../../geodata/level.ts';
import { type AreaTile, decodeAreaTile } from './area-tile.ts';
import type { TileStore } from './tile-store.ts';

/** Tiles as decoded, for all maps of the page: each tile and level is read once while anyone may want it again. */
export interface TileShelf {
  /** Rejects with FileGoneError where the server no longer has the tile. */
  readonly load: (address: string, level: MapLevel) => Promise<AreaTile>;
}

/** How many decoded tiles to keep for going back. */
const capacity = 192;

export function createTileShelf(store: Pick<TileStore, 'read'>): TileShelf {
  const tiles = new Map<string, Promise<AreaTile>>();
  return {
    load: (address, level) => {
      const name = `${level} ${address}`;
      const known = tiles.get(name);
      tiles.delete(name);
      const tile = known ?? store.read(address, (bytes) => decodeAreaTile(bytes, level));
      tiles.set(name, tile);
      tile.catch(() => tiles.delete(name));
      for (const oldest of tiles.keys()) {
        if (tiles.size <= capacity) break;
        tiles.delete(oldest);
      }
      return tile;
    },
  };
}
