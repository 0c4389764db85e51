import {
  type MatrixSetName,
  matrixSets,
  type TileMatrixSet,
} from '../../geodata/boundary/tiles/matrix-set.ts';
import { limitRdMatrix, rdMatrices } from '../../geodata/boundary/tiles/rd-tile.ts';
import { describeTiles, type TileJson } from '../../geodata/boundary/tiles/tilejson.ts';
import { tileType } from '../schemas/tiles.ts';
import type { PublishedTileset } from '../tilesets.ts';
import { jsonType, type Link, type WriteAddress } from './addresses.ts';
import type { Collection } from './collections.ts';
import { crsNames } from './crs.ts';

const relations = 'http://www.opengis.net/def/rel/ogc/1.0';

/** Where a tileset is described, and how it is called. */
interface TilesetPlace {
  readonly title: string;
  readonly path: string;
  readonly write: WriteAddress;
}

/** What the list of tilesets says of one, and its metadata begin with. */
export function describeTilesetItem(name: MatrixSetName, { title, path, write }: TilesetPlace) {
  const { crs, uri }: TileMatrixSet = matrixSets[name];
  return {
    title,
    dataType: 'vector',
    crs,
    ...(uri !== undefined && { tileMatrixSetURI: uri }),
    links: [
      { rel: 'self', type: jsonType, href: write(path, { f: 'json' }) },
      { rel: `${relations}/tiling-scheme`, type: jsonType, href: addressMatrixSet(name, write) },
    ] as Link[],
  };
}

/** Metadata of the tileset of a collection: the layer of its level in the tiles of its boundary year. */
export function describeTileset(
  name: MatrixSetName,
  { level, bbox }: Collection,
  tileset: PublishedTileset,
  place: TilesetPlace,
) {
  const item = describeTilesetItem(name, place);
  const [west, south, east, north] = bbox;
  return {
    ...item,
    tileMatrixSetId: name,
    tileMatrixSetLimits: name === 'WebMercatorQuad' ? listLimits(tileset) : listRdLimits(bbox),
    boundingBox: { lowerLeft: [west, south], upperRight: [east, north], crs: crsNames.crs84 },
    layers: [{ id: level, dataType: 'vector', geometryDimension: 2 }],
    links: [
      ...item.links,
      {
        rel: 'item',
        type: tileType,
        templated: true,
        href: `${addressTile(place)}/{tileMatrix}/{tileRow}/{tileCol}`,
      },
      ...(name === 'WebMercatorQuad'
        ? [
            {
              rel: 'alternate',
              type: tileJsonType,
              title: 'TileJSON',
              href: place.write(place.path, { f: 'tilejson' }),
            },
          ]
        : []),
    ] as Link[],
  };
}

/** Of TileJSON, as OGC API Tiles names it. */
export const tileJsonType = 'application/vnd.mapbox.tile+json';

/** The same tileset as TileJSON, which knows Web Mercator alone. */
export function describeTileJson(
  { level, bbox }: Collection,
  { tilejson, places }: PublishedTileset,
  place: TilesetPlace,
): TileJson {
  const zooms = [...places].map((address) => Number(address.split('/', 1)[0]));
  const [west = 0, south = 0, east = 0, north = 0] = bbox;
  const described = describeTiles(
    { minzoom: Math.min(...zooms), maxzoom: Math.max(...zooms), bounds: [west, south, east, north] },
    {
      name: place.title,
      attribution: String(tilejson.attribution ?? ''),
      address: `${addressTile(place)}/{z}/{y}/{x}`,
    },
  );
  return { ...described, vector_layers: described.vector_layers.filter(({ id }) => id === level) };
}

/** Where the definition of a tile matrix set is, as JSON. */
export function addressMatrixSet(name: MatrixSetName, write: WriteAddress): string {
  return write(`/tileMatrixSets/${name}`, { f: 'json' });
}

function addressTile({ path, write }: TilesetPlace): string {
  return write(path).split('?', 1)[0] ?? '';
}

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

function listRdLimits([west = 0, south = 0, east = 0, north = 0]: readonly number[]) {
  const count = rdMatrices.last - rdMatrices.first + 1;
  return Array.from({ length: count }, (_, index) => {
    const matrix = rdMatrices.first + index;
    return { tileMatrix: String(matrix), ...limitRdMatrix([west, south, east, north], matrix) };
  });
}
