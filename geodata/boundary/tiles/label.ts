import type { Position } from 'geojson';
import type { MultiPolygon } from '../grid.ts';
import { metresPerDegree, ringArea } from '../measure.ts';

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly distance: number;
  /** The largest distance to the edge that any point in the cell can have. */
  readonly most: number;
}

/** Search ends when no point can lie further from the edge by more than this share of the area's size. */
const precision = 0.01;

/**
 * The point of the largest polygon that lies furthest from its edge, [lon, lat]: a place for a label. Quadtree search
 * after Garcia-Castellanos & Lombardo, Poles of inaccessibility (2007), as in Mapbox's polylabel.
 */
export function placeLabel(polygons: MultiPolygon): [number, number] {
  const [largest] = [...polygons].sort((one, two) => shellArea(two) - shellArea(one));
  const [lon0 = 0, lat0 = 0] = largest?.[0]?.[0] ?? [];
  const metres = metresPerDegree(lat0);
  const edges = listEdges((largest ?? []).map((ring) => toMetres(ring, lon0, lat0, metres)));
  const [x, y] = findPole(edges);
  return [lon0 + x / metres.lon, lat0 + y / metres.lat];
}

function shellArea(polygon: readonly Position[][]): number {
  return Math.abs(ringArea(polygon[0] ?? []));
}

function toMetres(
  ring: readonly Position[],
  lon0: number,
  lat0: number,
  metres: { lon: number; lat: number },
) {
  return ring.map(([lon = 0, lat = 0]) => [(lon - lon0) * metres.lon, (lat - lat0) * metres.lat] as const);
}

/** Edges as x1, y1, x2, y2 in a row. */
function listEdges(rings: readonly (readonly (readonly [number, number])[])[]): Float64Array {
  const edges: number[] = [];
  for (const ring of rings) {
    ring.forEach(([x, y], index) => {
      const next = ring[index + 1];
      if (next) edges.push(x, y, next[0], next[1]);
    });
  }
  return Float64Array.from(edges);
}

function findPole(edges: Float64Array): [number, number] {
  const xs = edges.filter((_, index) => index % 2 === 0);
  const ys = edges.filter((_, index) => index % 2 === 1);
  const [west, east] = spread(xs);
  const [south, north] = spread(ys);
  const size = Math.max(1e-6, Math.min(east - west, north - south));
  const queue: Cell[] = [];
  for (let x = west; x < east; x += size) {
    for (let y = south; y < north; y += size)
      queue.push(measureCell(edges, x + size / 2, y + size / 2, size / 2));
  }
  let best = measureCell(edges, (west + east) / 2, (south + north) / 2, 0);
  while (queue.length > 0) {
    queue.sort((one, two) => one.most - two.most);
    const cell = queue.pop();
    if (!cell) break;
    if (cell.distance > best.distance) best = cell;
    if (cell.most - best.distance <= precision * size) continue;
    const half = cell.half / 2;
    for (const [dx, dy] of [
      [-half, -half],
      [half, -half],
      [-half, half],
      [half, half],
    ] as const) {
      queue.push(measureCell(edges, cell.x + dx, cell.y + dy, half));
    }
  }
  return [best.x, best.y];
}

function spread(values: Float64Array): [number, number] {
  return [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
}

function measureCell(edges: Float64Array, x: number, y: number, half: number): Cell {
  const distance = signedDistance(edges, x, y);
  return { x, y, half, distance, most: distance + half * Math.SQRT2 };
}

/** Distance to the nearest edge, negative outside. */
function signedDistance(edges: Float64Array, x: number, y: number): number {
  let inside = false;
  let least = Infinity;
  for (let index = 0; index < edges.length; index += 4) {
    const ax = (edges[index] ?? 0) - x;
    const ay = (edges[index + 1] ?? 0) - y;
    const bx = (edges[index + 2] ?? 0) - x;
    const by = (edges[index + 3] ?? 0) - y;
    if (ay > 0 !== by > 0 && ax + (-ay * (bx - ax)) / (by - ay) > 0) inside = !inside;
    const dx = bx - ax;
    const dy = by - ay;
    const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
    const nearX = ax + along * dx;
    const nearY = ay + along * dy;
    least = Math.min(least, nearX * nearX + nearY * nearY);
  }
  return Math.sqrt(least) * (inside ? 1 : -1);
}
