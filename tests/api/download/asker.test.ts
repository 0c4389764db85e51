import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAsker } from '../../../api/download/asker.ts';
import { type DownloadSettings, defaultDownloadSettings } from '../../../api/download/settings.ts';
import { AbsentError } from '../../../geodata/sources/live/source.ts';
import { makeFolder } from '../../setup/folder.ts';
import { type LocalServer, listen } from '../../setup/servers/listening.ts';

vi.setConfig({ testTimeout: 30_000 });

const body = Buffer.from(Array.from({ length: 50_000 }, (_, index) => index % 251));
let server: LocalServer;
let directory: string;
let etag: string;
let waits: number[];
let clock: number;
let ranges: (string | undefined)[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  directory = await makeFolder('download');
  [etag, waits, clock, ranges] = ['"one"', [], 1_000_000, []];
  answer = (_, response) => response.end('{"value":[1]}');
  server = await listen((request, response) => answer(request, response));
});
afterEach(async () => {
  await server.close();
});

test.each([
  ['is silent', { kind: 'silence' }],
  ['stalls in the middle', { kind: 'stall' }],
  ['drops the connection', { kind: 'drop' }],
  ['breaks off its JSON', { kind: 'broken' }],
  ['answers 500', { kind: 'status', status: 500 }],
] as const)('asks again when the service %s twice', async (_, fault) => {
  server.faults.push(fault, fault);
  const impatient = { answerTime: 3_000, stallTime: 3_000 };
  expect(await ask(impatient).json(`${server.base}/a`)).toEqual({ value: [1] });
  expect(server.asked).toHaveLength(3);
  // Half to one and a half times the first wait, then of its double; the tests' jitter is in the middle.
  expect(waits).toEqual([10, 20]);
});

test('waits as long as Retry-After says, in seconds or until a date, and gives up where that is too long', async () => {
  const until = new Date(clock + 90_000).toUTCString();
  server.faults.push(
    { kind: 'status', status: 429, retryAfter: '7' },
    { kind: 'status', status: 503, retryAfter: until },
  );
  await ask().json(`${server.base}/a`);
  expect(waits[0]).toBe(7_000);
  expect(waits[1]).toBe(Date.parse(until) - clock);
  server.faults.push({ kind: 'status', status: 429, retryAfter: '3600' });
  await expect(ask().json(`${server.base}/b`)).rejects.toThrow(
    /\/b: .*429 and asks to wait 60 minutes.*try again later/,
  );
});

test('names the address, the fault and the way out when it stays broken, and does not insist on a 404', async () => {
  server.faults.push(...Array.from({ length: 3 }, () => ({ kind: 'status', status: 502 }) as const));
  await expect(ask({ attempts: 3 }).json(`${server.base}/a`)).rejects.toThrow(
    `${server.base}/a: the service answered 502, the last of 3 attempts; try again later`,
  );
  server.asked.length = 0;
  server.faults.push({ kind: 'status', status: 404 });
  await expect(ask().json(`${server.base}/b`)).rejects.toThrow(/answered 404; check the years/);
  expect(server.asked).toEqual(['/b']);
});

test('does not insist where a WFS refuses a question with status 200, and says what it said', async () => {
  const report = (text: string, locator: string) =>
    `<ows:ExceptionReport><ows:Exception locator="${locator}"><ows:ExceptionText>${text}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>`;
  answer = (_, response) => response.end(report('Feature type lbm3:x unknown', 'typeName'));
  const absent = ask().json(`${server.base}/wfs`);
  await expect(absent).rejects.toThrow(AbsentError);
  await expect(absent).rejects.toThrow(/the service refused \(Feature type lbm3:x unknown\)/);
  answer = (_, response) => response.end(report('Illegal property', 'filter'));
  const refused = ask().json(`${server.base}/other`);
  await expect(refused).rejects.not.toThrow(AbsentError);
  await expect(refused).rejects.toThrow(/Illegal property/);
  expect(server.asked).toEqual(['/wfs', '/other']);
});

test('says what a service says beside its status', async () => {
  answer = (_, response) => {
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end('{"title":"Bad Request","status":400,"detail":"unknown query parameter(s) found: a"}');
  };
  await expect(ask().json(`${server.base}/a`)).rejects.toThrow(
    /answered 400 \(Bad Request: unknown query parameter\(s\) found: a\)/,
  );
});

test('takes no answer that gives a key twice, of which JSON would keep the last', async () => {
  answer = (_, response) => response.end('{"value":[{"a":1,"a":2}]}');
  await expect(ask().json(`${server.base}/a`)).rejects.toThrow(/the answer gives "a" twice in one object/);
  expect(server.asked).toEqual(['/a']);
});

test('asks again for a file that a page of apologies came instead of', async () => {
  answer = (_, response) => {
    answer = serveFile(null);
    response.end('<html>under maintenance</html>');
  };
  const isUsable = (bytes: Uint8Array) => bytes.length === body.length;
  expect(digest(await ask().bytes(`${server.base}/file`, isUsable))).toBe(digest(body));
  expect(server.asked).toHaveLength(2);
});

test('goes on with a large file where it broke off', async () => {
  answer = serveFile(20_000);
  expect(digest(await ask().bytes(`${server.base}/file`))).toBe(digest(body));
  expect(ranges[0]).toBeUndefined();
  expect(ranges.slice(1).join()).toMatch(/^bytes=[1-9]\d*-$/);
});

test('begins again when the file changed meanwhile', async () => {
  const first = serveFile(20_000);
  answer = (request, response) => {
    first(request, response);
    etag = '"two"';
  };
  expect(digest(await ask().bytes(`${server.base}/file`))).toBe(digest(body));
});

test('goes on with what a killed process left, and leaves no rubbish behind', async () => {
  const address = `${server.base}/file`;
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  const part = join(directory, `${digest(address)}.${pid}.part`);
  await writeFile(part, body.subarray(0, 30_000));
  await writeFile(`${part}.json`, JSON.stringify({ etag, lastModified: null }));
  await writeFile(join(directory, `${digest(address)}.body`), 'a body whose entry was never written');
  answer = serveFile(null);
  expect(digest(await ask().bytes(address))).toBe(digest(body));
  expect(ranges).toEqual(['bytes=30000-']);
  expect((await readdir(directory)).sort()).toEqual([`${digest(address)}.body`, `${digest(address)}.json`]);
});

test('takes a fresh answer from the cache, asks whether an old one changed, and trusts no damaged file', async () => {
  answer = serveFile(null);
  const address = `${server.base}/file`;
  await ask().bytes(address);
  await ask().bytes(address);
  expect(server.asked).toHaveLength(1);
  clock += 3_600_001;
  expect(digest(await ask().bytes(address))).toBe(digest(body));
  expect(ranges).toEqual([undefined, 'not modified']);
  await writeFile(join(directory, `${digest(address)}.body`), 'damaged');
  expect(digest(await ask().bytes(address))).toBe(digest(body));
  expect(ranges).toEqual([undefined, 'not modified', undefined]);
});

test('asks no more than a few things at once, and the same thing once', async () => {
  let open = 0;
  let most = 0;
  answer = async (_, response) => {
    open += 1;
    most = Math.max(most, open);
    // Whatever is asked at once has come by then.
    await vi.waitUntil(() => most >= 3);
    open -= 1;
    response.end('{}');
  };
  const { json } = ask({ connections: 3 });
  await Promise.all(Array.from({ length: 20 }, (_, index) => json(`${server.base}/${index % 10}`)));
  expect(most).toBe(3);
  expect(server.asked).toHaveLength(10);
});

function ask(own: Partial<DownloadSettings> = {}) {
  const quick = {
    ...{ firstWait: 10, random: () => 0.5, now: () => clock },
    sleep: async (milliseconds: number) => void waits.push(milliseconds),
  };
  return createAsker(
    { ...defaultDownloadSettings(directory, server.base), ...quick, ...own },
    () => undefined,
  );
}

/** Serves the body with ranges and conditions; the first answer ends after `cut` bytes, unless null. */
function serveFile(cut: number | null) {
  let left = cut;
  return ({ headers }: IncomingMessage, response: ServerResponse) => {
    if (headers['if-none-match'] === etag) {
      ranges.push('not modified');
      response.writeHead(304).end();
      return;
    }
    ranges.push(headers.range);
    const isRest = headers.range !== undefined && headers['if-range'] === etag;
    const start = isRest ? Number(/\d+/.exec(headers.range ?? '')?.[0]) : 0;
    const range = isRest ? { 'content-range': `bytes ${start}-${body.length - 1}/${body.length}` } : {};
    response.writeHead(isRest ? 206 : 200, { etag, 'content-length': body.length - start, ...range });
    if (left === null) response.end(body.subarray(start));
    else response.write(body.subarray(start, start + left), () => setTimeout(() => response.destroy(), 500));
    left = null;
  };
}

function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
