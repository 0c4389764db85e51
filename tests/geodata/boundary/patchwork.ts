import type { Position } from 'geojson';
import type { CoverageFeature } from '../../../geodata/boundary/cleaning/coverage.ts';
import type { Parents, YearShapes } from '../../../geodata/boundary/topology.ts';

/** The south-west corner of every made-up area here, in degrees. */
export const corner: readonly [number, number] = [6.5, 52.2];

/** A square of `size` degrees, `x` and `y` degrees from the corner, counter-clockwise and closed. */
export function square(x: number, y: number, width: number, height = width): Position[] {
  const [west, south] = [corner[0] + x, corner[1] + y];
  return [
    [west, south],
    [west + width, south],
    [west + width, south + height],
    [west, south + height],
    [west, south],
  ];
}

export function area(code: string, ...rings: Position[][]): CoverageFeature {
  return { code, polygons: [rings] };
}

/** A generator of numbers from 0 to 1 that gives the same row for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Neighbourhood code of a cell of the patchwork: each row a municipality, each two cells a district. */
export function codeOf(column: number, row: number): string {
  return `BU${String(row).padStart(4, '0')}${String(column >> 1).padStart(2, '0')}${String(column).padStart(2, '0')}`;
}

/** A patchwork of cells with crooked borders that neighbours share, `step` degrees wide. */
export function patchwork(columns: number, rows: number, step: number, seed: number): CoverageFeature[] {
  const random = createRandom(seed);
  const nodes = grid(columns + 1, rows + 1, (x, y): Position => {
    const shift = () => (random() - 0.5) * 0.4 * step;
    return [corner[0] + x * step + shift(), corner[1] + y * step + shift()];
  });
  const bend = (from: Position, to: Position): Position[] =>
    Array.from({ length: 20 }, (_, index) => {
      const along = index / 20;
      const wobble = () => (index === 0 ? 0 : (random() - 0.5) * 0.02 * step);
      return [0, 1].map((axis) => (from[axis] ?? 0) * (1 - along) + (to[axis] ?? 0) * along + wobble());
    });
  const node = (x: number, y: number) => nodes[y]?.[x] ?? [0, 0];
  const flat = grid(columns, rows + 1, (x, y) => [...bend(node(x, y), node(x + 1, y)), node(x + 1, y)]);
  const steep = grid(columns + 1, rows, (x, y) => [...bend(node(x, y), node(x, y + 1)), node(x, y + 1)]);
  return grid(columns, rows, (x, y) => {
    const bottom = flat[y]?.[x] ?? [];
    const right = steep[y]?.[x + 1] ?? [];
    const top = [...(flat[y + 1]?.[x] ?? [])].reverse();
    const left = [...(steep[y]?.[x] ?? [])].reverse();
    return area(codeOf(x, y), [...bottom, ...right.slice(1), ...top.slice(1), ...left.slice(1)]);
  }).flat();
}

function grid<Cell>(columns: number, rows: number, make: (x: number, y: number) => Cell): Cell[][] {
  return Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_, x) => make(x, y)));
}

export function parentsOf(codes: Iterable<string>): Map<string, Parents> {
  return new Map(
    [...codes].map((code) => [
      code,
      { district: `WK${code.slice(2, 8)}`, municipality: `GM${code.slice(2, 6)}` },
    ]),
  );
}

/** Every code's own code as its name, for whoever needs one. */
export function namesOf(shapes: YearShapes): Map<string, string> {
  const all = [...shapes.municipality, ...shapes.district, ...shapes.neighbourhood];
  return new Map(all.map(({ code }) => [code, code]));
}
