import type { Position } from 'geojson';
import { fromGrid, type MultiPolygon } from '../grid.ts';
import { ringArea } from '../measure.ts';
import type { Arrangement } from './arrangement.ts';

/**
 * Polygons of every owner over the faces (`owners[face]`, −1 for none): faces of one owner melt together, and neighbours
 * keep every point of their border in common. Shells run counter-clockwise, holes clockwise; no ring touches itself.
 */
export function traceOwners(arrangement: Arrangement, owners: Int32Array): Map<number, MultiPolygon> {
  const ownerOf = (halfEdge: number) => owners[arrangement.faceOf[halfEdge] ?? 0] ?? -1;
  const isBorder = (halfEdge: number) => ownerOf(halfEdge) !== ownerOf(halfEdge ^ 1);
  const seen = new Uint8Array(arrangement.starts.length);
  const rings = new Map<number, Position[][]>();
  for (let first = 0; first < seen.length; first++) {
    const owner = ownerOf(first);
    if (seen[first] || owner < 0 || !isBorder(first)) continue;
    const points: number[] = [];
    for (let halfEdge = first; !seen[halfEdge]; halfEdge = nextBorder(arrangement, halfEdge, isBorder)) {
      seen[halfEdge] = 1;
      points.push(arrangement.starts[halfEdge] ?? 0);
    }
    const group = rings.get(owner) ?? [];
    for (const loop of splitAtTouchingPoints(points)) group.push(toRing(arrangement, loop));
    rings.set(owner, group);
  }
  return new Map([...rings].map(([owner, group]) => [owner, nestRings(group)]));
}

/** The first border clockwise from the way back: it keeps the owner on the left. */
function nextBorder(
  { starts, leaving }: Arrangement,
  halfEdge: number,
  isBorder: (halfEdge: number) => boolean,
): number {
  const back = halfEdge ^ 1;
  const group = leaving(starts[back] ?? 0);
  let index = group.indexOf(back);
  for (let step = 0; step < group.length; step++) {
    index = (index + group.length - 1) % group.length;
    const candidate = group[index] ?? back;
    if (isBorder(candidate)) return candidate;
  }
  return back;
}

/** Loops without a repeated point: one that comes back to a point is cut in two there. */
function splitAtTouchingPoints(points: readonly number[]): number[][] {
  const loops: number[][] = [];
  const path: number[] = [];
  const places = new Map<number, number>();
  for (const point of points) {
    const index = places.get(point);
    if (index !== undefined) {
      const loop = path.splice(index);
      for (const passed of loop) places.delete(passed);
      loops.push(loop);
    }
    places.set(point, path.length);
    path.push(point);
  }
  loops.push(path);
  return loops.filter((loop) => loop.length > 2);
}

function toRing({ vertices }: Arrangement, points: readonly number[]): Position[] {
  const ring = points.map((point) => [fromGrid(vertices.xs[point] ?? 0), fromGrid(vertices.ys[point] ?? 0)]);
  const [first] = ring;
  return first ? [...ring, first] : [];
}

function nestRings(rings: readonly Position[][]): MultiPolygon {
  const shells = rings.filter((ring) => ringArea(ring) > 0).map((shell) => [shell]);
  for (const hole of rings.filter((ring) => ringArea(ring) < 0)) {
    const around = shells.filter(([shell]) => shell && holds(shell, hole));
    around.sort(([one = []], [two = []]) => ringArea(one) - ringArea(two));
    around[0]?.push(hole);
  }
  return shells;
}

/** Whether a ring lies within another that it may touch but not cross: tested just inside the middle of its edges. */
function holds(shell: readonly Position[], hole: readonly Position[]): boolean {
  const [a = [0, 0], b = [0, 0]] = hole;
  return isInside(shell, ((a[0] ?? 0) + (b[0] ?? 0)) / 2, ((a[1] ?? 0) + (b[1] ?? 0)) / 2);
}

/** Even-odd test of a point in a closed ring. */
export function isInside(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  for (let index = 1; index < ring.length; index++) {
    const [ax = 0, ay = 0] = ring[index - 1] ?? [];
    const [bx = 0, by = 0] = ring[index] ?? [];
    if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside;
  }
  return inside;
}
