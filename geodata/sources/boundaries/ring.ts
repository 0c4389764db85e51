import type { Position } from 'geojson';
import { InputError } from '../../problem.ts';
import { type Projection, rd, wgs84 } from '../../projection.ts';

/** Where a feature stands, and what to call when something of it is mended. */
export interface RingContext {
  readonly file: string;
  readonly place: string;
  readonly projection: Projection;
  readonly onRepair: (message: string) => void;
}

/** West, south, east and north of the Netherlands with its coastal waters, in degrees. */
const bounds = [3.2, 50.7, 7.3, 53.7] as const;

/**
 * Turns a feature's polygons into closed rings of longitude and latitude. Open rings are closed, rings and parts without
 * area are left out, and both are reported; crossings and overlaps are left for the coverage to settle. Throws
 * InputError where a coordinate is no number, lies outside the Netherlands or stands in the wrong order, or where
 * nothing is left.
 */
export function repairPolygons(polygons: readonly Position[][][], context: RingContext): Position[][][] {
  const repaired: Position[][][] = [];
  for (const polygon of polygons) {
    const [outer, ...holes] = polygon.map((ring) => repairRing(ring, context));
    if (outer) repaired.push([outer, ...holes.filter((hole) => hole !== null)]);
    else if (holes.some((hole) => hole !== null))
      context.onRepair('holes without an outer ring were left out');
  }
  if (!repaired.length)
    throw fail(context, 'its geometry has no area', 'give it a polygon or remove the feature');
  return repaired;
}

function repairRing(ring: readonly Position[], context: RingContext): Position[] | null {
  const positions = ring.map((position, index) => convert(position, index, context));
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || !last || countDistinct(positions, 3) < 3) {
    context.onRepair('an empty ring was left out');
    return null;
  }
  if (first[0] === last[0] && first[1] === last[1]) return positions;
  context.onRepair('an open ring was closed');
  return [...positions, [...first]];
}

/** How many different positions there are, counted no further than `enough`. */
function countDistinct(positions: readonly Position[], enough: number): number {
  const distinct: Position[] = [];
  for (const position of positions) {
    if (distinct.some(([x, y]) => x === position[0] && y === position[1])) continue;
    distinct.push(position);
    if (distinct.length === enough) break;
  }
  return distinct.length;
}

function convert(position: Position, index: number, context: RingContext): Position {
  const [x, y] = position;
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    throw fail(
      context,
      `coordinate ${index + 1} of a ring is ${show(position)}, no two numbers`,
      'correct or remove it',
    );
  const converted = context.projection.toWgs84([x, y]);
  if (isInside(converted)) return converted;
  throw describeOutside([x, y], context);
}

function describeOutside(position: Position, context: RingContext): InputError {
  const { projection } = context;
  const [x = 0, y = 0] = position;
  const other = projection === rd ? wgs84 : rd;
  if (isInside(projection.toWgs84([y, x])))
    return fail(
      context,
      `the coordinate ${show(position)} stands in the wrong order`,
      projection === rd ? 'give x (east) before y (north)' : 'give longitude before latitude',
    );
  if (isInside(other.toWgs84([x, y])))
    return fail(
      context,
      `the coordinate ${show(position)} is one of ${other.name}, but the file is read as ${projection.name}`,
      `convert the file to EPSG:4326, or let it name its coordinate system`,
    );
  return fail(
    context,
    `the coordinate ${show(position)} lies outside the Netherlands`,
    'correct or remove it',
  );
}

function isInside([longitude = Number.NaN, latitude = Number.NaN]: Position): boolean {
  const [west, south, east, north] = bounds;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

function show(position: Position): string {
  return `[${position.slice(0, 2).map(String).join(', ')}]`;
}

function fail({ file, place }: RingContext, message: string, remedy: string): InputError {
  return new InputError({ file, place, message, remedy });
}
