import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  projectionOfName,
  projectionOfNumber,
  projectionOfWkt,
  rd,
  toRd,
  wgs84,
} from '../../geodata/projection.ts';

/** Metres between two places a short way apart. */
function distance(first: readonly number[], second: readonly number[]): number {
  const [x1 = 0, y1 = 0] = first;
  const [x2 = 0, y2 = 0] = second;
  return Math.hypot((x1 - x2) * 111_320 * Math.cos((y1 * Math.PI) / 180), (y1 - y2) * 111_195);
}

describe('RD to WGS 84', () => {
  // The points by which the Dutch Kadaster lets others check their RDNAPTRANS 2018 (longitude and latitude in ETRS89).
  test.each([
    ['Texel', 117380.12, 575040.34, 4.824761912, 53.160753042],
    ['Noord-Groningen', 247380.56, 604580.78, 6.776726674, 53.41948205],
    ['Amersfoort', 155000, 463000, 5.387203658, 52.155172897],
    ['Zeeuws-Vlaanderen', 16460.91, 377380.23, 3.397588595, 51.368607152],
    ['Zuid-Limburg', 182260.45, 311480.67, 5.773795548, 50.792584916],
  ])('%s is right within half a metre', (_name, x, y, longitude, latitude) => {
    expect(distance(rd.toWgs84([x, y]), [longitude, latitude])).toBeLessThan(0.5);
  });

  test('there and back again is the same within a millimetre', () => {
    const inland = fc.tuple(
      fc.double({ min: 10_000, max: 280_000, noNaN: true }),
      fc.double({ min: 305_000, max: 620_000, noNaN: true }),
    );
    fc.assert(
      fc.property(inland, ([x, y]) => {
        const [backX = 0, backY = 0] = toRd(rd.toWgs84([x, y]));
        expect(Math.hypot(backX - x, backY - y)).toBeLessThan(0.001);
      }),
    );
  });

  test('what is no number is refused', () => {
    expect(() => rd.toWgs84([155000, Number.NaN])).toThrow(RangeError);
    expect(() => wgs84.toWgs84([6.8])).toThrow(RangeError);
  });
});

describe('finding the system', () => {
  const esri =
    'PROJCS["RD_New",GEOGCS["GCS_Amersfoort",DATUM["D_Amersfoort",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Double_Stereographic"],PARAMETER["False_Easting",155000.0],PARAMETER["False_Northing",463000.0],PARAMETER["Central_Meridian",5.38763888888889],PARAMETER["Scale_Factor",0.9999079],PARAMETER["Latitude_Of_Origin",52.1561605555556],UNIT["Meter",1.0]]';
  const wkt2 =
    'PROJCRS["Amersfoort / RD New", BASEGEOGCRS["Amersfoort", DATUM["Amersfoort", ELLIPSOID["Bessel 1841",6377397.155,299.1528128]]], CONVERSION["RD New", METHOD["Oblique Stereographic"], PARAMETER["False easting",155000, LENGTHUNIT["metre",1]], PARAMETER["False northing",463000, LENGTHUNIT["metre",1]]]]';

  test('in the well-known text of a .prj', () => {
    expect(projectionOfWkt(esri)).toBe(rd);
    expect(projectionOfWkt(wkt2)).toBe(rd);
    expect(projectionOfWkt(esri.replace('155000.0', '0.0').replace('463000.0', '0.0'))).toBeNull();
    expect(
      projectionOfWkt(
        'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]',
      ),
    ).toBe(wgs84);
    expect(projectionOfWkt('GEOGCRS["WGS 84",ENSEMBLE["World Geodetic System 1984 ensemble"]]')).toBe(wgs84);
    expect(
      projectionOfWkt('PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984"]]'),
    ).toBeNull();
    expect(projectionOfWkt('')).toBeNull();
  });

  test('in a name or number', () => {
    expect(projectionOfName('urn:ogc:def:crs:EPSG::28992')).toBe(rd);
    expect(projectionOfName('EPSG:28992')).toBe(rd);
    expect(projectionOfName('http://www.opengis.net/def/crs/EPSG/0/28992')).toBe(rd);
    expect(projectionOfName('urn:ogc:def:crs:OGC:1.3:CRS84')).toBe(wgs84);
    expect(projectionOfName('EPSG:3857')).toBeNull();
    expect(projectionOfName('local')).toBeNull();
    expect(projectionOfNumber(4326)).toBe(wgs84);
    expect(projectionOfNumber(32631)).toBeNull();
  });
});
