import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inviteSomebody } from '../../../api/accounts/invitation.ts';
import { readProviders } from '../../../api/accounts/providers/providers.ts';
import type { Database } from '../../../sql/database.ts';
import { createAccountApp, openVisit, type Visit, welcomeSomebody } from '../../setup/accounts.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { makeFolder } from '../../setup/folder.ts';
import { startProvider } from '../../setup/servers/provider.ts';

const partner = { role: 'partner', organisation: 'Werkplein', kind: 'other' } as const;
const secondFactor = { amr: ['mfa'] };

describeOnBothDatabases('providers and mail', (getDatabase) => {
  let db: Database;
  let folder: string;
  let app: ReturnType<typeof createAccountApp>;
  let town: Awaited<ReturnType<typeof startProvider>>;
  let tenant: typeof town;
  let other: typeof town;
  let entra: typeof town;
  let file: string;

  beforeAll(async () => {
    db = getDatabase();
    folder = await makeFolder('providers');
    [town, tenant, other, entra] = [
      await startProvider('us', 'secret-of-us'),
      await startProvider('us', 'secret-of-us'),
      await startProvider('us', 'secret-of-us'),
      await startProvider('us', 'secret-of-us', '/tenant-of-us/v2.0'),
    ];
    file = join(folder, 'providers.json');
    const client = { clientId: 'us', clientSecret: 'secret-of-us' };
    await writeFile(
      file,
      JSON.stringify([
        { key: 'town', title: 'Gemeente', issuer: town.issuer, ...client, secondFactor },
        { key: 'other', title: 'Politie', issuer: other.issuer, ...client, secondFactor },
        { key: 'entra', title: 'Entra', issuer: entra.issuer, ...client, secondFactor },
        { key: 'plain', title: 'Zonder', issuer: tenant.issuer, ...client },
      ]),
    );
    app = createAccountApp(db, { providersFile: file });
  });
  afterAll(async () => {
    for (const { close } of [town, tenant, other, entra]) await close();
  });

  /** Goes to a provider and comes back; gives where that leads. */
  async function visitProvider(visit: Visit, provider: string, more: object = {}, back = visit) {
    const begun = await visit.post('/api/accounts/providers/begin', { provider, ...more });
    if (begun.status !== 200) return `begin ${begun.status}`;
    const { address } = (await begun.json()) as { address: string };
    const there = await fetch(address, { redirect: 'manual' });
    const { pathname, search } = new URL(there.headers.get('Location') ?? '');
    const returned = await back.get(`${pathname}${search}`);
    expect(returned.status).toBe(302);
    return returned.headers.get('Location');
  }
  const sessionOf = async (visit: Visit) =>
    (await (await visit.get('/api/accounts/session')).json()) as {
      person: { email: string } | null;
      secondFactor: string | null;
    };
  const invite = async (email: string) => {
    const by = { actor: 'command', person: null } as const;
    return (await inviteSomebody(db, { email, name: 'Bo', grants: [partner], person: null, by })).token;
  };

  test('an invitation is accepted at a provider that shows two factors, and only there', async () => {
    const visit = openVisit(app);
    const token = await invite('bo@example.nl');
    town.told.claims = { sub: 'bo', email: 'someone-else@example.nl' };
    expect(await visitProvider(visit, 'town', { token })).toBe('/?page=sign-in#forbidden');
    town.told.claims = { sub: 'bo', amr: ['pwd', 'mfa'] };
    expect(await visitProvider(visit, 'town', { token })).toBe('/?page=account');
    expect(await sessionOf(visit)).toMatchObject({
      person: { email: 'bo@example.nl' },
      secondFactor: 'provider',
    });
    expect(await visitProvider(openVisit(app), 'town', { token })).toBe('begin 410');
  });

  test('signs in by issuer and subject, never by the e-mail address', async () => {
    const visit = openVisit(app);
    town.told.claims = { sub: 'bo', amr: ['mfa'], email: 'changed@example.nl' };
    expect(await visitProvider(visit, 'town')).toBe('/');
    expect((await sessionOf(visit)).person?.email).toBe('bo@example.nl');
    town.told.claims = { sub: 'stranger', amr: ['mfa'], email: 'bo@example.nl', email_verified: true };
    expect(await visitProvider(openVisit(app), 'town')).toBe('/?page=sign-in#wrong-credentials');
    other.told.claims = { sub: 'bo', amr: ['mfa'], email: 'bo@example.nl' };
    expect(await visitProvider(openVisit(app), 'other')).toBe('/?page=sign-in#wrong-credentials');
    // Without a second factor the session shows no more than what is public.
    town.told.claims = { sub: 'bo', amr: ['pwd'] };
    const single = openVisit(app);
    expect(await visitProvider(single, 'town')).toBe('/?page=sign-in');
    expect((await sessionOf(single)).secondFactor).toBeNull();
  });

  test('Entra ID is by tenant and number of the person, in the tenant that was asked', async () => {
    const visit = openVisit(app);
    await welcomeSomebody(db, visit, { email: 'cas@example.nl', grants: [partner] });
    tenant.told.claims = { sub: 'pairwise-1', tid: 'elsewhere', oid: 'cas' };
    expect(await visitProvider(visit, 'plain', { isLink: true })).toBe('/?page=sign-in#provider-failed');
    const amr = ['pwd', 'mfa'];
    const own = { tid: 'tenant-of-us', oid: 'number-of-dia', amr };
    entra.told.claims = { ...own, sub: 'pairwise-1', email: 'dia@example.nl' };
    const token = await invite('dia@example.nl');
    expect(await visitProvider(openVisit(app), 'entra', { token })).toBe('/?page=account');
    // What Entra ID calls somebody to us, and his address, may change; the number stays.
    entra.told.claims = { ...own, sub: 'pairwise-2', email: 'other@example.nl' };
    const again = openVisit(app);
    expect(await visitProvider(again, 'entra')).toBe('/');
    expect(await sessionOf(again)).toMatchObject({
      person: { email: 'dia@example.nl' },
      secondFactor: 'provider',
    });
    const kept = await db.selectFrom('accounts.credential').select(['provider_id', 'account_id']).execute();
    expect(kept).toContainEqual({
      provider_id: `${entra.issuer} us`,
      account_id: 'tenant-of-us/number-of-dia',
    });
    for (const lie of [
      { tid: 'another-tenant', oid: 'number-of-dia' },
      { tid: 'tenant-of-us', oid: 7 },
      { oid: 'number-of-dia' },
    ]) {
      entra.told.claims = { sub: 'pairwise-1', amr, ...lie };
      expect(await visitProvider(openVisit(app), 'entra')).toBe('/?page=sign-in#provider-failed');
    }
    entra.told.claims = { ...own, oid: 'number-of-nobody', sub: 'pairwise-1', email: 'dia@example.nl' };
    expect(await visitProvider(openVisit(app), 'entra')).toBe('/?page=sign-in#wrong-credentials');
  });

  test('one that lies lets nobody in', async () => {
    for (const lie of [
      { claims: { sub: 'bo', amr: ['mfa'], iss: other.issuer } },
      { claims: { sub: 'bo', amr: ['mfa'], aud: 'somebody' } },
      { claims: { sub: 'bo', amr: ['mfa'], nonce: 'of another' } },
      { signsWrong: true },
    ]) {
      Object.assign(town.told, { claims: { sub: 'bo', amr: ['mfa'] } }, lie);
      expect(await visitProvider(openVisit(app), 'town'), JSON.stringify(lie)).toBe(
        '/?page=sign-in#provider-failed',
      );
      Object.assign(town.told, { claims: { sub: 'bo', amr: ['mfa'] }, signsWrong: false });
    }
  });

  test('an answer counts once, in the browser that began', async () => {
    const [visit, thief] = [openVisit(app), openVisit(app)];
    expect(await visitProvider(visit, 'town', {}, thief)).toBe('/?page=sign-in#gone');
    expect((await sessionOf(thief)).person).toBeNull();
    const made = await visit.get('/api/accounts/providers/town/callback?code=x&state=made-up');
    expect(made.headers.get('Location')).toBe('/?page=sign-in#gone');
  });

  test('one that hangs, or says to be another, is given up after three seconds and stops nobody else', async () => {
    const slow = await startProvider('us', 'secret-of-us');
    const path = join(folder, 'slow.json');
    const client = { clientId: 'us', clientSecret: 'secret-of-us', secondFactor };
    await writeFile(
      path,
      JSON.stringify([
        { key: 'slow', title: 'Traag', issuer: slow.issuer, ...client },
        { key: 'town', title: 'Gemeente', issuer: town.issuer, ...client },
      ]),
    );
    const fresh = createAccountApp(db, { providersFile: path });
    slow.told.hangs = true;
    const start = performance.now();
    const hanging = visitProvider(openVisit(fresh), 'slow');
    expect(await visitProvider(openVisit(fresh), 'town')).toBe('/');
    expect(performance.now() - start).toBeLessThan(2900);
    expect(await hanging).toBe('begin 502');
    expect(performance.now() - start).toBeLessThan(8000);
    slow.told.hangs = false;
    slow.told.issuer = town.issuer;
    expect(await visitProvider(openVisit(fresh), 'slow')).toBe('begin 502');
    slow.told.issuer = null;
    expect(await visitProvider(openVisit(fresh), 'slow')).toBe('/?page=sign-in#wrong-credentials');
    await slow.close();
  });

  test('a file of providers that cannot be used is refused by field', async () => {
    const path = join(folder, 'wrong.json');
    const whole = { key: 'a', title: 'A', issuer: 'https://a.example.nl', clientId: 'us', clientSecret: 's' };
    for (const [content, fault] of [
      ['{', /cannot be read as JSON/],
      [JSON.stringify([{ ...whole, issuer: 'http://a.example.nl' }]), /0\.issuer/],
      [
        JSON.stringify([{ ...whole, issuer: 'https://login.microsoftonline.com/common/v2.0' }]),
        /one organisation/,
      ],
      [JSON.stringify([whole, whole]), /names the key a twice/],
      [JSON.stringify([{ ...whole, scope: 'x' }]), /scope/],
    ] as const) {
      await writeFile(path, content);
      await expect(readProviders(path), content).rejects.toThrow(fault);
    }
  });

  test('an invitation goes by mail where a server is set, and is handed over where that fails', async () => {
    const messages: string[] = [];
    const mail = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, end) {
        let text = '';
        stream.on('data', (chunk) => (text += chunk));
        stream.on('end', () => {
          messages.push(text);
          end();
        });
      },
    });
    const port = await new Promise<number>((resolve) => {
      const server = mail.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const settings = { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'site@example.nl' };
    const visit = openVisit(createAccountApp(db, settings));
    await welcomeSomebody(db, visit, { email: 'ada@example.nl', grants: [{ role: 'administrator' }] });
    const invited = { email: 'fee@example.nl', name: 'Fee', grants: [partner] };
    const sent = (await (await visit.post('/api/accounts/people/invite', invited)).json()) as {
      link: string;
      isMailed: boolean;
    };
    expect(sent.isMailed).toBe(true);
    const text = messages[0]?.replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? '';
    expect(text).toContain('To: fee@example.nl');
    expect(text).toContain(sent.link);
    await new Promise<void>((resolve) => mail.close(() => resolve()));
    const again = (await (await visit.post('/api/accounts/people/invite', invited)).json()) as typeof sent;
    expect(again.isMailed).toBe(false);
    expect(again.link).not.toBe(sent.link);
  });
});
