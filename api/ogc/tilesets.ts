import { webMercatorQuad } from '../../geodata/boundary/tiles/matrix-set.ts';
import { tileType } from '../schemas/tiles.ts';
import type { PublishedTileset } from '../tilesets.ts';
import { jsonType, type Link, type WriteAddress } from './addresses.ts';
import type { Collection } from './collections.ts';
import { crsNames } from './crs.ts';

const relations = 'http://www.opengis.net/def/rel/ogc/1.0';

/** What the list of tilesets says of one, and its metadata begin with. */
export function describeTilesetItem(title: string, path: string, write: WriteAddress) {
  return {
    title,
    dataType: 'vector',
    crs: webMercatorQuad.crs,
    tileMatrixSetURI: webMercatorQuad.uri,
    links: [
      { rel: 'self', type: jsonType, href: write(path, { f: 'json' }) },
      { rel: `${relations}/tiling-scheme`, type: jsonType, href: addressMatrixSet(write) },
    ] as Link[],
  };
}

/** Metadata of the tileset of a collection: the layer of its level in the tiles of its boundary year. */
export function describeTileset(
  { level, bbox }: Collection,
  tileset: PublishedTileset,
  { title, path, write }: { title: string; path: string; write: WriteAddress },
) {
  const item = describeTilesetItem(title, path, write);
  const [west, south, east, north] = bbox;
  return {
    ...item,
    tileMatrixSetId: webMercatorQuad.id,
    tileMatrixSetLimits: listLimits(tileset),
    boundingBox: { lowerLeft: [west, south], upperRight: [east, north], crs: crsNames.crs84 },
    layers: [{ id: level, dataType: 'vector', geometryDimension: 2 }],
    links: [
      ...item.links,
      {
        rel: 'item',
        type: tileType,
        templated: true,
        href: `${withoutQuery(write(path))}/{tileMatrix}/{tileRow}/{tileCol}`,
      },
    ] as Link[],
  };
}

export function addressMatrixSet(write: WriteAddress): string {
  return write(`/tileMatrixSets/${webMercatorQuad.id}`, { f: 'json' });
}

const withoutQuery = (address: string) => address.split('?', 1)[0] ?? address;

/** The rows and columns of each matrix in which something lies. */
function listLimits({ places }: PublishedTileset) {
  const byZoom = new Map<number, { rows: number[]; columns: number[] }>();
  for (const place of places) {
    const [zoom = 0, column = 0, row = 0] = place.split('/').map(Number);
    const limits = byZoom.get(zoom) ?? { rows: [], columns: [] };
    limits.rows.push(row);
    limits.columns.push(column);
    byZoom.set(zoom, limits);
  }
  return [...byZoom]
    .sort(([one], [other]) => one - other)
    .map(([zoom, { rows, columns }]) => ({
      tileMatrix: String(zoom),
      minTileRow: Math.min(...rows),
      maxTileRow: Math.max(...rows),
      minTileCol: Math.min(...columns),
      maxTileCol: Math.max(...columns),
    }));
}
