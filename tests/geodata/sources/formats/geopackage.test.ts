import { describe, expect, test } from 'vitest';
import { readBoundaries } from '../../../../geodata/sources/boundaries/boundaries.ts';
import { readWkb } from '../../../../geodata/sources/formats/wkb.ts';
import { boundaryResource } from '../../../setup/descriptor.ts';
import { convertWithOgr } from '../../../setup/ogr.ts';
import { lineOf } from '../problem.ts';

const ring = [
  [6.8, 52.2],
  [6.8, 52.3],
  [6.9, 52.3],
  [6.9, 52.2],
  [6.8, 52.2],
];
const hole = [
  [6.82, 52.22],
  [6.84, 52.22],
  [6.84, 52.24],
  [6.82, 52.22],
];

function collect(coordinates: unknown = [ring, hole], type = 'Polygon'): string {
  const properties = { buurtcode: 'BU01530001', buurtnaam: 'Brûlé', water: 'NEE' };
  return JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry: { type, coordinates } }],
  });
}

/** A GeoPackage that GDAL made of a collection. */
function build(collection: string, ...options: string[]): Uint8Array {
  const command = ['-f', 'GPKG', 'out.gpkg', 'in.geojson', ...options];
  return convertWithOgr({ 'in.geojson': collection }, command).get('out.gpkg') ?? new Uint8Array();
}

const resource = boundaryResource({ path: 'buurten.gpkg', format: 'gpkg' });
const read = (bytes: Uint8Array, own = resource) => readBoundaries(own, new Map([[own.path, bytes]]));
const refuse = (bytes: Uint8Array, own = resource) => lineOf(() => read(bytes, own));

describe('a GeoPackage', () => {
  test('in longitude and latitude gives the shapes and attributes', async () => {
    const { features, account } = await read(build(collect()));
    expect(account.read).toBe(1);
    expect(features[0]).toMatchObject({
      code: 'BU01530001',
      name: 'Brûlé',
      water: false,
      polygons: [[ring, hole]],
    });
  });

  test('in RD comes out within a metre of where it was', async () => {
    const { features } = await read(build(collect(), '-t_srs', 'EPSG:28992'));
    const [x = 0, y = 0] = features[0]?.polygons[0]?.[0]?.[0] ?? [];
    expect(Math.abs(x - 6.8) * 68_000).toBeLessThan(1);
    expect(Math.abs(y - 52.2) * 111_200).toBeLessThan(1);
  });

  test.each(['MULTIPOLYGON', 'POLYGON25D', 'MULTIPOLYGON25D'])('may hold %s', async (type) => {
    expect((await read(build(collect(), '-nlt', type))).features[0]?.polygons).toEqual([[ring, hole]]);
  });

  test('with several layers asks for one, and takes the one that is named', async () => {
    const files = convertWithOgr(
      { 'in.geojson': collect() },
      ['-f', 'GPKG', 'out.gpkg', 'in.geojson', '-nln', 'buurten'],
      ['-f', 'GPKG', '-update', 'out.gpkg', 'in.geojson', '-nln', 'wijken'],
    );
    const bytes = files.get('out.gpkg') ?? new Uint8Array();
    expect(await refuse(bytes)).toBe(
      'buurten.gpkg: it has the layers "buurten", "wijken"; name one as "layer" in the descriptor.',
    );
    expect(await refuse(bytes, { ...resource, layer: 'buurtn' })).toBe(
      'buurten.gpkg, layer "buurtn": there is no such layer; write "buurten" if that is what you meant.',
    );
    expect((await read(bytes, { ...resource, layer: 'buurten' })).features).toHaveLength(1);
  });

  test('is refused in another system, without polygons, damaged or not one at all', async () => {
    expect(await refuse(build(collect(), '-t_srs', 'EPSG:32632'))).toContain(
      'the coordinate system EPSG:32632 is not one that is read',
    );
    expect(await refuse(build(collect([6.8, 52.2], 'Point')))).toContain(
      'feature 1 (BU01530001): a Point is no polygon',
    );
    const whole = build(collect());
    expect(await refuse(whole.subarray(0, 4096))).toContain('buurten.gpkg: the GeoPackage is damaged');
    expect(await refuse(new TextEncoder().encode('PK nothing'))).toContain('it is no GeoPackage');
    expect(await refuse(new Uint8Array())).toContain('the file is empty');
  });
});

describe('well-known binary', () => {
  /** A polygon of one triangle, written by hand. */
  function buildTriangle(isLittle: boolean, type: number, extra: number): Uint8Array {
    const points = [
      [1, 2],
      [3, 4],
      [5, 6],
      [1, 2],
    ];
    const bytes = new Uint8Array(13 + points.length * (2 + extra) * 8);
    const view = new DataView(bytes.buffer);
    view.setUint8(0, isLittle ? 1 : 0);
    view.setUint32(1, type, isLittle);
    view.setUint32(5, 1, isLittle);
    view.setUint32(9, points.length, isLittle);
    for (const [index, point] of points.entries())
      for (let axis = 0; axis < 2 + extra; axis++)
        view.setFloat64(13 + (index * (2 + extra) + axis) * 8, point[axis] ?? 99, isLittle);
    return bytes;
  }

  test.each([
    ['little', true, 3, 0],
    ['big', false, 3, 0],
    ['ISO Z', true, 1003, 1],
    ['ISO M', true, 2003, 1],
    ['ISO ZM', false, 3003, 2],
    ['extended Z', true, 0x80000003, 1],
    ['extended ZM', true, 0xc0000003, 2],
  ])('%s', (_what, isLittle, type, extra) => {
    expect(readWkb(buildTriangle(isLittle, type, extra), 'metre').polygons).toEqual([
      [
        [
          [1, 2],
          [3, 4],
          [5, 6],
          [1, 2],
        ],
      ],
    ]);
  });

  test('that breaks off, claims too much or is no polygon is refused', () => {
    const whole = buildTriangle(true, 3, 0);
    for (let length = 0; length < whole.length; length++)
      expect(() => readWkb(whole.slice(0, length), 'metre')).toThrow('its geometry breaks off');
    const boastful = whole.slice();
    new DataView(boastful.buffer).setUint32(5, 0xffffffff, true);
    expect(() => readWkb(boastful, 'metre')).toThrow('its geometry breaks off');
    expect(() => readWkb(buildTriangle(true, 2, 0), 'metre')).toThrow('a LineString is no polygon');
  });

  test.each([
    [
      'a layer that is a view without end',
      'alter table out rename to t; create view out as with recursive n(i) as (select 1 union all select i + 1 from n) select t.* from t, n',
    ],
    [
      'a list of layers that is a view',
      'alter table gpkg_contents rename to t; create view gpkg_contents as select * from t',
    ],
    [
      'a computed column',
      'alter table out add column x text generated always as (hex(zeroblob(100000000))) virtual',
    ],
  ])('%s is not read', async (_, change) => {
    const { default: initSqlJs } = await import('sql.js');
    const sql = await initSqlJs();
    const database = new sql.Database(build(collect(), '-nln', 'out'));
    for (const { name } of database
      .exec("select name from sqlite_master where type = 'trigger'")
      .flatMap(({ values }) => values.map(([name]) => ({ name }))))
      database.run(`drop trigger "${name}"`);
    database.run(change);
    const bytes = database.export();
    database.close();
    expect(await refuse(bytes)).toMatch(
      /: it is computed when it is read \(a view, or columns that are\); make a table of it with "ogr2ogr -f GPKG converted.gpkg buurten.gpkg"\.$/,
    );
  });
});
