import { describe } from 'vitest';
import { readBoundaries } from '../../../../geodata/sources/boundaries/boundaries.ts';
import { readGeoPackage } from '../../../../geodata/sources/formats/geopackage.ts';
import { readObservations } from '../../../../geodata/sources/observations/observations.ts';
import { parseDataPackage } from '../../../../geodata/sources/package/package.ts';
import type { ObservationResource } from '../../../../geodata/sources/package/resource.ts';
import {
  boundaryResource,
  describePackage,
  describeTable,
  type Json,
  observationResource,
  toBytes,
} from '../../../setup/descriptor.ts';
import { convertWithOgr } from '../../../setup/ogr.ts';
import { change, type Remedy, tryRemedies } from './remedy.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const field = (name: string, as: string, own: { [key: string]: Json } = {}): Json => ({
  name,
  type: 'string',
  wijkinformatie: { as, ...own },
});
const inhabitants = { indicator: 'inwoners' };
const value = field('aantal', 'value', inhabitants);
const at = <Input>(kind: string, broken: Input, remedy: string, mended: Input): Remedy<Input> => ({
  kind,
  broken,
  remedy,
  mended,
});

describe('fields of a table beside its values', () => {
  const withField = (own: Json, resource: { [key: string]: Json } = { period: '2024' }) =>
    observationResource([field('code', 'area'), value, own], resource);
  /** A resource and the last two cells of its only row. */
  type Row = readonly [ObservationResource, string];
  const read = ([resource, cells]: Row) => {
    const names = resource.fields.map(({ name }) => name).join(',');
    return readObservations(resource, encode(`${names}\nBU01530001,${cells}\n`));
  };
  const status = withField(field('status', 'status', inhabitants));
  const reason = observationResource([
    field('code', 'area'),
    value,
    field('status', 'status', inhabitants),
    field('reden', 'reason', inhabitants),
  ]);
  const size = withField(field('n', 'sampleSize', inhabitants));
  const bounds = observationResource([
    field('code', 'area'),
    value,
    field('onder', 'lower', inhabitants),
    field('boven', 'upper', inhabitants),
  ]);
  const period = withField(field('jaar', 'period'), {});
  tryRemedies<Row>(
    [
      at<Row>('a mistyped status', [status, '5,voorlopg'], 'write "voorlopig"', [status, '5,voorlopig']),
      at<Row>('a mistyped reason', [reason, ',geheim,few-answer'], 'write "few-answers"', [
        reason,
        ',geheim,few-answers',
      ]),
      at<Row>(
        'a reason beside a figure',
        [reason, '5,definitief,secondary'],
        'write "suppressed" as its status',
        [reason, ',suppressed,secondary'],
      ),
      at<Row>('part of a person', [size, '5,1.5'], 'write a whole number', [size, '5,2']),
      at<Row>('bounds the other way round', [bounds, '5,7,3'], 'swap or correct the two', [bounds, '5,3,7']),
      at<Row>('several years', [period, '5,2021-2023'], 'write 2021..2023 where it is an average', [
        period,
        '5,2021..2023',
      ]),
      at<Row>('a date', [period, '5,31-12-2023'], 'write the year, quarter, month or week', [
        period,
        '5,2023',
      ]),
      at<Row>('no period', [period, '5,later'], 'write 2024, 2024-Q1, 2024-03 or 2024-W12', [
        period,
        '5,2024',
      ]),
      at<Row>('a sign beside a number', [status, '€ 5,'], 'write the number alone', [status, '5,']),
    ],
    read,
  );
  tryRemedies<string>(
    [
      at(
        'headings and no rows',
        'code,aantal\n',
        'export it again with its rows',
        'code,aantal\nBU01530001,5\n',
      ),
      at('nothing', '', 'copy or export it again', 'code,aantal\nBU01530001,5\n'),
    ],
    (text) => readObservations(observationResource([field('code', 'area'), value]), encode(text)),
  );
  const name = { nl: 'Soort', en: 'Kind' };
  const dimension = { key: 'soort', name, total: 'alle', categories: [{ key: 'a', name }] };
  const fields = [field('code', 'area'), value, field('soort', 'category')];
  const divided = change({ ...describePackage(), resources: [describeTable(fields)] }, [
    ['wijkinformatie.dimensions', [dimension]],
    ['wijkinformatie.indicators.0.dimension', 'soort'],
  ]);
  const [table] = parseDataPackage(toBytes(divided), 'datapackage.json').resources;
  tryRemedies<string>(
    [
      at(
        'a figure of no category',
        'code,aantal,soort\nBU01530001,5,\n',
        'write the one that the figure is of, or the total',
        'code,aantal,soort\nBU01530001,5,alle\n',
      ),
    ],
    (text) => readObservations(table as ObservationResource, encode(text)),
  );
  const japanese = { ...status, encoding: 'shift_jis' };
  tryRemedies<ObservationResource>(
    [
      at<ObservationResource>(
        'bytes that its set has not',
        japanese,
        'say in the descriptor which "encoding" it has',
        { ...status, encoding: 'cp850' },
      ),
    ],
    (resource) =>
      readObservations(
        resource,
        Uint8Array.from([...encode('code,aantal,status\nBU01530001,5,'), 0x82, 0x0a]),
      ).catch((error: unknown) => {
        // Once its set is said, the word itself is what is unknown.
        if (!String(error).includes('the status')) throw error;
      }),
  );
});

describe('the files of a map', async () => {
  const ring = [
    [6.8, 52.2],
    [6.9, 52.2],
    [6.9, 52.3],
    [6.8, 52.2],
  ];
  const feature = (name = 'Stad') => ({
    type: 'Feature',
    properties: { buurtcode: 'BU01530001', buurtnaam: name, water: 'NEE' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  });
  const collect = (own: object = {}, name?: string) =>
    JSON.stringify({ type: 'FeatureCollection', features: [feature(name)], ...own });
  const lines = `${JSON.stringify(feature())}\n${JSON.stringify({ ...feature(), properties: { buurtcode: 'BU01530002', buurtnaam: 'Dorp', water: 'NEE' } })}\n`;
  const converted = convertWithOgr({ 'b.geojson': lines }, [
    '-f',
    'GeoJSON',
    'converted.geojson',
    'GeoJSONSeq:b.geojson',
  ]);
  tryRemedies<string>(
    [
      at(
        'a feature a line',
        lines,
        'convert it with "ogr2ogr -f GeoJSON converted.geojson GeoJSONSeq:b.geojson"',
        new TextDecoder().decode(converted.get('converted.geojson')),
      ),
      at(
        'a page of a service',
        collect({ numberMatched: 5, links: [] }),
        'put them into one FeatureCollection, without "numberMatched" and "links"',
        collect(),
      ),
      at(
        'garble beyond repair',
        collect({}, 'Ã'),
        'write it as it should be',
        collect({}, 'Ã'.replace('Ã', 'é')),
      ),
    ],
    (text) => readBoundaries(boundaryResource({ path: 'b.geojson' }), new Map([['b.geojson', encode(text)]])),
  );
  const make = (text: string, ...options: string[]) =>
    convertWithOgr({ 'in.geojson': text }, [
      '-f',
      'GPKG',
      'b.gpkg',
      'in.geojson',
      '-nln',
      'buurten',
      ...options,
    ]).get('b.gpkg') ?? new Uint8Array();
  const whole = make(collect());
  const point = collect().replace(
    /"geometry":.*\}\]\}$/,
    '"geometry":{"type":"Point","coordinates":[6.8,52.2]}}]}',
  );
  type Package = readonly [Uint8Array, string | null];
  tryRemedies<Package>(
    [
      at<Package>('nothing', [new Uint8Array(), null], 'copy or export it again', [whole, null]),
      at<Package>('one that breaks off', [whole.slice(0, 60_000), null], 'copy or export it again', [
        whole,
        null,
      ]),
      at<Package>(
        'no layer of features',
        [make(collect(), '-nlt', 'NONE'), null],
        'export the boundaries again',
        [whole, null],
      ),
      at<Package>('a mistyped layer', [whole, 'buurte'], 'write "buurten"', [whole, 'buurten']),
      at<Package>(
        'another system',
        [make(collect(), '-t_srs', 'EPSG:25831'), null],
        'convert the layer to EPSG:28992 (RD)',
        [make(collect(), '-t_srs', 'EPSG:28992'), null],
      ),
      at<Package>(
        'a layer that is a view',
        [await addView(whole, 'buurten'), null],
        'make a table of it with "ogr2ogr -f GPKG converted.gpkg b.gpkg"',
        [whole, null],
      ),
      at<Package>(
        'a list of layers that is a view',
        [await addView(whole, 'gpkg_contents'), null],
        'make a table of it with "ogr2ogr',
        [whole, null],
      ),
      at<Package>('a point', [make(point), null], 'give it a polygon or remove the feature', [whole, null]),
    ],
    ([bytes, layer]) => readGeoPackage(bytes, 'b.gpkg', layer, 'buurtcode'),
  );
});

/** The same file, in which a table is a view of what it was. */
async function addView(bytes: Uint8Array, table: string): Promise<Uint8Array> {
  const { default: initSqlJs } = await import('sql.js');
  const sql = await initSqlJs();
  const database = new sql.Database(bytes);
  for (const [name] of database.exec("select name from sqlite_master where type = 'trigger'")[0]?.values ??
    [])
    database.run(`drop trigger "${name}"`);
  database.run(`alter table ${table} rename to kept; create view ${table} as select * from kept`);
  return database.export();
}

describe('the descriptor of a package', () => {
  const root = {
    ...describePackage(),
    resources: [describeTable([field('code', 'area'), value])],
  };
  const first = 'wijkinformatie.indicators.0';
  const own = value as { [key: string]: Json };
  const [map = {}] = describePackage().resources as { [key: string]: Json }[];
  const madeFrom = (read: number): Json => ({
    ...{ file: 'tabel.csv', unit: 'rows', read, written: { count: 2, as: 'figures' }, leftOut: [] },
  });
  const withoutPeriod = describeTable([field('code', 'area'), value], {});
  const key = (
    kind: string,
    path: string,
    wrong: Json | undefined,
    remedy: string,
    right: Json | undefined,
  ) => at<Json>(kind, change(root, [[path, wrong]]), remedy, change(root, [[path, right]]));
  tryRemedies<Json>(
    [
      at<Json>('no object', [], 'write a Data Package: { "name": …', root),
      key(
        'too small a denominator',
        'wijkinformatie.smallestDenominator',
        -1,
        'write how many there must be, such as 100, or null',
        100,
      ),
      key(
        'no period',
        'resources.0',
        withoutPeriod,
        'give the resource or the field a "period", or a field "as": "period"',
        describeTable([field('code', 'area'), value, field('jaar', 'period')], {}),
      ),
      key(
        'a value twice',
        'resources.0',
        describeTable([field('code', 'area'), value, { ...own, name: 'nog' }]),
        'correct one of the two',
        describeTable([field('code', 'area'), value]),
      ),
      key(
        'two fields of the period',
        'resources.0',
        describeTable([field('code', 'area'), value, field('jaar', 'period'), field('maand', 'period')], {}),
        'give one field "as": "period"',
        describeTable([field('code', 'area'), value, field('jaar', 'period')], {}),
      ),
      at<Json>(
        'a year of boundaries in two files',
        change(root, [['resources', [map, { ...map, name: 'meer' }]]]),
        'put the boundaries of a year into one file',
        change(root, [['resources', [map]]]),
      ),
      key(
        'a survey that is not there',
        `${first}.survey`,
        'vm',
        'leave it out: there is none to choose from',
        undefined,
      ),
      key(
        'rows of which some went nowhere',
        'wijkinformatie.madeFrom',
        [madeFrom(3)],
        'make the package of the table again',
        [madeFrom(2)],
      ),
      key(
        'another type',
        'resources.0.schema.fields.1.wijkinformatie.indicator',
        'inwoner',
        'write "inwoners"',
        'inwoners',
      ),
    ],
    (descriptor) => parseDataPackage(toBytes(descriptor), 'datapackage.json'),
  );
});
