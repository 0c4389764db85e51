import type { Position } from 'geojson';
import { createField, createNamedRandom } from '../../../geodata/demo/random.ts';
import type { Random } from '../../../geodata/statistics/random.ts';

/** Cells across and down: 15,000 neighbourhoods. */
const columns = 120;
const rows = 125;
/** A rectangle of about the ground of the Netherlands, within it: west, south, east, north in degrees. */
const bounds = [4.2, 51.3, 6.9, 53.2] as const;
/** How far a corner is moved, as a share of a cell, and how far a border's middle does, as a share of its length. */
const cornerShift = 0.25;
const wiggle = 0.13;
/** A border is halved this often; every fourth once more, which makes 40 vertices around a neighbourhood. */
const halvings = 3;

export interface Cell {
  readonly column: number;
  readonly row: number;
  /** Counter-clockwise and closed; neighbours share every vertex of their border. */
  readonly ring: readonly Position[];
  /** In the middle, in cells. */
  readonly place: readonly [number, number];
}

/** Number of municipalities and districts along each axis of the ground. */
export const municipalityGrid = { columns: 17, rows: 20 } as const;
export const districtGrid = { columns: 55, rows: 58 } as const;

/** Divides the ground into cells with crooked borders; the same seed gives the same. */
export function divideCountry(seed: number): Cell[] {
  const corner = createCorners(seed);
  const random = createNamedRandom(seed, 'borders');
  const across = grid(columns, rows + 1, (x, y) => bend(corner(x, y), corner(x + 1, y), random));
  const upward = grid(columns + 1, rows, (x, y) => bend(corner(x, y), corner(x, y + 1), random));
  return grid(columns, rows, (column, row): Cell => {
    const south = across[row]?.[column] ?? [];
    const east = upward[row]?.[column + 1] ?? [];
    const north = (across[row + 1]?.[column] ?? []).toReversed();
    const west = (upward[row]?.[column] ?? []).toReversed();
    const ring = [...south, ...east.slice(1), ...north.slice(1), ...west.slice(1)].map(roundPosition);
    return { column, row, ring, place: [column + 0.5, row + 0.5] };
  }).flat();
}

/** Points spread over the ground, in cells: the middles of districts or municipalities. */
export function spreadPoints(
  { columns: wide, rows: high }: { columns: number; rows: number },
  seed: number,
  name: string,
): [number, number][] {
  const random = createNamedRandom(seed, name);
  const shift = () => 0.5 + (random() - 0.5) * 0.7;
  return grid(wide, high, (x, y): [number, number] => [
    ((x + shift()) * columns) / wide,
    ((y + shift()) * rows) / high,
  ]).flat();
}

/** Corners of cells in degrees: crowded in some parts of the country, far apart in others. */
function createCorners(seed: number): (x: number, y: number) => Position {
  const random = createNamedRandom(seed, 'corners');
  const [bulgeX, bulgeY] = [createField(seed, 'east'), createField(seed, 'north')];
  const [west, south, east, north] = bounds;
  const shift = () => (random() - 0.5) * 2 * cornerShift;
  const corners = grid(columns + 1, rows + 1, (x, y): Position => {
    const [u, v] = [(x / columns) * 6, (y / rows) * 6];
    const [cellX, cellY] = [x + shift() + 3 * bulgeX(u, v), y + shift() + 3 * bulgeY(u, v)];
    return [west + (cellX / columns) * (east - west), south + (cellY / rows) * (north - south)];
  });
  return (x, y) => corners[y]?.[x] ?? [west, south];
}

/** A line from one point to another whose middle is pushed aside, and the middles of its halves, and so on. */
function bend(from: Position, to: Position, random: Random): Position[] {
  const times = random() < 0.25 ? halvings + 1 : halvings;
  return [...halve(from, to, times, random), to];
}

function halve(from: Position, to: Position, times: number, random: Random): Position[] {
  if (times === 0) return [from];
  const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [from, to];
  const aside = (random() - 0.5) * 2 * wiggle;
  const middle = [(x1 + x2) / 2 - aside * (y2 - y1), (y1 + y2) / 2 + aside * (x2 - x1)];
  return [...halve(from, middle, times - 1, random), ...halve(middle, to, times - 1, random)];
}

/** To seven decimals: a centimetre. */
function roundPosition(position: Position): Position {
  return position.map((degrees) => Math.round(degrees * 1e7) / 1e7);
}

function grid<Item>(wide: number, high: number, make: (x: number, y: number) => Item): Item[][] {
  return Array.from({ length: high }, (_, y) => Array.from({ length: wide }, (_, x) => make(x, y)));
}
