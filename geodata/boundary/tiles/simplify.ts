import { planarTriangleArea, presimplify } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';
import { createCells } from '../cleaning/cells.ts';
import type { Edge } from '../cleaning/linework.ts';
import { crossingPoint } from '../cleaning/noding.ts';
import { createVertices } from '../grid.ts';
import type { ArcGeometry, LevelTopology } from '../topology.ts';
import { project, unproject } from './mercator.ts';

/** Points whose triangle with their neighbours is smaller than a screen pixel go; in square tile units. */
const leastWeight = 64;
/** A broken arc keeps the points of a weight this many times smaller. */
const refinement = 4;
/** Below this weight (square tile units) an arc keeps all of its points. */
const lightest = 0.5;

type Point = [number, number];
type Line = Point[];

/** An arc in tile units; each point's third number is its weight. */
type WeighedArc = readonly (readonly number[])[];

/**
 * The topology for one zoom: points on the tiles' own grid, those that nobody sees left out (Visvalingam & Whyatt, Line
 * generalisation by repeated elimination of points, 1993). Every border is simplified once, so neighbours keep sharing
 * it. An arc that would cross another, or leave an area without ground, keeps as many more of its points as it takes;
 * only areas that the grid itself cannot show (a unit is 1/8 of a screen pixel) can still lose their ground, and then
 * their neighbours meet.
 */
export function simplifyTopology(topology: LevelTopology, zoom: number): LevelTopology {
  const arcs = weighArcs(topology, zoom);
  const rings = listRings(topology.levels.neighbourhood);
  const sizes = rings.map((ring) => doubleArea(ring, arcs));
  const thresholds = arcs.map(() => leastWeight);
  const lines = arcs.map((arc) => thinArc(arc, leastWeight));
  for (;;) {
    const collapsed = rings.filter(
      (ring, index) => Math.sign(doubleArea(ring, lines)) !== Math.sign(sizes[index] ?? 0),
    );
    const broken = new Set([...collapsed.flat().map(numberOfArc), ...listCrossing(lines)]);
    const repairable = [...broken].filter((arc) => (thresholds[arc] ?? 0) > 0);
    if (repairable.length === 0) break;
    for (const arc of repairable) {
      const threshold = (thresholds[arc] ?? 0) / refinement;
      thresholds[arc] = threshold < lightest ? 0 : threshold;
      lines[arc] = thinArc(arcs[arc] ?? [], thresholds[arc]);
    }
  }
  foldTurned(rings, topology.arcs, lines);
  return { ...topology, arcs: lines.map((line) => line.map(([x, y]) => unproject(x, y, zoom))) };
}

function weighArcs({ arcs }: LevelTopology, zoom: number): WeighedArc[] {
  const onGrid: Topology<Record<string, never>> = {
    type: 'Topology',
    objects: {},
    arcs: arcs.map((arc) => arc.map((point) => project(point, zoom).map(Math.round))),
  };
  return presimplify(onGrid, planarTriangleArea).arcs;
}

function thinArc(arc: WeighedArc, threshold: number): Line {
  const line: Line = [];
  for (const [x = 0, y = 0, weight = 0] of arc) {
    const last = line.at(-1);
    if (weight >= threshold && !(last && last[0] === x && last[1] === y && weight !== Infinity))
      line.push([x, y]);
  }
  return line;
}

function listRings(geometries: readonly ArcGeometry[]): number[][] {
  return geometries.flatMap((geometry) =>
    geometry.type === 'Polygon' ? geometry.arcs : geometry.arcs.flat(),
  );
}

/** Place of an arc that a ring runs along forward (n) or backward (~n). */
function numberOfArc(reference: number): number {
  return reference < 0 ? ~reference : reference;
}

/** Folding an area can turn a neighbour that shares the arc; each round leaves fewer. */
const mostRounds = 10;

/**
 * Folds up the rings that the grid turned inside out: drawn, they would run along their neighbours instead of against
 * them. `arcs` are in degrees, where y goes up.
 */
function foldTurned(rings: readonly number[][], arcs: LevelTopology['arcs'], lines: Line[]): void {
  const directions = rings.map((ring) => -Math.sign(doubleArea(ring, arcs)));
  for (let round = 0; round < mostRounds; round++) {
    const turned = rings.filter((ring, index) => doubleArea(ring, lines) * (directions[index] ?? 0) < 0);
    if (turned.length === 0) return;
    for (const ring of turned) foldRing(ring, lines);
  }
}

/** Lets the last arc of a ring go back along all the others, so that nothing lies within. */
function foldRing(ring: readonly number[], lines: Line[]): void {
  const last = ring.at(-1) ?? 0;
  const there = ring.slice(0, -1).flatMap((reference) => {
    const line = lines[numberOfArc(reference)] ?? [];
    return reference < 0 ? line.toReversed() : line;
  });
  const [start] = lines[numberOfArc(last)] ?? [];
  if (!start) return;
  const way =
    there.length === 0 ? [start, start] : there.filter((point, index) => !isAt(point, there[index - 1]));
  lines[numberOfArc(last)] = last < 0 ? way : way.toReversed();
}

function isAt([x, y]: Point, other: Point | undefined): boolean {
  return other !== undefined && other[0] === x && other[1] === y;
}

/** Twice the signed area that a ring of arcs encloses. */
function doubleArea(ring: readonly number[], lines: readonly (readonly (readonly number[])[])[]): number {
  let area = 0;
  for (const reference of ring) {
    let along = 0;
    let [px, py]: readonly number[] = [];
    for (const [x = 0, y = 0] of lines[numberOfArc(reference)] ?? []) {
      if (px !== undefined && py !== undefined) along += px * y - x * py;
      [px, py] = [x, y];
    }
    area += reference < 0 ? -along : along;
  }
  return area;
}

/** Arcs that cross another arc or themselves. */
function listCrossing(lines: readonly Line[]): Set<number> {
  const vertices = createVertices();
  const edges: Edge[] = [];
  const arcOf = new Map<Edge, number>();
  lines.forEach((line, arc) => {
    const points = line.map(([x, y]) => vertices.numberAt(x, y));
    points.slice(1).forEach((to, index) => {
      const edge: Edge = { from: points[index] ?? to, to, passes: new Map() };
      arcOf.set(edge, arc);
      edges.push(edge);
    });
  });
  const crossing = new Set<number>();
  const cells = createCells(vertices, edges);
  const residents = new Map<number, Edge[]>();
  for (const edge of edges) {
    cells.visit(edge, (cell) => {
      const others = residents.get(cell) ?? [];
      for (const other of others) {
        if (!crossingPoint(vertices, edge, other)) continue;
        crossing.add(arcOf.get(edge) ?? -1).add(arcOf.get(other) ?? -1);
      }
      others.push(edge);
      residents.set(cell, others);
    });
  }
  return crossing;
}
