import type { Position } from 'geojson';
import { drawArc } from './arc.ts';

/** What is wrong with a geometry and the way out, without the place: whoever knows it adds it. */
export class GeometryFault extends Error {
  constructor(
    message: string,
    readonly remedy = 'give it a polygon or remove the feature',
  ) {
    super(message);
  }
}

const exportAgain = 'export the boundaries again, or remove the feature';
/** Makes lines of every curve, see GDAL's ogr2ogr. */
const convertCurves = 'convert it with "ogr2ogr -f GPKG -nlt CONVERT_TO_LINEAR converted.gpkg <the file>"';

/** What a geometry holds: MultiPolygon coordinates, and what they were made of. */
export interface Surface {
  readonly polygons: Position[][][];
  /** Arcs that became lines. */
  readonly arcs: number;
  /** Points and lines in a collection beside its polygons. */
  readonly withoutArea: number;
}

const typeNames = [
  ...['Geometry', 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'],
  ...['GeometryCollection', 'CircularString', 'CompoundCurve', 'CurvePolygon', 'MultiCurve', 'MultiSurface'],
  ...['Curve', 'Surface', 'PolyhedralSurface', 'TIN', 'Triangle'],
] as const;
type TypeName = (typeof typeNames)[number];

/** Where reading stands in a geometry, and what was met on the way. */
interface Cursor {
  readonly view: DataView;
  readonly unit: 'metre' | 'degree';
  offset: number;
  arcs: number;
  withoutArea: number;
}

/** The head of a geometry: byte order, type and the numbers that a position takes. */
interface Head {
  readonly isLittle: boolean;
  readonly type: TypeName;
  readonly dimensions: number;
}

/**
 * Reads well-known binary of surfaces (OGC 06-103r4, and PostGIS's extended form), of either byte order: polygons,
 * triangles and surfaces of several, with straight borders or arcs, which become lines within 0.1 m; heights and measures
 * are left aside. `unit`: what its coordinates are in. Throws GeometryFault.
 */
export function readWkb(bytes: Uint8Array, unit: 'metre' | 'degree'): Surface {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cursor: Cursor = { view, unit, offset: 0, arcs: 0, withoutArea: 0 };
  try {
    const polygons = readSurface(cursor, false);
    const { arcs, withoutArea } = cursor;
    return { polygons, arcs, withoutArea };
  } catch (error) {
    if (error instanceof RangeError) throw new GeometryFault('its geometry breaks off', exportAgain);
    throw error;
  }
}

function readSurface(cursor: Cursor, isPart: boolean): Position[][][] {
  const head = readHead(cursor);
  switch (head.type) {
    case 'Polygon':
    case 'Triangle':
      return [readMany(cursor, head, () => readPositions(cursor, head))];
    case 'CurvePolygon':
      return [readMany(cursor, head, () => readCurve(cursor))];
    case 'MultiPolygon':
    case 'MultiSurface':
    case 'PolyhedralSurface':
    case 'TIN':
      return readMany(cursor, head, () => readSurface(cursor, false)).flat();
    case 'GeometryCollection':
      return readMany(cursor, head, () => readSurface(cursor, true)).flat();
    default:
      if (!isPart) throw new GeometryFault(`a ${head.type} is no polygon`);
      skipWithoutArea(cursor, head);
      cursor.withoutArea += 1;
      return [];
  }
}

/** The points of a ring or of a part of one. */
function readCurve(cursor: Cursor): Position[] {
  const head = readHead(cursor);
  if (head.type === 'LineString') return readPositions(cursor, head);
  if (head.type === 'CircularString') return readArcs(cursor, head);
  if (head.type !== 'CompoundCurve')
    throw new GeometryFault(`a ${head.type} is no border of a polygon`, convertCurves);
  const ring: Position[] = [];
  for (const part of readMany(cursor, head, () => readCurve(cursor))) {
    const [first, ...others] = part;
    const last = ring.at(-1);
    if (last && first && (last[0] !== first[0] || last[1] !== first[1]))
      throw new GeometryFault('the parts of its border do not meet', exportAgain);
    if (!last && first) ring.push(first);
    for (const position of others) ring.push(position);
  }
  return ring;
}

/** Arcs of three positions each, the last of one the first of the next. */
function readArcs(cursor: Cursor, head: Head): Position[] {
  const positions = readPositions(cursor, head);
  if (positions.length === 0) return [];
  if (positions.length < 3 || positions.length % 2 === 0)
    throw new GeometryFault(`an arc of its border has ${positions.length} points`, exportAgain);
  const ring = positions.slice(0, 1);
  for (let index = 2; index < positions.length; index += 2) {
    const [start = [], middle = [], end = []] = positions.slice(index - 2, index + 1);
    for (const position of drawArc(start, middle, end, cursor.unit).slice(1)) ring.push(position);
    cursor.arcs += 1;
  }
  return ring;
}

/** Passes over a point or line, or several of them. */
function skipWithoutArea(cursor: Cursor, head: Head): void {
  if (head.type === 'Point') readPosition(cursor, head);
  else if (head.type === 'LineString' || head.type === 'CircularString') readPositions(cursor, head);
  else if (/^Multi(?:Point|LineString|Curve)$|^CompoundCurve$/.test(head.type))
    readMany(cursor, head, () => skipWithoutArea(cursor, readHead(cursor)));
  else throw new GeometryFault(`a ${head.type} is no polygon`);
}

function readHead(cursor: Cursor): Head {
  const isLittle = cursor.view.getUint8(cursor.offset) === 1;
  const code = cursor.view.getUint32(cursor.offset + 1, isLittle);
  cursor.offset += 5;
  // ISO adds 1000 for Z, 2000 for M, 3000 for both; the extended form sets the three highest bits.
  const base = code & 0x0fff_ffff;
  const isoDimensions = Math.floor(base / 1000);
  const extra = isoDimensions === 3 ? 2 : isoDimensions > 0 ? 1 : 0;
  const flags = (code & 0x8000_0000 ? 1 : 0) + (code & 0x4000_0000 ? 1 : 0);
  if (code & 0x2000_0000) cursor.offset += 4;
  const type = typeNames[base % 1000];
  if (!type) throw new GeometryFault(`a geometry of type ${base % 1000} is no polygon`, convertCurves);
  return { isLittle, type, dimensions: 2 + extra + flags };
}

function readPositions(cursor: Cursor, head: Head): Position[] {
  return readMany(cursor, head, () => readPosition(cursor, head));
}

function readPosition(cursor: Cursor, { isLittle, dimensions }: Head): Position {
  const { view, offset } = cursor;
  cursor.offset += dimensions * 8;
  return [view.getFloat64(offset, isLittle), view.getFloat64(offset + 8, isLittle)];
}

/** A count, then as many items. A count that cannot fit ends in a RangeError before memory is spent. */
function readMany<Item>(cursor: Cursor, { isLittle }: Head, readItem: () => Item): Item[] {
  const count = cursor.view.getUint32(cursor.offset, isLittle);
  cursor.offset += 4;
  const items: Item[] = [];
  for (let index = 0; index < count; index++) items.push(readItem());
  return items;
}
