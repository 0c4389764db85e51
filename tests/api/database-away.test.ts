import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnswering } from '../../api/answering.ts';
import { readinessSchema } from '../../api/schemas/health.ts';
import { readyStartup } from '../../api/startup.ts';
import { listTileAddresses } from '../../sql/artefacts.ts';
import { openDatabase } from '../../sql/database.ts';
import { publicReader } from '../../sql/reader.ts';
import { cloneDatabase } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const polling = { timeout: 60_000, interval: 50 };
const stops: (() => unknown)[] = [];
const line = await openLine();
let address: string;
let tile: string;

const fields = ['SFATAL', 'VFATAL', 'C53300', 'Msorry, too many clients already']
  .map((field) => `${field}\0`)
  .join('');
/** What PostgreSQL answers whoever comes when it has no connection left: an ErrorResponse, 53300. */
const refuseConnection = Buffer.concat([Buffer.from('E'), Buffer.alloc(4), Buffer.from(`${fields}\0`)]);
refuseConnection.writeInt32BE(refuseConnection.length - 1, 1);

/** The way to a PostgreSQL, which can be cut, hold back all that goes over it, or lead to one without a connection left. */
async function openLine() {
  const { url, drop } = await cloneDatabase();
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let state: 'open' | 'paused' | 'cut' | 'full' = 'open';
  const server = createServer((near) => {
    if (state === 'cut') return near.destroy();
    if (state === 'full') return near.once('data', () => near.end(refuseConnection));
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on('data', (bytes) => to.write(bytes));
      if (state === 'paused') from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = new URL(url);
  own.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: own.href,
    set(next: typeof state) {
      state = next;
      for (const socket of sockets) {
        if (next === 'cut' || next === 'full') socket.destroy();
        else socket[next === 'paused' ? 'pause' : 'resume']();
      }
    },
    async close() {
      server.close();
      await drop();
    },
  };
}

beforeAll(async () => {
  const { db, close } = await openDatabase({ url: line.url });
  await publishFixture(db);
  const [found] = await listTileAddresses(db, publicReader);
  tile = `/tiles/${found?.boundaryYear}/${found?.hash}/${found?.z}/${found?.x}/${found?.y}.mvt`;
  const context = { startup: readyStartup(db), logger: pino({ level: 'silent' }), publicUrl: null };
  const { listener, warm } = createAnswering(context, new Map());
  const server = createHttpServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stopWarming = warm(db, 50, 2000);
  stops.push(stopWarming, () => server.close().closeAllConnections(), close, line.close);
}, 120_000);
afterAll(async () => {
  line.set('open');
  for (const stop of stops) await stop();
});

const readReadiness = async () => {
  const response = await fetch(`${address}/readyz`);
  const { status } = readinessSchema.parse(await response.json());
  return [response.status, response.headers.get('Retry-After'), status];
};
const ready = [200, null, 'ready'];

test.each(['cut', 'paused', 'full'] as const)(
  'while the database is %s it lives, is not ready, sends what lies in memory, refuses the rest, and is well by itself',
  { timeout: 120_000 },
  async (state) => {
    await expect.poll(readReadiness, polling).toEqual(ready);
    await expect.poll(async () => (await fetch(address + tile)).status, polling).toBe(200);
    const before = await (await fetch(`${address}/api/catalog`)).text();
    line.set(state);
    await expect.poll(readReadiness, polling).toEqual([503, '5', 'database-away']);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(address + tile)).status).toBe(200);
    const asked = await Promise.all(
      Array.from({ length: 30 }, (_, index) => fetch(`${address}/api/search?q=buurt${index}`)),
    );
    for (const { status, headers } of asked.slice(0, 12))
      expect([status, headers.get('Retry-After')]).toEqual([503, '5']);
    for (const { status } of asked) expect([429, 503]).toContain(status);
    const catalog = await fetch(`${address}/api/catalog`);
    expect(await catalog.text()).toBe(before);
    expect(catalog.headers.get('Age')).toMatch(/^\d+$/);
    expect(catalog.headers.get('Cache-Status')).toContain('database-away');
    line.set('open');
    await expect.poll(readReadiness, polling).toEqual(ready);
    expect((await fetch(`${address}/api/search?q=buurt`)).status).toBe(200);
    expect((await fetch(`${address}/api/catalog`)).headers.has('Age')).toBe(false);
  },
);
