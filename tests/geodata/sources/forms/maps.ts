import initSqlJs from 'sql.js';
import { encodeAs } from '../../../../geodata/sources/formats/charset.ts';
import { convertWithOgr } from '../../../setup/ogr.ts';
import { buildAttributes, buildShapes, rdWkt } from '../../../setup/shapefile.ts';
import { type Form, type Kind, type Outcome, readMap } from './form.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const degrees = [
  [6.8, 52.2],
  [6.9, 52.2],
  [6.9, 52.3],
  [6.8, 52.2],
] as const;
const metres = [
  [257_000, 471_000],
  [258_000, 471_000],
  [258_000, 472_000],
  [257_000, 471_000],
] as const;
const turn = (ring: readonly (readonly [number, number])[]) => ring.map(([x, y]) => [y, x]);

const feature = (ring: unknown = degrees, code = 'BU01530001') => ({
  type: 'Feature',
  properties: { buurtcode: code, buurtnaam: 'Höfte', water: 'NEE' },
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const collect = (own: object = {}, ring: unknown = degrees) =>
  JSON.stringify({ type: 'FeatureCollection', features: [feature(ring)], ...own });
const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });

const asGeoJson = (
  form: string,
  content: string | Uint8Array,
  outcome: Outcome,
  expected = 'BU01530001 Höfte',
): Form => ({
  form,
  reader: 'boundaries',
  outcome,
  expected,
  run: () => readMap(content),
});

type Set = Parameters<typeof encodeAs>[1];

/** A shapefile whose names are in a set, with what its `.dbf` and `.cpg` say of it. */
function asShapefile(
  form: string,
  set: Set | 'utf-8',
  { driver = 0, cpg = null as string | null, name = 'Höfte ’t Café' },
  outcome: Outcome,
  expected = `BU01530001 ${name}`,
): Form {
  const inSet = (text: string) =>
    set === 'utf-8' ? encode(text) : (encodeAs(text, set) ?? new Uint8Array());
  const run = () => {
    const dbf = buildAttributes(['buurtcode', 'buurtnaam', 'water'], [['BU01530001', name, 'NEE']], inSet);
    dbf[29] = driver;
    const files: [string, Uint8Array][] = [
      ['b.shp', buildShapes([[metres]])],
      ['b.dbf', dbf],
      ['b.prj', encode(rdWkt)],
      ...(cpg === null ? [] : [['b.cpg', encode(cpg)] as [string, Uint8Array]]),
    ];
    return readMap(new Map(files), 'shp');
  };
  return { form, reader: 'boundaries', outcome, expected, run };
}

const old = { name: 'Höfte Café' };

/** A GeoPackage of one area, after a statement that changes its row. */
function asGeoPackage(form: string, change: string, outcome: Outcome, expected = 'BU01530001 Höfte'): Form {
  const run = async () => {
    const command = ['-f', 'GPKG', 'b.gpkg', 'in.geojson', '-nln', 'b'];
    const made = convertWithOgr({ 'in.geojson': collect() }, command).get('b.gpkg');
    const { Database } = await initSqlJs();
    const database = new Database(made);
    const [triggers] = database.exec("select name from sqlite_master where type = 'trigger'");
    for (const [name] of triggers?.values ?? []) database.run(`drop trigger "${name}"`);
    database.run(change);
    const bytes = database.export();
    database.close();
    return readMap(bytes, 'gpkg');
  };
  return { form, reader: 'boundaries', outcome, expected, run };
}

const set = (column: string, value: string) => `update b set ${column} = ${value}`;

export const mapKinds: Kind[] = [
  {
    kind: 'Sets of signs in shapefiles',
    forms: [
      asShapefile('UTF-8 without a word', 'utf-8', {}, 'read'),
      asShapefile('UTF-8, a .cpg says 1252', 'utf-8', { cpg: '1252' }, 'read'),
      asShapefile('UTF-8, a .cpg says 850', 'utf-8', { cpg: '850' }, 'read'),
      asShapefile('UTF-8 under the driver 0x57', 'utf-8', { driver: 0x57 }, 'read'),
      asShapefile('windows-1252 without a word', 'windows-1252', {}, 'read'),
      ...[0x03, 0x57, 0x58].map((driver) =>
        asShapefile(
          `windows-1252 under the driver 0x${driver.toString(16).padStart(2, '0')}`,
          'windows-1252',
          { driver },
          'read',
        ),
      ),
      ...['1252', 'ANSI 1252', 'windows-1252', 'ISO-8859-1', 'LDID/87', '8859_1'].map((cpg) =>
        asShapefile(`windows-1252, a .cpg says ${cpg}`, 'windows-1252', { cpg }, 'read'),
      ),
      asShapefile('windows-1252, a .cpg says UTF-8', 'windows-1252', { cpg: 'UTF-8' }, 'read'),
      asShapefile('CP850 under the driver 0x02', 'CP850', { driver: 0x02, ...old }, 'read'),
      asShapefile('CP437 under the driver 0x01', 'CP437', { driver: 0x01, ...old }, 'read'),
      asShapefile('CP850, a .cpg says OEM 850', 'CP850', { cpg: 'OEM 850', ...old }, 'read'),
      asShapefile('CP850 without a word', 'CP850', old, 'refused', 'write "850", "437" or "1252"'),
      asShapefile(
        'CP850, a .cpg that nobody knows',
        'CP850',
        { cpg: 'KLINGON', ...old },
        'refused',
        'into b.cpg',
      ),
      asShapefile('a zero within a name', 'utf-8', { name: 'Sta\0d' }, 'refused', 'U+0000'),
      asShapefile('a bell within a name', 'utf-8', { name: 'Sta\u0007d' }, 'refused', 'U+0007'),
    ],
  },
  {
    kind: 'GeoJSON: marks, systems of coordinates, pages of services',
    forms: [
      asGeoJson('as it should be', collect(), 'read'),
      asGeoJson('a byte-order mark', `\ufeff${collect()}`, 'read'),
      asGeoJson(
        'windows-1252',
        Uint8Array.from(collect(), (sign) => sign.charCodeAt(0)),
        'read',
      ),
      asGeoJson('RD that it names', collect(crs('urn:ogc:def:crs:EPSG::28992'), metres), 'read'),
      asGeoJson('RD without a word', collect({}, metres), 'refused', 'let it name its coordinate system'),
      asGeoJson('RD that it names, in degrees', collect(crs('EPSG:28992')), 'refused', 'let it name'),
      asGeoJson('latitude first', collect({}, turn(degrees)), 'refused', 'give longitude before latitude'),
      asGeoJson(
        'RD, north first',
        collect(crs('EPSG:28992'), turn(metres)),
        'refused',
        'give x (east) before y (north)',
      ),
      asGeoJson('another system', collect(crs('EPSG:25831')), 'refused', 'convert the file to EPSG:4326'),
      asGeoJson(
        'coordinates as texts',
        collect(
          {},
          degrees.map((one) => one.map(String)),
        ),
        'refused',
        'no two numbers',
      ),
      asGeoJson(
        'a feature a line',
        `${JSON.stringify(feature())}\n${JSON.stringify(feature())}\n`,
        'refused',
        'GeoJSONSeq:b.geojson',
      ),
      asGeoJson(
        'records of RFC 8142',
        `\u001e${JSON.stringify(feature())}\n`,
        'refused',
        'GeoJSONSeq:b.geojson',
      ),
      asGeoJson(
        'a page: fewer than numberMatched',
        collect({ numberMatched: 5 }),
        'refused',
        '1 features of 5',
      ),
      asGeoJson(
        'a page: fewer than totalFeatures',
        collect({ totalFeatures: 5 }),
        'refused',
        '1 features of 5',
      ),
      asGeoJson(
        'a page: a link to the next',
        collect({ links: [{ rel: 'next', href: 'x' }] }),
        'refused',
        'one page',
      ),
      asGeoJson(
        'a page: exceededTransferLimit',
        collect({ properties: { exceededTransferLimit: true } }),
        'refused',
        'one page',
      ),
      asGeoJson(
        'all that a service counts',
        collect({ numberMatched: 1, numberReturned: 1, links: [] }),
        'read',
      ),
      asGeoJson(
        'a name given twice',
        collect().replace('"properties":{', '"properties":{"buurtnaam":"Anders",'),
        'refused',
        'the key "buurtnaam" stands twice in one object',
      ),
      asGeoJson('XML', '<gml/>', 'refused', 'ogr2ogr'),
      asGeoJson('TopoJSON', '{"type":"Topology"}', 'refused', 'holds a Topology'),
    ],
  },
  {
    kind: 'Texts and geometries in GeoPackages',
    forms: [
      asGeoPackage('as it should be', 'select 1', 'read'),
      asGeoPackage('a zero within a name', set('buurtnaam', "'Sta' || char(0) || 'd'"), 'refused', 'U+0000'),
      asGeoPackage(
        'a zero and more behind a name',
        set('buurtnaam', "'Stad' || char(0) || 'XYZ'"),
        'refused',
        'U+0000',
      ),
      asGeoPackage(
        'a zero within a code',
        set('buurtcode', "'BU01530001' || char(0) || 'z'"),
        'refused',
        'no code',
      ),
      asGeoPackage('a bell within a name', set('buurtnaam', "'Sta' || char(7) || 'd'"), 'refused', 'U+0007'),
      asGeoPackage('a name in windows-1252', set('buurtnaam', "cast(x'48f6667465' as text)"), 'read'),
      asGeoPackage('that and a zero', set('buurtnaam', "cast(x'48f6660065' as text)"), 'refused', 'U+0000'),
      asGeoPackage('a code as a number', set('buurtcode', '1530001'), 'read'),
      asGeoPackage('a code as a number with decimals', set('buurtcode', '1530001.0'), 'read'),
      asGeoPackage('no geometry', set('geom', 'null'), 'refused', 'it has no geometry'),
    ],
  },
];
