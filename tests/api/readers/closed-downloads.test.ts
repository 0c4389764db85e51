import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createAccountsHome } from '../../../api/accounts/home.ts';
import { createAnswering } from '../../../api/answering.ts';
import { changeRule } from '../../../api/release/access.ts';
import { withdrawRelease } from '../../../api/release/acts.ts';
import { importPackage } from '../../../api/release/import.ts';
import { readyStartup } from '../../../api/startup.ts';
import { findColumn } from '../../../sql/artefacts.ts';
import type { Database } from '../../../sql/database.ts';
import { listTrail, verifyTrail } from '../../../sql/trail.ts';
import { createAccountApp, openVisit, testSettings, welcomeSomebody } from '../../setup/accounts.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { samplePackage, writePackage } from '../release/sample-package.ts';

/** Each import takes its time on a machine that does other things. */
vi.setConfig({ testTimeout: 480_000 });

describeOnBothDatabases('the trail of what is published and downloaded', (getDatabase) => {
  const listActs = async (act: 'publish' | 'withdraw' | 'download' | 'rights-change') =>
    (await listTrail(getDatabase(), { act, limit: 100 })).map(({ actor, subject, detail, name }) => ({
      actor,
      subject,
      name,
      detail: detail === null ? null : (JSON.parse(detail) as Record<string, unknown>),
    }));

  test('tells what was published and withdrawn, and not what was only tried', async () => {
    const db = getDatabase();
    const folder = await writePackage(samplePackage());
    await importPackage(db, folder, { importedBy: 'tester', dryRun: true });
    await importPackage(db, folder, { importedBy: 'tester', stageOnly: true });
    expect(await listActs('publish')).toEqual([]);
    const { release } = await importPackage(db, folder, { importedBy: 'tester' });
    await withdrawRelease(db, release ?? 0, { by: 'tester' });
    const [published, withdrawn] = [await listActs('publish'), await listActs('withdraw')];
    expect(published).toEqual([
      { actor: 'command', subject: `release:${release}`, name: null, detail: { package: 'sample' } },
    ]);
    expect(withdrawn).toEqual([
      { actor: 'command', subject: `release:${release}`, name: null, detail: null },
    ]);
    await importPackage(db, folder, { importedBy: 'tester' });
  });

  test('tells who had figures that are not public, once in a while, and nothing of those that are', async () => {
    const db = getDatabase();
    const rule = { kind: 'indicator', subject: 'misdrijven', level: 'neighbourhood' } as const;
    await changeRule(db, { by: 'tester', actor: 'command' }, rule, 'partner');
    expect(await listActs('rights-change')).toHaveLength(1);
    const app = createAccountApp(db);
    const [visitor, partner] = [openVisit(app), openVisit(app)];
    const grants = [{ role: 'partner', organisation: 'Werkplein', kind: 'other' } as const];
    await welcomeSomebody(db, partner, { email: 'bo@example.nl', name: 'Bo de Wit', grants });
    const asked = [
      '/api/observations?indicator=misdrijven&level=neighbourhood&format=csv',
      '/api/observations?indicator=misdrijven&level=neighbourhood',
      '/api/columns/misdrijven/neighbourhood',
    ];
    const open = [
      '/api/observations?indicator=misdrijven&level=municipality&format=csv',
      '/api/observations?indicator=inwoners&format=csv',
      '/api/columns/misdrijven/municipality',
    ];
    for (const path of [...asked, ...open]) await (await visitor.get(path)).arrayBuffer();
    for (const path of open) expect((await partner.get(path)).status, path).toBe(200);
    expect(await listActs('download')).toEqual([]);
    for (const path of [...asked, ...asked]) {
      const response = await partner.get(path);
      expect(response.status, path).toBe(200);
      await response.arrayBuffer();
    }
    const entries = await listActs('download');
    expect(entries.map(({ detail }) => detail?.form)).toEqual(['column', 'json', 'csv']);
    for (const { actor, name, subject } of entries) {
      expect([name, subject]).toEqual(['Bo de Wit', 'indicator:misdrijven']);
      expect(actor).toMatch(/^person:/);
    }
    expect((await verifyTrail(db)).fault).toBeNull();
  });

  test('has an entry for each who had a column', async () => {
    const app = createAccountApp(getDatabase());
    const partner = openVisit(app);
    const grants = [{ role: 'partner', organisation: 'GGD', kind: 'other' } as const];
    await welcomeSomebody(getDatabase(), partner, { email: 'cas@example.nl', name: 'Cas Blom', grants });
    const first = await partner.get('/api/columns/misdrijven/neighbourhood');
    const hash = first.headers.get('ETag')?.slice(1).split('-')[0];
    const kept = await partner.get(`/api/columns/misdrijven/neighbourhood?hash=${hash}`);
    expect(kept.status).toBe(200);
    expect(kept.headers.get('Cache-Control')).toMatch(/^private/);
    expect((await listActs('download')).map(({ name }) => name)).toContain('Cas Blom');
  });

  test.each([
    ['as it is', (path: string) => path],
    ['in another coding', (path: string) => path.replace('/columns', '/c%6Flumns')],
    ['with its host', (path: string) => `http://localhost${path}`],
    ['behind a step back', (path: string) => `/tiles/..${path}`],
  ])(
    'has an entry for each who had a column from a server that remembers, however it is asked for: %s',
    async (_, write) => {
      const db = getDatabase();
      const before = (await listActs('download')).length;
      const { get } = await serve(db);
      const app = createAccountApp(db);
      for (const letter of ['a', 'b']) {
        const partner = openVisit(app);
        const grants = [{ role: 'partner', organisation: 'GGD', kind: 'other' } as const];
        const name = `${letter}${Math.random().toString(36).slice(2)}`;
        await welcomeSomebody(db, partner, { email: `${name}@example.nl`, name, grants });
        const cookie = [...partner.cookies].map((pair) => pair.join('=')).join('; ');
        expect(
          await get(write(`/api/columns/misdrijven/neighbourhood?hash=${await hashOfColumn(db)}`), cookie),
        ).toBe(200);
        expect((await listActs('download')).map((entry) => entry.name)).toContain(name);
      }
      expect(await listActs('download')).toHaveLength(before + 2);
    },
  );
});

async function hashOfColumn(db: Database): Promise<string> {
  const partner = { rights: ['public', 'partner'], municipalities: [] } as const;
  return (await findColumn(db, partner, 'misdrijven', 'neighbourhood'))?.hash ?? '';
}

/** A server that remembers what never changes. */
async function serve(db: Database) {
  const logger = pino({ level: 'silent' });
  const accounts = createAccountsHome({
    settings: testSettings,
    publicUrl: null,
    logger,
    getDatabase: () => db,
  });
  const context = { startup: readyStartup(db), logger, publicUrl: null, accounts };
  const server = createServer(createAnswering(context, new Map()).listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  /** Sends the path as it stands, which `fetch` would tidy. */
  const get = (path: string, cookie: string) =>
    new Promise<number>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path, headers: { Cookie: cookie, Host: 'localhost' } }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      })
        .on('error', reject)
        .end();
    });
  return { get };
}
