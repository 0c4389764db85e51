import { fromGrid, orientation, type Vertices } from '../grid.ts';
import { edgeArea, metresPerDegree, zoneArea } from '../measure.ts';
import type { Linework, Passes } from './linework.ts';

/**
 * The plane cut up by noded linework. Edge e gives two half-edges, 2e (from→to) and 2e + 1 (to→from), each with a face on
 * its left; half-edge h's twin is h ^ 1. Face 0 is the outside.
 */
export interface Arrangement {
  readonly vertices: Vertices;
  /** Point that each half-edge starts at. */
  readonly starts: Int32Array;
  /** Face left of each half-edge. */
  readonly faceOf: Int32Array;
  /** Length of each edge in metres (half-edge h belongs to edge h >> 1). */
  readonly lengths: Float64Array;
  readonly faces: readonly Face[];
  /** Half-edges that leave from a point, counter-clockwise. */
  leaving(vertex: number): readonly number[];
}

export interface Face {
  readonly halfEdges: readonly number[];
  /** Area in m²; 0 for the outside. */
  readonly area: number;
  /** How often each polygon winds around the face. */
  readonly windings: Passes;
}

/** Faces of linework that meets at common points only (see `nodeLinework`), each with the polygons that wind around it. */
export function arrange({ vertices, edges: edgeMap }: Linework): Arrangement {
  const edges = [...edgeMap.values()];
  const starts = Int32Array.from(edges.flatMap(({ from, to }) => [from, to]));
  const leaving = sortLeaving(vertices, starts);
  const { cycleOf, cycles } = traceCycles(starts, leaving);
  const faceOfCycle = assignFaces(vertices, starts, cycles, cycleOf);
  const faceOf = cycleOf.map((cycle) => faceOfCycle[cycle] ?? 0);
  const halfEdges = groupByFace(faceOf);
  const windings = windAround(edges, faceOf, halfEdges);
  const areas = measureFaces(vertices, starts, halfEdges);
  return {
    vertices,
    starts,
    faceOf,
    lengths: measureEdges(vertices, starts),
    faces: halfEdges.map((group, face) => ({
      halfEdges: group,
      area: face === 0 ? 0 : (areas[face] ?? 0),
      windings: windings[face] ?? new Map(),
    })),
    leaving: (vertex) => leaving.get(vertex) ?? [],
  };
}

function sortLeaving({ xs, ys }: Vertices, starts: Int32Array): Map<number, number[]> {
  const leaving = new Map<number, number[]>();
  starts.forEach((vertex, halfEdge) => {
    const group = leaving.get(vertex);
    if (group) group.push(halfEdge);
    else leaving.set(vertex, [halfEdge]);
  });
  for (const [vertex, group] of leaving) {
    if (group.length < 3) continue;
    const x = xs[vertex] ?? 0;
    const y = ys[vertex] ?? 0;
    const end = (halfEdge: number) => starts[halfEdge ^ 1] ?? 0;
    const below = (point: number) => {
      const dy = (ys[point] ?? 0) - y;
      return dy < 0 || (dy === 0 && (xs[point] ?? 0) < x);
    };
    group.sort((one, two) => {
      const a = end(one);
      const b = end(two);
      if (below(a) !== below(b)) return below(a) ? 1 : -1;
      return -orientation(x, y, xs[a] ?? 0, ys[a] ?? 0, xs[b] ?? 0, ys[b] ?? 0);
    });
  }
  return leaving;
}

/** The next half-edge around the face on the left: the first one clockwise from the way back. */
function traceCycles(starts: Int32Array, leaving: ReadonlyMap<number, readonly number[]>) {
  const next = new Int32Array(starts.length);
  for (const group of leaving.values()) {
    group.forEach((halfEdge, index) => {
      next[halfEdge ^ 1] = group[(index + group.length - 1) % group.length] ?? halfEdge;
    });
  }
  const cycleOf = new Int32Array(starts.length).fill(-1);
  const cycles: number[][] = [];
  for (let first = 0; first < starts.length; first++) {
    if (cycleOf[first] !== -1) continue;
    const cycle: number[] = [];
    for (let halfEdge = first; cycleOf[halfEdge] === -1; halfEdge = next[halfEdge] ?? first) {
      cycleOf[halfEdge] = cycles.length;
      cycle.push(halfEdge);
    }
    cycles.push(cycle);
  }
  return { cycleOf, cycles };
}

/** Face of every cycle: a counter-clockwise one bounds a face of its own, any other lies in the face around it. */
function assignFaces(
  vertices: Vertices,
  starts: Int32Array,
  cycles: readonly (readonly number[])[],
  cycleOf: Int32Array,
): Int32Array {
  const faceOfCycle = new Int32Array(cycles.length).fill(-1);
  const insides: { cycle: number; vertex: number }[] = [];
  let faces = 1;
  cycles.forEach((cycle, number) => {
    if (signedCells(vertices, starts, cycle) > 0) faceOfCycle[number] = faces++;
    else insides.push({ cycle: number, vertex: leftmost(vertices, starts, cycle) });
  });
  const { xs } = vertices;
  insides.sort((one, two) => (xs[one.vertex] ?? 0) - (xs[two.vertex] ?? 0));
  for (const { cycle, vertex } of insides) {
    const around = halfEdgeToTheLeft(vertices, starts, vertex);
    faceOfCycle[cycle] = around === null ? 0 : Math.max(0, faceOfCycle[cycleOf[around] ?? 0] ?? 0);
  }
  return faceOfCycle;
}

function signedCells({ xs, ys }: Vertices, starts: Int32Array, cycle: readonly number[]): number {
  const origin = starts[cycle[0] ?? 0] ?? 0;
  let area = 0;
  for (const halfEdge of cycle) {
    const a = starts[halfEdge] ?? 0;
    const b = starts[halfEdge ^ 1] ?? 0;
    area += orientation(xs[origin] ?? 0, ys[origin] ?? 0, xs[a] ?? 0, ys[a] ?? 0, xs[b] ?? 0, ys[b] ?? 0);
  }
  return area;
}

function leftmost({ xs, ys }: Vertices, starts: Int32Array, cycle: readonly number[]): number {
  let best = starts[cycle[0] ?? 0] ?? 0;
  for (const halfEdge of cycle) {
    const vertex = starts[halfEdge] ?? 0;
    const nearer = (xs[vertex] ?? 0) - (xs[best] ?? 0);
    if (nearer < 0 || (nearer === 0 && (ys[vertex] ?? 0) < (ys[best] ?? 0))) best = vertex;
  }
  return best;
}

/** The half-edge first met when going west from a point, with the point's face on its left; null when there is none. */
function halfEdgeToTheLeft({ xs, ys }: Vertices, starts: Int32Array, vertex: number): number | null {
  const x = xs[vertex] ?? 0;
  const y = ys[vertex] ?? 0;
  let best: number | null = null;
  let bestX = -Infinity;
  let bestLean = -Infinity;
  // going downward, a half-edge has the east on its left
  for (let halfEdge = 0; halfEdge < starts.length; halfEdge++) {
    const high = starts[halfEdge] ?? 0;
    const low = starts[halfEdge ^ 1] ?? 0;
    const lowY = ys[low] ?? 0;
    const highY = ys[high] ?? 0;
    if (lowY > y || highY <= y) continue;
    const lean = ((xs[high] ?? 0) - (xs[low] ?? 0)) / (highY - lowY);
    const meets = (xs[low] ?? 0) + lean * (y - lowY);
    if (meets >= x) continue;
    if (meets > bestX || (meets === bestX && lean > bestLean)) {
      best = halfEdge;
      bestX = meets;
      bestLean = lean;
    }
  }
  return best;
}

function groupByFace(faceOf: Int32Array): number[][] {
  const groups: number[][] = [[]];
  faceOf.forEach((face, halfEdge) => {
    while (groups.length <= face) groups.push([]);
    groups[face]?.push(halfEdge);
  });
  return groups;
}

/** Windings of all faces, carried from face to face over the edges, from the outside in. */
function windAround(
  edges: readonly { passes: Passes }[],
  faceOf: Int32Array,
  halfEdges: readonly (readonly number[])[],
): Passes[] {
  const windings: (Passes | undefined)[] = Array.from({ length: halfEdges.length });
  windings[0] = new Map();
  const queue = [0];
  for (let face = queue.pop(); face !== undefined; face = queue.pop()) {
    for (const halfEdge of halfEdges[face] ?? []) {
      const other = faceOf[halfEdge ^ 1] ?? 0;
      if (windings[other]) continue;
      const passes = edges[halfEdge >> 1]?.passes ?? new Map();
      windings[other] = addPasses(windings[face] ?? new Map(), passes, halfEdge & 1 ? 1 : -1);
      queue.push(other);
    }
  }
  return windings.map((winding) => winding ?? new Map());
}

function addPasses(windings: Passes, passes: Passes, sign: 1 | -1): Passes {
  if (passes.size === 0) return windings;
  const sum = new Map(windings);
  for (const [polygon, count] of passes) {
    const total = (sum.get(polygon) ?? 0) + sign * count;
    if (total === 0) sum.delete(polygon);
    else sum.set(polygon, total);
  }
  return sum;
}

function measureFaces(
  { xs, ys }: Vertices,
  starts: Int32Array,
  halfEdges: readonly (readonly number[])[],
): number[] {
  const zones = Float64Array.from(ys, (y) => zoneArea(fromGrid(y)));
  return halfEdges.map((group) => {
    const origin = zones[starts[group[0] ?? 0] ?? 0] ?? 0;
    let area = 0;
    for (const halfEdge of group) {
      const a = starts[halfEdge] ?? 0;
      const b = starts[halfEdge ^ 1] ?? 0;
      const [lonA, lonB] = [fromGrid(xs[a] ?? 0), fromGrid(xs[b] ?? 0)];
      area += edgeArea(lonA, (zones[a] ?? 0) - origin, lonB, (zones[b] ?? 0) - origin);
    }
    return area;
  });
}

function measureEdges({ xs, ys }: Vertices, starts: Int32Array): Float64Array {
  const metres = metresPerDegree(fromGrid(ys[starts[0] ?? 0] ?? 0));
  return Float64Array.from({ length: starts.length / 2 }, (_, edge) => {
    const a = starts[2 * edge] ?? 0;
    const b = starts[2 * edge + 1] ?? 0;
    const dx = fromGrid((xs[b] ?? 0) - (xs[a] ?? 0)) * metres.lon;
    return Math.hypot(dx, fromGrid((ys[b] ?? 0) - (ys[a] ?? 0)) * metres.lat);
  });
}
