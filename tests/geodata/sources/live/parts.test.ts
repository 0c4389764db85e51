import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sizeLimits } from '../../../../geodata/sources/formats/limit.ts';
import { readObservations } from '../../../../geodata/sources/observations/observations.ts';
import { type ObservationResource, parseDataPackage } from '../../../../geodata/sources/package/package.ts';
import { makeFolder } from '../../../setup/folder.ts';
import { collect, readTable } from '../../../setup/servers/collecting.ts';
import { type ODataServer, serveOData } from '../../../setup/servers/odata.ts';
import { crimeTables } from '../../../setup/servers/statistics.ts';

let server: ODataServer;
let directory: string;
const asked = [2014, 2015, 2016];

beforeAll(async () => {
  // A country of crimes over several years is more than the limit: here a few neighbourhoods are.
  vi.spyOn(sizeLimits, 'observations', 'get').mockReturnValue(4 * 600);
  server = await serveOData(
    crimeTables(
      '47018NED',
      asked.map((year) => `${year}JJ00`),
    ),
  );
  directory = await makeFolder('parts');
});
afterAll(async () => {
  vi.restoreAllMocks();
  await server.close();
});

test('crimes that are too many for one file come in numbered parts that fit, each figure once', async () => {
  const collected = await collect('politie', 'misdrijven', directory, { base: server.base, years: asked });
  const paths = [...collected.files.keys()];
  const neighbourhoods = paths.filter((path) => path.includes('neighbourhood'));
  expect(neighbourhoods.length).toBeGreaterThan(3);
  expect(neighbourhoods).toEqual(
    neighbourhoods.map((_, index) => `figures/misdrijven-2014-2016-neighbourhood-${index + 1}.csv`),
  );
  expect(paths).toContain('figures/misdrijven-2014-2016-country.csv');
  for (const bytes of collected.files.values())
    expect(bytes.length).toBeLessThanOrEqual(sizeLimits.observations / 4);

  const rows = neighbourhoods.flatMap((path) => {
    const [header, ...own] = readTable(collected, path);
    expect(header).toEqual(['code', 'period', 'soort', 'misdrijven']);
    return own;
  });
  const of = (cells: readonly string[]) => cells.slice(0, 3).join(' ');
  expect(rows).toHaveLength(8 * asked.length * 7);
  expect(new Set(rows.map(of)).size).toBe(rows.length);

  const { resources } = parseDataPackage(
    Buffer.from(JSON.stringify(collected.descriptor)),
    'datapackage.json',
  );
  expect(resources).toHaveLength(paths.length);
  const read = [];
  for (const resource of resources as readonly ObservationResource[]) {
    const bytes = collected.files.get(resource.path) ?? new Uint8Array();
    read.push(...(await readObservations(resource, bytes)).observations);
  }
  const figures = read.filter(
    ({ level, indicator }) => level === 'neighbourhood' && indicator === 'misdrijven',
  );
  expect(figures).toHaveLength(8 * asked.length);
});
