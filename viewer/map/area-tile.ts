import { classifyRings, VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { MapLevel } from '../../geodata/level.ts';
import type { WorldPoint } from '../../geodata/map/mercator.ts';
import type { MapArea } from './scene.ts';

/** One polygon of a tile. Coordinates run 0 to 1 over the tile, y downwards, a little beyond it at its edges. */
export interface TilePolygon {
  readonly index: number;
  /** x and y in turn: the outer ring, then its holes. */
  readonly positions: Float64Array;
  /** Where in `positions` each hole begins. */
  readonly holeIndices: number[];
}

export interface TileArea extends MapArea {
  readonly polygons: readonly TilePolygon[];
}

/** The areas of one level in one tile. */
export interface AreaTile {
  readonly areas: ReadonlyMap<string, TileArea>;
  readonly polygons: readonly TilePolygon[];
}

/** Reads the areas of a level from a vector tile; an empty tile or one without that level has none. */
export function decodeAreaTile(bytes: Uint8Array, level: MapLevel): AreaTile {
  const areas = new Map<string, TileArea>();
  const layer = bytes.length > 0 ? new VectorTile(new PbfReader(bytes)).layers[level] : undefined;
  for (let i = 0; layer && i < layer.length; i++) {
    const area = readArea(layer.feature(i));
    if (area) areas.set(area.code, area);
  }
  return { areas, polygons: [...areas.values()].flatMap(({ polygons }) => polygons) };
}

/** The area that holds a point of the tile's square, or null. */
export function findAreaAt({ areas }: AreaTile, point: WorldPoint): TileArea | null {
  for (const area of areas.values()) {
    if (area.polygons.some((polygon) => isInside(polygon, point))) return area;
  }
  return null;
}

/** The rings of a polygon, outer ring first, as views on its positions. */
export function ringsOf({ positions, holeIndices }: TilePolygon): Float64Array[] {
  const starts = [0, ...holeIndices];
  return starts.map((start, i) => positions.subarray(start, starts[i + 1] ?? positions.length));
}

function readArea(feature: VectorTileFeature): TileArea | null {
  const { code, name, index = feature.id } = feature.properties;
  if (feature.type !== 3 || typeof code !== 'string' || typeof index !== 'number') return null;
  const polygons = classifyRings(feature.loadGeometry()).map((rings) => {
    const holeIndices: number[] = [];
    const positions = new Float64Array(2 * rings.reduce((count, ring) => count + ring.length, 0));
    let length = 0;
    for (const ring of rings) {
      if (length > 0) holeIndices.push(length);
      for (const { x, y } of ring) {
        positions[length++] = x / feature.extent;
        positions[length++] = y / feature.extent;
      }
    }
    return { index, positions, holeIndices };
  });
  return { code, name: String(name ?? code), index, polygons };
}

/** Even-odd rule over all rings, so that holes are outside. */
function isInside(polygon: TilePolygon, { x, y }: WorldPoint): boolean {
  let isWithin = false;
  for (const ring of ringsOf(polygon)) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[i], ring[i + 1], ring[j], ring[j + 1]];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isWithin = !isWithin;
    }
  }
  return isWithin;
}
