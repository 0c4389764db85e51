import type { MapLevel } from '../../geodata/level.ts';
import { tileAt, withinTile, worldOf } from '../../geodata/map/mercator.ts';
import { findAreaAt } from './area-tile.ts';
import type { MapArea } from './scene.ts';
import { tileShelf, tileStore } from './tiles.ts';
import { addressOf, loadTileset } from './tileset.ts';

/**
 * The area of a level at a position, found here in the finest tile that has it: the position itself goes nowhere. Null
 * outside the region. Rejects where the boundaries cannot be fetched.
 */
export async function findAreaOf(
  tileJson: string,
  level: MapLevel,
  { longitude, latitude }: { readonly longitude: number; readonly latitude: number },
): Promise<MapArea | null> {
  const tileset = await loadTileset(tileStore, tileJson);
  const [west, south, east, north] = tileset.bounds;
  if (longitude < west || longitude > east || latitude < south || latitude > north) return null;
  const point = worldOf(longitude, latitude);
  const id = tileAt(point, tileset.maxzoom);
  const area = findAreaAt(await tileShelf.load(addressOf(tileset, id), level), withinTile(point, id));
  return area && { code: area.code, name: area.name, index: area.index };
}
