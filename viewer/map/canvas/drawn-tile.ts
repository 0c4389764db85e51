import type { MapLevel } from '../../../geodata/level.ts';
import type { AreaTile } from '../area-tile.ts';
import { tileShelf, tileStore } from '../tiles.ts';
import { decodeTileLines, type TileLines } from './tile-lines.ts';

/** All that a canvas draws of a tile. */
export interface DrawnTile {
  readonly areas: AreaTile;
  readonly lines: TileLines;
}

/** Rejects where the server no longer has the tile. */
export async function loadDrawnTile(address: string, level: MapLevel): Promise<DrawnTile> {
  const [areas, lines] = await Promise.all([tileShelf.load(address, level), loadLines(address)]);
  return { areas, lines };
}

const lineShelf = new Map<string, Promise<TileLines>>();
const lineCapacity = 192;

/** The lines of a tile, read once for all maps of the page. */
function loadLines(address: string): Promise<TileLines> {
  const known = lineShelf.get(address);
  const lines = known ?? tileStore.load(address).then(decodeTileLines);
  lineShelf.delete(address);
  lineShelf.set(address, lines);
  lines.catch(() => lineShelf.delete(address));
  for (const oldest of lineShelf.keys()) {
    if (lineShelf.size <= lineCapacity) break;
    lineShelf.delete(oldest);
  }
  return lines;
}
