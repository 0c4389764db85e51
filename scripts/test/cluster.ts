import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server of our own, gone when it stops. */
export interface Cluster {
  readonly url: string;
  stop(): Promise<void>;
}

const startMilliseconds = 30_000;

/** Nothing here outlives the tests, so nothing needs to reach the disk. */
const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'listen_addresses=127.0.0.1',
];

/**
 * Starts a PostgreSQL server in a temporary folder on a free port of the loopback address, with the programs in
 * `programs`. Root may not run PostgreSQL, so for root it runs as the user postgres.
 */
export async function startCluster(programs: string): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'wijkinformatie-postgresql-'));
  const owner = findOwner();
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const initialize = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '--encoding=UTF8',
    '--no-locale',
    '--no-sync',
  ];
  execFileSync(join(programs, 'initdb'), initialize, {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const port = await findFreePort();
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
    // A group of its own: Ctrl-C ends the tests first, and they end the server.
    { ...owner, cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const said = collect(server);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    await stopServer(server);
    await rm(folder, { recursive: true, force: true });
  };
  if (await answers(server, url)) return { url, stop };
  await stop();
  throw new Error(`PostgreSQL did not start:\n${said.join('')}`);
}

function findOwner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string')
    throw new Error('no free port on the loopback address');
  return address.port;
}

/** The last lines that the server said, for when it does not start. */
function collect(server: ChildProcess): string[] {
  const said: string[] = [];
  server.stderr?.on('data', (bytes: Buffer) => {
    said.push(bytes.toString());
    if (said.length > 50) said.shift();
  });
  return said;
}

async function answers(server: ChildProcess, url: string): Promise<boolean> {
  const deadline = Date.now() + startMilliseconds;
  while (Date.now() < deadline && server.exitCode === null) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return true;
    } catch {
      await wait(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

/** SIGINT is PostgreSQL's fast shutdown: it ends what runs and closes. */
async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = once(server, 'exit');
  server.kill('SIGINT');
  await exit;
}
