import { VectorTile } from '@mapbox/vector-tile';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { PbfReader } from 'pbf';

/** Where the tiles are, as far as a peer has to know. */
export interface TileJson {
  readonly tiles: readonly [string];
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly bounds: readonly [number, number, number, number];
}

/** The areas of the tiles that a map shows, as GeoJSON: an area in several tiles comes in as many parts. `id` is its index. */
export async function readAreas(
  { tiles: [template], minzoom, maxzoom, bounds }: TileJson,
  map: MapLibreMap,
): Promise<GeoJSON.Feature[]> {
  const zoom = Math.max(minzoom, Math.min(maxzoom, Math.floor(map.getZoom())));
  const view = map.getBounds();
  const west = tileX(Math.max(bounds[0], view.getWest()), zoom);
  const east = tileX(Math.min(bounds[2], view.getEast()), zoom);
  const north = tileY(Math.min(bounds[3], view.getNorth()), zoom);
  const south = tileY(Math.max(bounds[1], view.getSouth()), zoom);
  const parts: Promise<GeoJSON.Feature[]>[] = [];
  for (let y = north; y <= south; y++)
    for (let x = west; x <= east; x++) parts.push(readTile(template, zoom, x, y));
  return (await Promise.all(parts)).flat();
}

async function readTile(template: string, z: number, x: number, y: number): Promise<GeoJSON.Feature[]> {
  const address = template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const layer = bytes.length > 0 ? new VectorTile(new PbfReader(bytes)).layers.neighbourhood : undefined;
  return Array.from({ length: layer?.length ?? 0 }, (_, index) => layer?.feature(index)).flatMap((feature) =>
    feature ? [{ ...feature.toGeoJSON(x, y, z), id: Number(feature.properties.index ?? feature.id) }] : [],
  );
}

function tileX(longitude: number, zoom: number): number {
  return Math.floor(((longitude + 180) / 360) * 2 ** zoom);
}

function tileY(latitude: number, zoom: number): number {
  const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
  return Math.floor(y * 2 ** zoom);
}
