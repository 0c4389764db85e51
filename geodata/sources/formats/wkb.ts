import type { Position } from 'geojson';

/** What is wrong with a geometry, without the place: whoever knows it adds it. */
export class GeometryFault extends Error {}

const polygonType = 3;
const multiPolygonType = 6;
const collectionType = 7;
const typeNames = [
  ...[
    'Geometry',
    'Point',
    'LineString',
    'Polygon',
    'MultiPoint',
    'MultiLineString',
    'MultiPolygon',
    'GeometryCollection',
  ],
  ...['CircularString', 'CompoundCurve', 'CurvePolygon', 'MultiCurve', 'MultiSurface', 'Curve', 'Surface'],
  ...['PolyhedralSurface', 'TIN', 'Triangle'],
];

/** Where reading stands in a geometry. */
interface Cursor {
  readonly view: DataView;
  offset: number;
}

/**
 * Reads well-known binary of polygons (OGC 06-103r4, and PostGIS's extended form), of either byte order; heights and
 * measures are left aside. Returns MultiPolygon coordinates. Throws GeometryFault.
 */
export function readWkb(bytes: Uint8Array): Position[][][] {
  const cursor = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  try {
    return readGeometry(cursor);
  } catch (error) {
    if (error instanceof RangeError) throw new GeometryFault('its geometry breaks off');
    throw error;
  }
}

function readGeometry(cursor: Cursor): Position[][][] {
  const isLittle = cursor.view.getUint8(cursor.offset) === 1;
  const code = cursor.view.getUint32(cursor.offset + 1, isLittle);
  cursor.offset += 5;
  const { type, dimensions, hasReference } = splitType(code);
  if (hasReference) cursor.offset += 4;
  if (type === polygonType) return [readRings(cursor, isLittle, dimensions)];
  if (type !== multiPolygonType && type !== collectionType)
    throw new GeometryFault(`a ${typeNames[type] ?? `geometry of type ${type}`} is no polygon`);
  return readMany(cursor, isLittle, () => readGeometry(cursor)).flat();
}

/** ISO adds 1000 for Z, 2000 for M, 3000 for both; the extended form sets the three highest bits. */
function splitType(code: number): { type: number; dimensions: number; hasReference: boolean } {
  const base = code & 0x0fff_ffff;
  const isoDimensions = Math.floor(base / 1000);
  const extra = isoDimensions === 3 ? 2 : isoDimensions > 0 ? 1 : 0;
  const flags = (code & 0x8000_0000 ? 1 : 0) + (code & 0x4000_0000 ? 1 : 0);
  return { type: base % 1000, dimensions: 2 + extra + flags, hasReference: (code & 0x2000_0000) !== 0 };
}

function readRings(cursor: Cursor, isLittle: boolean, dimensions: number): Position[][] {
  return readMany(cursor, isLittle, () =>
    readMany(cursor, isLittle, () => readPosition(cursor, isLittle, dimensions)),
  );
}

function readPosition(cursor: Cursor, isLittle: boolean, dimensions: number): Position {
  const { view, offset } = cursor;
  cursor.offset += dimensions * 8;
  return [view.getFloat64(offset, isLittle), view.getFloat64(offset + 8, isLittle)];
}

/** A count, then as many items. A count that cannot fit ends in a RangeError before memory is spent. */
function readMany<Item>(cursor: Cursor, isLittle: boolean, readItem: () => Item): Item[] {
  const count = cursor.view.getUint32(cursor.offset, isLittle);
  cursor.offset += 4;
  const items: Item[] = [];
  for (let index = 0; index < count; index++) items.push(readItem());
  return items;
}
