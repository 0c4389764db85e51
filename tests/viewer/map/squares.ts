import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { encodeTile } from '../../../geodata/boundary/tiles/encoding.ts';
import { latitudeOf, longitudeOf, type TileId } from '../../../geodata/map/mercator.ts';

export interface Square {
  readonly code: string;
  readonly index: number;
  /** Corners in units of the tile: left, top, right, bottom. */
  readonly box: readonly [number, number, number, number];
  readonly hole?: readonly [number, number, number, number];
}

/** A vector tile with squares as neighbourhoods, cut and encoded as the product's own tiles are. */
export function encodeSquares(tile: TileId, squares: readonly Square[]): Uint8Array {
  const features = squares.map((square) => featureOf(square, tile));
  const collection: FeatureCollection<Polygon> = { type: 'FeatureCollection', features };
  const cut = new GeoJSONVT(collection, { maxZoom: tile.z, indexMaxZoom: tile.z, tolerance: 0, buffer: 64 });
  const bytes = encodeTile(new Map([['neighbourhood', cut]]), tile.z, tile.x, tile.y);
  if (!bytes) throw new Error('The squares lie outside of the tile.');
  return bytes;
}

function featureOf({ code, index, box, hole }: Square, tile: TileId): Feature<Polygon> {
  const rings = [ringOf(box, tile), ...(hole ? [ringOf(hole, tile).reverse()] : [])];
  return {
    type: 'Feature',
    id: index,
    properties: { code, name: `Buurt ${code}`, index },
    geometry: { type: 'Polygon', coordinates: rings },
  };
}

function ringOf([left, top, right, bottom]: Square['box'], tile: TileId): Position[] {
  const at = (x: number, y: number): Position => {
    const point = { x: (tile.x + x) / 2 ** tile.z, y: (tile.y + y) / 2 ** tile.z };
    return [longitudeOf(point), latitudeOf(point)];
  };
  return [at(left, top), at(left, bottom), at(right, bottom), at(right, top), at(left, top)];
}
