import { orientation, type Vertices } from '../grid.ts';
import { type Cells, createCells } from './cells.ts';
import { addEdge, createLinework, type Edge, type Linework } from './linework.ts';

const mostPasses = 12;

/**
 * Splits edges wherever they cross or touch, so that they meet at common points only. Snap rounding (Hobby, Practical
 * segment intersection with finite precision output, 1999): crossings are rounded to the grid, and every edge that runs
 * through the grid cell of a point is bent through that point. Repeated until nothing is left to split.
 */
export function nodeLinework(linework: Linework): Linework {
  let current = linework;
  for (let pass = 0; pass < mostPasses; pass++) {
    const next = splitOnce(current);
    if (next === null) return current;
    current = next;
  }
  throw new Error(`Borders still cross after ${mostPasses} passes of noding`);
}

/** Edges cut once at all crossings and touching points; null when there are none. */
function splitOnce({ vertices, edges: edgeMap }: Linework): Linework | null {
  const edges = [...edgeMap.values()];
  const cells = createCells(vertices, edges);
  const cuts = findCrossings(vertices, edges, cells);
  addTouchingPoints(vertices, edges, cells, cuts);
  if (cuts.size === 0) return null;
  const result = createLinework(vertices);
  edges.forEach((edge, number) => {
    let previous = edge.from;
    for (const point of sortAlong(vertices, edge, cuts.get(number))) {
      addEdge(result, previous, point, edge.passes);
      previous = point;
    }
    addEdge(result, previous, edge.to, edge.passes);
  });
  return result;
}

type Cuts = Map<number, Set<number>>;

function addCut(cuts: Cuts, edge: Edge, number: number, point: number): void {
  if (point === edge.from || point === edge.to) return;
  const points = cuts.get(number);
  if (points) points.add(point);
  else cuts.set(number, new Set([point]));
}

function findCrossings(vertices: Vertices, edges: readonly Edge[], cells: Cells): Cuts {
  const cuts: Cuts = new Map();
  const residents = new Map<number, number[]>();
  edges.forEach((edge, number) => {
    cells.visit(edge, (cell) => {
      const others = residents.get(cell);
      if (!others) residents.set(cell, [number]);
      else {
        for (const other of others) cross(vertices, edges, number, other, cuts);
        others.push(number);
      }
    });
  });
  return cuts;
}

function cross(vertices: Vertices, edges: readonly Edge[], first: number, second: number, cuts: Cuts): void {
  const one = edges[first];
  const two = edges[second];
  if (!one || !two) return;
  const point = crossingPoint(vertices, one, two);
  if (!point) return;
  const vertex = vertices.numberAt(point[0], point[1]);
  addCut(cuts, one, first, vertex);
  addCut(cuts, two, second, vertex);
}

/** Where two edges cross inside both, rounded to the grid; null where they do not, or only touch. */
export function crossingPoint({ xs, ys }: Vertices, one: Edge, two: Edge): [number, number] | null {
  if (one.from === two.from || one.from === two.to || one.to === two.from || one.to === two.to) return null;
  const ax = xs[one.from] ?? 0;
  const ay = ys[one.from] ?? 0;
  const bx = xs[one.to] ?? 0;
  const by = ys[one.to] ?? 0;
  const cx = xs[two.from] ?? 0;
  const cy = ys[two.from] ?? 0;
  const dx = xs[two.to] ?? 0;
  const dy = ys[two.to] ?? 0;
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return null;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return null;
  const c = orientation(ax, ay, bx, by, cx, cy);
  const d = orientation(ax, ay, bx, by, dx, dy);
  if (c === 0 || d === 0 || c > 0 === d > 0) return null;
  const a = orientation(cx, cy, dx, dy, ax, ay);
  const b = orientation(cx, cy, dx, dy, bx, by);
  if (a === 0 || b === 0 || a > 0 === b > 0) return null;
  const along = a / (a - b);
  return [Math.floor(ax + along * (bx - ax) + 0.5), Math.floor(ay + along * (by - ay) + 0.5)];
}

function addTouchingPoints(vertices: Vertices, edges: readonly Edge[], cells: Cells, cuts: Cuts): void {
  const points = new Map<number, number[]>();
  for (let vertex = 0; vertex < vertices.xs.length; vertex++) {
    const cell = cells.cellOf(vertex);
    const others = points.get(cell);
    if (others) others.push(vertex);
    else points.set(cell, [vertex]);
  }
  edges.forEach((edge, number) => {
    cells.visit(edge, (cell) => {
      for (const vertex of points.get(cell) ?? []) {
        if (vertex === edge.from || vertex === edge.to) continue;
        if (runsThrough(vertices, edge, vertex)) addCut(cuts, edge, number, vertex);
      }
    });
  });
}

/** Whether an edge runs through the half-open grid cell [x − ½, x + ½) × [y − ½, y + ½) of a point. */
function runsThrough({ xs, ys }: Vertices, { from, to }: Edge, vertex: number): boolean {
  const [p, q] = (xs[from] ?? 0) <= (xs[to] ?? 0) ? [from, to] : [to, from];
  const x = 2 * (xs[vertex] ?? 0);
  const y = 2 * (ys[vertex] ?? 0);
  const px = 2 * (xs[p] ?? 0);
  const py = 2 * (ys[p] ?? 0);
  const qx = 2 * (xs[q] ?? 0);
  const qy = 2 * (ys[q] ?? 0);
  if (px >= x + 1 || qx < x - 1) return false;
  if (Math.min(py, qy) >= y + 1 || Math.max(py, qy) < y - 1) return false;
  if (px === qx || py === qy) return true;
  const upperLeft = Math.sign(orientation(px, py, qx, qy, x - 1, y + 1));
  if (upperLeft === 0) return py > qy;
  const upperRight = Math.sign(orientation(px, py, qx, qy, x + 1, y + 1));
  if (upperRight === 0) return py < qy;
  if (upperLeft !== upperRight) return true;
  const lowerLeft = Math.sign(orientation(px, py, qx, qy, x - 1, y - 1));
  if (lowerLeft !== upperLeft) return true;
  const lowerRight = Math.sign(orientation(px, py, qx, qy, x + 1, y - 1));
  if (lowerRight === 0) return py > qy;
  return lowerRight !== lowerLeft;
}

function sortAlong({ xs, ys }: Vertices, { from, to }: Edge, points: Set<number> | undefined): number[] {
  if (!points) return [];
  const x = xs[from] ?? 0;
  const y = ys[from] ?? 0;
  const dx = (xs[to] ?? 0) - x;
  const dy = (ys[to] ?? 0) - y;
  const along = (point: number) => ((xs[point] ?? 0) - x) * dx + ((ys[point] ?? 0) - y) * dy;
  return [...points].sort((one, two) => along(one) - along(two));
}
