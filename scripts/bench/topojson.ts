import { brotliCompressSync, constants } from 'node:zlib';
import type { Division } from '../../api/release/division.ts';
import { labelZooms } from '../../geodata/boundary/tiles/features.ts';
import { project } from '../../geodata/boundary/tiles/mercator.ts';
import { simplifyTopology } from '../../geodata/boundary/tiles/simplify.ts';
import { joinShapes } from '../../geodata/boundary/topology.ts';
import { mapLevels } from '../../geodata/level.ts';

type Point = [number, number];

/**
 * A division as quantised TopoJSON: the areas of all levels with code, name and number, the points of the labels that
 * the tiles have at the zoom, every arc once and simplified as the tiles of that zoom are, on the same grid.
 */
export function encodeTopojson({ shapes, areas }: Division, zoom: number): Uint8Array {
  const topology = simplifyTopology(joinShapes(shapes), zoom);
  const toGrid = (point: readonly number[]): Point => {
    const [x = 0, y = 0] = project(point as Point, zoom);
    return [Math.round(x), Math.round(y)];
  };
  const origin = topology.arcs
    .flat()
    .map(toGrid)
    .reduce(([left, top], [x, y]): Point => [Math.min(left, x), Math.min(top, y)]);
  const away = (point: readonly number[]): Point => {
    const [x, y] = toGrid(point);
    return [x - origin[0], y - origin[1]];
  };
  const describe = (code: string, index: number) => ({ code, name: areas.get(code)?.name ?? code, index });
  const collect = (geometries: object[]) => ({ type: 'GeometryCollection', geometries });
  const objects = mapLevels.map((level) => {
    const drawn = topology.levels[level].map(({ id, type, arcs }, index) => ({
      type,
      arcs,
      id: index,
      properties: describe(id, index),
    }));
    return [level, collect(drawn)] as const;
  });
  const labels = mapLevels
    .filter((level) => zoom >= labelZooms[level])
    .flatMap((level) =>
      shapes[level].map(({ code, label }, index) => ({
        type: 'Point',
        coordinates: away(label),
        id: index,
        properties: { ...describe(code, index), level },
      })),
    );
  const text = JSON.stringify({
    type: 'Topology',
    transform: { scale: [1, 1], translate: origin },
    arcs: topology.arcs.map((arc) => stepAlong(arc.map(away))),
    objects: { ...Object.fromEntries(objects), label: collect(labels) },
  });
  return Buffer.from(text);
}

/** Each point as the way from the one before. */
function stepAlong(points: readonly Point[]): Point[] {
  return points.map(([x, y], index) => {
    const [px, py] = points[index - 1] ?? [0, 0];
    return [x - px, y - py];
  });
}

/** Bytes in Brotli at its smallest. */
export function compressedSize(bytes: Uint8Array): number {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}
