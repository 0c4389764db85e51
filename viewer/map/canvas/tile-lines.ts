import { VectorTile, type VectorTileLayer } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { isMapLevel, type MapLevel } from '../../../geodata/level.ts';
import type { TileId } from '../../../geodata/map/mercator.ts';

/** The borders and names of one tile. Coordinates run 0 to 1 over the tile, y downwards. */
export interface TileLines {
  /** x and y in turn, one array a line. */
  readonly borders: readonly { readonly level: MapLevel; readonly lines: readonly Float64Array[] }[];
  readonly labels: readonly TileLabel[];
}

export interface TileLabel {
  readonly name: string;
  readonly level: MapLevel;
  /** The lower, the sooner it is placed. */
  readonly rank: number;
  readonly x: number;
  readonly y: number;
}

/** Lines of a tile and where they lie. */
export interface PlacedLines {
  readonly id: TileId;
  readonly lines: TileLines;
}

export function decodeTileLines(bytes: Uint8Array): TileLines {
  const layers = bytes.length > 0 ? new VectorTile(new PbfReader(bytes)).layers : {};
  return { borders: readBorders(layers.border), labels: readLabels(layers.label) };
}

function readBorders(layer: VectorTileLayer | undefined): TileLines['borders'] {
  return Array.from({ length: layer?.length ?? 0 }, (_, i) => layer?.feature(i)).flatMap((feature) => {
    const level = feature?.properties.level;
    if (!feature || !isLevel(level)) return [];
    const lines = feature
      .loadGeometry()
      .map((line) => Float64Array.from(line.flatMap(({ x, y }) => [x / feature.extent, y / feature.extent])));
    return [{ level, lines }];
  });
}

/** Names that lie beside the tile belong to the one next to it. */
function readLabels(layer: VectorTileLayer | undefined): readonly TileLabel[] {
  return Array.from({ length: layer?.length ?? 0 }, (_, i) => layer?.feature(i)).flatMap((feature) => {
    const [point] = feature?.loadGeometry()[0] ?? [];
    const { name, level, rank } = feature?.properties ?? {};
    if (!feature || !point || typeof name !== 'string' || !isLevel(level)) return [];
    const [x, y] = [point.x / feature.extent, point.y / feature.extent];
    const isInside = x >= 0 && y >= 0 && x < 1 && y < 1;
    return isInside ? [{ name, level, rank: Number(rank ?? 0), x, y }] : [];
  });
}

function isLevel(value: unknown): value is MapLevel {
  return typeof value === 'string' && isMapLevel(value);
}
