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
  const { value: collection, note } = parseJson(bytes, file);
  if (!isObject(collection) || collection.type !== 'FeatureCollection') throw describeOther(collection, file);
  if (!Array.isArray(collection.features))
    throw new InputError({
      file,
      message: 'the FeatureCollection has no list "features"',
      remedy: 'export it again',
    });
  const fields = new Set<string>();
  const features = collection.features.map((feature: unknown, position) => {
    const raw = readFeature(feature, position + 1, file, codeField);
    for (const name of Object.keys(raw.values)) fields.add(name);
    return raw;
  });
  return {
    projection: readCrs(collection.crs, file),
    features,
    fields: [...fields],
    notes: note ? [note] : [],
    deleted: 0,
  };
}

function describeOther(value: unknown, file: string): InputError {
  const type = isObject(value) && typeof value.type === 'string' ? `a ${value.type}` : 'something else';
  return new InputError({
    file,
    message: `it holds ${type} where a GeoJSON FeatureCollection belongs`,
    remedy: 'export it as a FeatureCollection with one feature for each neighbourhood',
  });
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

function readFeature(feature: unknown, number: number, file: string, codeField: string): RawFeature {
  if (!isObject(feature) || feature.type !== 'Feature')
    throw new InputError({
      file,
      place: `feature ${number}`,
      message: 'it is no Feature',
      remedy: 'export the file again',
    });
  const values = isObject(feature.properties) ? feature.properties : {};
  const code = values[codeField];
  const place = typeof code === 'string' && code ? `feature ${number} (${code})` : `feature ${number}`;
  return { number, values, polygons: readGeometry(feature.geometry, file, place) };
}

function readGeometry(geometry: unknown, file: string, place: string): Position[][][] {
  const fail: Fail = (message, remedy) => new InputError({ file, place, message, remedy });
  if (!isObject(geometry)) throw fail('it has no geometry', 'give it a polygon or remove the feature');
  if (geometry.type === 'GeometryCollection' && Array.isArray(geometry.geometries))
    return geometry.geometries.flatMap((part: unknown) => readPolygons(part, fail));
  return readPolygons(geometry, fail);
}

type Fail = (message: string, remedy: string) => InputError;

function readPolygons(geometry: unknown, fail: Fail): Position[][][] {
  const { type, coordinates } = isObject(geometry) ? geometry : {};
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
