import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { EmbeddedMessage, EmbeddedSettings } from './embedded.ts';
import { repairAnswers } from './embedded-answers.ts';

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
    extensions: { postgis, pg_trgm, unaccent },
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
  say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}
