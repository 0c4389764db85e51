import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPackageFolder } from '../../../api/release/folder.ts';
import { refuseOpenDatabase } from '../../../api/release/open-database.ts';
import { readBoundaries } from '../../../geodata/sources/boundaries/boundaries.ts';
import { readBoundaryFile } from '../../../geodata/sources/pdok/file.ts';
import { lineOf } from '../../geodata/sources/problem.ts';
import { boundaryResource, describePackage, type Json } from '../../setup/descriptor.ts';
import { makeFolder } from '../../setup/folder.ts';
import { convertWithOgr } from '../../setup/ogr.ts';

const collection = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { buurtcode: 'BU01530001', buurtnaam: 'Stad' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [6.8, 52.2],
            [6.9, 52.2],
            [6.9, 52.3],
            [6.8, 52.2],
          ],
        ],
      },
    },
  ],
});
const make = () =>
  convertWithOgr({ 'in.geojson': collection }, ['-f', 'GPKG', 'b.gpkg', 'in.geojson', '-nln', 'buurten']).get(
    'b.gpkg',
  ) ?? new Uint8Array();

let root = '';
let bytes = new Uint8Array();
beforeAll(async () => {
  root = await makeFolder('open-database');
  bytes = new Uint8Array(make());
});

let number = 0;
/** A package whose boundaries are a GeoPackage of a name, with other files beside it. */
function place(name: string, beside: { [name: string]: string }): string {
  const folder = join(root, `package-${++number}`);
  mkdirSync(folder);
  writeFileSync(join(folder, name), bytes);
  for (const [other, content] of Object.entries(beside)) writeFileSync(join(folder, other), content);
  const boundaries: { [key: string]: Json } = {
    name: 'buurten',
    path: name,
    format: 'gpkg',
    wijkinformatie: {
      role: 'boundaries',
      level: 'neighbourhood',
      boundaryYear: 2024,
      code: 'buurtcode',
      nameField: 'buurtnaam',
    },
  };
  const descriptor = { ...describePackage(), resources: [boundaries] };
  writeFileSync(join(folder, 'datapackage.json'), JSON.stringify(descriptor));
  return folder;
}

describe('a GeoPackage with a log beside it', () => {
  test.each([
    ['b.gpkg', 'b.gpkg-wal'],
    ['b.gpkg', 'b.gpkg-journal'],
    ['b.gpkg', 'B.GPKG-WAL'],
    ['B.GPKG', 'B.GPKG-wal'],
    ['kaart.sqlite', 'kaart.sqlite-wal'],
  ])('%s and %s is refused', async (name, log) => {
    expect(await lineOf(() => openPackageFolder(place(name, { [log]: 'content' })))).toBe(
      `${name}: "${log}" stands beside it: a program has it open or broke off, and part of it is in there; close the program that has it open, or make a copy that is whole with "ogr2ogr -f GPKG whole.gpkg ${name}" and give that.`,
    );
  });

  test.each<[string, { [name: string]: string }]>([
    ['an empty log', { 'b.gpkg-wal': '' }],
    ['an empty journal', { 'b.gpkg-journal': '' }],
    ['shared memory alone', { 'b.gpkg-shm': 'content' }],
    ['the log of another', { 'c.gpkg-wal': 'content' }],
    ['nothing', {}],
  ])('that is %s is read', async (_, beside) => {
    expect((await openPackageFolder(place('b.gpkg', beside))).dataPackage.resources).toHaveLength(1);
  });

  test('is refused where it is a link to it', async () => {
    const folder = place('b.gpkg', {});
    mkdirSync(join(folder, 'deep'));
    copyFileSync(join(folder, 'b.gpkg'), join(folder, 'deep', 'c.gpkg'));
    rmSync(join(folder, 'b.gpkg'));
    symlinkSync(join(folder, 'deep', 'c.gpkg'), join(folder, 'b.gpkg'));
    expect((await openPackageFolder(folder)).dataPackage.resources).toHaveLength(1);
    writeFileSync(join(folder, 'deep', 'c.gpkg-wal'), 'content');
    expect(await lineOf(() => openPackageFolder(folder))).toContain('"c.gpkg-wal" stands beside it');
  });

  test('is refused as a download', async () => {
    const path = join(place('b.gpkg', { 'b.gpkg-wal': 'content' }), 'b.gpkg');
    expect(await lineOf(() => refuseOpenDatabase([path], path))).toContain('stands beside it');
  });

  test('is refused in a zip, and read once it is alone', async () => {
    const log = zipSync({ 'a/B.gpkg': bytes, 'a/b.gpkg-WAL': Uint8Array.of(1) });
    expect(await lineOf(() => readBoundaryFile(log, 'kaart.zip'))).toContain(
      'kaart.zip/a/B.gpkg: "a/b.gpkg-WAL" stands beside it: it was put into the zip while a program had it open; take it out',
    );
    const alone = zipSync({ 'a/B.gpkg': bytes, 'a/b.gpkg-wal': new Uint8Array() });
    expect((await readBoundaryFile(alone, 'kaart.zip')).neighbourhoods).toHaveLength(1);
  });
});

test('a GeoPackage that keeps a log elsewhere is read as it stands', async () => {
  const logged = bytes.slice();
  logged.fill(2, 18, 20);
  const resource = boundaryResource({ path: 'b.gpkg', format: 'gpkg', water: null });
  expect((await readBoundaries(resource, new Map([['b.gpkg', logged]]))).features).toHaveLength(1);
});

test('text of another set in a GeoPackage is read by its bytes', async () => {
  const sql = await initSqlJs();
  const database = new sql.Database(bytes);
  const [triggers] = database.exec("select name from sqlite_master where type = 'trigger'");
  for (const [name] of triggers?.values ?? []) database.run(`drop trigger "${name}"`);
  database.run("update buurten set buurtnaam = cast(x'436166e9' as text)");
  const resource = boundaryResource({ path: 'b.gpkg', format: 'gpkg', water: null });
  const { features, repairs } = await readBoundaries(resource, new Map([['b.gpkg', database.export()]]));
  expect(features[0]?.name).toBe('Café');
  expect(repairs.map(({ message }) => message)).toEqual(['not UTF-8; read as windows-1252 (Latin-1)']);
});
