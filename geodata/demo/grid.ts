/**
 * The drawing board: a raster of square cells over Twente, rows from south to north, on which ground is divided. A cell
 * belongs to one area only, so what is traced from it has neither gap nor overlap.
 */
export const grid = { width: 672, height: 576, cellKm: 0.08, west: 6.305, south: 52.098 } as const;

/** Kilometres in a degree at 52.3° north, on a sphere of 6,371 km. */
const kmPerDegree = { longitude: 68.0, latitude: 111.2 } as const;

/** Kilometres east and north of the board's south-western corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export function toPoint(longitude: number, latitude: number): Point {
  return {
    x: (longitude - grid.west) * kmPerDegree.longitude,
    y: (latitude - grid.south) * kmPerDegree.latitude,
  };
}

/** Degrees WGS84, rounded to five decimals (about a metre). */
export function toPosition({ x, y }: Point): [longitude: number, latitude: number] {
  return [round(grid.west + x / kmPerDegree.longitude), round(grid.south + y / kmPerDegree.latitude)];
}

export function centreOfCell(cell: number): Point {
  return {
    x: ((cell % grid.width) + 0.5) * grid.cellKm,
    y: (Math.floor(cell / grid.width) + 0.5) * grid.cellKm,
  };
}

export function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
