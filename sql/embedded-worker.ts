import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { messageOf } from '../geodata/problem.ts';
import type { EmbeddedMessage, EmbeddedSettings } from './embedded.ts';
import { repairAnswers } from './embedded-answers.ts';
import { slimPostgis } from './postgis.ts';

/**
 * Half of the memory that a server takes, as the system keeps the files in its own as well; and no files of the log that
 * wait to be used again, which are most of what a small database would take on disk.
 */
const sizes = ['shared_buffers=64MB', 'min_wal_size=32MB', 'wal_recycle=off'];

const { dataDirectory, listen } = workerData as EmbeddedSettings;

function say(message: EmbeddedMessage): void {
  parentPort?.postMessage(message);
}

function portOf(server: PGLiteSocketServer): number | null {
  return 'path' in listen ? null : Number(server.getServerConn().split(':').at(-1));
}

try {
  const database = await PGlite.create({
    dataDir: dataDirectory,
    extensions: { postgis: slimPostgis, pg_trgm, unaccent },
    startParams: [...PGlite.defaultStartParams, ...sizes.flatMap((size) => ['-c', size])],
  });
  repairAnswers(database);
  const server = new PGLiteSocketServer({ db: database, maxConnections: 4, ...listen });
  await server.start();
  parentPort?.once('message', async () => {
    await server.stop();
    await database.close();
    say({ kind: 'stopped' });
  });
  say({ kind: 'listening', port: portOf(server) });
} catch (error) {
  say({ kind: 'failed', message: messageOf(error) });
}
