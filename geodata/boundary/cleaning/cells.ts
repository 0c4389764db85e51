import type { Vertices } from '../grid.ts';
import type { Edge } from './linework.ts';

/** A square index over the grid: which cells an edge runs through, and which cell a point lies in. */
export interface Cells {
  /** Visits every cell that the edge, widened by one grid unit, runs through. */
  visit(edge: Edge, visitor: (cell: number) => void): void;
  /** Visits every cell that meets a box (west, south, east, north in grid units). */
  visitBox(box: readonly [number, number, number, number], visitor: (cell: number) => void): void;
  cellOf(vertex: number): number;
}

const columnFactor = 2 ** 26;

/** Cells about as large as the mean edge, so that an edge visits few and a cell holds few. */
export function createCells(vertices: Vertices, edges: readonly Edge[]): Cells {
  const { xs, ys } = vertices;
  let length = 0;
  for (const { from, to } of edges) {
    length += Math.hypot((xs[to] ?? 0) - (xs[from] ?? 0), (ys[to] ?? 0) - (ys[from] ?? 0));
  }
  const size = Math.max(16, Math.ceil((1.5 * length) / Math.max(1, edges.length)));
  const column = (x: number) => Math.floor(x / size) + columnFactor / 2;
  const key = (ix: number, iy: number) => ix * columnFactor + iy;

  const visit = ({ from, to }: Edge, visitor: (cell: number) => void): void => {
    const [a, b] = (xs[from] ?? 0) <= (xs[to] ?? 0) ? [from, to] : [to, from];
    const ax = xs[a] ?? 0;
    const ay = ys[a] ?? 0;
    const bx = xs[b] ?? 0;
    const by = ys[b] ?? 0;
    const slope = bx === ax ? 0 : (by - ay) / (bx - ax);
    const last = column(bx + 1);
    for (let ix = column(ax - 1); ix <= last; ix++) {
      const left = Math.max(ax, (ix - columnFactor / 2) * size - 1);
      const right = Math.min(bx, (ix + 1 - columnFactor / 2) * size + 1);
      const y1 = bx === ax ? ay : ay + slope * (left - ax);
      const y2 = bx === ax ? by : ay + slope * (right - ax);
      const top = column(Math.max(y1, y2) + 1);
      for (let iy = column(Math.min(y1, y2) - 1); iy <= top; iy++) visitor(key(ix, iy));
    }
  };
  const visitBox: Cells['visitBox'] = ([west, south, east, north], visitor) => {
    for (let ix = column(west); ix <= column(east); ix++) {
      for (let iy = column(south); iy <= column(north); iy++) visitor(key(ix, iy));
    }
  };
  return { visit, visitBox, cellOf: (vertex) => key(column(xs[vertex] ?? 0), column(ys[vertex] ?? 0)) };
}
