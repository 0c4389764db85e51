import type { Position } from 'geojson';
import proj4 from 'proj4';

/** A coordinate system that boundaries may come in, and its way to longitude and latitude in degrees. */
export interface Projection {
  readonly key: 'wgs84' | 'rd';
  readonly name: string;
  toWgs84(position: Position): Position;
}

/**
 * Dutch RD New with the seven parameters of EPSG:15934 (Amersfoort to WGS 84), as PROJ gives them for EPSG:28992. They
 * stay within 0.25 m of the official RDNAPTRANS grid. ESRI's WKT leaves them out, and reading a .prj without them puts
 * everything about 100 m off: so only the name of the system is taken from a file, never its parameters.
 */
const rdDefinition =
  '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
  '+towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs';

const converter = proj4(rdDefinition, 'WGS84');

/** Longitude and latitude in degrees, as GeoJSON has them. */
export const wgs84: Projection = {
  key: 'wgs84',
  name: 'WGS 84 (EPSG:4326)',
  toWgs84: (position) => [requireOrdinate(position[0]), requireOrdinate(position[1])],
};

/** Dutch Rijksdriehoek coordinates in metres, EPSG:28992. */
export const rd: Projection = {
  key: 'rd',
  name: 'Amersfoort / RD New (EPSG:28992)',
  toWgs84: (position) => converter.forward([requireOrdinate(position[0]), requireOrdinate(position[1])]),
};

/** From longitude and latitude in degrees to RD metres: the inverse of `rd.toWgs84`. */
export function toRd(position: Position): Position {
  return converter.inverse([requireOrdinate(position[0]), requireOrdinate(position[1])]);
}

function requireOrdinate(ordinate: number | undefined): number {
  if (ordinate === undefined || !Number.isFinite(ordinate))
    throw new RangeError(`${ordinate} is no coordinate`);
  return ordinate;
}

/** 7415 is RD with heights above NAP; 4258 is ETRS89, whose agreed transformation to WGS 84 is null (EPSG:1149). */
const byNumber: ReadonlyMap<number, Projection> = new Map([
  [28992, rd],
  [7415, rd],
  [4326, wgs84],
  [4979, wgs84],
  [4258, wgs84],
]);

/** The projection that an EPSG number stands for; null where it is none that we read. */
export function projectionOfNumber(epsg: number): Projection | null {
  return byNumber.get(epsg) ?? null;
}

/** Reads the name in a `crs` member: `urn:ogc:def:crs:EPSG::28992`, `EPSG:4326`, `…/OGC/1.3/CRS84`; null where unknown. */
export function projectionOfName(name: string): Projection | null {
  if (/\bCRS84\b/i.test(name)) return wgs84;
  const number = /EPSG.*?(\d{4,5})$/i.exec(name.trim());
  return number ? projectionOfNumber(Number(number[1])) : null;
}

/** Reads the well-known text of a .prj or a GeoPackage, in ESRI's form, WKT 1 or WKT 2; null where it is another system. */
export function projectionOfWkt(wkt: string): Projection | null {
  const text = wkt.replaceAll(/[\s_]+/g, ' ').toUpperCase();
  if (/^\s*(PROJCS|PROJCRS|PROJECTEDCRS|COMPD ?CS|COMPOUNDCRS|BOUNDCRS)\b/.test(text))
    return isRd(text) ? rd : null;
  const isGeographic = /^\s*(GEOGCS|GEOGCRS|GEOGRAPHICCRS|GEODCRS)\b/.test(text);
  const isWorld =
    /WGS ?(19)?84|WORLD GEODETIC SYSTEM 1984|ETRS ?(19)?89|EUROPEAN TERRESTRIAL REFERENCE SYSTEM 1989/.test(
      text,
    );
  return isGeographic && isWorld ? wgs84 : null;
}

/** The older RD (EPSG:28991) has its origin in Amersfoort itself, so the false origin is what tells them apart. */
function isRd(text: string): boolean {
  const parameter = (name: string) =>
    Number(new RegExp(`"${name}" ?, ?([-+0-9.E]+)`).exec(text)?.[1] ?? Number.NaN);
  return (
    text.includes('AMERSFOORT') &&
    parameter('FALSE EASTING') === 155000 &&
    parameter('FALSE NORTHING') === 463000
  );
}
