import { describe, expect, test } from 'vitest';
import { rd } from '../../../../geodata/projection.ts';
import { readBoundaries } from '../../../../geodata/sources/boundaries/boundaries.ts';
import { boundaryResource } from '../../../setup/descriptor.ts';
import { buildAttributes, buildShapes, rdWkt, wgs84Wkt } from '../../../setup/shapefile.ts';
import { lineOf } from '../problem.ts';

type Point = readonly [number, number];

/** A square in RD near Enschede, its corner at a number of metres from a fixed point, clockwise as shapefiles have it. */
function square(east: number, north: number, size: number): Point[] {
  const [x, y] = [257000 + east, 471000 + north];
  return [
    [x, y],
    [x, y + size],
    [x + size, y + size],
    [x + size, y],
    [x, y],
  ];
}

const resource = boundaryResource({ path: 'kaart/buurten.shp', format: 'shp', water: null });
const encode = (text: string) => new TextEncoder().encode(text);
const fields = ['buurtcode', 'buurtnaam'];

/** The parts of a shapefile of one square, some of them replaced or (null) taken away. */
function parts(changes: { [extension: string]: Uint8Array | null } = {}): Map<string, Uint8Array> {
  const all: { [extension: string]: Uint8Array | null } = {
    shp: buildShapes([[square(0, 0, 1000)]]),
    dbf: buildAttributes(fields, [['BU01530001', 'Stad']]),
    prj: encode(rdWkt),
    cpg: encode('UTF-8\n'),
    ...changes,
  };
  const files = new Map<string, Uint8Array>();
  for (const [extension, bytes] of Object.entries(all))
    if (bytes) files.set(`kaart/buurten.${extension}`, bytes);
  return files;
}

const read = (changes = {}) => readBoundaries(resource, parts(changes));
const refuse = (changes: { [extension: string]: Uint8Array | null }) => lineOf(() => read(changes));

describe('shapes', () => {
  test('come out in longitude and latitude, with their attributes', async () => {
    const { features, repairs } = await read();
    expect(repairs).toEqual([]);
    expect(features).toHaveLength(1);
    expect(features[0]).toMatchObject({ code: 'BU01530001', name: 'Stad', place: 'feature 1 (BU01530001)' });
    expect(features[0]?.polygons).toEqual([[square(0, 0, 1000).map(([x, y]) => rd.toWgs84([x, y]))]]);
  });

  test('may be in WGS 84', async () => {
    const ring: Point[] = [
      [6.8, 52.2],
      [6.8, 52.3],
      [6.9, 52.3],
      [6.8, 52.2],
    ];
    const { features } = await read({ shp: buildShapes([[ring]]), prj: encode(wgs84Wkt) });
    expect(features[0]?.polygons).toEqual([[ring]]);
  });

  test.each([false, true])(
    'get their holes and islands whatever the direction of the rings (reversed: %s)',
    async (isReversed) => {
      const hole = square(100, 100, 800).reverse();
      const rings = [square(200, 200, 100), hole, square(5000, 0, 100), square(0, 0, 1000)];
      const shp = buildShapes([isReversed ? rings.map((ring) => [...ring].reverse()) : rings]);
      const { features } = await read({ shp });
      const counts = features[0]?.polygons.map((polygon) => polygon.length).sort();
      expect(counts).toEqual([1, 1, 2]);
      const withHole = features[0]?.polygons.find((polygon) => polygon.length === 2);
      expect(withHole?.[0]).toContainEqual(rd.toWgs84([257000, 471000]));
      expect(withHole?.[1]).toContainEqual(rd.toWgs84([257100, 471100]));
    },
  );
});

describe('character sets', () => {
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const named = async (dbf: Uint8Array, cpg: Uint8Array | null) =>
    (await read({ dbf, cpg })).features[0]?.name;
  const rows = [['BU01530001', 'Brûlé']];

  test('are the one of the .cpg, or else found out', async () => {
    expect(await named(buildAttributes(fields, rows), encode('UTF-8'))).toBe('Brûlé');
    expect(await named(buildAttributes(fields, rows), null)).toBe('Brûlé');
    expect(await named(buildAttributes(fields, rows, latin), encode('1252'))).toBe('Brûlé');
    expect(await named(buildAttributes(fields, rows, latin), encode('ISO-8859-1'))).toBe('Brûlé');
    expect(await named(buildAttributes(fields, rows, latin), encode('88591'))).toBe('Brûlé');
    expect(await named(buildAttributes(fields, rows, latin), null)).toBe('Brûlé');
  });

  test('that are not what the .cpg says, or found out as Latin-1, are noted', async () => {
    const notes = async (cpg: Uint8Array | null) => {
      const { features, repairs } = await read({ dbf: buildAttributes(fields, rows, latin), cpg });
      expect(features[0]?.name).toBe('Brûlé');
      return repairs.map(({ message }) => message);
    };
    expect(await notes(encode('UTF-8'))).toEqual([
      'the .cpg says "UTF-8"; it is not; read as windows-1252 (Latin-1)',
    ]);
    expect(await notes(null)).toEqual(['not UTF-8; read as windows-1252 (Latin-1)']);
    expect(await notes(encode('1252'))).toEqual([]);
  });

  test('that nobody knows are refused', async () => {
    expect(await refuse({ cpg: encode('KLINGON'), dbf: buildAttributes(fields, rows, latin) })).toContain(
      'the .cpg says "KLINGON", a character set that nobody knows; write "850", "437" or "1252"',
    );
  });
});

describe('what is refused', () => {
  const whole = buildShapes([[square(0, 0, 1000)]]);

  test.each<[string, { [extension: string]: Uint8Array | null }, string]>([
    [
      'no .prj',
      { prj: null },
      'kaart/buurten.prj: this part of the shapefile is missing; add the .prj of EPSG:28992',
    ],
    ['no .dbf', { dbf: null }, 'kaart/buurten.dbf: this part of the shapefile is missing; copy it'],
    [
      'another system',
      { prj: encode('PROJCS["WGS_1984_UTM_Zone_32N",GEOGCS["GCS_WGS_1984"]]') },
      'buurten.prj: the coordinate system "WGS_1984_UTM_Zone_32N" is not one that is read',
    ],
    ['an empty .shp', { shp: new Uint8Array() }, 'buurten.shp: the file is empty'],
    ['no shapefile', { shp: encode('x'.repeat(200)) }, 'buurten.shp: it is no shapefile'],
    [
      'a .shp that breaks off',
      { shp: whole.subarray(0, 150) },
      'buurten.shp: it breaks off: 150 of 236 bytes are there',
    ],
    [
      'a .dbf that breaks off',
      { dbf: buildAttributes(fields, [['BU01530001', 'Stad']]).subarray(0, 120) },
      'buurten.dbf: it breaks off',
    ],
    ['a .dbf of nothing', { dbf: encode('x') }, 'buurten.dbf: it is no dBASE table'],
    [
      'more shapes than rows',
      { shp: buildShapes([[square(0, 0, 10)], [square(10, 0, 10)]]) },
      'it holds 2 shapes, but kaart/buurten.dbf has 1 rows',
    ],
    ['a shape without geometry', { shp: buildShapes([[]]) }, 'buurten.shp, feature 1: it has no geometry'],
    ['lines', { shp: buildShapes([[square(0, 0, 10)]], 3) }, 'feature 1: a PolyLine is no polygon'],
    [
      'no number',
      {
        shp: buildShapes([
          [
            [
              [Number.NaN, 471000],
              [258000, 471000],
              [258000, 472000],
            ],
          ],
        ]),
      },
      'feature 1 (BU01530001): coordinate 1 of a ring is [NaN, 471000], no two numbers',
    ],
    [
      'degrees that are said to be RD',
      {
        prj: encode(rdWkt),
        shp: buildShapes([
          [
            [
              [6.8, 52.2],
              [6.8, 52.3],
              [6.9, 52.3],
            ],
          ],
        ]),
      },
      '[6.8, 52.2] is one of WGS 84 (EPSG:4326), but the file is read as Amersfoort',
    ],
  ])('%s', async (_what, changes, expected) => {
    const line = await refuse(changes);
    expect(line).toContain(expected);
    expect(line).toMatch(/^kaart\/buurten\.(shp|dbf|prj).*; .*\.$/);
  });

  test('a count that does not fit, at whatever byte', async () => {
    for (const [offset, number] of [
      [144, 1000],
      [148, -1],
      [152, 9],
    ] as const) {
      const shp = whole.slice();
      new DataView(shp.buffer).setInt32(offset, number, true);
      expect(await refuse({ shp })).toMatch(/feature 1: its (counts|parts) do not fit/);
    }
  });
});
