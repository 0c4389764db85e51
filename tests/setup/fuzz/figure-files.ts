import { zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import { readBoundaries } from '../../../geodata/sources/boundaries/boundaries.ts';
import { readPostcodes } from '../../../geodata/sources/cbs/postcodes.ts';
import { readWkb } from '../../../geodata/sources/formats/wkb.ts';
import { readObservations } from '../../../geodata/sources/observations/observations.ts';
import { parseDataPackage } from '../../../geodata/sources/package/package.ts';
import { guessMapping } from '../../../geodata/sources/table/guess.ts';
import { readMapping, writeMapping } from '../../../geodata/sources/table/mapping.ts';
import { resolveTable } from '../../../geodata/sources/table/resolve.ts';
import { readSheetFile } from '../../../geodata/sources/table/sheet-file.ts';
import { readTargetSheet } from '../../../geodata/sources/table/target-sheet.ts';
import { knowledge, mapping } from '../../geodata/sources/table/sample.ts';
import { boundaryResource, describePackage, observationResource, toBytes } from '../descriptor.ts';
import { convertWithOgr } from '../ogr.ts';
import { buildAttributes, buildShapes, rdWkt } from '../shapefile.ts';
import { drawDamage, drawZipDamage } from './damage.ts';
import type { ReadableFile } from './readable-file.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const square = [
  [6.8, 52.2],
  [6.9, 52.2],
  [6.9, 52.3],
  [6.8, 52.2],
];
const collection = toBytes({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { buurtcode: 'BU01530001', buurtnaam: 'a', water: 'NEE' },
      geometry: { type: 'Polygon', coordinates: [square] },
    },
  ],
});

function boundaries(): ReadableFile[] {
  const resource = boundaryResource();
  const packed = boundaryResource({ path: 'a.gpkg', format: 'gpkg' });
  const command = ['-f', 'GPKG', 'out.gpkg', 'in.geojson'];
  const geopackage =
    convertWithOgr({ 'in.geojson': Buffer.from(collection).toString() }, command).get('out.gpkg') ??
    new Uint8Array();
  return [
    {
      ...{ name: 'GeoJSON', whole: collection, damaged: drawDamage(collection) },
      read: (bytes) => readBoundaries(resource, new Map([[resource.path, bytes]])),
    },
    {
      ...{ name: 'GeoPackage', whole: geopackage, damaged: drawDamage(geopackage) },
      read: (bytes) => readBoundaries(packed, new Map([[packed.path, bytes]])),
    },
    ...shapefiles(),
  ];
}

function shapefiles(): ReadableFile[] {
  const resource = boundaryResource({ path: 'a.shp', format: 'shp', water: null });
  const ring = [
    [257000, 471000],
    [257000, 472000],
    [258000, 472000],
    [257000, 471000],
  ] as const;
  const whole = {
    shp: buildShapes([[ring, ring], [ring]]),
    dbf: buildAttributes(
      ['buurtcode', 'buurtnaam'],
      [
        ['BU01530001', 'a'],
        ['BU01530002', 'b'],
      ],
    ),
    prj: bytesOf(rdWkt),
  };
  return Object.entries(whole).map(([part, bytes]) => ({
    ...{ name: `shapefile, its .${part}`, whole: bytes, damaged: drawDamage(bytes) },
    read: (damaged: Uint8Array) => {
      const parts = Object.entries({ ...whole, [part]: damaged });
      return readBoundaries(resource, new Map(parts.map(([extension, own]) => [`a.${extension}`, own])));
    },
  }));
}

/** Well-known binary, which stands in a GeoPackage. */
function surface(): ReadableFile {
  const bytes = new Uint8Array(93);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 1);
  view.setUint32(1, 6, true);
  view.setUint32(5, 1, true);
  view.setUint8(9, 1);
  view.setUint32(10, 3, true);
  view.setUint32(14, 1, true);
  view.setUint32(18, 4, true);
  return {
    ...{ name: 'well-known binary', whole: bytes, damaged: drawDamage(bytes) },
    read: (damaged) => readWkb(damaged, 'metre'),
  };
}

/** A table of one's own, as far as what it holds can be guessed. */
async function readTable(bytes: Uint8Array, file: string): Promise<void> {
  const sheets = await readSheetFile(bytes, file);
  const guessed = guessMapping(sheets, knowledge);
  if (!guessed.period.text?.startsWith('?')) resolveTable(sheets, guessed, knowledge, 'm.json');
  resolveTable(sheets, mapping, knowledge, 'm.json');
}

const municipalities = [{ code: 'GM0153', name: 'Enschede' }];
const readTargets = async (bytes: Uint8Array, file: string) =>
  readTargetSheet(await readSheetFile(bytes, file), { municipalities, indicators: knowledge.indicators });

async function tables(): Promise<ReadableFile[]> {
  const fields = [
    { name: 'code', type: 'string', wijkinformatie: { as: 'area' } },
    { name: 'aantal', type: 'number', wijkinformatie: { as: 'value', indicator: 'inwoners' } },
  ];
  const resource = observationResource(fields);
  const csv = bytesOf('code,aantal\nBU01530001,"12"\nBU01530002,1234\nBU01530003,7\n');
  const own = bytesOf('Buurt;Jaar;Aantal\nBU01530001;2024;12\nCentrum;2024;1,5\nHöfte;2024;7\n');
  const targets = bytesOf('Gemeente;Indicator;Jaar;Streefwaarde;Bron\nEnschede;inwoners;2026;10;Plan\n');
  const cells = [
    ['Buurt', 'Jaar', 'Aantal'],
    ['BU01530001', 2024, 12],
    ['Centrum', 2024, 1.5],
  ];
  const workbook = new Uint8Array(
    await writeWorkbook([
      { sheet: 'Blad1', data: cells.map((row) => row.map((value) => ({ value }))) },
    ]).toBuffer(),
  );
  const addresses = bytesOf('PC6,Huisnummer,Buurt2024,Wijk2024,Gemeente2024\n7511AB,1,1530000,15300,153\n');
  const zipped = zipSync({ 'pc6hnr20240801_gwb.csv': addresses });
  const places = new Set(['GM0153']);
  const answers = bytesOf(writeMapping(mapping));
  const descriptor = toBytes(describePackage());
  return [
    {
      name: 'table of a package',
      whole: csv,
      damaged: drawDamage(csv),
      read: (bytes) => readObservations(resource, bytes),
    },
    {
      name: 'descriptor',
      whole: descriptor,
      damaged: drawDamage(descriptor),
      read: (bytes) => parseDataPackage(bytes, 'datapackage.json'),
    },
    {
      name: 'own table',
      whole: own,
      damaged: drawDamage(own),
      read: (bytes) => readTable(bytes, 'tabel.csv'),
    },
    {
      name: 'own workbook',
      whole: workbook,
      damaged: drawZipDamage(workbook),
      read: (bytes) => readTable(bytes, 'tabel.xlsx'),
    },
    {
      name: 'kept answers about a table',
      whole: answers,
      damaged: drawDamage(answers),
      read: (bytes) => readMapping(bytes, 'm.json'),
    },
    {
      name: 'targets',
      whole: targets,
      damaged: drawDamage(targets),
      read: (bytes) => readTargets(bytes, 'doelen.csv'),
    },
    {
      name: 'postcodes',
      whole: zipped,
      damaged: drawZipDamage(zipped),
      read: (bytes) => readPostcodes(bytes, 'a.zip', places),
    },
  ];
}

/** Files with figures and borders, as imports read them. */
export async function listFigureFiles(): Promise<ReadableFile[]> {
  return [...boundaries(), surface(), ...(await tables())];
}
