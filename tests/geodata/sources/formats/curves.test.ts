import { describe, expect, test } from 'vitest';
import { toRd } from '../../../../geodata/projection.ts';
import { readBoundaries } from '../../../../geodata/sources/boundaries/boundaries.ts';
import { drawArc } from '../../../../geodata/sources/formats/arc.ts';
import { boundaryResource } from '../../../setup/descriptor.ts';
import { convertWithOgr } from '../../../setup/ogr.ts';
import { lineOf } from '../problem.ts';

const resource = boundaryResource({ path: 'b.gpkg', format: 'gpkg', water: null });

/** A GeoPackage in RD that GDAL makes of well-known text, as the type that is given. */
function build(wkts: readonly string[], ...options: string[]): Uint8Array {
  const rows = wkts.map((wkt, index) => `BU0153000${index};Stad ${index};"${wkt}"`);
  const files = convertWithOgr({ 'in.csv': ['buurtcode;buurtnaam;WKT', ...rows, ''].join('\n') }, [
    ...['-f', 'GPKG', 'b.gpkg', 'in.csv', '-oo', 'GEOM_POSSIBLE_NAMES=WKT'],
    ...[
      '-oo',
      'KEEP_GEOM_COLUMNS=NO',
      ...(options.includes('-a_srs') ? [] : ['-a_srs', 'EPSG:28992']),
      ...options,
    ],
  ]);
  return files.get('b.gpkg') ?? new Uint8Array();
}
const read = (bytes: Uint8Array) => readBoundaries(resource, new Map([['b.gpkg', bytes]]));

const ring = '257000 471000, 258000 471000, 258000 472000, 257000 472000, 257000 471000';
const square = `((${ring}))`;
const corners = 5;

describe('surfaces of straight lines', () => {
  test.each([
    ['MULTISURFACE', `MULTISURFACE (${square})`],
    [
      'MULTISURFACE',
      `MULTISURFACE (CURVEPOLYGON ((${ring})), POLYGON ((260000 471000, 261000 471000, 261000 472000, 260000 471000)))`,
    ],
    ['CURVEPOLYGON', `CURVEPOLYGON ((${ring}))`],
    [
      'CURVEPOLYGON',
      'CURVEPOLYGON (COMPOUNDCURVE ((257000 471000, 258000 471000, 258000 472000), (258000 472000, 257000 472000, 257000 471000)))',
    ],
    [
      'MULTISURFACEZ',
      `MULTISURFACE Z (((257000 471000 1, 258000 471000 2, 258000 472000 3, 257000 472000 4, 257000 471000 1)))`,
    ],
    [
      'POLYGONM',
      `POLYGON M ((257000 471000 1, 258000 471000 2, 258000 472000 3, 257000 472000 4, 257000 471000 1))`,
    ],
    [
      'MULTIPOLYGONZM',
      `MULTIPOLYGON ZM (((257000 471000 1 9, 258000 471000 2 9, 258000 472000 3 9, 257000 472000 4 9, 257000 471000 1 9)))`,
    ],
    ['GEOMETRYCOLLECTION', `GEOMETRYCOLLECTION (POLYGON ${square})`],
    [
      'POLYHEDRALSURFACE',
      `POLYHEDRALSURFACE Z (((257000 471000 0, 258000 471000 0, 258000 472000 0, 257000 472000 0, 257000 471000 0)))`,
    ],
  ])('as %s are read: %s', async (type, wkt) => {
    const { features, repairs } = await read(build([wkt], '-nlt', type));
    expect(repairs).toEqual([]);
    expect(features[0]?.polygons[0]?.[0]).toHaveLength(corners);
  });

  test('of triangles are read', async () => {
    const wkt =
      'TIN Z (((257000 471000 0, 258000 471000 0, 258000 472000 0, 257000 471000 0)), ((257000 471000 0, 258000 472000 0, 257000 472000 0, 257000 471000 0)))';
    expect((await read(build([wkt], '-nlt', 'TIN'))).features[0]?.polygons).toHaveLength(2);
  });

  test('with points and lines beside them are read without, which is said', async () => {
    const wkt = `GEOMETRYCOLLECTION (POINT (257000 471000), LINESTRING (257000 471000, 258000 471000), POLYGON ${square})`;
    const { features, repairs } = await read(build([wkt], '-nlt', 'GEOMETRYCOLLECTION'));
    expect(features[0]?.polygons).toHaveLength(1);
    expect(repairs.map(({ message }) => message)).toEqual([
      '2 points and lines beside polygons were left out',
    ]);
  });
});

describe('arcs', () => {
  const [x, y, radius] = [257500, 471000, 500];
  const half = `CURVEPOLYGON (COMPOUNDCURVE (CIRCULARSTRING (257000 471000, 257500 471500, 258000 471000), (258000 471000, 257000 471000)))`;
  const circle = 'CURVEPOLYGON (CIRCULARSTRING (257000 471000, 258000 471000, 257000 471000))';

  test.each([
    ['half a circle', half],
    ['a whole circle', circle],
  ])('of %s become lines within 0.1 m, which is said', async (_, wkt) => {
    const { features, repairs } = await read(build([wkt], '-nlt', 'CURVEPOLYGON'));
    expect(repairs.map(({ message }) => message)).toEqual([
      '1 arcs in the borders of 1 features became lines within 0.1 m of them',
    ]);
    const points = features[0]?.polygons[0]?.[0]?.map(toRd) ?? [];
    const onArc = points.filter(([, north = 0]) => north > y + 1);
    expect(onArc.length).toBeGreaterThan(20);
    for (const [index, [east = 0, north = 0]] of points.entries()) {
      const [nextEast = 0, nextNorth = 0] = points[index + 1] ?? [];
      if (north < y + 1 || nextNorth < y + 1) continue;
      const middle = Math.hypot((east + nextEast) / 2 - x, (north + nextNorth) / 2 - y);
      expect(Math.abs(Math.hypot(east - x, north - y) - radius)).toBeLessThan(0.1);
      expect(Math.abs(middle - radius)).toBeLessThan(0.1);
    }
  });

  test('in degrees are drawn as finely', async () => {
    const wkt =
      'CURVEPOLYGON (COMPOUNDCURVE (CIRCULARSTRING (6.80 52.2, 6.805 52.205, 6.81 52.2), (6.81 52.2, 6.80 52.2)))';
    const bytes = build([wkt], '-nlt', 'CURVEPOLYGON', '-a_srs', 'EPSG:4326');
    expect((await read(bytes)).features[0]?.polygons[0]?.[0]?.length).toBeGreaterThan(40);
  });

  test('from either side have the same points', () => {
    const [start, middle, end] = [
      [0, 0],
      [3.1, 4.7],
      [9, 1],
    ] as const;
    const there = drawArc([...start], [...middle], [...end], 'metre');
    expect(drawArc([...end], [...middle], [...start], 'metre')).toEqual([...there].reverse());
    expect(drawArc([0, 0], [1, 1], [2, 2], 'metre')).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  test('that GDAL makes lines of by the command of a remedy are read too', async () => {
    const { features } = await read(build([half], '-nlt', 'CONVERT_TO_LINEAR'));
    expect(features).toHaveLength(1);
  });
});

test('a geometry that is no surface is refused with its feature', async () => {
  const bytes = build([`POLYGON ${square}`, 'LINESTRING (257000 471000, 258000 471000)'], '-nlt', 'GEOMETRY');
  expect(await lineOf(() => read(bytes))).toBe(
    'b.gpkg, feature 2 (BU01530001): a LineString is no polygon; give it a polygon or remove the feature.',
  );
});
