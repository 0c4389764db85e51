import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import type { BrowserContextOptions } from 'playwright-core';
import { createAccountsHome } from '../../api/accounts/home.ts';
import { createAnswering } from '../../api/answering.ts';
import { createApp } from '../../api/app.ts';
import type { BaseMap } from '../../api/base-map/base-map.ts';
import { openWithContent } from '../../api/content.ts';
import { openFileStore } from '../../api/contributions/file-store.ts';
import type { LocationServer } from '../../api/location/location-server.ts';
import { readViewerFiles } from '../../api/pages/viewer-files.ts';
import { keepDemonstrationFiles } from '../../api/release/demonstration-documents.ts';
import { readyStartup } from '../../api/startup.ts';
import type { Grant } from '../../geodata/grant.ts';
import type { Database } from '../../sql/database.ts';
import { keepCookies, openVisit, testSettings, welcomeSomebody } from './accounts.ts';
import { testSurvey } from './answering.ts';

/** A product of a test's own, in which it may let people in. */
export interface OwnProduct {
  readonly address: string;
  readonly db: Database;
  /** Lets somebody in; gives what a browser of his keeps. */
  welcome(name: string, grants: Grant[]): Promise<NonNullable<BrowserContextOptions['storageState']>>;
  close(): Promise<void>;
}

/** Starts the product in this process on a folder: with what lies in it, or else the demonstration region. */
export async function openOwnProduct(
  directory: string,
  {
    baseMap = null,
    locationServer = null,
  }: { readonly baseMap?: BaseMap | null; readonly locationServer?: LocationServer | null } = {},
): Promise<OwnProduct> {
  const { db, reads, close } = await openWithContent({ directory }, () => undefined);
  const logger = pino({ level: 'error' });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const accounts = createAccountsHome({
    settings: testSettings,
    publicUrl: address,
    logger,
    getDatabase: () => db,
  });
  const files = openFileStore(join(directory, 'files'));
  await keepDemonstrationFiles(db, files);
  const context = {
    ...{ startup: readyStartup(db), logger, publicUrl: address, accounts, files, baseMap },
    locationServer,
    survey: testSurvey,
  };
  const viewer = readViewerFiles(join(import.meta.dirname, '..', '..', 'dist', 'viewer'));
  const { listener, warm } = createAnswering(context, viewer);
  server.on('request', listener);
  const stopWarming = warm(reads, 1000);
  let people = 0;
  return {
    address,
    db,
    async welcome(name, grants) {
      people += 1;
      const visit = openVisit(createApp(context, new Map()), address);
      await welcomeSomebody(db, visit, { email: `persoon${people}@example.nl`, name, grants });
      return keepCookies(visit);
    },
    async close() {
      stopWarming();
      server.close();
      server.closeAllConnections();
      await close();
    },
  };
}
