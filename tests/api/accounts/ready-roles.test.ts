import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createAccountsHome } from '../../../api/accounts/home.ts';
import {
  clearReadyRoles,
  makeReadyRoles,
  mayHaveReadyRoles,
  readyRoles,
} from '../../../api/accounts/ready-roles.ts';
import { createApp } from '../../../api/app.ts';
import { type Config, readConfig } from '../../../api/config.ts';
import { importPackage } from '../../../api/release/import.ts';
import { readyStartup } from '../../../api/startup.ts';
import { hasAccounts } from '../../../sql/accounts/persons.ts';
import type { Database } from '../../../sql/database.ts';
import { openVisit, testSecret, type Visit } from '../../setup/accounts.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { samplePackage, writePackage } from '../release/sample-package.ts';

const config = readConfig({ ACCOUNTS_SECRET: testSecret });

/** The sample as the product's own demonstration: without files. */
async function publishDemonstration(db: Database): Promise<void> {
  const { descriptor, files } = samplePackage();
  const own = { ...descriptor.wijkinformatie, demonstration: true };
  await importPackage(db, await writePackage({ descriptor: { ...descriptor, wijkinformatie: own }, files }), {
    importedBy: 'wijkinformatie',
  });
  await db.updateTable('release').set({ files: '[]' }).execute();
}

function visitFrom(db: Database, address = '127.0.0.1', origin = 'http://localhost:3000'): Visit {
  const logger = pino({ level: 'silent' });
  const accounts = createAccountsHome({
    settings: config.accounts,
    publicUrl: null,
    logger,
    getDatabase: () => db,
  });
  return openVisit(
    createApp({ startup: readyStartup(db), logger, publicUrl: null, accounts }, new Map()),
    origin,
    address,
  );
}

async function read<Body>(response: Promise<Response>): Promise<Body> {
  return (await (await response).json()) as Body;
}

interface Roles {
  readonly roles: { readonly email: string; readonly code: string }[];
}

async function enter(visit: Visit, { email, password }: { email: string; password: string }) {
  const { roles } = await read<Roles>(visit.get('/api/accounts/ready-roles'));
  const code = roles.find((role) => role.email === email)?.code;
  return read<{ isSignedIn: boolean }>(visit.post('/api/accounts/sign-in', { email, password, code }));
}

describe('who may have ready roles', () => {
  const allows = (environment: NodeJS.ProcessEnv) => mayHaveReadyRoles(readConfig(environment));

  test('whoever sets nothing, or this machine alone', () => {
    expect(allows({})).toBe(true);
    expect(allows({ HOST: '127.0.0.1' })).toBe(true);
    expect(allows({ HOST: '::1' })).toBe(true);
  });

  test('nobody who serves others', () => {
    expect(allows({ HOST: '0.0.0.0' })).toBe(false);
    expect(allows({ HOST: '10.0.0.5' })).toBe(false);
    expect(allows({ PUBLIC_URL: 'https://wijk.example.nl' })).toBe(false);
    expect(allows({ TRUSTED_PROXIES: '127.0.0.1' })).toBe(false);
    expect(allows({ DATABASE_URL: 'postgres://localhost/x' })).toBe(false);
  });
});

describeOnBothDatabases('ready roles of the demonstration', (getDatabase) => {
  test('are there where the demonstration stands alone, with other passwords at each start', async () => {
    const db = getDatabase();
    expect(await clearReadyRoles(db, config)).toBe(false);
    await publishDemonstration(db);
    expect(await clearReadyRoles(db, config)).toBe(true);
    const first = await makeReadyRoles(db, config);
    expect(await clearReadyRoles(db, config)).toBe(true);
    expect(await hasAccounts(db)).toBe(false);
    const second = await makeReadyRoles(db, config);
    expect(second.map(({ email }) => email)).toEqual(first.map(({ email }) => email));
    for (const [place, { password }] of second.entries()) expect(password).not.toBe(first[place]?.password);
  });

  test('are taken away where others are served', async () => {
    const db = getDatabase();
    const open: Config = { ...config, publicUrl: 'https://wijk.example.nl' };
    expect(await clearReadyRoles(db, open)).toBe(false);
    expect(await hasAccounts(db)).toBe(false);
  });

  test('let in with their password and the code that is shown, and each once', async () => {
    const db = getDatabase();
    const accounts = await makeReadyRoles(db, config);
    expect(accounts).toHaveLength(readyRoles.length);
    for (const account of accounts) {
      const visit = visitFrom(db);
      const wrong = { ...account, password: 'niet het goede wachtwoord' };
      expect(await enter(visit, wrong)).toMatchObject({ status: 401 });
      expect(await enter(visit, account)).toEqual({ isSignedIn: true });
      // The step of the code before is used up: the next one is shown.
      expect(await enter(visitFrom(db), account)).toEqual({ isSignedIn: true });
      const session = await read<{ isDemonstration: boolean; person: { email: string } }>(
        visit.get('/api/accounts/session'),
      );
      expect(session).toMatchObject({ isDemonstration: true, person: { email: account.email } });
      const access = await visit.get('/api/access');
      expect(access.status).toBe(account.email === readyRoles[0]?.email ? 200 : 404);
    }
  });

  test('are there for nobody elsewhere', async () => {
    const db = getDatabase();
    await clearReadyRoles(db, config);
    const [account] = await makeReadyRoles(db, config);
    const here = visitFrom(db);
    await enter(here, account ?? { email: '', password: '' });
    expect((await here.get('/api/access')).status).toBe(200);
    const session = [...here.cookies];
    for (const [address, origin] of [
      ['192.0.2.7', 'http://localhost:3000'],
      ['127.0.0.1', 'http://wijk.example.nl'],
    ]) {
      const visit = visitFrom(db, address, origin);
      expect(await read(visit.get('/api/accounts/session'))).toMatchObject({ isOn: false, person: null });
      expect((await visit.get('/api/accounts/ready-roles')).status).toBe(404);
      expect((await visit.post('/api/accounts/sign-in', account)).status).toBe(404);
      for (const [name, value] of session) visit.cookies.set(name, value);
      expect((await visit.get('/api/access')).status).toBe(404);
    }
    const passedOn = visitFrom(db);
    const answer = await passedOn.post('/api/accounts/sign-in', account, { 'X-Forwarded-For': '192.0.2.7' });
    expect(answer.status).toBe(404);
  });

  test('let in nobody who would stay', async () => {
    const db = getDatabase();
    await clearReadyRoles(db, config);
    const [account] = await makeReadyRoles(db, config);
    const visit = visitFrom(db);
    await enter(visit, account ?? { email: '', password: '' });
    const grants = [{ role: 'administrator' }];
    const invited = await visit.post('/api/accounts/people/invite', {
      email: 'bo@example.nl',
      name: 'Bo',
      grants,
    });
    expect(invited.status).toBe(200);
    const kept = await db.selectFrom('accounts.invitation').select('is_demonstration').execute();
    expect(kept).toEqual([{ is_demonstration: true }]);
    expect(await clearReadyRoles(db, config)).toBe(true);
    expect(await hasAccounts(db)).toBe(false);
  });

  test('go as soon as other figures come, also to be looked at only, and stay away after', async () => {
    const db = getDatabase();
    await clearReadyRoles(db, config);
    await makeReadyRoles(db, config);
    await importPackage(db, await writePackage(samplePackage()), { importedBy: 'tester' });
    expect(await hasAccounts(db)).toBe(false);
    expect(await clearReadyRoles(db, config)).toBe(false);
  });
});
