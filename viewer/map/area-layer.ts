import { SolidPolygonLayer } from '@deck.gl/layers';
import type { AreaExtension } from './area-extension.ts';
import type { AreaTile, TilePolygon } from './area-tile.ts';
import type { TileId } from './mercator.ts';

/** Side of the world in deck.gl's common space. */
const worldSize = 512;

export type AreaLayer = SolidPolygonLayer<TilePolygon, { getAreaIndex: (polygon: TilePolygon) => number }>;

/** The polygons of a tile as a layer below the map's lines and labels (`beforeId`); the extension colours them. */
export function createAreaLayer(
  id: string,
  tile: AreaTile,
  { z, x, y }: TileId,
  extension: AreaExtension,
  beforeId: string,
): AreaLayer {
  const side = worldSize / 2 ** z;
  return new SolidPolygonLayer<TilePolygon, { getAreaIndex: (polygon: TilePolygon) => number }>({
    id,
    data: tile.polygons as TilePolygon[],
    getPolygon: (polygon: TilePolygon) => polygon,
    getAreaIndex: ({ index }: TilePolygon) => index,
    positionFormat: 'XY',
    _normalize: false,
    coordinateSystem: 'cartesian',
    coordinateOrigin: [side * x, worldSize - side * y, 0],
    modelMatrix: [side, 0, 0, 0, 0, -side, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
    extensions: [extension],
    parameters: { depthCompare: 'always', depthWriteEnabled: false, blend: false },
    ...{ beforeId },
  });
}
