import type { Bounds } from '../boundary/measure.ts';
import { childrenOf, keyOf, parentOf, type TileId, tileAt, worldOf } from './mercator.ts';

/** Zooms and ground that have tiles. */
export interface TileExtent {
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly bounds: Bounds;
}

/** The tiles that a view needs: those of the zoom below the camera's, as MapLibre chooses them. */
export function coverView(view: Bounds, zoom: number, { minzoom, maxzoom, bounds }: TileExtent): TileId[] {
  const z = Math.max(minzoom, Math.min(maxzoom, Math.floor(zoom)));
  const west = Math.max(view[0], bounds[0]);
  const south = Math.max(view[1], bounds[1]);
  const east = Math.min(view[2], bounds[2]);
  const north = Math.min(view[3], bounds[3]);
  if (west > east || south > north) return [];
  const first = tileAt(worldOf(west, north), z);
  const last = tileAt(worldOf(east, south), z);
  const tiles: TileId[] = [];
  for (let y = first.y; y <= last.y; y++) for (let x = first.x; x <= last.x; x++) tiles.push({ z, x, y });
  return tiles;
}

/**
 * What to draw of the wanted tiles, given which are there: each itself, or until it comes the nearest tile above it that
 * is there, or else those directly below it. Coarse tiles first, so that finer ones lie over them.
 */
export function chooseTiles(
  wanted: readonly TileId[],
  isThere: (tile: TileId) => boolean,
  minzoom: number,
): TileId[] {
  const chosen = new Map<string, TileId>();
  const choose = (tile: TileId): void => void chosen.set(keyOf(tile), tile);
  for (const tile of wanted) {
    const standIn = isThere(tile) ? tile : ancestorThere(tile, isThere, minzoom);
    if (standIn) choose(standIn);
    else childrenOf(tile).filter(isThere).forEach(choose);
  }
  return [...chosen.values()].sort((a, b) => a.z - b.z);
}

function ancestorThere(tile: TileId, isThere: (tile: TileId) => boolean, minzoom: number): TileId | null {
  for (let above = parentOf(tile); above.z >= minzoom; above = parentOf(above)) {
    if (isThere(above)) return above;
  }
  return null;
}
