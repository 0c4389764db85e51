import type { Position } from 'geojson';
import { InputError } from '../../problem.ts';
import { type Projection, projectionOfName, wgs84 } from '../../projection.ts';
import { isObject } from '../package/descriptor.ts';
import type { FeatureSet, RawFeature } from './feature.ts';
import { parseJson } from './json.ts';

/**
 * Reads a GeoJSON FeatureCollection of polygons. Longitude and latitude by RFC 7946; the `crs` member of the older
 * GeoJSON is heeded. `codeField` only serves to name a faulty feature. Throws InputError.
 */
export function readGeoJson(bytes: Uint8Array, file: string, codeField: string): FeatureSet {
  if (isXml(bytes))
    throw new InputError({
      file,
      message: 'it is XML, such as GML or KML, and no GeoJSON',
      remedy: `convert it with ${convertToGeoJson(file)}`,
    });
  refuseLines(bytes, file);
  const { value: collection, note } = parseJson(bytes, file);
  if (!isObject(collection) || collection.type !== 'FeatureCollection') throw describeOther(collection, file);
  if (!Array.isArray(collection.features))
    throw new InputError({
      file,
      message: 'the FeatureCollection has no list "features"',
      remedy: 'export it again',
    });
  refusePage(collection, collection.features.length, file);
  const fields = new Set<string>();
  const counts = { withoutArea: 0 };
  const features = collection.features.map((feature: unknown, position) => {
    const raw = readFeature(feature, position + 1, file, codeField, counts);
    for (const name of Object.keys(raw.values)) fields.add(name);
    return raw;
  });
  return {
    projection: readCrs(collection.crs, file),
    features,
    fields: [...fields],
    notes: [
      ...(note ? [note] : []),
      ...(counts.withoutArea ? [`${counts.withoutArea} points and lines beside polygons were left out`] : []),
    ],
    deleted: 0,
  };
}

/** Throws InputError where the file holds a feature a line, as GDAL calls GeoJSONSeq. */
function refuseLines(bytes: Uint8Array, file: string): void {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096));
  const isMarked = start.startsWith(recordMark);
  const isFeature = /^\s*\{\s*"type"\s*:\s*"Feature"/.test(start.replace('ï»¿', ''));
  if (!isMarked && !(isFeature && /\}[ \t]*\r?\n\s*\{\s*"type"\s*:\s*"Feature"/.test(start))) return;
  throw new InputError({
    file,
    message: 'it holds a feature a line, and no FeatureCollection',
    remedy: `convert it with ${convertToGeoJson(`GeoJSONSeq:${file}`)}`,
  });
}

/** Stands before every record of a GeoJSON text sequence (RFC 8142). */
const recordMark = '\u001e';

/** Throws InputError where the file is one page of what a service has: the other areas would vanish. */
function refusePage(collection: Record<string, unknown>, count: number, file: string): void {
  const { numberMatched, totalFeatures, links, exceededTransferLimit, properties } = collection;
  const most = Math.max(
    ...[numberMatched, totalFeatures].map((total) => (typeof total === 'number' ? total : 0)),
  );
  const hasNext = Array.isArray(links) && links.some((link) => isObject(link) && link.rel === 'next');
  const isCut =
    exceededTransferLimit === true || (isObject(properties) && properties.exceededTransferLimit === true);
  if (most <= count && !hasNext && !isCut) return;
  throw new InputError({
    file,
    message: `it is one page of what a service has: ${count} features${most > count ? ` of ${most}` : ''}`,
    remedy:
      'ask the service for all of them (with a higher limit or count, or page after page) and put them into one FeatureCollection, without "numberMatched" and "links"',
  });
}

function describeOther(value: unknown, file: string): InputError {
  const type = isObject(value) && typeof value.type === 'string' ? `a ${value.type}` : 'something else';
  return new InputError({
    file,
    message: `it holds ${type} where a GeoJSON FeatureCollection belongs`,
    remedy: `give a FeatureCollection with one feature for each neighbourhood, as ${convertToGeoJson(file)} makes of most files`,
  });
}

/** The way to GeoJSON from any file that GDAL reads. */
function convertToGeoJson(file: string): string {
  return `"ogr2ogr -f GeoJSON converted.geojson ${file}"`;
}

/** `{ "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::28992" } }`. */
function readCrs(crs: unknown, file: string): Projection {
  if (crs === undefined || crs === null) return wgs84;
  const properties = isObject(crs) ? crs.properties : null;
  const name = isObject(properties) ? properties.name : null;
  const projection = typeof name === 'string' ? projectionOfName(name) : null;
  if (projection) return projection;
  throw new InputError({
    file,
    place: 'key "crs"',
    message: `the coordinate system ${typeof name === 'string' ? `"${name}"` : 'it names'} is not one that is read`,
    remedy: 'convert the file to EPSG:4326 (longitude, latitude) or EPSG:28992 (RD)',
  });
}

function isXml(bytes: Uint8Array): boolean {
  return /^\s*<[?!a-zA-Z]/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)).replace('ï»¿', ''));
}

interface Counts {
  withoutArea: number;
}

function readFeature(
  feature: unknown,
  number: number,
  file: string,
  codeField: string,
  counts: Counts,
): RawFeature {
  if (!isObject(feature) || feature.type !== 'Feature')
    throw new InputError({
      file,
      place: `feature ${number}`,
      message: 'it is no Feature',
      remedy: `give it { "type": "Feature", "properties": …, "geometry": … }, or export the file again`,
    });
  const values = isObject(feature.properties) ? feature.properties : {};
  const code = values[codeField];
  const place = typeof code === 'string' && code ? `feature ${number} (${code})` : `feature ${number}`;
  return { number, values, polygons: readGeometry(feature.geometry, file, place, counts) };
}

function readGeometry(geometry: unknown, file: string, place: string, counts: Counts): Position[][][] {
  const fail: Fail = (message, remedy) => new InputError({ file, place, message, remedy });
  if (!isObject(geometry)) throw fail('it has no geometry', 'give it a polygon or remove the feature');
  const polygons = readPolygons(geometry, fail, counts);
  if (polygons.length) return polygons;
  throw fail('its geometry has no polygon', 'give it a polygon or remove the feature');
}

type Fail = (message: string, remedy: string) => InputError;

const typesWithoutArea: readonly unknown[] = ['Point', 'MultiPoint', 'LineString', 'MultiLineString'];

/** Of a collection all polygons; points and lines in it have no area. */
function readPolygons(geometry: unknown, fail: Fail, counts: Counts): Position[][][] {
  const { type, coordinates, geometries } = isObject(geometry) ? geometry : {};
  if (type === 'GeometryCollection' && Array.isArray(geometries))
    return geometries.flatMap((part: unknown) => {
      const isWithout = isObject(part) && typesWithoutArea.includes(part.type);
      counts.withoutArea += isWithout ? 1 : 0;
      return isWithout ? [] : readPolygons(part, fail, counts);
    });
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    throw fail(
      `a ${typeof type === 'string' ? type : 'geometry without a type'} is no polygon`,
      'give it a Polygon or MultiPolygon',
    );
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (isMultiPolygon(polygons)) return polygons;
  throw fail(`the coordinates are not nested as those of a ${type}`, 'export the file again');
}

/** The nesting only; what the numbers are is checked where all formats meet. */
function isMultiPolygon(value: unknown): value is Position[][][] {
  const isListOf = (list: unknown, isItem: (item: unknown) => boolean) =>
    Array.isArray(list) && list.every(isItem);
  return isListOf(value, (polygon) => isListOf(polygon, (ring) => isListOf(ring, Array.isArray)));
}
