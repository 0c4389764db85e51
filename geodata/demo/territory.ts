import type { Random } from '../statistics/random.ts';
import { centreOfCell, grid, type Point, toPoint } from './grid.ts';
import { borders } from './outline.ts';
import { createNamedRandom } from './random.ts';

/** How far a roughened border is moved, as a share of the piece it bends. */
const roughness = 0.07;

type Segment = readonly [from: Point, to: Point];

/**
 * The municipality of every cell of the grid, as a place in `numbers`; -1 outside. Each border is roughened once, by
 * midpoint displacement, so that both sides follow the same line.
 */
export function fillTerritories(numbers: readonly string[], seed: number): Int16Array {
  const territory = new Int16Array(grid.width * grid.height).fill(-1);
  const segmentsOf = new Map<string, Segment[]>(numbers.map((number) => [number, []]));
  const random = createNamedRandom(seed, 'borders');
  for (const { sides, points } of borders) {
    const line = points.map(([longitude, latitude]) => toPoint(longitude, latitude));
    const segments = line.slice(1).flatMap((point, index) => bend([line[index] ?? point, point], random, 4));
    for (const side of sides) if (side !== null) segmentsOf.get(side)?.push(...segments);
  }
  numbers.forEach((number, index) => {
    fillEvenOdd(territory, segmentsOf.get(number) ?? [], index);
  });
  return territory;
}

function bend([from, to]: Segment, random: Random, depth: number): Segment[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (depth === 0 || Math.hypot(dx, dy) < 4 * grid.cellKm) return [[from, to]];
  const stray = (random() * 2 - 1) * roughness;
  const middle = { x: (from.x + to.x) / 2 - dy * stray, y: (from.y + to.y) / 2 + dx * stray };
  return [...bend([from, middle], random, depth - 1), ...bend([middle, to], random, depth - 1)];
}

/** Gives `label` to the cells whose centre lies within the lines, row by row. */
function fillEvenOdd(cells: Int16Array, segments: readonly Segment[], label: number): void {
  for (let row = 0; row < grid.height; row++) {
    const { y } = centreOfCell(row * grid.width);
    const crossings = segments
      .filter(([from, to]) => from.y > y !== to.y > y)
      .map(([from, to]) => from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x))
      .sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const first = Math.ceil((crossings[pair] ?? 0) / grid.cellKm - 0.5);
      const end = Math.ceil((crossings[pair + 1] ?? 0) / grid.cellKm - 0.5);
      cells.fill(label, row * grid.width + first, row * grid.width + end);
    }
  }
}
