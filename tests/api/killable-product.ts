/** The product as a process to be killed: opens a database, serves it, and says at which port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createAccountsHome } from '../../api/accounts/home.ts';
import { createAnswering } from '../../api/answering.ts';
import { openFileStore, removeDrafts } from '../../api/contributions/file-store.ts';
import { readyStartup } from '../../api/startup.ts';
import { type DatabaseSettings, openDatabase } from '../../sql/database.ts';
import { testSettings } from '../setup/accounts.ts';

const { database, files } = JSON.parse(process.argv[2] ?? '') as {
  readonly database: DatabaseSettings;
  readonly files: string;
};
const { db } = await openDatabase(database);
// As the server does at its start.
await removeDrafts(files);
const logger = pino({ level: 'error' });
const publicUrl = null;
const accounts = createAccountsHome({ settings: testSettings, publicUrl, logger, getDatabase: () => db });
const context = { startup: readyStartup(db), logger, publicUrl, accounts, files: openFileStore(files) };
const server = createServer(createAnswering(context, new Map()).listener);
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
