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
 * that find no room within `reach` pixels on either side are all made smaller. `xs` are places on the line in pixels.
 */
export function stackSwarm(xs: ArrayLike<number>, radius: number, reach: number): Swarm {
  const heights = new Map<number, number>();
  const offsets = Float64Array.from(xs, (x) => {
    const column = Math.floor(x / (2 * radius));
    const height = heights.get(column) ?? 0;
    heights.set(column, height + 1);
    return (height % 2 === 1 ? -1 : 1) * Math.ceil(height / 2) * 2 * radius;
  });
  const widest = offsets.reduce((most, offset) => Math.max(most, Math.abs(offset)), 0);
  if (widest + radius <= reach || radius <= leastRadius) return { radius, offsets };
  return stackSwarm(xs, Math.max(leastRadius, radius * shrinking), reach);
}
