import type { AreaTile, TileArea } from './area-tile.ts';
import { findAreaAt } from './area-tile.ts';
import { type TileId, withinTile, worldOf } from './mercator.ts';
import { outlineOf } from './outline.ts';
import type { MapArea, MapScene } from './scene.ts';

interface PlacedTile {
  readonly id: TileId;
  readonly tile: AreaTile;
}

/** The area at a place, from the finest tile that has one. Tiles come coarse first. */
export function findOnTiles(
  tiles: readonly PlacedTile[],
  longitude: number,
  latitude: number,
): MapArea | null {
  const point = worldOf(longitude, latitude);
  for (const { id, tile } of [...tiles].reverse()) {
    const within = withinTile(point, id);
    if (within.x < 0 || within.x >= 1 || within.y < 0 || within.y >= 1) continue;
    const area = findAreaAt(tile, within);
    if (area) return { code: area.code, name: area.name, index: area.index };
  }
  return null;
}

/** The place of a code in the column, or -1 where no tile holds it. */
export function indexOnTiles(tiles: readonly PlacedTile[], code: string | null): number {
  return partsOf(tiles, code)[0]?.area.index ?? -1;
}

/** The borders of the areas that stand out, as features with a `role`. */
export function outlinesOnTiles(
  tiles: readonly PlacedTile[],
  { hovered, selected }: Pick<MapScene, 'hovered' | 'selected'>,
): GeoJSON.FeatureCollection {
  const roles = [
    { role: 'selected', code: selected },
    { role: 'hovered', code: hovered === selected ? null : hovered },
  ];
  const features = roles.flatMap(({ role, code }): GeoJSON.Feature[] => {
    const coordinates = partsOf(tiles, code).flatMap(({ area, id }) => outlineOf(area, id));
    return [{ type: 'Feature', properties: { role }, geometry: { type: 'MultiLineString', coordinates } }];
  });
  return { type: 'FeatureCollection', features };
}

function partsOf(tiles: readonly PlacedTile[], code: string | null): { area: TileArea; id: TileId }[] {
  if (code === null) return [];
  return tiles.flatMap(({ id, tile }) => {
    const area = tile.areas.get(code);
    return area ? [{ area, id }] : [];
  });
}
