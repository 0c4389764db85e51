import { createHash } from 'node:crypto';
import type { Feature } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { mapLevels } from '../../level.ts';
import { type Bounds, measureBounds } from '../measure.ts';
import { joinShapes, type LevelTopology, type YearShapes } from '../topology.ts';
import { encodeTile } from './encoding.ts';
import { drawAreas, drawBorders, drawLabels, type TileLabel } from './features.ts';
import { extent, project } from './mercator.ts';
import { simplifyTopology } from './simplify.ts';

export const minzoom = 6;
export const maxzoom = 13;
/** Tile units that areas and lines reach beyond a tile's edge, so that no seam shows where tiles meet. */
const buffer = 32;

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** A Mapbox Vector Tile (version 2), not compressed. */
  readonly bytes: Uint8Array;
}

export interface Tileset {
  readonly tiles: Tile[];
  /** SHA-256 over all tiles, hexadecimal: the same shapes and labels give the same. */
  readonly hash: string;
  readonly minzoom: typeof minzoom;
  readonly maxzoom: typeof maxzoom;
  readonly bounds: Bounds;
}

/**
 * Draws the vector tiles of a boundary year: layers `neighbourhood`, `district`, `municipality` (polygons with `code`,
 * `name`, `index`; feature id = index), `border` (lines with `level`) and `label` (points with `name`, `level`, `rank`).
 * `labels` gives name and version index of every code of every level. Tiles without features are left out.
 */
export function buildTiles(
  shapes: YearShapes,
  labels: ReadonlyMap<string, TileLabel>,
  onProgress: (step: string) => void = () => undefined,
): Tileset {
  const topology = joinShapes(shapes);
  const bounds = measureBounds(shapes.municipality.flatMap(({ polygons }) => polygons));
  const tiles: Tile[] = [];
  for (let zoom = minzoom; zoom <= maxzoom; zoom++) {
    onProgress(`drawing the tiles of zoom ${zoom}`);
    tiles.push(...buildZoom(simplifyTopology(topology, zoom), shapes, labels, zoom, bounds));
  }
  return { tiles, hash: hashTiles(tiles), minzoom, maxzoom, bounds };
}

function buildZoom(
  topology: LevelTopology,
  shapes: YearShapes,
  labels: ReadonlyMap<string, TileLabel>,
  zoom: number,
  bounds: Bounds,
): Tile[] {
  // In this order a tile compresses best: larger areas run along borders that the smaller have had.
  const layers = new Map(
    mapLevels
      .toReversed()
      .map((level) => [level as string, sliceLayer(drawAreas(topology, level, labels), zoom, buffer)]),
  );
  layers.set('label', sliceLayer(drawLabels(shapes, labels, zoom), zoom, 0));
  layers.set('border', sliceLayer(drawBorders(topology), zoom, buffer));
  const tiles: Tile[] = [];
  for (const { x, y } of listTiles(bounds, zoom)) {
    const bytes = encodeTile(layers, zoom, x, y);
    if (bytes) tiles.push({ z: zoom, x, y, bytes });
  }
  return tiles;
}

/** Features arrive simplified and on the grid of the zoom, so tolerance is 0: nothing moves apart again. */
function sliceLayer(features: Feature[], zoom: number, reach: number): GeoJSONVT {
  return new GeoJSONVT(
    { type: 'FeatureCollection', features },
    { maxZoom: zoom, indexMaxZoom: zoom, indexMaxPoints: 0, tolerance: 0, extent, buffer: reach },
  );
}

function listTiles([west, south, east, north]: Bounds, zoom: number): { x: number; y: number }[] {
  const [left, top] = project([west, north], zoom).map((units) => Math.floor(units / extent));
  const [right, bottom] = project([east, south], zoom).map((units) => Math.floor(units / extent));
  const tiles: { x: number; y: number }[] = [];
  for (let x = left ?? 0; x <= (right ?? 0); x++) {
    for (let y = top ?? 0; y <= (bottom ?? 0); y++) tiles.push({ x, y });
  }
  return tiles;
}

function hashTiles(tiles: readonly Tile[]): string {
  const hash = createHash('sha256');
  for (const { z, x, y, bytes } of tiles) hash.update(`${z}/${x}/${y} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}
