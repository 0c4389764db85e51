import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeFolder } from '../../../setup/folder.ts';
import { serveBoundaries } from '../../../setup/servers/boundaries.ts';
import { collect, patientTimes, readCollected } from '../../../setup/servers/collecting.ts';
import { type Fault, failFrom, type LocalServer } from '../../../setup/servers/listening.ts';
import { packGeoPackage, packZip } from '../../../setup/servers/map-files.ts';
import { serveOData } from '../../../setup/servers/odata.ts';
import { serveScores } from '../../../setup/servers/scores.ts';
import { statisticsTables } from '../../../setup/servers/statistics.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Twice, as a service does that is not well. */
const faults: Record<string, readonly Fault[]> = {
  'answers 500 twice': [
    { kind: 'status', status: 500 },
    { kind: 'status', status: 500 },
  ],
  'is too busy and says for how long': [{ kind: 'status', status: 429, retryAfter: '1' }],
  stalls: [{ kind: 'stall' }, { kind: 'stall' }],
  'drops the connection in mid-answer': [{ kind: 'drop' }, { kind: 'drop' }],
  'breaks its answer off': [{ kind: 'broken' }],
  'says nothing': [{ kind: 'silence' }],
};

interface Case {
  readonly source: string;
  readonly dataset: string;
  readonly years: readonly number[];
  readonly from?: string;
  readonly monthly?: boolean;
  readonly serve: () => Promise<LocalServer>;
}

const serveMap = async () => {
  const server = await serveBoundaries();
  server.manner.pageSize = 3;
  server.files.set('WijkBuurtkaart_2016_v2.zip', packZip(2016));
  server.files.set('wijkenbuurten_2022.gpkg', packGeoPackage(2022));
  return server;
};
const serveTables = async () => {
  const server = await serveOData(statisticsTables());
  Object.assign(server.manner, { pageSize: 4, mostRows: 100 });
  return server;
};
const servePages = async () => {
  const server = await serveScores();
  server.manner.pageSize = 3;
  return server;
};

const cases: Record<string, Case> = {
  'pdok boundaries, OGC API Features': {
    ...{ source: 'pdok', dataset: 'boundaries', years: [2024], from: 'ogc', serve: serveMap },
  },
  'pdok boundaries, WFS': {
    ...{ source: 'pdok', dataset: 'boundaries', years: [2022], from: 'wfs', serve: serveMap },
  },
  'pdok boundaries, GeoPackage': {
    ...{ source: 'pdok', dataset: 'boundaries', years: [2022], from: 'gpkg', serve: serveMap },
  },
  'pdok boundaries, zip': {
    ...{ source: 'pdok', dataset: 'boundaries', years: [2016], from: 'zip', serve: serveMap },
  },
  'cbs kerncijfers, OData v3': {
    ...{ source: 'cbs', dataset: 'kerncijfers', years: [2021], from: 'v3', serve: serveTables },
  },
  'cbs kerncijfers, OData v4': {
    ...{ source: 'cbs', dataset: 'kerncijfers', years: [2024], from: 'v4', serve: serveTables },
  },
  'politie misdrijven': { source: 'politie', dataset: 'misdrijven', years: [2023, 2024], serve: serveTables },
  'politie misdrijven by month': {
    ...{ source: 'politie', dataset: 'misdrijven', years: [2024], monthly: true, serve: serveTables },
  },
  leefbaarometer: {
    ...{ source: 'leefbaarometer', dataset: 'leefbaarometer', years: [2022, 2023, 2024], serve: servePages },
  },
  veiligheidsmonitor: {
    ...{
      source: 'veiligheidsmonitor',
      dataset: 'veiligheidsmonitor',
      years: [2021, 2023],
      serve: serveTables,
    },
  },
};

describe.each(Object.entries(cases))('%s', (_, { source, dataset, serve, ...asked }) => {
  let server: LocalServer;
  let directory: string;
  let whole: Record<string, string>;
  let requests: number;

  beforeAll(async () => {
    server = await serve();
    directory = await makeFolder('faults');
    whole = await ask(patientTimes);
    requests = server.asked.length;
  });
  afterAll(async () => {
    await server.close();
  });

  test.each(Object.entries(faults))('gives the same when the service %s', async (_kind, some) => {
    const numbers = new Set([1, Math.ceil(requests * 0.7)]);
    for (const number of numbers) {
      failFrom(server, number, ...some);
      expect(await ask()).toEqual(whole);
      expect(server.faults, `request ${number} was not made`).toHaveLength(0);
    }
  });

  async function ask(times?: typeof patientTimes): Promise<Record<string, string>> {
    const cache = await mkdtemp(join(directory, 'cache-'));
    return readCollected(await collect(source, dataset, cache, { base: server.base, ...asked }, times));
  }
});
