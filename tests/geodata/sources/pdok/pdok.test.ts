import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Position } from 'geojson';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { readBoundaries } from '../../../../geodata/sources/boundaries/boundaries.ts';
import type { Collected, SourceRequest } from '../../../../geodata/sources/live/source.ts';
import { parseDataPackage } from '../../../../geodata/sources/package/package.ts';
import { makeFolder } from '../../../setup/folder.ts';
import { type BoundaryServer, serveBoundaries } from '../../../setup/servers/boundaries.ts';
import { collect } from '../../../setup/servers/collecting.ts';
import { packGeoPackage, packZip } from '../../../setup/servers/map-files.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let server: BoundaryServer;
let directory: string;

beforeAll(async () => {
  server = await serveBoundaries();
  directory = await makeFolder('boundaries');
});
beforeEach(() => {
  Object.assign(server.manner, { pageSize: 1_000, heedsFilters: true, counts: true });
  server.files.clear();
  server.asked.length = 0;
});
afterAll(async () => {
  await server.close();
});

/** The region's neighbourhoods: land and water of BU01410000 are one, and one is all water. */
const codes = [
  ...['BU01410000', 'BU01410001', 'BU01410002', 'BU01410003'],
  ...['BU01530000', 'BU01530001', 'BU01530002', 'BU01530003', 'BU01539997'],
];

test('the OGC API is asked only for what it knows, and read page by page', async () => {
  server.manner.pageSize = 3;
  const collected = await ask(2024);
  const { features } = await read(collected);
  expect(features.map(({ code }) => code).sort()).toEqual(codes);
  expect(features.find(({ code }) => code === 'BU01410000')?.polygons).toHaveLength(2);
  expect(features.filter(({ water }) => water).map(({ code }) => code)).toEqual(['BU01539997']);
  expect(features[0]).toMatchObject({ districtName: 'Wijk 00 Almelo', municipalityName: 'Almelo' });
  expect(server.asked.filter((path) => path.includes('cursor=')).length).toBeGreaterThan(1);
  expect(collected.notes).toEqual([
    expect.stringMatching(
      /^2024: \d+ features = \d+ kept \+ \d+ outside of the region \+ \d+ of other years \+ \d+ without a code of a neighbourhood\.$/,
    ),
    expect.stringMatching(/^2024: CBS says of 1 neighbourhoods/),
  ]);
});

test.each(['ogc', 'wfs'])(
  '%s: what was not asked for is left out where a filter is not heeded',
  async (from) => {
    Object.assign(server.manner, { pageSize: 4, heedsFilters: false });
    const { features } = await read(await ask(2023, { from }));
    expect(features.map(({ code }) => code).sort()).toEqual(codes);
  },
);

test('the WFS is read to its end whether it counts or not', async () => {
  const whole = await ask(2022);
  expect(server.asked.every((path) => path.includes('/2022/wfs/') && !path.includes('cql_filter'))).toBe(
    true,
  );
  Object.assign(server.manner, { pageSize: 2, counts: false });
  expect((await ask(2022)).files).toEqual(whole.files);
});

test('of the historical API, which holds several years, only the year that was asked for', async () => {
  const { features } = await read(await ask(2021, { from: 'ogc' }));
  expect(features).toHaveLength(codes.length);
  expect(server.asked[0]).toContain('/wijken-en-buurten-historisch/');
  await expect(ask(2019, { from: 'ogc' })).rejects.toThrow(
    /boundaries of 2021, 2022, not of 2019; correct "--year"/,
  );
});

test('services, GeoPackage and zips of every age give the same ground', async () => {
  server.files.set('wijkenbuurten_2024.gpkg', packGeoPackage(2024));
  server.files.set('WijkBuurtkaart_2024_v3.zip', packZip(2024));
  server.files.set('WijkBuurtkaart_2012_v1.zip', packZip(2012));
  const { features: expected } = await read(await ask(2024));
  for (const [year, from] of [
    [2024, 'wfs'],
    [2024, 'gpkg'],
    [2024, 'zip'],
    [2012, null],
  ] as const) {
    const { features } = await read(await ask(year, { from }));
    expect(features.map(describe)).toEqual(expected.map(describe));
    const [ours, theirs] = [features, expected].map((list) =>
      list.flatMap(({ polygons }) => polygons.flat(2)),
    );
    expect(distance(ours ?? [], theirs ?? [])).toBeLessThan(1e-6);
  }
});

test('a downloaded file is read without asking anybody', async () => {
  const file = { path: 'map.zip', bytes: packZip(2016) };
  const { features } = await read(await ask(2016, { file }));
  expect(features).toHaveLength(codes.length);
  expect(server.asked).toEqual([]);
  const page = { path: 'map.zip', bytes: new TextEncoder().encode('<html>') };
  await expect(ask(2016, { file: page })).rejects.toThrow(/map.zip: it is neither a GeoPackage nor a zip/);
  const cut = { path: 'map.zip', bytes: file.bytes.slice(0, 2_000) };
  await expect(ask(2016, { file: cut })).rejects.toThrow(/map.zip: the zip is damaged/);
  const other = { path: 'map.gpkg', bytes: packGeoPackage(2022) };
  await expect(ask(2024, { file: other })).rejects.toThrow(
    /map.gpkg: it holds the boundaries of 2022, not of 2024/,
  );
});

test('the whole country is all municipalities, and nothing abroad', async () => {
  const country = {
    key: 'nederland',
    name: { nl: 'Nederland', en: 'The Netherlands' },
    municipalities: null,
  };
  for (const from of ['ogc', 'wfs']) {
    const { descriptor } = await ask(2024, { from, region: country });
    expect(descriptor.wijkinformatie).toMatchObject({
      region: { municipalities: ['GM0141', 'GM0153', 'GM0363'] },
    });
  }
});

test('what cannot come says why and the way out', async () => {
  await expect(ask(2011)).rejects.toThrow(/no boundaries of 2011 as open data; ask for years from 2012/);
  await expect(ask(2019, { from: 'wfs' })).rejects.toThrow(
    /"--from wfs" has no boundaries of 2019; ask for years from 2021/,
  );
  await expect(ask(2027)).rejects.toThrow(
    /wijken-en-buurten-2027.*answered 404 \(Not Found: collection not found\)/,
  );
  await expect(ask(2013)).rejects.toThrow(/WijkBuurtkaart_2013_v3\.zip: the service answered 404/);
  const elsewhere = { key: 'x', name: { nl: 'x', en: 'x' }, municipalities: ['GM0150'] };
  await expect(ask(2024, { region: elsewhere })).rejects.toThrow(/no neighbourhoods/);
});

async function ask(year: number, own: Partial<SourceRequest> = {}): Promise<Collected> {
  const cache = await mkdtemp(join(directory, 'cache-'));
  return collect('pdok', 'boundaries', cache, { base: server.base, years: [year], ...own });
}

async function read({ descriptor, files }: Collected) {
  const bytes = new TextEncoder().encode(JSON.stringify(descriptor));
  const [resource] = parseDataPackage(bytes, 'datapackage.json').resources;
  if (resource?.role !== 'boundaries') throw new Error('the package has no boundaries');
  return readBoundaries(resource, files);
}

function describe({
  code,
  name,
  district,
  districtName,
  municipalityName,
  water,
}: Awaited<ReturnType<typeof read>>['features'][number]) {
  return { code, name, district, districtName, municipalityName, water };
}

/** The largest distance of the bounds of two sets of positions, in degrees. */
function distance(ours: readonly Position[], theirs: readonly Position[]): number {
  const bounds = (positions: readonly Position[]) =>
    [0, 1].flatMap((axis) => {
      const ordinates = positions.map((position) => position[axis] ?? Number.NaN);
      return [Math.min(...ordinates), Math.max(...ordinates)];
    });
  const other = bounds(theirs);
  return Math.max(...bounds(ours).map((bound, index) => Math.abs(bound - (other[index] ?? Number.NaN))));
}
