import type { Feature } from 'geojson';
import { placeLabel } from '../../geodata/boundary/tiles/label.ts';
import { type TileId, withinTile, worldOf } from '../../geodata/map/mercator.ts';
import { type AreaTile, findAreaAt, ringsOf, type TileArea } from './area-tile.ts';
import { degreesOf, outlineOf } from './outline.ts';
import type { MapArea, MapScene } from './scene.ts';

/** A tile and where it lies. */
export interface PlacedTile {
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

/** The index of a code in the column, or -1 where no tile holds it. */
export function indexOnTiles(tiles: readonly PlacedTile[], code: string | null): number {
  return partsOf(tiles, code)[0]?.area.index ?? -1;
}

/** Borders of the area under the pointer and of the picked one, as features with a `role`. */
export function outlinesOnTiles(
  tiles: readonly PlacedTile[],
  { hovered, selected }: Pick<MapScene, 'hovered' | 'selected'>,
): Feature[] {
  return [
    bordersOnTiles(tiles, 'selected', listCode(selected)),
    bordersOnTiles(tiles, 'hovered', listCode(hovered === selected ? null : hovered)),
  ];
}

/** Borders of numbered areas, and a point in each with its `number`, counted from 1. */
export function numberedOnTiles(tiles: readonly PlacedTile[], codes: readonly string[]): Feature[] {
  const badges = codes.flatMap((code, i): Feature[] => {
    const polygons = partsOf(tiles, code).flatMap(({ area, id }) =>
      area.polygons.map((polygon) => ringsOf(polygon).map((ring) => positionsOf(ring, id))),
    );
    if (polygons.length === 0) return [];
    const geometry = { type: 'Point', coordinates: placeLabel(polygons) } as const;
    return [{ type: 'Feature', properties: { role: 'badge', number: i + 1 }, geometry }];
  });
  return [bordersOnTiles(tiles, 'numbered', codes), ...badges];
}

/** Borders of areas, each once, as one feature with a `role`. */
export function bordersOnTiles(
  tiles: readonly PlacedTile[],
  role: string,
  codes: readonly string[],
): Feature {
  const coordinates = tiles.flatMap(({ id, tile }) => {
    const areas = codes.flatMap((code) => tile.areas.get(code) ?? []);
    return outlineOf(areas, id);
  });
  return { type: 'Feature', properties: { role }, geometry: { type: 'MultiLineString', coordinates } };
}

function listCode(code: string | null): string[] {
  return code === null ? [] : [code];
}

function positionsOf(ring: Float64Array, tile: TileId): [number, number][] {
  return Array.from({ length: ring.length / 2 }, (_, i) =>
    degreesOf(ring[2 * i] ?? 0, ring[2 * i + 1] ?? 0, tile),
  );
}

function partsOf(tiles: readonly PlacedTile[], code: string | null): { area: TileArea; id: TileId }[] {
  if (code === null) return [];
  return tiles.flatMap(({ id, tile }) => {
    const area = tile.areas.get(code);
    return area ? [{ area, id }] : [];
  });
}
