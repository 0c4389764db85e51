import type { Position } from 'geojson';
import { createVertices, toGrid, type Vertices } from '../grid.ts';

/** How often each polygon's rings run along an edge, from→to less to→from, by the polygon's number. */
export type Passes = ReadonlyMap<number, number>;

export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly passes: Passes;
}

/** Edges between grid points, each pair of points joined at most once (from < to). */
export interface Linework {
  readonly vertices: Vertices;
  readonly edges: Map<number, Edge>;
}

const keyFactor = 2 ** 26;

export function createLinework(vertices: Vertices = createVertices()): Linework {
  return { vertices, edges: new Map() };
}

/** Adds the edge from→to; passes along an edge that is there already are added up. */
export function addEdge(linework: Linework, from: number, to: number, passes: Passes): void {
  if (from === to) return;
  const forward = from < to;
  const [low, high] = forward ? [from, to] : [to, from];
  const key = low * keyFactor + high;
  const known = linework.edges.get(key)?.passes;
  if (!known && forward) {
    linework.edges.set(key, { from: low, to: high, passes });
    return;
  }
  const sum = new Map(known);
  for (const [polygon, count] of passes) {
    const total = (sum.get(polygon) ?? 0) + (forward ? count : -count);
    if (total === 0) sum.delete(polygon);
    else sum.set(polygon, total);
  }
  linework.edges.set(key, { from: low, to: high, passes: sum });
}

/** Adds a polygon's rings: shells run counter-clockwise and holes clockwise, whatever their order in the source. */
export function addPolygon(
  linework: Linework,
  rings: readonly (readonly Position[])[],
  polygon: number,
): void {
  const passes = new Map([[polygon, 1]]);
  rings.forEach((ring, position) => {
    const points = ring.map(([lon = 0, lat = 0]) => linework.vertices.numberAt(toGrid(lon), toGrid(lat)));
    if (turnsLeft(linework.vertices, points) !== (position === 0)) points.reverse();
    points.forEach((point, index) => {
      addEdge(linework, point, points[(index + 1) % points.length] ?? point, passes);
    });
  });
}

function turnsLeft({ xs, ys }: Vertices, points: readonly number[]): boolean {
  let area = 0;
  const [first = 0] = points;
  const x0 = xs[first] ?? 0;
  const y0 = ys[first] ?? 0;
  points.forEach((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    const x = (xs[point] ?? 0) - x0;
    const y = (ys[point] ?? 0) - y0;
    area += x * ((ys[next] ?? 0) - y0) - ((xs[next] ?? 0) - x0) * y;
  });
  return area >= 0;
}
