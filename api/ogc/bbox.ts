import { rd } from '../../geodata/projection.ts';
import { invalidParameter } from '../errors.ts';
import { type Crs, crsNames } from './crs.ts';

type Ring = readonly (readonly [number, number])[];
type Box = readonly [west: number, south: number, east: number, north: number];

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Where RD means something, metres; no area lies beyond it. */
const rdGround: Box = [-100_000, 200_000, 400_000, 700_000];

/** An edge that is straight in RD is curved in degrees: with so many corners it stays within a centimetre over a province. */
const cornersOfEdge = 64;

/**
 * Rings in degrees of what a `bbox` encloses: four numbers, or six of which heights are not looked at. One that goes from
 * east to west crosses the 180th meridian and has two. Throws a problem 400.
 */
export function readBbox(text: string, crs: Crs): Ring[] {
  const numbers = text.split(',').map((part) => (decimal.test(part.trim()) ? Number(part) : Number.NaN));
  const [west = 0, south = 0, east = 0, north = 0] =
    numbers.length === 6 ? [0, 1, 3, 4].map((place) => numbers[place] ?? 0) : numbers;
  if (![4, 6].includes(numbers.length) || !numbers.every((number) => Number.isFinite(number)))
    throw invalidParameter('bbox', 'four numbers between commas: west, south, east, north');
  if (south > north) throw invalidParameter('bbox', 'its second number, the south, is above its north');
  if (crs === 'rd') return readRdBox([west, south, east, north]);
  if (Math.abs(west) > 180 || Math.abs(east) > 180 || south < -90 || north > 90)
    throw invalidParameter('bbox', `degrees of ${crsNames.crs84}; give bbox-crs for metres`);
  if (west <= east) return [drawRing([west, south, east, north], 1)];
  return [drawRing([west, south, 180, north], 1), drawRing([-180, south, east, north], 1)];
}

function readRdBox([west, south, east, north]: Box): Ring[] {
  if (west > east) throw invalidParameter('bbox', 'its first number, the west, is beyond its east');
  const [left, bottom, right, top] = rdGround;
  const box: Box = [
    Math.max(west, left),
    Math.max(south, bottom),
    Math.min(east, right),
    Math.min(north, top),
  ];
  if (box[0] > box[2] || box[1] > box[3]) return [];
  return [
    drawRing(box, cornersOfEdge).map((corner) => {
      const [lon = 0, lat = 0] = rd.toWgs84([...corner]);
      return [lon, lat] as const;
    }),
  ];
}

function drawRing([west, south, east, north]: Box, corners: number): Ring {
  const along = (from: readonly [number, number], to: readonly [number, number]) =>
    Array.from({ length: corners }, (_, place) => {
      const share = place / corners;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share] as const;
    });
  return [
    ...along([west, south], [east, south]),
    ...along([east, south], [east, north]),
    ...along([east, north], [west, north]),
    ...along([west, north], [west, south]),
    [west, south],
  ];
}
