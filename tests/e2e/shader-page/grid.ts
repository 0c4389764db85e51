import type { Feature, FeatureCollection, Position } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import type { Bounds } from '../../../geodata/boundary/measure.ts';
import { encodeTile } from '../../../geodata/boundary/tiles/encoding.ts';
import type { Camera } from '../../../geodata/link/view.ts';
import { latitudeOf, longitudeOf, type TileId } from '../../../geodata/map/mercator.ts';

/** Squares a side; a square is 32 pixels where the tile fills a map of 512. */
export const gridSide = 16;
export const gridSize = gridSide * gridSide;
export const squareSide = 32;
export const mapSide = gridSide * squareSide;

/** Of a zoom at which municipalities and smaller areas have names. */
const tile: TileId = { z: 11, x: 1060, y: 672 };

function degreesAt(x: number, y: number): [number, number] {
  const point = { x: (tile.x + x) / 2 ** tile.z, y: (tile.y + y) / 2 ** tile.z };
  return [longitudeOf(point), latitudeOf(point)];
}

/** Looks at the whole tile from a map of 512 pixels a side. */
export const gridCamera: Camera = (() => {
  const [longitude, latitude] = degreesAt(0.5, 0.5);
  return { zoom: tile.z, latitude, longitude };
})();

/** The ground of the tile, short of its very edge. */
export const gridBounds: Bounds = (() => {
  const [west, north] = degreesAt(1e-6, 1e-6);
  const [east, south] = degreesAt(1 - 1e-6, 1 - 1e-6);
  return [west, south, east, north];
})();

export function codeOf(index: number): string {
  return `BU${String(index).padStart(8, '0')}`;
}

export const gridTilePath = `/grid/${tile.z}/${tile.x}/${tile.y}.mvt`;

export const gridKinds = ['grid', 'lined', 'named'] as const;

/**
 * Squares as neighbourhoods, row by row from the top left; `lined` adds a border across the middle and a name below it,
 * `named` many names.
 */
export function encodeGrid(kind: (typeof gridKinds)[number]): Uint8Array {
  const squares = Array.from({ length: gridSize }, (_, index) => squareAt(index));
  const layers = new Map([['neighbourhood', cut(squares)]]);
  if (kind === 'lined') layers.set('border', cut([border]));
  if (kind === 'lined') layers.set('label', cut([label]));
  if (kind === 'named') layers.set('label', cut(crowd));
  const bytes = encodeTile(layers, tile.z, tile.x, tile.y);
  if (!bytes) throw new Error('The grid is empty.');
  return bytes;
}

/** Height of the border, in shares of the tile. */
export const borderHeight = 0.25;
/** Centre of the name, in shares of the tile. */
export const namePlace = [0.5, 0.6] as const;

const border: Feature = {
  type: 'Feature',
  properties: { level: 'municipality' },
  geometry: { type: 'LineString', coordinates: [degreesAt(0, borderHeight), degreesAt(1, borderHeight)] },
};

const label: Feature = {
  type: 'Feature',
  properties: { code: 'GM0001', name: 'Middenstad', level: 'municipality', index: 0, rank: 0 },
  geometry: { type: 'Point', coordinates: degreesAt(...namePlace) },
};

/** More names than there is room for: long, with brackets and hyphens, and some on each other's places. */
const crowd: readonly Feature[] = [
  ['Hof van Noord', 'municipality', 0, 0.5, 0.5],
  ['Wijk 09 Landelijk gebied en kernen', 'district', 0, 0.7, 0.7],
  ['Bedrijventerrein-Zuid (buitengebied)', 'neighbourhood', 0, 0.25, 0.2],
  ['Landelijk gebied en verspreide huizen van het dorp', 'neighbourhood', 1, 0.75, 0.2],
  ["'t Zwering", 'neighbourhood', 2, 0.5, 0.47],
  ['Cromhoffsbleek-Kotman', 'neighbourhood', 3, 0.48, 0.53],
  ['Lasonder, Zeggelt', 'neighbourhood', 4, 0.2, 0.7],
  ['Velve & Lindenhof', 'neighbourhood', 4, 0.23, 0.72],
  ['Oost', 'neighbourhood', 2, 0.8, 0.8],
  ['Te klein', 'neighbourhood', 9, 0.5, 0.9],
].map(([name, level, rank, x, y]) => ({
  type: 'Feature',
  properties: { name, level, rank },
  geometry: { type: 'Point', coordinates: degreesAt(Number(x), Number(y)) },
}));

function squareAt(index: number): Feature {
  const [left, top] = [(index % gridSide) / gridSide, Math.floor(index / gridSide) / gridSide];
  const [right, bottom] = [left + 1 / gridSide, top + 1 / gridSide];
  const ring: Position[] = [
    degreesAt(left, top),
    degreesAt(left, bottom),
    degreesAt(right, bottom),
    degreesAt(right, top),
    degreesAt(left, top),
  ];
  return {
    type: 'Feature',
    id: index,
    properties: { code: codeOf(index), name: codeOf(index), index },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

function cut(features: readonly Feature[]): GeoJSONVT {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: [...features] };
  return new GeoJSONVT(collection, { maxZoom: tile.z, indexMaxZoom: tile.z, tolerance: 0, buffer: 64 });
}

export function writeTileJson(name: string): string {
  return JSON.stringify({
    tilejson: '3.0.0',
    tiles: [`/${name}/{z}/{x}/{y}.mvt`],
    minzoom: tile.z,
    maxzoom: tile.z,
    bounds: gridBounds,
  });
}
