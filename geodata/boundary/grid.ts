import type { Position } from 'geojson';

/** MultiPolygon coordinates: polygons, of rings (the first the shell), of [lon, lat] in WGS84 degrees. */
export type MultiPolygon = Position[][][];

/** The integer grid on which linework is noded: 1e-7 degree, about 1 cm. */
const cellsPerDegree = 1e7;

export function toGrid(degrees: number): number {
  return Math.round(degrees * cellsPerDegree);
}

export function fromGrid(cells: number): number {
  return cells / cellsPerDegree;
}

/** Grid points numbered from 0; equal points have the same number. */
export interface Vertices {
  readonly xs: number[];
  readonly ys: number[];
  /** Number of the point at (x, y); a new one is added where there is none. */
  numberAt(x: number, y: number): number;
}

/** An empty list of points. Points may lie anywhere on the Earth's grid. */
export function createVertices(): Vertices {
  const xs: number[] = [];
  const ys: number[] = [];
  const columns = new Map<number, Map<number, number>>();
  const numberAt = (x: number, y: number): number => {
    let column = columns.get(x);
    if (!column) {
      column = new Map();
      columns.set(x, column);
    }
    const known = column.get(y);
    if (known !== undefined) return known;
    column.set(y, xs.length);
    ys.push(y);
    return xs.push(x) - 1;
  };
  return { xs, ys, numberAt };
}

/**
 * Twice the signed area of the triangle a, b, c in grid cells: positive when c lies left of a→b. Exact for triangles up
 * to the size of the Netherlands, as every product then stays below 2⁵³.
 */
export function orientation(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}
