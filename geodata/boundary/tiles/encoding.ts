import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import type GeoJSONVT from 'geojson-vt';
import { extent } from './mercator.ts';

/** One tile of sliced layers as Mapbox Vector Tile bytes; null where no layer has a feature in it. */
export function encodeTile(
  layers: ReadonlyMap<string, GeoJSONVT>,
  zoom: number,
  x: number,
  y: number,
): Uint8Array | null {
  const present = [...layers].flatMap(([name, index]) => {
    const features = index.getTile(zoom, x, y)?.features ?? [];
    if (features.length === 0) return [];
    const layer = new GeoJSONWrapper(features, { version: 2, extent });
    layer.name = name;
    return [[name, layer] as const];
  });
  return present.length === 0 ? null : fromVectorTileJs({ layers: Object.fromEntries(present) });
}
