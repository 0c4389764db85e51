import { describe, expect, test } from 'vitest';
import { rd } from '../../../../geodata/projection.ts';
import { readBoundaries } from '../../../../geodata/sources/boundaries/boundaries.ts';
import { boundaryResource, type Json, toBytes } from '../../../setup/descriptor.ts';
import { lineOf } from '../problem.ts';

type Values = { [key: string]: Json };

const square: Json = [
  [6.8, 52.2],
  [6.9, 52.2],
  [6.9, 52.3],
  [6.8, 52.3],
  [6.8, 52.2],
];

function feature(
  code: Json,
  geometry: Json = { type: 'Polygon', coordinates: [square] },
  values: Values = {},
): Json {
  return {
    type: 'Feature',
    properties: { buurtcode: code, buurtnaam: 'Stad', water: 'NEE', ...values },
    geometry,
  };
}

const polygon = (...rings: Json[]): Json => ({ type: 'Polygon', coordinates: rings });
const collect = (...features: Json[]): Json => ({ type: 'FeatureCollection', features });

const resource = boundaryResource();

const read = (collection: Json, own = resource) =>
  readBoundaries(own, new Map([[own.path, toBytes(collection)]]));
const refuse = (collection: Json, own = resource) => lineOf(() => read(collection, own));
const repairsOf = async (collection: Json) =>
  (await read(collection)).repairs.map(({ place, message }) => `${place}: ${message}`);

describe('a sound file', () => {
  test('gives codes, names, parents and shapes', async () => {
    const { features, repairs, account } = await read(
      collect(feature('BU01530001'), feature(' BU01530102 ')),
    );
    expect(repairs).toEqual([]);
    expect(account.read).toBe(2);
    expect(features[0]).toEqual({
      code: 'BU01530001',
      name: 'Stad',
      district: 'WK015300',
      districtName: null,
      municipality: 'GM0153',
      municipalityName: null,
      water: false,
      polygons: [[square]],
      place: 'feature 1 (BU01530001)',
    });
    expect(features[1]).toMatchObject({ code: 'BU01530102', district: 'WK015301' });
  });

  test('marks water, by its field or its code', async () => {
    const { features } = await read(
      collect(
        feature('BU01530001', undefined, { water: 'JA' }),
        feature('BU01539998'),
        feature('BU01530002', undefined, { water: 'B' }),
      ),
    );
    expect(features.map(({ water }) => water)).toEqual([true, true, true]);
  });

  test('puts the land and the water of a neighbourhood together, and says so', async () => {
    const other = polygon([
      [7, 52],
      [7.1, 52],
      [7.1, 52.1],
      [7, 52],
    ]);
    const { features, repairs } = await read(
      collect(feature('BU01530001', other, { water: 'JA', buurtnaam: 'Water' }), feature('BU01530001')),
    );
    expect(features).toHaveLength(1);
    expect(features[0]).toMatchObject({ name: 'Stad', water: false });
    expect(features[0]?.polygons).toHaveLength(2);
    expect(repairs).toEqual([
      {
        file: 'buurten.geojson',
        place: 'feature 2 (BU01530001)',
        message: 'its land and water were put together (feature 1 (BU01530001))',
      },
    ]);
  });

  test('may be in RD by the crs member of the older GeoJSON', async () => {
    const ring: Json = [
      [257000, 471000],
      [258000, 471000],
      [258000, 472000],
      [257000, 471000],
    ];
    const crs: Json = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } };
    const { features } = await read({
      type: 'FeatureCollection',
      crs,
      features: [feature('BU01530001', polygon(ring))],
    });
    expect(features[0]?.polygons[0]?.[0]?.[0]).toEqual(rd.toWgs84([257000, 471000]));
  });

  test('may have a collection of polygons as a geometry', async () => {
    const geometry: Json = { type: 'GeometryCollection', geometries: [polygon(square), polygon(square)] };
    expect((await read(collect(feature('BU01530001', geometry)))).features[0]?.polygons).toHaveLength(2);
  });

  test('heights are left aside', async () => {
    const ring: Json = [
      [6.8, 52.2, 40],
      [6.9, 52.2, 41],
      [6.9, 52.3, 42],
      [6.8, 52.2, 40],
    ];
    expect(
      (await read(collect(feature('BU01530001', polygon(ring))))).features[0]?.polygons[0]?.[0]?.[0],
    ).toEqual([6.8, 52.2]);
  });
});

describe('what is repaired and reported', () => {
  test('an open ring is closed', async () => {
    const collection = collect(feature('BU01530001', polygon((square as Json[]).slice(0, 4))));
    expect((await read(collection)).features[0]?.polygons).toEqual([[square]]);
    expect(await repairsOf(collection)).toEqual(['feature 1 (BU01530001): an open ring was closed']);
  });

  test('empty rings and parts are left out', async () => {
    const line: Json = [
      [6.8, 52.2],
      [6.9, 52.2],
      [6.8, 52.2],
    ];
    const collection = collect(
      feature('BU01530001', { type: 'MultiPolygon', coordinates: [[square, [], line], [line]] }),
    );
    expect((await read(collection)).features[0]?.polygons).toEqual([[square]]);
    expect(await repairsOf(collection)).toEqual(
      Array(3).fill('feature 1 (BU01530001): an empty ring was left out'),
    );
  });

  test('a self-crossing ring passes, for the coverage to settle', async () => {
    const bow: Json = [
      [6.8, 52.2],
      [6.9, 52.3],
      [6.9, 52.2],
      [6.8, 52.3],
      [6.8, 52.2],
    ];
    expect((await read(collect(feature('BU01530001', polygon(bow))))).features[0]?.polygons).toEqual([[bow]]);
  });

  test('a nameless neighbourhood goes by its code', async () => {
    const collection = collect(feature('BU01530001', undefined, { buurtnaam: null }));
    expect((await read(collection)).features[0]?.name).toBe('BU01530001');
    expect(await repairsOf(collection)).toEqual([
      'feature 1 (BU01530001): it has no name; its code is shown instead',
    ]);
  });
});

describe('what is refused', () => {
  const withRing = (...ring: Json[]) => collect(feature('BU01530001', polygon(ring)));

  test.each<[string, Json, string]>([
    ['no collection', { type: 'Feature' }, 'it holds a Feature where a GeoJSON FeatureCollection belongs'],
    ['TopoJSON', { type: 'Topology' }, 'it holds a Topology'],
    ['no list', { type: 'FeatureCollection' }, 'the FeatureCollection has no list "features"'],
    ['no features', collect(), 'it has no features'],
    ['an item that is no feature', collect('x'), 'feature 1: it is no Feature'],
    ['no geometry', collect(feature('BU01530001', null)), 'feature 1 (BU01530001): it has no geometry'],
    [
      'a point',
      collect(feature('BU01530001', { type: 'Point', coordinates: [6, 52] })),
      'a Point is no polygon',
    ],
    [
      'a line in a collection',
      collect(
        feature('BU01530001', {
          type: 'GeometryCollection',
          geometries: [{ type: 'LineString', coordinates: [] }],
        }),
      ),
      'its geometry has no polygon',
    ],
    [
      'wrong nesting',
      collect(feature('BU01530001', { type: 'Polygon', coordinates: [1, 2] })),
      'not nested as those of a Polygon',
    ],
    ['no area', withRing([6.8, 52.2], [6.9, 52.2]), 'its geometry has no area'],
    [
      'null for a coordinate',
      withRing([6.8, 52.2], [null, 52.2], [6.9, 52.3]),
      'coordinate 2 of a ring is [null, 52.2], no two numbers',
    ],
    [
      'text for a coordinate',
      withRing(['6.8', '52.2'], [6.9, 52.2], [6.9, 52.3]),
      'coordinate 1 of a ring is [6.8, 52.2], no two numbers',
    ],
    ['a coordinate of one number', withRing([6.8], [6.9, 52.2], [6.9, 52.3]), 'is [6.8], no two numbers'],
    [
      'swapped',
      withRing([52.2, 6.8], [52.2, 6.9], [52.3, 6.9]),
      'the coordinate [52.2, 6.8] stands in the wrong order; give longitude before latitude',
    ],
    [
      'RD without saying so',
      withRing([257000, 471000], [258000, 471000], [258000, 472000]),
      '[257000, 471000] is one of Amersfoort / RD New (EPSG:28992), but the file is read as WGS 84',
    ],
    [
      'elsewhere',
      withRing([2.35, 48.85], [2.36, 48.85], [2.36, 48.86]),
      '[2.35, 48.85] lies outside the Netherlands',
    ],
    ['no code', collect(feature(null)), 'the code of the neighbourhood is missing'],
    [
      'a code twice',
      collect(feature('BU01530001'), feature('BU01530001', undefined, { buurtnaam: 'Dorp' })),
      'feature 2 (BU01530001): the code stands at feature 1 too',
    ],
    [
      'neither land nor water',
      collect(feature('BU01530001', undefined, { water: 'MISSCHIEN' })),
      'field "water": "MISSCHIEN" says neither land nor water',
    ],
    [
      'another system',
      {
        ...(collect(feature('BU01530001')) as Values),
        crs: { type: 'name', properties: { name: 'EPSG:3857' } },
      },
      'key "crs": the coordinate system "EPSG:3857" is not one that is read',
    ],
  ])('%s', async (_what, collection, expected) => {
    const line = await refuse(collection);
    expect(line).toMatch(/^buurten\.geojson[:,] .*; .*\.$/);
    expect(line).not.toContain('\n');
    expect(line).toContain(expected);
  });

  test('RD in the wrong order', async () => {
    const ring: Json = [
      [471000, 257000],
      [471000, 258000],
      [472000, 258000],
    ];
    const crs: Json = { type: 'name', properties: { name: 'EPSG:28992' } };
    expect(
      await refuse({ type: 'FeatureCollection', crs, features: [feature('BU01530001', polygon(ring))] }),
    ).toContain('stands in the wrong order; give x (east) before y (north)');
  });

  test('a field that the file lacks, with the nearest name', async () => {
    expect(
      await refuse(collect(feature('BU01530001')), boundaryResource({ nameField: 'buurt_naam' })),
    ).toContain(
      'field "buurt_naam": the descriptor names this field, but the file has no such attribute; write "buurtnaam"',
    );
  });

  test('a parent that contradicts the code', async () => {
    const own = boundaryResource({ municipality: 'gemeente' });
    expect(await refuse(collect(feature('BU01530001', undefined, { gemeente: 'GM0141' })), own)).toContain(
      'feature 1 (BU01530001), field "gemeente": the municipality "GM0141" contradicts the code, which lies in "GM0153"',
    );
  });

  test('invalid JSON, with line and column', async () => {
    const bytes = new TextEncoder().encode('{\n "type": NaN }');
    expect(await lineOf(() => readBoundaries(resource, new Map([[resource.path, bytes]])))).toContain(
      'buurten.geojson, line 2, column 10: this is no JSON: "NaN }"',
    );
  });

  test('a missing or empty file', async () => {
    expect(await lineOf(() => readBoundaries(resource, new Map()))).toContain(
      'buurten.geojson: the file is missing',
    );
    const empty = new Map([[resource.path, new Uint8Array()]]);
    expect(await lineOf(() => readBoundaries(resource, empty))).toContain(
      'buurten.geojson: the file is empty',
    );
  });
});
