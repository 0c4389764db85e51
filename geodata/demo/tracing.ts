import type { Position } from 'geojson';
import { grid, type Point, toPosition } from './grid.ts';
import { simplifyLine, smoothLine } from './line.ts';

const columns = grid.width + 1;
/** Kilometres; well under half a cell, so that lines on both sides of a strip of one cell do not meet. */
const tolerance = 0.35 * grid.cellKm;

/** Draws the outline of any group of labels. */
export type Tracer = (groupOf: (label: number) => number | null) => Map<number, Position[][][]>;

/**
 * Cuts the borders between labels at the corners where three or more meet and smooths each piece once, whoever asks:
 * groups of labels, in any boundary year, share every vertex of a common border. A group of null is not drawn. The result
 * is multipolygon coordinates in WGS84, outer rings anticlockwise, per group.
 */
export function createTracer(labels: Int16Array): Tracer {
  const isJunction = findJunctions(labels);
  const pieces = new Map<string, Position[]>();
  return (groupOf) => {
    const polygonsOf = new Map<number, Position[][][]>();
    for (const [group, edges] of collectEdges(labels, groupOf)) {
      const rings = linkRings(edges).map((ring) => drawRing(ring, isJunction, pieces));
      polygonsOf.set(group, nestRings(rings));
    }
    return polygonsOf;
  };
}

/** Steps along the border of each group, with the group to the left: from a corner to the corners that follow it. */
function collectEdges(
  labels: Int16Array,
  groupOf: (label: number) => number | null,
): Map<number, Map<number, number[]>> {
  const groups = new Map<number, Map<number, number[]>>();
  const groupAt = (cell: number): number | null => (labels[cell] === -1 ? null : groupOf(labels[cell] ?? -1));
  for (let cell = 0; cell < labels.length; cell++) {
    const group = groupAt(cell);
    if (group === null) continue;
    const corner = cell + Math.floor(cell / grid.width);
    const step = (neighbour: number, from: number, to: number): void => {
      if (groupAt(neighbour) === group) return;
      const edges = groups.get(group) ?? new Map<number, number[]>();
      groups.set(group, edges);
      edges.set(from, [...(edges.get(from) ?? []), to]);
    };
    step(cell - grid.width, corner, corner + 1);
    step(cell + 1, corner + 1, corner + columns + 1);
    step(cell + grid.width, corner + columns + 1, corner + columns);
    step(cell - 1, corner + columns, corner);
  }
  return groups;
}

/** Corners in rings, the first not repeated. Where two ways lead on, the left one is taken: it keeps to the same cell. */
function linkRings(edges: Map<number, number[]>): number[][] {
  const rings: number[][] = [];
  for (const [start, ends] of edges) {
    while (ends.length > 0) {
      const ring = [start];
      let [from, at] = [start, ends.pop() ?? start];
      while (at !== start) {
        ring.push(at);
        const [heading, ways] = [at - from, edges.get(at) ?? []];
        const left = heading === 1 ? columns : heading === columns ? -1 : heading === -1 ? -columns : 1;
        const next = ways.includes(at + left) ? at + left : (ways[0] ?? start);
        ways.splice(ways.indexOf(next), 1);
        [from, at] = [at, next];
      }
      rings.push(ring);
    }
  }
  return rings;
}

/** Corners from which borders between labels leave in three or four directions. */
function findJunctions(labels: Int16Array): (corner: number) => boolean {
  const degree = new Uint8Array(columns * (grid.height + 1));
  for (let cell = grid.width; cell < labels.length; cell++) {
    const corner = cell + Math.floor(cell / grid.width);
    for (const [neighbour, end] of [
      [cell - grid.width, corner + 1],
      [cell - 1, corner + columns],
    ] as const) {
      if (labels[neighbour] === labels[cell]) continue;
      degree[corner] = (degree[corner] ?? 0) + 1;
      degree[end] = (degree[end] ?? 0) + 1;
    }
  }
  return (corner) => (degree[corner] ?? 0) > 2;
}

function drawRing(
  ring: number[],
  isJunction: (corner: number) => boolean,
  pieces: Map<string, Position[]>,
): Position[] {
  const first = ring.findIndex(isJunction);
  const offset = first >= 0 ? first : ring.indexOf(Math.min(...ring));
  const turned = [...ring.slice(offset), ...ring.slice(0, offset), ring[offset] ?? 0];
  const drawn: Position[] = [];
  let start = 0;
  for (let index = 1; index < turned.length; index++) {
    if (index < turned.length - 1 && !isJunction(turned[index] ?? 0)) continue;
    const line = drawPiece(turned.slice(start, index + 1), first < 0, pieces);
    drawn.push(...(drawn.length > 0 ? line.slice(1) : line));
    start = index;
  }
  return drawn;
}

/** Always drawn in the same direction, so that it comes out the same for the area on either side. */
function drawPiece(corners: number[], isLoop: boolean, pieces: Map<string, Position[]>): Position[] {
  const [start, second] = [corners[0] ?? 0, corners[1] ?? 0];
  const [end, beforeEnd] = [corners.at(-1) ?? 0, corners.at(-2) ?? 0];
  const isForward = start === end ? second < beforeEnd : start < end;
  const path = isForward ? corners : [...corners].reverse();
  const key = path.slice(0, 2).join('-');
  const known = pieces.get(key);
  const piece = known ?? simplifyPiece(smoothLine(path.map(pointOfCorner), isLoop)).map(toPosition);
  if (!known) pieces.set(key, piece);
  return isForward ? piece : [...piece].reverse();
}

/** A line that ends where it began is simplified in two halves, or nothing would be left of it. */
function simplifyPiece(line: Point[]): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || first.x !== last.x || first.y !== last.y) return simplifyLine(line, tolerance);
  const half = Math.floor(line.length / 2);
  return [
    ...simplifyLine(line.slice(0, half + 1), tolerance).slice(0, -1),
    ...simplifyLine(line.slice(half), tolerance),
  ];
}

function pointOfCorner(corner: number): Point {
  return { x: (corner % columns) * grid.cellKm, y: Math.floor(corner / columns) * grid.cellKm };
}

/** Polygons from rings: anticlockwise ones are outlines, clockwise ones are holes in the outline around them. */
function nestRings(rings: readonly Position[][]): Position[][][] {
  const polygons = rings.filter((ring) => signedArea(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => signedArea(ring) <= 0)) {
    const [outer] = polygons.filter(([outline]) => outline && isInside(middleOfFirstStep(hole), outline));
    outer?.push(hole);
  }
  return polygons;
}

function middleOfFirstStep([from, to]: Position[]): Position {
  return [((from?.[0] ?? 0) + (to?.[0] ?? 0)) / 2, ((from?.[1] ?? 0) + (to?.[1] ?? 0)) / 2];
}

function signedArea(ring: readonly Position[]): number {
  return sumOverSteps(ring, ([x0, y0], [x1, y1]) => (x0 * y1 - x1 * y0) / 2);
}

function isInside([x = 0, y = 0]: Position, ring: readonly Position[]): boolean {
  const crossings = sumOverSteps(ring, ([x0, y0], [x1, y1]) =>
    y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) ? 1 : 0,
  );
  return crossings % 2 === 1;
}

function sumOverSteps(
  ring: readonly Position[],
  measure: (from: readonly [number, number], to: readonly [number, number]) => number,
): number {
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [from, to] = [ring[index - 1], ring[index]];
    sum += measure([from?.[0] ?? 0, from?.[1] ?? 0], [to?.[0] ?? 0, to?.[1] ?? 0]);
  }
  return sum;
}
