import { createServer, request as sendRequest } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { boundBodies } from '../../../api/admission/bodies.ts';
import { boundWork } from '../../../api/admission/bounds.ts';
import { endSlowReaders } from '../../../api/admission/slow-readers.ts';
import { answerError } from '../../../api/errors.ts';
import { createListener } from '../../../api/listener.ts';
import { createMemory } from '../../../api/memory/answer-memory.ts';
import { findReader } from '../../../api/readers/reader.ts';
import { problemSchema } from '../../../api/schemas/problem.ts';
import { streamTexts } from '../../../api/sending/text-stream.ts';
import type { Startup } from '../../../api/startup.ts';
import { currentWork, requireGoing } from '../../../sql/queue/work.ts';

const logger = pino({ level: 'silent' });
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

interface Given {
  readonly making?: number;
  readonly sending?: number;
  readonly most?: number;
  readonly trustedProxies?: string[];
  readonly slow?: { interval: number; leastBytes: number };
}

/** A server on a port whose app is bounded as the product's is. */
async function serve(app: Hono, given: Given = {}) {
  const { making = 60_000, sending = 60_000, most = 100, trustedProxies = [], slow } = given;
  const startup: Startup = { phase: { status: 'starting', step: '' }, isWarm: false };
  const limits = { most, mostLong: most };
  const context = { startup, logger, publicUrl: null, trustedProxies, limits };
  const bounded = new Hono();
  bounded.onError(answerError(logger));
  bounded.use(boundWork(context, { making, sending }), boundBodies).route('/', app);
  const memory = createMemory(1000);
  const server = createServer(
    createListener({ answer: bounded.fetch, memory, find: findReader, notes: { logger } }),
  );
  if (slow) stops.push(endSlowReaders(server, slow));
  const sockets = new Map<number | undefined, Socket>();
  server.on('connection', (socket) => sockets.set(socket.remotePort, socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  const isEnded = (from: number | undefined) => sockets.get(from)?.destroyed;
  return { startup, port, address: `http://127.0.0.1:${port}`, isEnded };
}

/** Work that goes on until its caller has gone or its time is over. */
function untilEnded(): Promise<void> {
  const work = currentWork();
  return new Promise((_, reject) => {
    work?.signal.addEventListener('abort', () => {
      try {
        requireGoing(work);
      } catch (error) {
        reject(error);
      }
    });
  });
}

test('the work of a reading ends when its caller hangs up; what changes something goes on', async () => {
  const ended: string[] = [];
  const wait = (name: string) =>
    untilEnded().catch((error: Error) => void ended.push(`${name} ${error.name}`));
  let begun = 0;
  const app = new Hono()
    .get('/', async (c) => {
      begun += 1;
      await wait('read');
      return c.text('');
    })
    .post('/', async (c) => {
      begun += 1;
      await wait('write');
      return c.text('');
    });
  const { address } = await serve(app);
  const callers = ['GET', 'POST'].map((method) => {
    const leaving = new AbortController();
    fetch(address, { method, signal: leaving.signal }).catch(() => undefined);
    return leaving;
  });
  await expect.poll(() => begun).toBe(2);
  for (const caller of callers) caller.abort();
  await expect.poll(() => ended).toEqual(['read WorkEndedError']);
});

test('an answer that takes too long is told to come back, and what does not end counts until it does', async () => {
  let finish = () => {};
  const app = new Hono().get('/', async (c) => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return c.text('late');
  });
  const { address } = await serve(app, { making: 20, most: 1 });
  const late = await fetch(address);
  expect([late.status, late.headers.get('Retry-After')]).toEqual([503, '5']);
  expect(problemSchema.parse(await late.json()).type).toContain('overloaded');
  expect((await fetch(address)).status).toBe(429);
  finish();
  await expect.poll(async () => (await fetch(address)).status).toBe(503);
  finish();
});

test('a client has its own share, by the address that a trusted proxy tells', async () => {
  const waiting: (() => void)[] = [];
  const app = new Hono().get('/', async (c) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return c.text('');
  });
  const { address } = await serve(app, { most: 1, trustedProxies: ['127.0.0.1'] });
  const ask = (client: string) => fetch(address, { headers: { 'X-Forwarded-For': client } });
  const [first, other] = [ask('203.0.113.1'), ask('203.0.113.2')];
  await expect.poll(() => waiting.length).toBe(2);
  const refused = await ask('203.0.113.1');
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '2']);
  for (const end of waiting) end();
  expect([(await first).status, (await other).status]).toEqual([200, 200]);
});

test('a stream counts until it ends, breaks off when its time is over, and ends its work with its caller', async () => {
  const signals: AbortSignal[] = [];
  async function* give(): AsyncGenerator<string, undefined> {
    for (;;) {
      const work = currentWork();
      if (work) signals.push(work.signal);
      yield 'a,b\r\n';
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  const app = new Hono().get('/', async (c) =>
    c.body(await streamTexts(give()), 200, { 'Content-Type': 'text/csv' }),
  );
  const { address } = await serve(app, { sending: 150, most: 1 });
  const response = await fetch(address);
  expect((await fetch(address)).status).toBe(429);
  await expect(response.text()).rejects.toThrow('terminated');
  const leaving = new AbortController();
  const left = await fetch(address, { signal: leaving.signal });
  expect(left.status).toBe(200);
  leaving.abort();
  await expect.poll(() => signals.at(-1)?.aborted).toBe(true);
  await expect.poll(async () => (await fetch(address)).status).toBe(200);
});

test('a stream whose head alone is asked for counts no longer, and its work ends', async () => {
  const signals: AbortSignal[] = [];
  async function* give(): AsyncGenerator<string, undefined> {
    const work = currentWork();
    if (work) signals.push(work.signal);
    for (;;) yield 'a,b\r\n';
  }
  const app = new Hono().get('/', async (c) =>
    c.body(await streamTexts(give()), 200, { 'Content-Type': 'text/csv' }),
  );
  const { address } = await serve(app, { most: 1 });
  for (let asked = 0; asked < 3; asked++) {
    const head = await fetch(address, { method: 'HEAD' });
    expect([head.status, head.headers.get('Content-Type')]).toEqual([200, 'text/csv']);
    await expect.poll(() => signals.at(-1)?.aborted).toBe(true);
  }
});

test('figures of areas that are named count as short', async () => {
  const kinds: (string | undefined)[] = [];
  const app = new Hono().get('/api/observations', (c) => {
    kinds.push(currentWork()?.kind);
    return c.text('');
  });
  const { address } = await serve(app);
  await fetch(`${address}/api/observations?indicator=a`);
  await fetch(`${address}/api/observations?indicator=a&area=GM9001`);
  expect(kinds).toEqual(['long', 'short']);
});

test('while the database is known to be gone nobody waits for it', async () => {
  const app = new Hono().get('/', (c) => {
    const work = currentWork();
    if (work) requireGoing(work);
    return c.text('');
  });
  const { startup, address } = await serve(app);
  startup.lostSince = Date.now();
  const gone = await fetch(address);
  expect([gone.status, gone.headers.get('Retry-After')]).toEqual([503, '5']);
  expect(problemSchema.parse(await gone.json()).type).toContain('database-away');
  startup.lostSince = null;
  expect((await fetch(address)).status).toBe(200);
});

test.each([true, false])(
  'a body is refused before it is read whole; its length is told: %s',
  async (isTold) => {
    let read = 0;
    const app = new Hono().post('/', async (c) => {
      read += (await c.req.text()).length;
      return c.text('');
    });
    const { port } = await serve(app);
    const megabyte = 'x'.repeat(1024 ** 2);
    const headers = isTold ? { 'Content-Length': String(5 * megabyte.length) } : {};
    const status = await new Promise((resolve, reject) => {
      const sending = sendRequest({ port, host: '127.0.0.1', method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sending.on('error', reject);
      sending.write(megabyte);
      sending.write(megabyte);
      stops.push(() => void sending.destroy());
    });
    expect([status, read]).toEqual([413, 0]);
  },
);

test('a connection that takes next to nothing is ended, one that takes what it gets is not', async () => {
  const piece = 'x'.repeat(1_000_000);
  async function* give(): AsyncGenerator<string, undefined> {
    for (let left = 40; left > 0; left--) yield piece;
  }
  const app = new Hono().get('/', async (c) =>
    c.body(await streamTexts(give()), 200, { 'Content-Type': 'text/csv' }),
  );
  const { port, address, isEnded } = await serve(app, { slow: { interval: 1000, leastBytes: 1 } });
  const slow = connect(port, '127.0.0.1');
  slow.on('error', () => undefined);
  slow.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  slow.pause();
  const body = await (await fetch(address)).text();
  expect(body.length).toBe(40 * piece.length);
  const closed = new Promise<void>((resolve) => slow.once('close', () => resolve()));
  await expect.poll(() => isEnded(slow.localPort), { timeout: 30_000 }).toBe(true);
  // Its side notices only where it reads on.
  slow.resume();
  let taken = 0;
  slow.on('data', (bytes) => (taken += bytes.length));
  await closed;
  expect(taken).toBeLessThan(40 * piece.length);
});
