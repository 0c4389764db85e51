import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { messageOf } from '../geodata/problem.ts';
import type { EmbeddedMessage, EmbeddedSettings } from './embedded.ts';
import { repairAnswers } from './embedded-answers.ts';
import { collectGarbageOfStart } from './garbage.ts';
import { slimPostgis } from './postgis.ts';

/**
 * A quarter of the memory that a server takes, as the system keeps the files in its own as well; and no files of the log that
 * wait to be used again, which are most of what a small database would take on disk.
 */
const sizes = ['shared_buffers=32MB', 'min_wal_size=32MB', 'wal_recycle=off'];

const installedFiles = [
  { folder: '/pglite/lib/postgresql', name: /^postgis-\d+\.so$/ },
  { folder: '/pglite/share/postgresql/extension', name: /^postgis--.*\.sql$/ },
];

const { dataDirectory, listen } = workerData as EmbeddedSettings;

function say(message: EmbeddedMessage): void {
  parentPort?.postMessage(message);
}

function portOf(server: PGLiteSocketServer): number | null {
  return 'path' in listen ? null : Number(server.getServerConn().split(':').at(-1));
}

async function open(): Promise<void> {
  const database = await PGlite.create({
    dataDir: dataDirectory,
    extensions: { postgis: slimPostgis, pg_trgm, unaccent },
    startParams: [...PGlite.defaultStartParams, ...sizes.flatMap((size) => ['-c', size])],
  });
  await forgetInstalled(database);
  repairAnswers(database);
  const server = new PGLiteSocketServer({ db: database, maxConnections: 4, ...listen });
  await server.start();
  parentPort?.once('message', async () => {
    await server.stop();
    await database.close();
    say({ kind: 'stopped' });
  });
  collectGarbageOfStart();
  say({ kind: 'listening', port: portOf(server) });
}

/** What PGlite goes on holding of PostGIS once that is installed and compiled: what installs it, and its code once more. */
async function forgetInstalled(database: PGlite): Promise<void> {
  const { rows } = await database.query("select from pg_extension where extname = 'postgis'");
  if (rows.length === 0) return;
  const { FS, pg_extensions: bundles } = database.Module;
  for (const name of Object.keys(bundles)) delete bundles[name];
  for (const { folder, name } of installedFiles)
    for (const file of FS.readdir(folder)) if (name.test(file)) FS.truncate(`${folder}/${file}`, 0);
}

open().catch((error: unknown) => say({ kind: 'failed', message: messageOf(error) }));
