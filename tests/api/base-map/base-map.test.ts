import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../../api/app.ts';
import type { BaseMap } from '../../../api/base-map/base-map.ts';
import { openBaseMapFile } from '../../../api/base-map/file.ts';
import { addressTemplate, openBaseMapService } from '../../../api/base-map/service.ts';
import { createSizedMemory } from '../../../api/memory/sized-memory.ts';
import { currentWork, runWork } from '../../../sql/queue/work.ts';
import { publicReader } from '../../../sql/reader.ts';
import { writePmtiles } from '../../setup/base-map/pmtiles-file.ts';
import { makeBaseTile } from '../../setup/base-map/tiles.ts';
import { makeFolder } from '../../setup/folder.ts';
import type { LocalServer } from '../../setup/servers/listening.ts';
import { serveOgcTiles } from '../../setup/servers/ogc-tiles.ts';

let folder = '';
let server: LocalServer;
beforeAll(async () => {
  folder = await makeFolder('base-map');
  server = await serveOgcTiles();
});
afterAll(() => server.close());

/** A server without a database: a base map needs none. */
function serve(baseMap: BaseMap | null) {
  const startup = { phase: { status: 'starting', step: 'testing' }, isWarm: false } as const;
  const context = { startup, logger: pino({ level: 'silent' }), publicUrl: null, baseMap };
  return createApp(context, new Map(), () => publicReader);
}

async function writeBaseFile(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('a PMTiles file', () => {
  test('gives its tiles, unpacked, and says what it is', async () => {
    const baseMap = await openBaseMapFile(await writeBaseFile('land.pmtiles', writePmtiles()));
    expect(await baseMap.describe()).toMatchObject({
      minzoom: 0,
      maxzoom: 10,
      bounds: [6.2, 52.2, 7.2, 52.4],
      attribution: 'Waterland © 2026',
    });
    for (const [z, x, y] of [
      [0, 0, 0],
      [8, 132, 84],
      [10, 531, 337],
    ] as const)
      expect(
        Buffer.from((await baseMap.readTile(z, x, y)) ?? []).equals(makeBaseTile(z, x, y) ?? Buffer.alloc(0)),
      ).toBe(true);
    expect(await baseMap.readTile(10, 0, 0)).toBeNull();
  });

  test('that cannot be used is refused with what to do', async () => {
    await expect(openBaseMapFile(join(folder, 'none'))).rejects.toThrow(/ENOENT.*correct the path/);
    const text = await writeBaseFile('text.pmtiles', Buffer.from('not a map at all'));
    await expect(openBaseMapFile(text)).rejects.toThrow(/no PMTiles file of version 3/);
    const pictures = await writeBaseFile('pictures.pmtiles', writePmtiles({ tileType: 2 }));
    await expect(openBaseMapFile(pictures)).rejects.toThrow(/no vector tiles/);
  });
});

describe('a service of tiles', () => {
  test('is asked below its address as OGC API Tiles says, or by a template', () => {
    expect(addressTemplate('https://tiles.example.nl/ogc/v1/')).toBe(
      'https://tiles.example.nl/ogc/v1/tiles/WebMercatorQuad/{z}/{y}/{x}?f=mvt',
    );
    expect(addressTemplate('https://t.example.nl/{z}/{x}/{y}.pbf')).toBe(
      'https://t.example.nl/{z}/{x}/{y}.pbf',
    );
  });

  test('gives its tiles, each asked for once', async () => {
    const baseMap = openBaseMapService(`${server.base}/ogc/v1`);
    server.asked.length = 0;
    const [one, other] = await Promise.all([baseMap.readTile(8, 132, 84), baseMap.readTile(8, 132, 84)]);
    expect(Buffer.from(one ?? []).equals(makeBaseTile(8, 132, 84) ?? Buffer.alloc(0))).toBe(true);
    expect(other).toBe(one);
    expect(await baseMap.readTile(8, 132, 84)).toBe(one);
    expect(server.asked).toEqual(['/ogc/v1/tiles/WebMercatorQuad/8/84/132?f=mvt']);
    expect(await baseMap.readTile(12, 0, 0)).toBeNull();
  });

  test('that fails says so, is asked again, and leads nowhere else', async () => {
    const baseMap = openBaseMapService(`${server.base}/ogc/v1`);
    server.faults.push({ kind: 'status', status: 503 });
    await expect(baseMap.readTile(8, 132, 84)).rejects.toThrow(/does not come: it answers 503/);
    expect(await baseMap.readTile(8, 132, 84)).not.toBeNull();
    const elsewhere = openBaseMapService(`${server.base}/elsewhere/{z}/{x}/{y}`);
    await expect(elsewhere.readTile(1, 0, 0)).rejects.toThrow(/does not come/);
    const huge = openBaseMapService(`${server.base}/huge/{z}/{x}/{y}`);
    await expect(huge.readTile(1, 0, 0)).rejects.toThrow(/more than 4194304 bytes/);
  });
});

test('tiles are kept as long as there is room, for a day', async () => {
  let now = 0;
  const memory = createSizedMemory<Uint8Array | null>(
    (tile) => tile?.length ?? 0,
    () => now,
    3000,
  );
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return new Uint8Array(1000);
  };
  await memory.read('1', ask);
  await memory.read('1', ask);
  expect(asked).toBe(1);
  await memory.read('2', ask);
  await memory.read('3', ask);
  await memory.read('1', ask);
  expect(asked).toBe(4);
  now = 25 * 60 * 60 * 1000;
  await memory.read('1', ask);
  expect(asked).toBe(5);
});

test('what is asked for on behalf of several goes on where the first of them leaves', async () => {
  const memory = createSizedMemory<unknown>(() => 0);
  const left = { kind: 'short', client: '192.0.2.1', signal: AbortSignal.abort() } as const;
  const ask = async () => currentWork() ?? 'of nobody';
  const [first, second] = [runWork(left, () => memory.read('1', ask)), memory.read('1', ask)];
  expect(await Promise.all([first, second])).toEqual(['of nobody', 'of nobody']);
});

describe('the routes', () => {
  test('give the TileJSON and the tiles of our own server', async () => {
    const app = serve(await openBaseMapFile(await writeBaseFile('routes.pmtiles', writePmtiles())));
    const described = await (await app.request('http://localhost/base-map.json')).json();
    expect(described).toMatchObject({ tilejson: '3.0.0', maxzoom: 10, attribution: 'Waterland © 2026' });
    const address = described.tiles[0].replace('{z}', '8').replace('{x}', '132').replace('{y}', '84');
    const response = await app.request(`http://localhost${address}`);
    expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    const { layers } = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer())));
    expect(Object.keys(layers)).toContain('wegdeellijn');
    expect((await app.request('http://localhost/base-map/10/0/0.mvt')).status).toBe(204);
    expect((await app.request('http://localhost/base-map/1/2/0.mvt')).status).toBe(404);
    expect((await app.request('http://localhost/base-map/1/a/0.mvt')).status).toBe(400);
  });

  test('say that a service does not answer', async () => {
    const app = serve(openBaseMapService(`${server.base}/elsewhere/{z}/{x}/{y}`));
    const response = await app.request('http://localhost/base-map/1/0/0.mvt');
    expect(response.status).toBe(502);
    expect((await response.json()).detail).toContain('127.0.0.1');
  });

  test('have nothing without a base map', async () => {
    const app = serve(null);
    for (const path of ['/base-map.json', '/base-map/1/0/0.mvt'])
      expect((await app.request(`http://localhost${path}`)).status).toBe(404);
  });
});
