import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from 'vitest';
import { withdrawRelease } from '../../api/release/acts.ts';
import { importPackage } from '../../api/release/import.ts';
import { openDatabase } from '../../sql/database.ts';
import { cloneDatabase } from '../setup/database.ts';
import { makeFolder } from '../setup/folder.ts';
import { figuresPackage, samplePackage, writePackage } from './release/sample-package.ts';

const directory = await makeFolder('server');
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

interface Server {
  readonly child: ChildProcess;
  readonly address: Promise<string>;
  readonly exit: Promise<number | null>;
  readErrors(): string;
}

function startServer(settings: Record<string, string>): Server {
  const { DATABASE_URL: _other, ...environment } = process.env;
  const env = { ...environment, DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'info', ...settings };
  const child = spawn(process.execPath, ['api/start.cjs'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve)).finally(() =>
    running.delete(child),
  );
  const address = new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const found = /listening on http:\/\/localhost:(\d+)/.exec(line);
      if (found) resolve(`http://127.0.0.1:${found[1]}`);
    });
  });
  return { child, address, exit, readErrors: () => errors };
}

/** Asks for the health until the server is ready; gives the statuses that it had. */
async function waitUntilReady(address: string): Promise<number[]> {
  const statuses: number[] = [];
  while (statuses.at(-1) !== 200) {
    const response = await fetch(`${address}/readyz`);
    await response.arrayBuffer();
    if (response.status !== statuses.at(-1)) statuses.push(response.status);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return statuses;
}

describe('the server', () => {
  test('listens at once, makes the demonstration, and stops when running requests are done', {
    timeout: 150_000,
  }, async () => {
    const server = startServer({});
    const address = await server.address;
    expect(await waitUntilReady(address)).toEqual([503, 200]);
    const catalog = await (await fetch(`${address}/api/catalog`)).json();
    expect(catalog.demonstration).toBe(true);

    const url = `${address}/api/observations?format=csv&indicator=${catalog.indicators[0].key}`;
    const whole = await (await fetch(url)).text();
    const response = await fetch(url);
    server.child.kill('SIGTERM');
    expect(await response.text()).toBe(whole);
    expect(await server.exit).toBe(0);
    await expect(fetch(`${address}/readyz`)).rejects.toThrow();
  });

  test('starts again on what it made', { timeout: 150_000 }, async () => {
    const server = startServer({});
    const address = await server.address;
    await waitUntilReady(address);
    expect((await fetch(`${address}/tiles/2024.json`)).status).not.toBe(503);
    server.child.kill('SIGINT');
    expect(await server.exit).toBe(0);
  });
});

describe('several servers on one database', () => {
  test('show what is published or withdrawn through another, from memory too', {
    timeout: 240_000,
  }, async () => {
    const { url, drop } = await cloneDatabase();
    const { db, close } = await openDatabase({ url });
    try {
      await importPackage(db, await writePackage(samplePackage()), { importedBy: 'tester' });
      const servers = [startServer({ DATABASE_URL: url }), startServer({ DATABASE_URL: url })];
      const addresses = await Promise.all(servers.map((server) => server.address));
      await Promise.all(addresses.map(waitUntilReady));
      const column = '/api/columns/misdrijven/neighbourhood';
      const askAll = () =>
        Promise.all(addresses.map((address) => readTwice(address, ['/api/catalog', column])));
      const before = await askAll();
      expect(before[0]).toEqual(before[1]);
      const report = await importPackage(db, await writePackage(figuresPackage()), { importedBy: 'tester' });
      const during = await askAll();
      expect(during[0]).toEqual(during[1]);
      for (const [index, answer] of (during[0] ?? []).entries())
        expect(answer).not.toEqual(before[0]?.[index]);
      await withdrawRelease(db, report.release ?? 0, { by: 'tester' });
      expect(await askAll()).toEqual(before);
      for (const { child } of servers) child.kill('SIGTERM');
      expect(await Promise.all(servers.map(({ exit }) => exit))).toEqual([0, 0]);
    } finally {
      await close();
      await drop();
    }
  });
});

/** What a server answers to each path, asked twice, so that what it remembers answers too. */
async function readTwice(address: string, paths: readonly string[]): Promise<string[]> {
  const answers: string[] = [];
  for (const path of paths) {
    const read = async () =>
      Buffer.from(await (await fetch(address + path)).arrayBuffer()).toString('base64');
    const first = await read();
    expect(await read()).toBe(first);
    answers.push(first);
  }
  return answers;
}

describe('what stops the server from starting', () => {
  test('a port in use is told in one line', { timeout: 30_000 }, async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const server = startServer({ PORT: port, LOG_LEVEL: 'silent', DATA_DIR: join(directory, 'unused') });
    expect(await server.exit).toBe(1);
    expect(server.readErrors().trim()).toBe(
      `Port ${port} is in use; stop what uses it, or set PORT to another one.`,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  test('a setting that cannot be used is named', { timeout: 30_000 }, async () => {
    const server = startServer({ PORT: 'everywhere' });
    expect(await server.exit).toBe(1);
    expect(server.readErrors()).toContain('PORT: a number from 0 to 65535');
  });

  test('a database that cannot be reached is told in one line', { timeout: 30_000 }, async () => {
    const server = startServer({
      DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing',
      LOG_LEVEL: 'silent',
    });
    expect(await server.exit).toBe(1);
    expect(server.readErrors()).toMatch(/127\.0\.0\.1:9/);
    expect(server.readErrors().trim().split('\n')).toHaveLength(1);
  });
});
