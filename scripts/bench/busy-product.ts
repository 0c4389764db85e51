/**
 * The product on an embedded database that can be kept busy: `/busy?rows=n` on a second port runs one query in that
 * database that counts n rows, and answers with the milliseconds that it took.
 * Arguments: the port, the second port and the directory of the database.
 */
import { createServer } from 'node:http';
import { sql } from 'kysely';
import { pino } from 'pino';
import { createAnswering } from '../../api/answering.ts';
import type { Startup } from '../../api/startup.ts';
import { openDatabase } from '../../sql/database.ts';

const [port, busyPort, directory = ''] = process.argv.slice(2);
const startup: Startup = { phase: { status: 'starting', step: 'opening the database' }, isWarm: false };
const context = { startup, logger: pino({ level: 'error' }), publicUrl: null };
const { listener, warm } = createAnswering(context, new Map());
const product = createServer(listener).listen(Number(port), '127.0.0.1');
const { db, close } = await openDatabase({ directory });
startup.phase = { status: 'ready', db, primary: db };
const stopWarming = warm(db, 1000);

const busy = createServer(async (incoming, outgoing) => {
  const rows = Number(new URL(incoming.url ?? '', 'http://localhost').searchParams.get('rows'));
  const start = performance.now();
  await sql`select count(*) from generate_series(1, ${rows}::bigint) as row where row % 3 = 1`.execute(db);
  outgoing.end(String(performance.now() - start));
}).listen(Number(busyPort), '127.0.0.1');

process.once('SIGTERM', async () => {
  stopWarming();
  for (const server of [product, busy]) server.close().closeAllConnections();
  await close();
  process.exit(0);
});
