import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PoolConfig } from 'pg';
import { examinePages } from './damaged-pages.ts';
import {
  completeDataFolder,
  describeFailedStart,
  isNewDataFolder,
  prepareDataFolder,
  requireWholePages,
} from './data-folder.ts';
import { lockDirectory } from './directory-lock.ts';
import { keepFileSizes, type ReadPages } from './file-sizes.ts';
import { explainFolder, makePrivateFolder, requireRoom } from './folder-access.ts';
import { bootstrapWorker } from './worker-entry.ts';

/** What the worker is told to open, and where to listen. */
export interface EmbeddedSettings {
  readonly dataDirectory: string;
  readonly listen: { readonly path: string } | { readonly host: string; readonly port: number };
}

/** What the worker says: it listens (`port` where it listens on TCP), it could not start, or it has stopped. */
export type EmbeddedMessage =
  | { readonly kind: 'listening'; readonly port: number | null }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped' };

/** Where the embedded database lies. */
export interface EmbeddedHome {
  readonly directory: string;
  /** The closed database that a new one begins as a copy of; an empty one where it is not given. */
  readonly template?: string | undefined;
}

/** Where in the directory its files are. */
export function locateFiles(directory: string): string {
  return join(directory, 'postgres');
}

/**
 * Starts PostgreSQL with PostGIS inside this process, its files in `directory`, and says how `pg` reaches it.
 * It runs in a worker, so that a long query does not hold up the server.
 * Throws DirectoryInUseError where another process has the directory open, and DataFolderError where something stands there
 * that is no database, where its files or pages are damaged, and where PostgreSQL does not start on them.
 */
export async function openEmbedded(
  { directory, template }: EmbeddedHome,
  onProgress: (step: string) => void,
): Promise<{ connection: PoolConfig & { readonly max: number }; stop(): Promise<void> }> {
  const unlock = await claimFolder(directory);
  const isNew = await isNewDataFolder(locateFiles(directory));
  const socketFolder = await makeSocketFolder(directory);
  const clean = async () => {
    await rm(socketFolder, { recursive: true, force: true });
    await unlock();
  };
  try {
    const dataDirectory = locateFiles(directory);
    const what = isNew ? 'a new embedded database' : 'the start of the embedded database';
    await requireRoom(directory, { bytes: isNew ? newBytes : startBytes, what });
    onProgress('preparing the folder of the database');
    await prepareDataFolder(dataDirectory, template);
    onProgress('starting the embedded database');
    const { worker, pages } = await startExamined({ dataDirectory, listen: address(socketFolder) });
    await completeDataFolder(dataDirectory);
    await keepFileSizes(dataDirectory, pages);
    const stop = async () => {
      await stopWorker(worker.worker);
      await keepFileSizes(dataDirectory, pages);
      await clean();
    };
    return { connection: connection(socketFolder, worker.port), stop };
  } catch (error) {
    await clean();
    throw explainFolder(error, directory);
  }
}

/** What is written by a start, and by making the database: its files and its log. */
const startBytes = 48 * 1024 ** 2;
const newBytes = 256 * 1024 ** 2;

/** Makes the folder where it is not there, and claims it for this process. Throws FolderError and DirectoryInUseError. */
async function claimFolder(directory: string): Promise<() => Promise<void>> {
  try {
    await makePrivateFolder(directory);
    // One that an earlier version left open becomes private as well, where it is ours.
    await chmod(directory, 0o700).catch(() => undefined);
    return await lockDirectory(directory);
  } catch (error) {
    throw explainFolder(error, directory);
  }
}

/**
 * A folder for the socket, of a path short enough. It has a name of its own, so that what a killed process left is taken
 * away by the next one, unless somebody else has taken that name.
 */
async function makeSocketFolder(directory: string): Promise<string> {
  const name = createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `wijkinformatie-${name}`);
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { mode: 0o700 });
    return folder;
  } catch {
    return mkdtemp(join(tmpdir(), 'wijkinformatie-'));
  }
}

function address(socketFolder: string): EmbeddedSettings['listen'] {
  // Node has no unix sockets on Windows that `pg` could reach.
  if (process.platform === 'win32') return { host: '127.0.0.1', port: 0 };
  return { path: join(socketFolder, '.s.PGSQL.5432') };
}

function connection(socketFolder: string, port: number | null): PoolConfig & { readonly max: number } {
  return {
    ...(port === null ? { host: socketFolder, port: 5432 } : { host: '127.0.0.1', port }),
    user: 'postgres',
    database: 'postgres',
    // The embedded database is one session: the messages of two connections would mix. The pool queues instead.
    max: 1,
    idleTimeoutMillis: 0,
  };
}

interface StartedWorker {
  readonly worker: Worker;
  readonly port: number | null;
}

/**
 * Starts the worker and examines the pages of the database beside it. What was damaged before a start that replays the log
 * may be whole after it, so that what seemed damaged is looked at again then. Throws DataFolderError.
 */
async function startExamined(
  settings: EmbeddedSettings,
): Promise<{ readonly worker: StartedWorker; readonly pages: ReadPages }> {
  const { dataDirectory } = settings;
  // Both are waited for, or a worker would go on that nobody knows of.
  const [examined, started] = await Promise.all([
    examinePages(dataDirectory).catch((error: Error) => error),
    startWorker(settings).catch((error: Error) => error),
  ]);
  try {
    if (examined instanceof Error) throw examined;
    await requireWholePages(dataDirectory, examined);
    if (started instanceof Error) throw describeFailedStart(dataDirectory, started);
    return { worker: started, pages: examined.pages };
  } catch (error) {
    if (!(started instanceof Error)) await stopWorker(started.worker);
    throw error;
  }
}

/** What the worker reads without the loader of TypeScript. */
const packages = ['@electric-sql/pglite'];

async function startWorker(settings: EmbeddedSettings): Promise<StartedWorker> {
  const worker = new Worker(bootstrapWorker(new URL('./embedded-worker.ts', import.meta.url), packages), {
    eval: true,
    workerData: settings,
    execArgv: [],
    // It hands messages on and keeps none of them: V8 would let 48 MB of them come together, and clears away quicker so.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const message = await nextMessage(worker);
  if (message.kind === 'listening') return { worker, port: message.port };
  await worker.terminate();
  throw new Error(message.kind === 'failed' ? message.message : 'it stopped');
}

async function stopWorker(worker: Worker): Promise<void> {
  const stopped = nextMessage(worker);
  worker.postMessage('stop');
  await stopped;
  await worker.terminate();
}

function nextMessage(worker: Worker): Promise<EmbeddedMessage> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => resolve({ kind: 'stopped' }));
  });
}
