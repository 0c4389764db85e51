import { ringsOf, type TilePolygon } from '../area-tile.ts';
import type { PlacedTile } from '../on-tiles.ts';
import { placeTile, type Sight } from './sight.ts';

/** Which area every pixel of the screen belongs to. */
export interface AreaRaster {
  readonly width: number;
  readonly height: number;
  /**
   * Stretches of a row, three numbers each: the first pixel, counted row by row from the top, the one after the last, and the
   * index of the area. A later one lies over those before it.
   */
  readonly spans: readonly number[];
}

/** Fills areas as a GPU does: a pixel belongs to the area that its centre lies in, and nothing is smoothed. */
export function rasterAreas(
  tiles: readonly PlacedTile[],
  sight: Sight,
  { width, height, pixelRatio }: { width: number; height: number; pixelRatio: number },
): AreaRaster {
  const spans: number[] = [];
  const rows: number[][] = Array.from({ length: height }, () => []);
  for (const { id, tile } of tiles) {
    const { left, top, side } = placeTile(sight, id);
    const place = { left: left * pixelRatio, top: top * pixelRatio, side: side * pixelRatio };
    for (const polygon of tile.polygons) fillPolygon(polygon, place, { width, height, spans }, rows);
  }
  return { width, height, spans };
}

function fillPolygon(
  polygon: TilePolygon,
  { left, top, side }: { left: number; top: number; side: number },
  { width, height, spans }: { width: number; height: number; spans: number[] },
  rows: number[][],
): void {
  let [first, last] = [height, -1];
  for (const ring of ringsOf(polygon)) {
    for (let i = 2; i < ring.length; i += 2) {
      let [x1, y1] = [left + side * (ring[i - 2] ?? 0), top + side * (ring[i - 1] ?? 0)];
      let [x2, y2] = [left + side * (ring[i] ?? 0), top + side * (ring[i + 1] ?? 0)];
      // Downwards, so that both neighbours of an edge compute the same.
      if (y1 > y2) [x1, y1, x2, y2] = [x2, y2, x1, y1];
      const from = Math.max(0, Math.ceil(y1 - 0.5));
      const to = Math.min(height, Math.ceil(y2 - 0.5));
      if (from >= to) continue;
      const slope = (x2 - x1) / (y2 - y1);
      for (let row = from; row < to; row++) rows[row]?.push(x1 + (row + 0.5 - y1) * slope);
      first = Math.min(first, from);
      last = Math.max(last, to - 1);
    }
  }
  for (let row = first; row <= last; row++) {
    const crossings = rows[row] ?? [];
    if (crossings.length > 2) crossings.sort((one, two) => one - two);
    else if ((crossings[0] ?? 0) > (crossings[1] ?? 0)) crossings.reverse();
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil((crossings[i] ?? 0) - 0.5));
      const to = Math.min(width, Math.ceil((crossings[i + 1] ?? 0) - 0.5));
      if (from < to) spans.push(row * width + from, row * width + to, polygon.index);
    }
    crossings.length = 0;
  }
}
