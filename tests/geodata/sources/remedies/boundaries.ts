import { describe } from 'vitest';
import { readBoundaries } from '../../../../geodata/sources/boundaries/boundaries.ts';
import { boundaryResource, type Json, toBytes } from '../../../setup/descriptor.ts';
import { convertWithOgr } from '../../../setup/ogr.ts';
import { buildAttributes, buildShapes, rdWkt } from '../../../setup/shapefile.ts';
import { type Remedy, tryRemedies } from './remedy.ts';

const ring: Json = [
  [6.8, 52.2],
  [6.9, 52.2],
  [6.9, 52.3],
  [6.8, 52.2],
];
const polygon: Json = { type: 'Polygon', coordinates: [ring] };
const place = (geometry: Json, values: { [key: string]: Json } = {}): Json => ({
  type: 'Feature',
  properties: { buurtcode: 'BU01530001', buurtnaam: 'Stad', water: 'NEE', ...values },
  geometry,
});
const collect = (...features: Json[]): Json => ({ type: 'FeatureCollection', features });
const whole = collect(place(polygon));
const rowsOf = (geometry: Json, other: Json = polygon) =>
  [collect(place(geometry)), collect(place(other))] as const;

describe('GeoJSON', () => {
  const resource = boundaryResource({ path: 'b.geojson', municipality: 'gm', district: 'wk' });
  const plain = boundaryResource({ path: 'b.geojson' });
  const withParents = (gm: Json, wk: Json) => collect(place(polygon, { gm, wk }));
  const turned: Json = {
    type: 'Polygon',
    coordinates: [
      [
        [52.2, 6.8],
        [52.2, 6.9],
        [52.3, 6.9],
        [52.2, 6.8],
      ],
    ],
  };
  const dutch: Json = {
    type: 'Polygon',
    coordinates: [
      [
        [257000, 471000],
        [258000, 471000],
        [258000, 472000],
        [257000, 471000],
      ],
    ],
  };
  const named = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } } };
  const at = (kind: string, [broken, mended]: readonly [Json, Json], remedy: string): Remedy<Json> => ({
    kind,
    broken,
    remedy,
    mended,
  });
  tryRemedies<Json>(
    [
      at(
        'a Feature alone',
        [place(polygon), whole],
        'give a FeatureCollection with one feature for each neighbourhood',
      ),
      at('no list', [{ type: 'FeatureCollection' }, whole], 'export it again'),
      at('no features', [collect(), whole], 'export the boundaries again'),
      at(
        'no Feature',
        [collect(polygon), whole],
        'give it { "type": "Feature", "properties": …, "geometry": … }',
      ),
      at('no geometry', rowsOf(null), 'give it a polygon or remove the feature'),
      at(
        'no geometry, removed',
        [collect(place(polygon), place(null, { buurtcode: 'BU01530002' })), whole],
        'remove the feature',
      ),
      at('a point', rowsOf({ type: 'Point', coordinates: [6.8, 52.2] }), 'give it a Polygon or MultiPolygon'),
      at(
        'a collection of points',
        rowsOf({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [6.8, 52.2] }] }),
        'give it a polygon',
      ),
      at(
        'wrong nesting',
        rowsOf(
          { type: 'MultiPolygon', coordinates: [ring] },
          { type: 'MultiPolygon', coordinates: [[ring]] },
        ),
        'export the file again',
      ),
      at('no area', rowsOf({ type: 'Polygon', coordinates: [] }), 'give it a polygon or remove the feature'),
      at(
        'no number',
        rowsOf({
          type: 'Polygon',
          coordinates: [
            [
              [6.8, null],
              [6.9, 52.2],
              [6.9, 52.3],
            ],
          ],
        }),
        'correct or remove it',
      ),
      at('the wrong order', rowsOf(turned), 'give longitude before latitude'),
      at(
        'RD without a word',
        [collect(place(dutch)), { ...(collect(place(dutch)) as object), ...named } as Json],
        'let it name its coordinate system',
      ),
      at(
        'outside',
        rowsOf({
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        }),
        'correct or remove it',
      ),
      at(
        'an unknown system',
        [{ ...(whole as object), crs: { type: 'name', properties: { name: 'EPSG:3857' } } } as Json, whole],
        'convert the file to EPSG:4326',
      ),
      at(
        'no attributes',
        [collect({ type: 'Feature', properties: {}, geometry: polygon }), whole],
        'export the file again with its attributes',
      ),
      at(
        'another attribute',
        [
          collect({
            type: 'Feature',
            properties: { buurtcod: 'BU01530001', buurtnaam: 'x', water: 'NEE' },
            geometry: polygon,
          }),
          whole,
        ],
        'write "buurtcod" if that is what you meant',
      ),
      at('no code', [collect(place(polygon, { buurtcode: '' })), whole], 'write a code such as "BU01530001"'),
      at(
        'a rounded code',
        [
          collect(place(polygon, { buurtcode: '1.53E+06' })),
          collect(place(polygon, { buurtcode: '01530001' })),
        ],
        'give the column the form of text, and export it again',
      ),
      at(
        'the code of a district',
        [collect(place(polygon, { buurtcode: 'WK015300' })), whole],
        'correct the code',
      ),
      at(
        'a code twice',
        [
          collect(place(polygon), place(polygon, { buurtnaam: 'Dorp' })),
          collect(place({ type: 'MultiPolygon', coordinates: [[ring], [ring]] })),
        ],
        'make them one feature with a MultiPolygon',
      ),
      at(
        'neither land nor water',
        [collect(place(polygon, { water: '?' })), whole],
        'write "JA", "NEE" or "B" (abroad)',
      ),
      at(
        'a control character',
        [
          collect(place(polygon, { buurtnaam: 'foto\u0092s' })),
          collect(place(polygon, { buurtnaam: 'foto’s' })),
        ],
        'write it again there',
      ),
    ],
    (value) => readBoundaries(plain, new Map([['b.geojson', toBytes(value)]])),
  );
  tryRemedies<Json>(
    [
      at(
        'parents that contradict',
        [withParents('GM0141', 'WK015300'), withParents('GM0153', 'WK015300')],
        'correct the one that is wrong',
      ),
    ],
    (value) => readBoundaries(resource, new Map([['b.geojson', toBytes(value)]])),
  );
});

type Files = ReadonlyMap<string, Uint8Array>;
const encode = (text: string) => new TextEncoder().encode(text);

/** The same bytes with another number of 32 bits at a place. */
function withNumber(bytes: Uint8Array, offset: number, value: number, isLittleEndian = false): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setInt32(offset, value, isLittleEndian);
  return copy;
}

describe('shapefiles', () => {
  const square: readonly [number, number][] = [
    [257000, 471000],
    [257000, 472000],
    [258000, 472000],
    [257000, 471000],
  ];
  const attributes = (codes: readonly string[]) =>
    buildAttributes(
      ['buurtcode', 'buurtnaam', 'water'],
      codes.map((code) => [code, 'Stad', 'NEE']),
    );
  const parts = (changes: { [extension: string]: Uint8Array | null } = {}): Files => {
    const all = {
      shp: buildShapes([[square]]),
      dbf: attributes(['BU01530001']),
      prj: encode(rdWkt),
      ...changes,
    };
    return new Map(
      Object.entries(all).flatMap(([end, bytes]) => (bytes ? [[`b.${end}`, bytes] as const] : [])),
    );
  };
  const at = (
    kind: string,
    changes: { [extension: string]: Uint8Array | null },
    remedy: string,
    mended = parts(),
  ): Remedy<Files> => ({ kind, broken: parts(changes), remedy, mended });
  const resource = boundaryResource({ path: 'b.shp', format: 'shp' });
  tryRemedies<Files>(
    [
      at('no .shp', { shp: null }, 'copy it into the package'),
      at('no .dbf', { dbf: null }, 'copy it beside the .shp'),
      at('no .prj', { prj: null }, 'add the .prj of EPSG:28992 (RD)'),
      at('an empty .shp', { shp: new Uint8Array() }, 'copy or export it again'),
      at('no shapefile', { shp: encode('x'.repeat(200)) }, 'export it again'),
      at(
        'a .shp that breaks off',
        { shp: buildShapes([[square]]).subarray(0, 130) },
        'copy the whole file again',
      ),
      at(
        'a shape that breaks off',
        { shp: withNumber(buildShapes([[square]]), 104, 5_000) },
        'copy the whole file again',
      ),
      at(
        'more points than there is room for',
        { shp: withNumber(buildShapes([[square]]), 148, 5_000, true) },
        'export the shapefile again',
      ),
      at(
        'a .dbf that breaks off',
        { dbf: attributes(['BU01530001']).subarray(0, 150) },
        'copy the whole file again',
      ),
      at('no .dbf at all', { dbf: encode('x') }, 'export the shapefile again'),
      at(
        'other numbers',
        { shp: buildShapes([[square], [square]]) },
        'take all files of the shapefile from one export',
      ),
      at('lines', { shp: buildShapes([[square]], 3) }, 'give the shapefile polygons'),
      at('no geometry', { shp: buildShapes([[]]) }, 'give it a polygon or remove it'),
      at(
        'another system',
        { prj: encode('PROJCS["WGS_1984_UTM_Zone_32N"]') },
        'convert the shapefile to EPSG:28992 (RD) or EPSG:4326',
      ),
    ],
    (files) => readBoundaries(resource, files),
  );
  const cp850 = (text: string) =>
    Uint8Array.from([...text].map((sign) => (sign === 'é' ? 0x82 : sign.charCodeAt(0))));
  const named = buildAttributes(
    ['buurtcode', 'buurtnaam', 'water'],
    [['BU01530001', 'Café-wijk', 'NEE']],
    cp850,
  );
  tryRemedies<Files>(
    [
      at(
        'CP850 without a word',
        { dbf: named },
        'write "850", "437" or "1252", whichever it is in, into b.cpg',
        parts({ dbf: named, cpg: encode('850') }),
      ),
      at(
        'a set that nobody knows',
        { dbf: named, cpg: encode('KLINGON') },
        'into b.cpg',
        parts({ dbf: named, cpg: encode('437') }),
      ),
    ],
    (files) => readBoundaries(resource, files),
  );
});

describe('what GDAL converts', () => {
  const source = JSON.stringify({
    ...(whole as object),
    crs: { type: 'name', properties: { name: 'EPSG:4326' } },
  });
  const read = ([name, bytes]: readonly [string, Uint8Array]) =>
    readBoundaries(
      boundaryResource({ path: name, format: /gpkg$/.test(name) ? 'gpkg' : 'geojson', water: null }),
      new Map([[name, bytes]]),
    );
  /** What GDAL makes of the collection, and what the command of the remedy makes of that. */
  const follow = (made: readonly string[], named: string, command: readonly string[]) => {
    const inputs = made.length ? { 'in.geojson': source } : { [named]: source };
    const files = convertWithOgr(inputs, ...(made.length ? [[...made]] : []), [...command]);
    const broken = files.get(named) ?? new Uint8Array();
    const [result = ''] = command.filter((word) => word.startsWith('converted'));
    return {
      broken: [named.replace('.sqlite', '.gpkg'), broken] as const,
      mended: [result, files.get(result) ?? new Uint8Array()] as const,
    };
  };
  tryRemedies<readonly [string, Uint8Array]>(
    [
      {
        kind: 'GML as GeoJSON',
        remedy: 'convert it with "ogr2ogr -f GeoJSON converted.geojson b.gml"',
        ...follow(['-f', 'GML', 'b.gml', 'in.geojson'], 'b.gml', [
          '-f',
          'GeoJSON',
          'converted.geojson',
          'b.gml',
        ]),
      },
      {
        kind: 'KML as GeoJSON',
        remedy: 'convert it with "ogr2ogr -f GeoJSON converted.geojson b.kml"',
        ...follow(['-f', 'KML', 'b.kml', 'in.geojson'], 'b.kml', [
          '-f',
          'GeoJSON',
          'converted.geojson',
          'b.kml',
        ]),
      },
      {
        kind: 'SQLite as GeoPackage',
        remedy:
          'give it the ending .sqlite, and make a GeoPackage of that with "ogr2ogr -f GPKG converted.gpkg b.sqlite"',
        ...follow(['-f', 'SQLite', 'b.sqlite', 'in.geojson'], 'b.sqlite', [
          ...['-f', 'GPKG', 'converted.gpkg', 'b.sqlite'],
        ]),
      },
      {
        kind: 'another format as GeoPackage',
        remedy: 'as "ogr2ogr -f GPKG converted.gpkg b.gpkg" does',
        ...follow([], 'b.gpkg', ['-f', 'GPKG', 'converted.gpkg', 'b.gpkg']),
      },
    ],
    read,
  );
});
