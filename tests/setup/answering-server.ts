import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createAnswering } from '../../api/answering.ts';
import { readyStartup } from '../../api/startup.ts';
import type { Database, OpenedDatabase } from '../../sql/database.ts';
import { testSurvey } from './answering.ts';
import { openEmbeddedCopy } from './database.ts';
import { publishFixture } from './publication.ts';

/** The product on a small region, for a browser: without accounts, with the key of the tests. */
export async function openAnsweringServer(
  open: () => Promise<OpenedDatabase> = openEmbeddedCopy,
): Promise<{ readonly address: string; readonly db: Database; close(): Promise<void> }> {
  const { db, close } = await open();
  await publishFixture(db);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const publisher = { name: null, iri: null, email: 'vragen@example.nl' };
  const logger = pino({ level: 'error' });
  const context = { startup: readyStartup(db), logger, publicUrl: address, publisher, survey: testSurvey };
  server.on('request', createAnswering(context, new Map()).listener);
  return {
    address,
    db,
    async close() {
      server.close();
      server.closeAllConnections();
      await close();
    },
  };
}
