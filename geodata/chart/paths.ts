/** Where on the drawing periods and values stand, in pixels. */
export interface Frame {
  readonly x: (period: string) => number;
  readonly y: (value: number) => number;
}

interface Point {
  readonly period: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly isCut?: boolean;
}

/** A line through the values that breaks where one is missing, and before one that is cut off: no line crosses a gap. */
export function drawLine(points: readonly Point[], frame: Frame): string {
  let command = 'M';
  let path = '';
  for (const { period, value, isCut } of points) {
    if (value === null || isCut) command = 'M';
    if (value === null) continue;
    path += `${command}${round(frame.x(period))} ${round(frame.y(value))}`;
    command = 'L';
  }
  return path;
}

/** The ground between lower and upper bounds, as one shape a run of periods that have them. */
export function drawBand(points: readonly Point[], frame: Frame): string {
  const runs: { x: number; low: number; high: number }[][] = [[]];
  for (const { period, lower, upper, isCut } of points) {
    if (isCut) runs.push([]);
    if (lower === null || upper === null) runs.push([]);
    else runs.at(-1)?.push({ x: frame.x(period), low: frame.y(lower), high: frame.y(upper) });
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const above = run.map(({ x, high }) => `${round(x)} ${round(high)}`);
      const below = run.map(({ x, low }) => `${round(x)} ${round(low)}`).reverse();
      return `M${[...above, ...below].join('L')}Z`;
    })
    .join('');
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
