import type { Position } from 'geojson';
import type { BoundaryFeature } from '../../../geodata/sources/boundaries/boundaries.ts';

export type Segment = readonly [from: readonly [number, number], to: readonly [number, number]];

/** Every step along every ring, in the direction of the ring. */
export function listSegments(features: readonly BoundaryFeature[]): Segment[] {
  return features.flatMap(({ polygons }) => polygons.flat().flatMap(segmentsOfRing));
}

function segmentsOfRing(ring: readonly Position[]): Segment[] {
  return ring.slice(1).map((to, index) => [pair(ring[index]), pair(to)] as const);
}

/** The steps that no neighbour takes the other way round: the outer border, if all is well. */
export function listUnmatched(segments: readonly Segment[]): Segment[] {
  const taken = new Set(segments.map(([from, to]) => `${from}>${to}`));
  return segments.filter(([from, to]) => !taken.has(`${to}>${from}`));
}

/** How many closed rings the segments make, following each to the next. */
export function countRings(segments: readonly Segment[]): number {
  const next = new Map(segments.map(([from, to]) => [String(from), String(to)]));
  let rings = 0;
  for (const start of next.keys()) {
    if (!next.has(start)) continue;
    for (let at: string | undefined = start; at !== undefined; ) {
      const following: string | undefined = next.get(at);
      next.delete(at);
      at = following;
    }
    rings++;
  }
  return rings;
}

/** Pairs of different segments that cross within both: looked for among those in the same square of some 700 m. */
export function countCrossings(segments: readonly Segment[]): number {
  const squares = new Map<string, Segment[]>();
  for (const segment of segments) {
    const [columns, rows] = [0, 1].map((axis) =>
      segment.map((point) => Math.floor((point[axis] ?? 0) * 100)),
    );
    for (let column = Math.min(...(columns ?? [])); column <= Math.max(...(columns ?? [])); column++)
      for (let row = Math.min(...(rows ?? [])); row <= Math.max(...(rows ?? [])); row++) {
        const square = squares.get(`${column}/${row}`);
        if (square) square.push(segment);
        else squares.set(`${column}/${row}`, [segment]);
      }
  }
  let crossings = 0;
  for (const square of squares.values())
    square.forEach((one, index) => {
      for (const other of square.slice(index + 1)) if (cross(one, other)) crossings++;
    });
  return crossings;
}

export function contains({ polygons }: BoundaryFeature, point: readonly [number, number]): boolean {
  const [x, y] = point;
  const crossings = polygons
    .flat()
    .flatMap(segmentsOfRing)
    .filter(([[x0, y0], [x1, y1]]) => y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
  return crossings.length % 2 === 1;
}

/** Square kilometres, on a plane at 52.3° north. */
export function areaOf({ polygons }: BoundaryFeature): number {
  const squareDegrees = polygons
    .flat()
    .flatMap(segmentsOfRing)
    .reduce((sum, [[x0, y0], [x1, y1]]) => sum + (x0 * y1 - x1 * y0) / 2, 0);
  return squareDegrees * 68.0 * 111.2;
}

function cross([a, b]: Segment, [c, d]: Segment): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side([x0, y0]: Segment[0], [x1, y1]: Segment[0], [x, y]: Segment[0]): number {
  return Math.sign((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0));
}

function pair(position: Position | undefined): [number, number] {
  return [position?.[0] ?? 0, position?.[1] ?? 0];
}
