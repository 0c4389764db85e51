import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe } from 'vitest';
import { checkObservations, checkRegion, checkTargets } from '../../../api/release/check.ts';
import { buildDivision } from '../../../api/release/division.ts';
import { openPackageFolder } from '../../../api/release/folder.ts';
import { emptyHolding } from '../../../api/release/holding.ts';
import { readOwnFile } from '../../../api/release/own-file.ts';
import { readRows } from '../../../api/release/rows.ts';
import { readRegion } from '../../../geodata/sources/live/region.ts';
import { readBoundaryFile } from '../../../geodata/sources/pdok/file.ts';
import { chooseWay } from '../../../geodata/sources/pdok/services.ts';
import { type Changes, change, type Remedy, tryRemedies } from '../../geodata/sources/remedies/remedy.ts';
import { describePackage, type Json, toBytes } from '../../setup/descriptor.ts';
import { makeFolder } from '../../setup/folder.ts';
import { convertWithOgr } from '../../setup/ogr.ts';

function at<Input>(kind: string, broken: Input, remedy: string, mended: Input): Remedy<Input> {
  return { kind, broken, remedy, mended };
}

const feature = (code: string, west: number): Json => ({
  type: 'Feature',
  properties: { buurtcode: code, buurtnaam: code, water: 'NEE' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 52.2],
        [west + 0.1, 52.2],
        [west + 0.1, 52.3],
        [west, 52.3],
        [west, 52.2],
      ],
    ],
  },
});
const collect = (...features: Json[]): string => JSON.stringify({ type: 'FeatureCollection', features });

let root = '';
beforeAll(async () => {
  root = await makeFolder('remedies');
});

interface Folder {
  readonly files?: { readonly [name: string]: string | null };
  readonly changes?: Changes;
  readonly prepare?: (folder: string) => void;
}

let number = 0;
/** Writes a sound package, with other files or another descriptor where that is said. */
function write({ files = {}, changes = [], prepare }: Folder): string {
  const folder = join(root, String(++number));
  mkdirSync(folder);
  const all: { [name: string]: string | null } = {
    'datapackage.json': JSON.stringify(change(describePackage(), changes)),
    'buurten.geojson': collect(feature('BU01530001', 6.8), feature('BU01410001', 6.9)),
    'cijfers.csv': 'code,aantal\nBU01530001,12\n',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) if (text !== null) writeFileSync(join(folder, name), text);
  prepare?.(folder);
  return folder;
}

/** Reads a package and holds it against an empty database, as an import does. */
async function readWhole(folder: Folder): Promise<void> {
  const opened = await openPackageFolder(write(folder));
  const { rows } = await readRows(opened, () => undefined);
  const { resources, region } = rows.package;
  checkRegion(rows.package, { ...emptyHolding, region: { key: 'sample' } });
  const areas = new Map<number, Set<string>>();
  for (const resource of resources)
    if (resource.role === 'boundaries') {
      const division = buildDivision(resource, rows.boundaries.get(resource.name) ?? [], region);
      areas.set(resource.boundaryYear, new Set(division.areas.keys()));
    }
  checkObservations(rows, areas);
  checkTargets(rows.package, rows.package.indicators, areas.get(2024) ?? new Set());
}

const file = (name: string, text: string | null): Folder => ({ files: { [name]: text } });
const csv = (text: string) => file('cijfers.csv', text);
const own = 'wijkinformatie';
const target = {
  municipality: 'GM0153',
  indicator: 'inwoners',
  period: '2026',
  value: 5,
  source: { title: 'Plan' },
};
const second = {
  ...(describePackage().resources as { [key: string]: Json }[])[1],
  name: 'meer',
  path: 'meer.csv',
};

describe('a package in a folder', () => {
  tryRemedies<Folder>(
    [
      at('no descriptor', file('datapackage.json', null), 'give a folder that holds one', {}),
      at('no file', file('cijfers.csv', null), 'add it, or correct the "path"', {}),
      at('an empty file', csv(''), 'export it again', {}),
      at(
        'a link out of the folder',
        {
          files: { 'cijfers.csv': null },
          prepare: (folder: string) => symlinkSync('/etc/hostname', join(folder, 'cijfers.csv')),
        },
        'put the file itself into the folder',
        {},
      ),
      at(
        'a folder for a file',
        {
          files: { 'cijfers.csv': null },
          prepare: (folder: string) => mkdirSync(join(folder, 'cijfers.csv')),
        },
        'name a file of the package',
        {},
      ),
      at(
        'JSON that breaks off',
        file('datapackage.json', '{"name": '),
        'copy or export the whole file again',
        {},
      ),
      at(
        'a comma too many',
        file('datapackage.json', '{"name": "x",}'),
        'look there for a comma too many',
        {},
      ),
      at('no object', file('datapackage.json', '[]'), 'write a Data Package', {}),
      at(
        'an area that is not there',
        csv('code,aantal\nBU01530009,1\n'),
        'correct the code, remove the row',
        csv('code,aantal\nBU01530001,1\n'),
      ),
      at(
        'another boundary year',
        { changes: [[`resources.1.${own}.boundaryYear`, 2023]] },
        'add the boundaries of that year as a resource, or correct the year',
        { changes: [[`resources.1.${own}.boundaryYear`, 2024]] },
      ),
      at(
        'a figure in two files',
        { changes: [['resources.2', second]], files: { 'meer.csv': 'code,aantal\nBU01530001,12\n' } },
        'leave it out of one of the two files',
        { changes: [['resources.2', second]], files: { 'meer.csv': 'code,aantal\nBU01410001,12\n' } },
      ),
      at(
        'another region',
        { changes: [[`${own}.region.key`, 'ander']] },
        'give this region a database of its own',
        { changes: [[`${own}.region.key`, 'sample']] },
      ),
      at(
        'a municipality outside of the region',
        file('buurten.geojson', collect(feature('BU01530001', 6.8), feature('BU99990001', 6.9))),
        'remove the feature, or add the municipality to the region',
        {
          files: { 'buurten.geojson': collect(feature('BU01530001', 6.8), feature('BU99990001', 6.9)) },
          changes: [[`${own}.region.municipalities`, ['GM0153', 'GM9999']]],
        },
      ),
      at(
        'an area that another covers',
        file('buurten.geojson', collect(feature('BU01530001', 6.8), feature('BU01530002', 6.8))),
        'remove the feature, or correct the one that covers it',
        file('buurten.geojson', collect(feature('BU01530001', 6.8), feature('BU01530002', 6.9))),
      ),
      at(
        'a target of what is not there',
        { changes: [[`${own}.targets`, [{ ...target, indicator: 'inwoner' }]]] },
        'write "inwoners" if that is what you meant',
        { changes: [[`${own}.targets`, [target]]] },
      ),
      at(
        'a target below zero',
        { changes: [[`${own}.targets`, [{ ...target, value: -1 }]]] },
        'it is in eenheden',
        { changes: [[`${own}.targets`, [target]]] },
      ),
      at(
        'a target of a municipality without boundaries',
        {
          changes: [[`${own}.targets`, [{ ...target, municipality: 'GM0141' }]]],
          files: { 'buurten.geojson': collect(feature('BU01530001', 6.8)) },
        },
        'import boundaries first, or correct the code',
        {
          changes: [[`${own}.targets`, [target]]],
          files: { 'buurten.geojson': collect(feature('BU01530001', 6.8)) },
        },
      ),
    ],
    readWhole,
  );
  tryRemedies<string>(
    [at('no folder', '/nowhere', 'give the folder that holds the datapackage.json', '')],
    (folder) => openPackageFolder(folder || write({})),
  );
});

/** A zip with the parts of a shapefile of neighbourhoods. */
function zipOfShapes(): Uint8Array {
  const files = convertWithOgr({ 'in.geojson': collect(feature('BU01530001', 6.8)) }, [
    ...['-f', 'ESRI Shapefile', 'buurten.shp', 'in.geojson'],
  ]);
  files.delete('in.geojson');
  return zipSync(Object.fromEntries(files));
}

describe('what a command names', () => {
  tryRemedies<() => unknown>(
    [
      at(
        'no file',
        () => readOwnFile('/nowhere', 9, 'give the path of a CSV or XLSX'),
        'give the path of a CSV or XLSX',
        () => readOwnFile(join(write({}), 'cijfers.csv'), 99, ''),
      ),
      at(
        'a file that is too large',
        () => readOwnFile(join(write({}), 'cijfers.csv'), 9, ''),
        'leave out rows or columns that are not needed',
        () => readOwnFile(join(write(csv('a;b')), 'cijfers.csv'), 9, ''),
      ),
      at(
        'no municipality',
        () => readRegion(',', null),
        'write twente, nederland, or codes such as GM0153,GM0141',
        () => readRegion('GM0153,GM0141', null),
      ),
      at(
        'a code without its letters',
        () => readRegion('153', null),
        'write "GM0153" if that is meant',
        () => readRegion('GM0153', null),
      ),
      at(
        'a year before all',
        () => chooseWay(2001, null),
        'ask for years from 2012',
        () => chooseWay(2012, null),
      ),
      at(
        'a year before a service',
        () => chooseWay(2015, 'wfs'),
        'ask for years from 2021, or take "--from zip"',
        () => chooseWay(2015, 'zip'),
      ),
      at(
        'a file that is neither',
        () => readBoundaryFile(toBytes('x'), 'a'),
        'put the parts of a shapefile together in a zip',
        () => readBoundaryFile(zipOfShapes(), 'kaart.zip'),
      ),
      at(
        'a damaged zip',
        () => readBoundaryFile(zipSync({ 'a.shp': new Uint8Array(99) }).subarray(0, 60), 'a.zip'),
        'download it again',
        () => readBoundaryFile(zipOfShapes(), 'kaart.zip'),
      ),
      at(
        'no neighbourhoods',
        () => readBoundaryFile(zipSync({ 'wegen.shp': new Uint8Array(9) }), 'a.zip'),
        'give the map of districts and neighbourhoods',
        () => readBoundaryFile(zipOfShapes(), 'kaart.zip'),
      ),
    ],
    (act) => act(),
  );
});
