import type { Position } from 'geojson';

/**
 * Sorts loose rings into polygons: a ring inside an even number of others is an outer one, any other is a hole of the
 * smallest that holds it. The direction of the rings, which many writers of shapefiles get wrong, plays no part.
 */
export function nestRings(rings: readonly Position[][]): Position[][][] {
  if (rings.length === 1) return [[...rings]];
  const sized = rings.map((ring) => ({ ring, box: boxOf(ring) }));
  const holders = sized.map((inner) =>
    sized.filter(
      (outer) => outer !== inner && holdsBox(outer.box, inner.box) && holdsRing(outer.ring, inner.ring),
    ),
  );
  const polygons = new Map<Position[], Position[][]>();
  for (const [index, { ring }] of sized.entries())
    if ((holders[index]?.length ?? 0) % 2 === 0) polygons.set(ring, [ring]);
  for (const [index, { ring }] of sized.entries()) {
    const around = holders[index] ?? [];
    if (around.length % 2 === 0) continue;
    const outer = around.reduce((best, next) => (holdsBox(best.box, next.box) ? next : best));
    polygons.get(outer.ring)?.push(ring);
  }
  return [...polygons.values()];
}

type Box = readonly [number, number, number, number];

function boxOf(ring: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of ring) {
    [west, south] = [Math.min(west, x), Math.min(south, y)];
    [east, north] = [Math.max(east, x), Math.max(north, y)];
  }
  return [west, south, east, north];
}

function holdsBox(outer: Box, inner: Box): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

/** Rings of one shape do not cross, but may touch in points: so most of the inner one's points decide. */
function holdsRing(outer: readonly Position[], inner: readonly Position[]): boolean {
  const inside = inner.filter((position) => holdsPoint(outer, position)).length;
  return inside * 2 > inner.length;
}

function holdsPoint(ring: readonly Position[], [x = 0, y = 0]: Position): boolean {
  let isInside = false;
  let [beforeX = 0, beforeY = 0] = ring.at(-1) ?? [];
  for (const [currentX = 0, currentY = 0] of ring) {
    const crosses = currentY > y !== beforeY > y;
    if (crosses && x < ((beforeX - currentX) * (y - currentY)) / (beforeY - currentY) + currentX)
      isInside = !isInside;
    [beforeX, beforeY] = [currentX, currentY];
  }
  return isInside;
}
