/** Where marks stand that would lie over each other on one line. */
export interface Swarm {
  /** Of a mark, in pixels. */
  readonly radius: number;
  /** Distance of each mark from the line, in pixels, on either side. */
  readonly offsets: Float64Array;
}

const leastRadius = 0.5;
/** By how much marks shrink until all find room. */
const shrinking = 0.85;

/**
 * Stacks marks on both sides of a line, in columns as wide as a mark, so that where many are the swarm is thick. Marks
 * that find no room within `reach` pixels on either side are all made smaller. `xs` are places on the line in pixels, from 0.
 */
export function stackSwarm(xs: Float64Array, radius: number, reach: number): Swarm {
  let furthest = 0;
  for (const x of xs) furthest = Math.max(furthest, x);
  const fitting = shrinkToFit(xs, furthest, radius, reach);
  const heights = new Uint32Array(columnOf(furthest, fitting) + 1);
  const offsets = new Float64Array(xs.length);
  for (let index = 0; index < xs.length; index++) {
    const column = columnOf(xs[index] ?? 0, fitting);
    const height = heights[column] ?? 0;
    heights[column] = height + 1;
    offsets[index] = (height % 2 === 1 ? -1 : 1) * offsetOf(height, fitting);
  }
  return { radius: fitting, offsets };
}

/** The largest radius, of those that each are a little smaller, with which the highest column stays within reach. */
function shrinkToFit(xs: Float64Array, furthest: number, radius: number, reach: number): number {
  const heights = new Uint32Array(columnOf(furthest, radius) + 1);
  let highest = 0;
  for (const x of xs) {
    const column = columnOf(x, radius);
    const height = heights[column] ?? 0;
    heights[column] = height + 1;
    highest = Math.max(highest, height);
  }
  if (offsetOf(highest, radius) + radius <= reach || radius <= leastRadius) return radius;
  return shrinkToFit(xs, furthest, Math.max(leastRadius, radius * shrinking), reach);
}

function columnOf(x: number, radius: number): number {
  return Math.max(0, Math.floor(x / (2 * radius)));
}

function offsetOf(height: number, radius: number): number {
  return Math.ceil(height / 2) * 2 * radius;
}
