import type { Position } from 'geojson';
import { InputError } from '../../problem.ts';
import { type Projection, projectionOfWkt } from '../../projection.ts';
import { nestRings } from '../boundaries/nesting.ts';
import { readAttributeTable } from './dbf.ts';
import { emptyFile } from './encoding.ts';
import type { FeatureSet, RawFeature } from './feature.ts';

/** The bytes of a shapefile's parts with their paths; `bytes` is null where a part is absent. */
export interface ShapefilePart {
  readonly path: string;
  readonly bytes: Uint8Array | null;
}

export interface ShapefileParts {
  readonly shp: ShapefilePart;
  readonly dbf: ShapefilePart;
  readonly prj: ShapefilePart;
  readonly cpg: ShapefilePart;
}

const fileCode = 9994;
const headerBytes = 100;
const polygonTypes: readonly number[] = [5, 15, 25];
const shapeNames: ReadonlyMap<number, string> = new Map([
  [1, 'Point'],
  [3, 'PolyLine'],
  [8, 'MultiPoint'],
  [11, 'PointZ'],
  [13, 'PolyLineZ'],
  [18, 'MultiPointZ'],
  [21, 'PointM'],
  [23, 'PolyLineM'],
  [28, 'MultiPointM'],
  [31, 'MultiPatch'],
]);

/**
 * Reads an ESRI shapefile of polygons (heights and measures are left aside), after the ESRI white paper of July 1998.
 * An own reader, because it must name the file and shape that is broken, and must not trust the .prj for the
 * transformation of Dutch coordinates. Throws InputError.
 */
export function readShapefile({ shp, dbf, prj, cpg }: ShapefileParts): FeatureSet {
  const charset = cpg.bytes ? new TextDecoder('utf-8').decode(cpg.bytes) : null;
  const projection = readProjection(prj);
  const shapes = readShapes(requirePart(shp, 'copy it beside the others'), shp.path);
  const table = readAttributeTable(
    requirePart(dbf, 'copy it beside the .shp: it holds the codes and names'),
    dbf.path,
    charset,
  );
  if (shapes.length !== table.rows.length)
    throw new InputError({
      file: shp.path,
      message: `it holds ${shapes.length} shapes, but ${dbf.path} has ${table.rows.length} rows`,
      remedy: 'take all files of the shapefile from one export',
    });
  const features: RawFeature[] = [];
  for (const [index, values] of table.rows.entries()) {
    const polygons = shapes[index];
    if (!values) continue;
    if (!polygons)
      throw shapeError(shp.path, index + 1, 'it has no geometry', 'give it a polygon or remove it');
    features.push({ number: index + 1, values, polygons });
  }
  const deleted = table.rows.length - features.length;
  return { projection, features, fields: table.fields, notes: table.notes, deleted };
}

function requirePart({ path, bytes }: ShapefilePart, remedy: string): Uint8Array {
  if (!bytes) throw new InputError({ file: path, message: 'this part of the shapefile is missing', remedy });
  if (bytes.length === 0) throw emptyFile(path);
  return bytes;
}

function readProjection(prj: ShapefilePart): Projection {
  const remedy = 'add the .prj of EPSG:28992 (RD) or EPSG:4326, whichever the coordinates are in';
  const wkt = new TextDecoder('utf-8')
    .decode(requirePart(prj, remedy))
    .replace(/^\uFEFF/, '')
    .trim();
  const projection = projectionOfWkt(wkt);
  if (projection) return projection;
  const name = /^[A-Z_]+\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1];
  throw new InputError({
    file: prj.path,
    message: name
      ? `the coordinate system "${name}" is not one that is read`
      : 'it names no coordinate system',
    remedy: 'convert the shapefile to EPSG:28992 (RD) or EPSG:4326',
  });
}

/** One item a record; null for a shape without geometry. */
function readShapes(bytes: Uint8Array, file: string): (Position[][][] | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headerBytes || view.getInt32(0) !== fileCode)
    throw new InputError({ file, message: 'it is no shapefile', remedy: 'export it again' });
  const end = view.getInt32(24) * 2;
  if (end > bytes.length) throw describeTruncation(file, bytes.length, end);
  const shapes: (Position[][][] | null)[] = [];
  let offset = headerBytes;
  while (offset + 12 <= end) {
    const length = view.getInt32(offset + 4) * 2;
    const next = offset + 8 + length;
    if (length < 4 || next > end)
      throw shapeError(file, shapes.length + 1, 'it breaks off', 'copy the whole file again');
    shapes.push(
      readShape(new DataView(bytes.buffer, bytes.byteOffset + offset + 8, length), file, shapes.length + 1),
    );
    offset = next;
  }
  return shapes;
}

function readShape(view: DataView, file: string, number: number): Position[][][] | null {
  const type = view.getInt32(0, true);
  if (type === 0) return null;
  if (!polygonTypes.includes(type))
    throw shapeError(
      file,
      number,
      `a ${shapeNames.get(type) ?? `shape of type ${type}`} is no polygon`,
      'give the shapefile polygons',
    );
  const isWhole = view.byteLength >= 44;
  const partCount = isWhole ? view.getInt32(36, true) : -1;
  const pointCount = isWhole ? view.getInt32(40, true) : -1;
  const pointsStart = 44 + partCount * 4;
  if (partCount < 0 || pointCount < 0 || pointsStart + pointCount * 16 > view.byteLength)
    throw shapeError(file, number, 'its counts do not fit its length', 'export the shapefile again');
  if (!partCount || !pointCount) return null;
  const starts = Array.from({ length: partCount }, (_, part) => view.getInt32(44 + part * 4, true));
  const rings = starts.map((start, part) => {
    const stop = starts[part + 1] ?? pointCount;
    if (start < 0 || stop < start || stop > pointCount)
      throw shapeError(file, number, 'its parts do not fit its points', 'export the shapefile again');
    return readPoints(view, pointsStart + start * 16, stop - start);
  });
  return nestRings(rings);
}

function readPoints(view: DataView, start: number, count: number): Position[] {
  return Array.from({ length: count }, (_, index) => {
    const offset = start + index * 16;
    return [view.getFloat64(offset, true), view.getFloat64(offset + 8, true)];
  });
}

function describeTruncation(file: string, found: number, expected: number): InputError {
  return new InputError({
    file,
    message: `it breaks off: ${found} of ${expected} bytes are there`,
    remedy: 'copy the whole file again',
  });
}

function shapeError(file: string, number: number, message: string, remedy: string): InputError {
  return new InputError({ file, place: `feature ${number}`, message, remedy });
}
