import { readdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAsker } from '../../../api/download/asker.ts';
import { isPublicAddress, lookupPublic } from '../../../api/download/public-address.ts';
import { type DownloadSettings, defaultDownloadSettings } from '../../../api/download/settings.ts';
import { makeFolder } from '../../setup/folder.ts';
import { type LocalServer, listen } from '../../setup/servers/listening.ts';

let service: LocalServer;
let secret: LocalServer;
let directory: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  directory = await makeFolder('reach');
  service = await listen((request, response) => answer(request, response));
  secret = await listen((_, response) => response.end('{"value":["secret"]}'));
});
afterEach(() => Promise.all([service.close(), secret.close()]));

function ask(own: Partial<DownloadSettings> = {}) {
  const settings = { ...defaultDownloadSettings(directory, service.base), attempts: 1, ...own };
  return createAsker(settings, () => undefined);
}

test.each([301, 302, 303, 307, 308])('a redirect to another host is not followed: %s', async (status) => {
  answer = (_, response) => response.writeHead(status, { location: `${secret.base}/keys` }).end();
  await expect(ask().json(`${service.base}/a`)).rejects.toThrow(
    `the service leads to ${secret.base}, which is not of this source; look at the address in a browser, and name where it moved to with "--base"`,
  );
  expect(secret.asked).toEqual([]);
});

test.each(['file:///etc/passwd', 'http://user:word@127.0.0.1/', 'data:,x', 'http://'])(
  'nor one to %s',
  async (location) => {
    answer = (_, response) => response.writeHead(302, { location }).end();
    await expect(ask().json(`${service.base}/a`)).rejects.toThrow('the service leads to');
  },
);

test('one within the service is, but not on and on', async () => {
  answer = ({ url }, response) =>
    url === '/new' ? response.end('{"value":[1]}') : response.writeHead(301, { location: '/new' }).end();
  expect(await ask().json(`${service.base}/old`)).toEqual({ value: [1] });
  answer = ({ url }, response) => response.writeHead(301, { location: `${url}x` }).end();
  await expect(ask().json(`${service.base}/round`)).rejects.toThrow('leads on and on');
});

test('one between hosts of one source is, and none between two sources', async () => {
  answer = (_, response) => response.writeHead(302, { location: `${secret.base}/b` }).end();
  const hosts = [new URL(service.base).host, new URL(secret.base).host];
  const named = hosts;
  expect(await ask({ reach: { named, together: [hosts] } }).json(`${service.base}/a`)).toEqual({
    value: ['secret'],
  });
  const apart = { named, together: hosts.map((host) => [host]) };
  await expect(ask({ reach: apart }).json(`${service.base}/b`)).rejects.toThrow('not of this source');
});

test('an address of a page that leads elsewhere is not asked', async () => {
  await expect(ask().json(`${secret.base}/next`)).rejects.toThrow('not of this source');
  expect(secret.asked).toEqual([]);
});

test('a private address is refused unless it was named, by its number and by what its name leads to', async () => {
  const { port } = new URL(secret.base);
  for (const host of [`127.0.0.1:${port}`, `[::ffff:127.0.0.1]:${port}`, `localhost:${port}`]) {
    const reach = { named: [], together: [[new URL(`http://${host}`).host]] };
    await expect(ask({ reach }).json(`http://${host}/a`)).rejects.toThrow(
      /no public address; name it with "--base" if it is meant/,
    );
  }
  expect(secret.asked).toEqual([]);
  const named = { named: [`127.0.0.1:${port}`], together: [] };
  expect(await ask({ reach: named }).json(`${secret.base}/a`)).toEqual({ value: ['secret'] });
});

test('what is looked up for a connection is refused where any of its addresses is private', async () => {
  const error = await new Promise((give) => lookupPublic('localhost', { all: true }, give));
  expect(error).toMatchObject({ name: 'PrivateAddressError' });
});

test.each([
  ...['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.31.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0'],
  ...['224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '::7f00:1'],
  ...['64:ff9b::a00:1', '2002:a00:1::', 'ff02::1', 'no address'],
])('%s is no public address', (address) => expect(isPublicAddress(address)).toBe(false));

test.each(['93.184.216.34', '172.32.0.1', '2a00:1450:4009::1'])('%s is one', (address) =>
  expect(isPublicAddress(address)).toBe(true),
);

test.each(['json', 'bytes'] as const)(
  '%s that unpacks to more than there is room for is not kept',
  async (form) => {
    const packed = gzipSync(Buffer.alloc(5_000_000, ' '));
    expect(packed.length).toBeLessThan(10_000);
    answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    const mostBytes = { json: 1_000_000, bytes: 1_000_000 };
    await expect(ask({ mostBytes })[form](`${service.base}/a`)).rejects.toThrow(
      'the answer is larger than 1 MB; ask for fewer years or a smaller region',
    );
    expect(await readdir(directory)).toEqual([]);
  },
);

test('a length that is too much is refused before anything is read', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': '2000000' });
    response.write('{');
  };
  await expect(ask({ mostBytes: { json: 1_000_000, bytes: 1 } }).json(`${service.base}/a`)).rejects.toThrow(
    'larger than 1 MB',
  );
});

test('an answer that drips is given up', async () => {
  answer = (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(' '), 5);
    response.on('close', () => clearInterval(timer));
  };
  await expect(ask({ wholeTime: 60 }).json(`${service.base}/a`)).rejects.toThrow('was not whole within');
});

test('what came while the clock was ahead is asked about again', async () => {
  let now = Date.now() + 365 * 24 * 3_600_000;
  answer = (_, response) => response.end(`{"value":[${service.asked.length}]}`);
  const asker = () => ask({ now: () => now });
  expect(await asker().json(`${service.base}/a`)).toEqual({ value: [1] });
  now = Date.now();
  expect(await asker().json(`${service.base}/a`)).toEqual({ value: [2] });
});
