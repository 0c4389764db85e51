import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { createListener } from '../../api/listener.ts';
import { createMemory } from '../../api/memory/answer-memory.ts';
import { findReader } from '../../api/readers/reader.ts';
import { publicReader, writeRightsKey } from '../../sql/reader.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A server whose app counts how often it is asked. */
async function serve(
  headers: Record<string, string>,
  { mostBytes = 100_000, status = 200, find = findReader } = {},
) {
  const memory = createMemory(mostBytes);
  const asked: string[] = [];
  const answer = (request: Request) => {
    asked.push(new URL(request.url).pathname);
    const coding = request.headers.get('Accept-Encoding') ?? 'none';
    const body = `${new URL(request.url).pathname} in ${coding}`;
    return new Response(status === 204 ? null : body, {
      status,
      headers: { 'X-Request-Id': 'of-the-app', ...headers },
    });
  };
  const server = createServer(
    createListener({ answer, memory, find, notes: { logger: pino({ level: 'silent' }) } }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close().closeAllConnections());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = (path: string, more: Record<string, string> = {}) =>
    fetch(address + path, { headers: { 'Accept-Encoding': 'identity', ...more } });
  return { memory, asked, get };
}

const forever = { 'Cache-Control': 'public, max-age=31536000, immutable', ETag: '"a"' };

test('an answer that never changes is asked of the app once, and sent again as it was', async () => {
  const { asked, get } = await serve(forever);
  const [first, second] = [await get('/assets/a.js'), await get('/assets/a.js')];
  expect(asked).toEqual(['/assets/a.js']);
  expect(await second.text()).toBe(await first.text());
  expect(second.headers.get('ETag')).toBe('"a"');
  expect(second.headers.get('Cache-Control')).toBe(forever['Cache-Control']);
  expect(second.headers.get('X-Request-Id')).not.toBe(first.headers.get('X-Request-Id'));
});

test('another address or coding is another answer', async () => {
  const { get } = await serve(forever);
  const texts = [];
  for (const [path, coding] of [
    ['/assets/a.js', 'identity'],
    ['/assets/b.js', 'identity'],
    ['/assets/a.js', 'x-gzip;q=0, identity'],
  ] as const)
    texts.push(await (await get(path, { 'Accept-Encoding': coding })).text());
  expect(texts).toEqual(['/assets/a.js in identity', '/assets/b.js in identity', '/assets/a.js in identity']);
});

test.each([
  ['one that may change', { 'Cache-Control': 'no-cache' }, 200],
  ['one for somebody alone', { 'Cache-Control': 'private, immutable' }, 200],
  ['an empty one', forever, 204],
  ['a refusal', forever, 404],
])('%s is asked for each time', async (_, headers, status) => {
  const { asked, get } = await serve(headers, { status });
  await get('/assets/a.js');
  await get('/assets/a.js');
  expect(asked).toEqual(['/assets/a.js', '/assets/a.js']);
});

test('made-up ways to write an address push out nothing that people ask for', async () => {
  const { asked, get, memory } = await serve(forever, { mostBytes: 5000 });
  const tile = { rights: writeRightsKey(publicReader), address: '/tiles/2024/ab/1/0/0.mvt', accepted: 'br' };
  const { generation } = memory;
  await memory.keep(tile, new Response('tile', { headers: forever }), generation, true);
  for (let made = 0; made < 20; made++)
    for (const path of [
      `/assets/a.js?${made}`,
      `/assets/%61.js?${made}`,
      `/tiles/2024/ab/1/0/0.mvt?${made}`,
      `/api/columns/a/b?hash=c&${made}`,
      `/assets/${made}.js`,
    ])
      await get(path);
  expect(asked.filter((path) => path === '/assets/a.js')).toHaveLength(1);
  expect(memory.find(tile)).toBeDefined();
});

test('a request that wants more than the bytes goes to the app', async () => {
  const { asked, get } = await serve(forever);
  await get('/assets/a.js');
  await get('/assets/a.js', { 'If-None-Match': '"a"' });
  await get('/assets/a.js', { 'X-Request-Id': 'mine' });
  expect(asked).toHaveLength(3);
});

test('what is forgotten is asked for again, also when the answer comes after', async () => {
  const { asked, get, memory } = await serve(forever);
  await get('/assets/a.js');
  memory.forget();
  await get('/assets/a.js');
  expect(asked).toHaveLength(2);
  const { generation } = memory;
  memory.forget();
  const late = { rights: writeRightsKey(publicReader), address: '/assets/late.js', accepted: 'br' };
  await memory.keep(late, new Response('late', { headers: forever }), generation);
  expect(memory.find(late)).toBeUndefined();
});

test('what was asked for longest ago makes room', async () => {
  const { asked, get } = await serve(forever, { mostBytes: 2500 });
  for (const path of [
    '/assets/a.js',
    '/assets/b.js',
    '/assets/a.js',
    '/assets/c.js',
    '/assets/a.js',
    '/assets/b.js',
  ])
    await get(path);
  expect(asked).toEqual(['/assets/a.js', '/assets/b.js', '/assets/c.js', '/assets/b.js']);
});

test.each(['identity', 'gzip'])(
  'an answer that breaks off is no answer that has ended: %s',
  async (coding) => {
    const answer = () =>
      new Response(
        new ReadableStream({
          async pull(controller) {
            controller.enqueue(new TextEncoder().encode('code,waarde\r\n'));
            await new Promise((resolve) => setTimeout(resolve, 5));
            controller.error(new Error('something was published'));
          },
        }),
      );
    const memory = createMemory(1000);
    const logger = pino({ level: 'silent' });
    const server = createServer(createListener({ answer, memory, find: findReader, notes: { logger } }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(() => server.close().closeAllConnections());
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/csv`;
    const response = await fetch(address, { headers: { 'Accept-Encoding': coding } });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  },
);
