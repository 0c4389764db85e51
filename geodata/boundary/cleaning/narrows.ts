import { fromGrid, type Vertices } from '../grid.ts';
import { metresPerDegree } from '../measure.ts';
import type { Arrangement } from './arrangement.ts';
import { createCells } from './cells.ts';
import { addEdge, createLinework, type Edge, type Linework } from './linework.ts';
import { type Claims, listClaimants, sliverWidth } from './ownership.ts';

/**
 * Adds short lines across the narrow parts of empty ground, from each point on its edge to the nearest edge of another
 * owner within `sliverWidth` metres. They belong to nobody; they only divide a narrow strip from the wide empty ground that it is open to
 * (the outside, a lake), so that it is settled as the sliver it is.
 */
export function crossNarrows(linework: Linework, arrangement: Arrangement, claims: Claims): Linework {
  const outline = listOutline(arrangement, claims);
  const { vertices } = linework;
  const cells = createCells(vertices, [...outline.edges.values()]);
  const residents = new Map<number, Edge[]>();
  for (const edge of outline.edges.values()) {
    cells.visit(edge, (cell) => residents.set(cell, [...(residents.get(cell) ?? []), edge]));
  }
  const result = createLinework(vertices);
  for (const { from, to, passes } of linework.edges.values()) addEdge(result, from, to, passes);
  for (const [vertex, owner] of outline.ownerOfVertex) {
    const reach = drawReach(vertices, vertex);
    const near = new Set<Edge>();
    cells.visitBox(reach, (cell) => {
      for (const edge of residents.get(cell) ?? [])
        if (outline.ownerOfEdge.get(edge) !== owner) near.add(edge);
    });
    const foot = nearestFoot(vertices, vertex, near);
    if (foot) addEdge(result, vertex, vertices.numberAt(foot[0], foot[1]), new Map());
  }
  return result;
}

/** Edges and points between empty ground and one owner; points where two owners meet are left out. */
function listOutline(arrangement: Arrangement, claims: Claims) {
  const { faces, faceOf, starts } = arrangement;
  const claimants = faces.map((face) => listClaimants(face, claims));
  const edges = new Map<number, Edge>();
  const ownerOfEdge = new Map<Edge, number>();
  const ownerOfVertex = new Map<number, number>();
  const meeting = new Set<number>();
  faceOf.forEach((face, halfEdge) => {
    const owner = claimants[faceOf[halfEdge ^ 1] ?? 0]?.[0];
    if ((claimants[face]?.length ?? 0) > 0 || owner === undefined) return;
    const edge: Edge = { from: starts[halfEdge] ?? 0, to: starts[halfEdge ^ 1] ?? 0, passes: new Map() };
    edges.set(halfEdge, edge);
    ownerOfEdge.set(edge, owner);
    for (const vertex of [edge.from, edge.to]) {
      if ((ownerOfVertex.get(vertex) ?? owner) !== owner) meeting.add(vertex);
      ownerOfVertex.set(vertex, owner);
    }
  });
  for (const vertex of meeting) ownerOfVertex.delete(vertex);
  return { edges, ownerOfEdge, ownerOfVertex };
}

/** West, south, east, north of the reach around a point, in grid cells. */
function drawReach({ xs, ys }: Vertices, vertex: number): [number, number, number, number] {
  const x = xs[vertex] ?? 0;
  const y = ys[vertex] ?? 0;
  const metres = metresPerDegree(fromGrid(y));
  const dx = sliverWidth / metres.lon / fromGrid(1);
  const dy = sliverWidth / metres.lat / fromGrid(1);
  return [x - dx, y - dy, x + dx, y + dy];
}

/** The point on the nearest of some edges, within reach; null when there is none. */
function nearestFoot({ xs, ys }: Vertices, vertex: number, edges: Iterable<Edge>): [number, number] | null {
  const x = xs[vertex] ?? 0;
  const y = ys[vertex] ?? 0;
  const { lon, lat } = metresPerDegree(fromGrid(y));
  const metresPerCell = [lon * fromGrid(1), lat * fromGrid(1)] as const;
  let nearest = sliverWidth;
  let foot: [number, number] | null = null;
  for (const { from, to } of edges) {
    const ax = ((xs[from] ?? 0) - x) * metresPerCell[0];
    const ay = ((ys[from] ?? 0) - y) * metresPerCell[1];
    const dx = ((xs[to] ?? 0) - x) * metresPerCell[0] - ax;
    const dy = ((ys[to] ?? 0) - y) * metresPerCell[1] - ay;
    const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
    const distance = Math.hypot(ax + along * dx, ay + along * dy);
    if (distance >= nearest) continue;
    nearest = distance;
    const end = along < 0.5 ? from : to;
    foot =
      along === 0 || along === 1
        ? [xs[end] ?? 0, ys[end] ?? 0]
        : [
            Math.round(x + (ax + along * dx) / metresPerCell[0]),
            Math.round(y + (ay + along * dy) / metresPerCell[1]),
          ];
  }
  return foot;
}
