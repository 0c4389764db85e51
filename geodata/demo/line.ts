import { distance, type Point } from './grid.ts';

/** Rounds the stairs of a traced line off: the middles of its steps, smoothed; the ends of an open line stay. */
export function smoothLine(steps: readonly Point[], isClosed: boolean): Point[] {
  const middles = steps.slice(1).map((to, index) => meanOf(steps[index] ?? to, to));
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return [];
  let line = isClosed ? middles : [first, ...middles, last];
  for (let pass = 0; pass < 2; pass++) line = relax(line, isClosed);
  return isClosed && line[0] ? [...line, line[0]] : line;
}

function relax(line: readonly Point[], isClosed: boolean): Point[] {
  return line.map((point, index) => {
    const before = line[index - 1] ?? (isClosed ? line.at(-1) : undefined);
    const after = line[index + 1] ?? (isClosed ? line[0] : undefined);
    if (!before || !after) return point;
    return meanOf(point, meanOf(before, after));
  });
}

/** Leaves points out that lie within `tolerance` of the line without them (Ramer 1972, Douglas and Peucker 1973). */
export function simplifyLine(line: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (line.length < 3 || !first || !last) return [...line];
  let [farthest, away] = [0, 0];
  for (let index = 1; index < line.length - 1; index++) {
    const offset = distanceToSegment(line[index] ?? first, first, last);
    if (offset > away) [farthest, away] = [index, offset];
  }
  if (away <= tolerance) return [first, last];
  const head = simplifyLine(line.slice(0, farthest + 1), tolerance);
  return [...head.slice(0, -1), ...simplifyLine(line.slice(farthest), tolerance)];
}

function distanceToSegment(point: Point, from: Point, to: Point): number {
  const squared = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
  if (squared === 0) return distance(point, from);
  const along = ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / squared;
  const share = Math.max(0, Math.min(1, along));
  return distance(point, { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) });
}

function meanOf(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
