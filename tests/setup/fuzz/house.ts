import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createAccountsHome } from '../../../api/accounts/home.ts';
import { createAnswering } from '../../../api/answering.ts';
import { createApp } from '../../../api/app.ts';
import { openFileStore } from '../../../api/contributions/file-store.ts';
import { refuseUnreadable } from '../../../api/early-refusal.ts';
import { compressOnce } from '../../../api/sending/compression.ts';
import { readyStartup } from '../../../api/startup.ts';
import type { Grant } from '../../../geodata/grant.ts';
import type { Database } from '../../../sql/database.ts';
import { openVisit, testSettings, welcomeSomebody } from '../accounts.ts';
import { testSurvey } from '../answering.ts';
import { makeFolder } from '../folder.ts';

/** One of each kind of person that there is; who is not signed in asks without a cookie. */
const everyRole: Readonly<Record<string, readonly Grant[]>> = {
  administrator: [{ role: 'administrator' }],
  'editor of a municipality': [{ role: 'editor', municipality: 'GM9002' }],
  'editor of an organisation': [{ role: 'editor', organisation: 'Politie' }],
  police: [{ role: 'partner', organisation: 'Politie', kind: 'police' }],
  coordinator: [{ role: 'partner', organisation: 'Gemeente', kind: 'municipality', coordinator: true }],
  partner: [{ role: 'partner', organisation: 'Woonstede', kind: 'other' }],
  reader: [{ role: 'reader', municipality: 'GM9001' }],
};

/** The product behind a port of its own, with people who are signed in. */
export interface House {
  readonly port: number;
  readonly origin: string;
  /** Cookies by role; of the public there are none. */
  readonly cookies: readonly { readonly role: string; readonly cookie: string }[];
  /** What was logged as an error. */
  readonly errors: readonly string[];
  close(): void;
}

const html = new TextEncoder().encode('<html><head></head><body></body></html>');
/** The page, of which only what the server writes into it matters here. */
const viewer = new Map([
  ['/index.html', { type: 'text/html', hash: 'page', immutable: false, encode: compressOnce(html) }],
]);

/** Serves a database as the product does, and lets one person in for each of these kinds. */
export async function openHouse(
  db: Database,
  roles: Readonly<Record<string, readonly Grant[]>> = everyRole,
): Promise<House> {
  const errors: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => errors.push(line) });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  const settings = { settings: testSettings, publicUrl: origin, logger, getDatabase: () => db };
  const context = {
    ...{ startup: readyStartup(db), logger, publicUrl: origin, survey: testSurvey },
    accounts: createAccountsHome(settings),
    files: openFileStore(await makeFolder('house')),
  };
  server.on('request', createAnswering(context, viewer).listener);
  refuseUnreadable(server);
  const cookies = [{ role: 'public', cookie: '' }];
  const app = createApp(context, new Map());
  for (const [index, [role, grants]] of Object.entries(roles).entries()) {
    const visit = openVisit(app, origin);
    await welcomeSomebody(db, visit, { email: `rol${index}@example.nl`, name: role, grants: [...grants] });
    cookies.push({ role, cookie: [...visit.cookies].map((pair) => pair.join('=')).join('; ') });
  }
  const close = () => server.close().closeAllConnections();
  return { port, origin, cookies, errors, close };
}
