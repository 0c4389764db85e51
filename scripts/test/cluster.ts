import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findFreePort } from '../free-port.ts';

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

/** Where a server's programs are, its files, and the port of the loopback address that it listens on. */
export interface ServerFolder {
  readonly programs: string;
  /** For its socket; also holds `data`. */
  readonly folder: string;
  readonly data: string;
  readonly port: number;
}

/**
 * Starts a PostgreSQL server in a temporary folder on a free port of the loopback address, with the programs in
 * `programs`. Root may not run PostgreSQL, so for root it runs as the user postgres.
 */
export async function startCluster(programs: string): Promise<Cluster> {
  const server = await makeCluster(programs);
  try {
    const { url, stop } = await startServer(server);
    return { url, stop: () => stop().then(() => removeCluster(server)) };
  } catch (error) {
    await removeCluster(server);
    throw error;
  }
}

/** Makes an empty PostgreSQL in a temporary folder, not yet started. */
export async function makeCluster(programs: string): Promise<ServerFolder> {
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
  runProgram({ programs, folder }, 'initdb', initialize);
  return { programs, folder, data, port: await findFreePort() };
}

/** Runs one of PostgreSQL's programs to its end, as who may. */
export function runProgram(
  { programs, folder }: Pick<ServerFolder, 'programs' | 'folder'>,
  program: string,
  words: readonly string[],
): void {
  execFileSync(join(programs, program), words, {
    ...findOwner(),
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Starts a server on files that are there and waits until it answers. `stop` leaves the files; `kill` is a power cut. */
export async function startServer({
  programs,
  folder,
  data,
  port,
}: ServerFolder): Promise<Cluster & { kill(): Promise<void> }> {
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
    // A group of its own: Ctrl-C ends the tests first, and they end the server.
    { ...findOwner(), cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const said = collect(server);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  // SIGINT is PostgreSQL's fast shutdown: it ends what runs and closes; SIGQUIT ends it where it stands.
  const stop = () => endServer(server, 'SIGINT');
  if (await answers(server, url)) return { url, stop, kill: () => endServer(server, 'SIGQUIT') };
  await stop();
  throw new Error(`PostgreSQL did not start:\n${said.join('')}`);
}

/** Removes the files of a server that has stopped. */
export async function removeCluster({ folder }: ServerFolder): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

function findOwner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
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

async function endServer(server: ChildProcess, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = once(server, 'exit');
  server.kill(signal);
  await exit;
}
