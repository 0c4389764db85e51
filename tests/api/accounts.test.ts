import { beforeAll, expect, test } from 'vitest';
import { nameCookie } from '../../api/accounts/cookie-name.ts';
import { listPersons } from '../../sql/accounts/persons.ts';
import { readerOfGrants } from '../../sql/accounts/reader.ts';
import type { Database } from '../../sql/database.ts';
import { isKnownKind } from '../../sql/reader-kinds.ts';
import { listTrail, verifyTrail } from '../../sql/trail.ts';
import {
  createAccountApp,
  goodPassword,
  openVisit,
  showCode,
  testSecret,
  type Visit,
  welcomeSomebody,
} from '../setup/accounts.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const administrator = { role: 'administrator' } as const;
const partner = { role: 'partner', organisation: 'Werkplein', kind: 'other' } as const;

describeOnBothDatabases('accounts', (getDatabase) => {
  let db: Database;
  let app: ReturnType<typeof createAccountApp>;
  let ada: Awaited<ReturnType<typeof welcomeSomebody>>;
  const here = openVisitLater();

  /** The browser of the first administrator. */
  function openVisitLater(): { visit: Visit } {
    return { visit: undefined as unknown as Visit };
  }

  beforeAll(async () => {
    db = getDatabase();
    await publishFixture(db);
    app = createAccountApp(db);
    here.visit = openVisit(app);
  });

  const problemOf = async (response: Response) =>
    ((await response.json()) as { type: string }).type.split('#problem-')[1];
  const sessionOf = async (visit: Visit) =>
    (await (await visit.get('/api/accounts/session')).json()) as {
      isOn: boolean;
      person: { id: string; name: string } | null;
      secondFactor: string | null;
    };
  const signIn = (visit: Visit, email: string, code?: string, password = goodPassword) =>
    visit.post('/api/accounts/sign-in', { email, password, ...(code ? { code } : {}) });

  test('without any, nobody can sign in and nothing is needed', async () => {
    const bare = openVisit(createAccountApp(db, { secret: null, secretFile: '/nowhere/at-all' }));
    expect(await sessionOf(bare)).toMatchObject({ isOn: false, person: null });
    expect((await signIn(bare, 'ada@example.nl')).status).toBe(404);
    expect((await bare.get('/api/catalog')).status).toBe(200);
  });

  test('an invitation is looked at, accepted whole and used once', async () => {
    const [wrong, second] = [openVisit(app), openVisit(app)];
    ada = await welcomeSomebody(db, here.visit, { email: 'Ada@Example.nl', grants: [administrator] });
    expect(await sessionOf(here.visit)).toMatchObject({
      isOn: true,
      person: { name: 'Ada Meijer', email: 'ada@example.nl' },
      secondFactor: 'totp',
    });
    expect(ada.recoveryCodes).toHaveLength(10);
    for (const visit of [wrong, second])
      expect((await visit.post('/api/accounts/invitation', { token: ada.token })).status).toBe(410);
    expect((await wrong.post('/api/accounts/invitation', { token: 'a'.repeat(43) })).status).toBe(410);
    const { rows } = { rows: await db.selectFrom('accounts.invitation').selectAll().execute() };
    expect(rows).toEqual([]);
  });

  test('with accounts, a missing or weak secret is refused with what to do', async () => {
    for (const [secret, fault] of [
      [null, /a secret is needed.*openssl rand/],
      ['short', /too weak: it has 5 characters/],
      ['ab'.repeat(30), /repeats the same few/],
    ] as const) {
      const home = createAccountApp(db, { secret, secretFile: '/nowhere/at-all' });
      const response = await home.request('http://localhost/api/accounts/session');
      expect(response.status, String(fault)).toBe(500);
      const { checkAccountSettings } = await import('../../api/accounts/home.ts');
      const settings = { secret, secretFile: '/nowhere/at-all', providersFile: null } as never;
      await expect(checkAccountSettings(settings, null)).rejects.toThrow(fault);
    }
  });

  test('signs in with a password and a code, each code once, and a recovery code once', async () => {
    const visit = openVisit(app);
    const asked = await signIn(visit, 'ADA@example.nl');
    expect(await asked.json()).toEqual({ isSignedIn: false });
    expect(visit.cookies.size).toBe(0);
    const code = showCode(ada.totp);
    expect(await (await signIn(visit, 'ada@example.nl', code)).json()).toEqual({ isSignedIn: true });
    expect((await signIn(openVisit(app), 'ada@example.nl', code)).status).toBe(401);
    const [recovery = ''] = ada.recoveryCodes;
    const typed = recovery.toUpperCase().replaceAll('-', ' ');
    expect((await signIn(openVisit(app), 'ada@example.nl', typed)).status).toBe(200);
    expect((await signIn(openVisit(app), 'ada@example.nl', recovery)).status).toBe(401);
  });

  test('a session is a signed cookie that only our own pages send, and a new one each time', async () => {
    const [visit, response] = [
      openVisit(app),
      await signIn(openVisit(app), 'ada@example.nl', ada.recoveryCodes[1]),
    ];
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const [value = ''] = /(?<=session=)[^;]+/.exec(cookie) ?? [];
    for (const forged of [
      value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')),
      value.slice(0, -4),
      'x.y',
    ]) {
      visit.cookies.set('session', forged);
      expect((await sessionOf(visit)).person, forged).toBeNull();
    }
    visit.cookies.set('session', value);
    expect((await sessionOf(visit)).person?.name).toBe('Ada Meijer');
    await signIn(visit, 'ada@example.nl', ada.recoveryCodes[2]);
    expect(visit.cookies.get('session')).not.toBe(value);
    const old = openVisit(app);
    old.cookies.set('session', value);
    expect((await sessionOf(old)).person).toBeNull();
  });

  test('behind https the cookie is of this host alone', async () => {
    const publicUrl = 'https://wijk.example.nl';
    const secure = createAccountApp(db, { publicUrl });
    const visit = openVisit(secure, publicUrl);
    const response = await signIn(visit, 'ada@example.nl', ada.recoveryCodes[3]);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(nameCookie(publicUrl)).toBe('__Host-session');
    const { checkAccountSettings } = await import('../../api/accounts/home.ts');
    const settings = { secret: testSecret, secretFile: '', providersFile: null } as never;
    await expect(checkAccountSettings(settings, 'http://wijk.example.nl')).rejects.toThrow(
      /begin with https/,
    );
  });

  test('nothing is changed for another page, nor under a name that is not ours', async () => {
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const response = await here.visit.post('/api/accounts/sign-out', {}, headers);
      expect(response.status, JSON.stringify(headers)).toBe(403);
    }
    const bare = await app.request('http://localhost/api/accounts/sign-out', {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(bare.status).toBe(403);
    const form = await app.request('http://localhost/api/accounts/sign-out', {
      method: 'POST',
      body: 'a=b',
      headers: { 'Content-Type': 'text/plain', Origin: 'http://localhost' },
    });
    expect(form.status).toBe(400);
    const elsewhere = openVisit(app, 'http://evil.example');
    expect((await signIn(elsewhere, 'ada@example.nl')).status).toBe(403);
    expect((await sessionOf(here.visit)).person?.name).toBe('Ada Meijer');
  });

  test('whoever is unknown is answered and limited like a wrong password', async () => {
    const [known, unknown] = [
      openVisit(app, undefined, '198.51.100.1'),
      openVisit(app, undefined, '198.51.100.2'),
    ];
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      const told = [];
      for (const [visit, email] of [
        [known, 'ada@example.nl'],
        [unknown, 'nobody@example.nl'],
      ] as const) {
        const response = await signIn(visit, email, '123456', 'not this one either');
        const { requestId: _, ...body } = (await response.json()) as Record<string, unknown>;
        told.push({ status: response.status, body, wait: Boolean(response.headers.get('Retry-After')) });
      }
      expect(told[0]).toEqual(told[1]);
      expect(told[0]?.status).toBe(attempt <= 5 ? 401 : 429);
    }
    // From elsewhere the right one still comes in.
    const elsewhere = openVisit(app, undefined, '198.51.100.3');
    expect((await signIn(elsewhere, 'ada@example.nl', ada.recoveryCodes[4])).status).toBe(200);
  });

  test('codes cannot be guessed by whoever has the password', async () => {
    const visit = openVisit(app, undefined, '198.51.100.9');
    const statuses: number[] = [];
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      statuses.push((await signIn(visit, 'ada@example.nl')).status);
      statuses.push((await signIn(visit, 'ada@example.nl', '000000')).status);
    }
    expect(statuses).toEqual([200, 401, 200, 401, 200, 429, 429, 429]);
  });

  test('the address is that of the connection, or what a trusted proxy says, from the right', async () => {
    const proxied = createAccountApp(db, { trustedProxies: ['10.0.0.0/8'] });
    const visit = openVisit(proxied, undefined, '::ffff:10.0.0.7');
    const headers = { 'X-Forwarded-For': '203.0.113.66, 203.0.113.77, 10.0.0.9' };
    const code = ada.recoveryCodes[5];
    await visit.post(
      '/api/accounts/sign-in',
      { email: 'ada@example.nl', password: goodPassword, code },
      headers,
    );
    const forged = openVisit(proxied, undefined, '192.0.2.55');
    const told = { email: 'ada@example.nl', password: goodPassword, code: ada.recoveryCodes[6] };
    await forged.post('/api/accounts/sign-in', told, { 'X-Forwarded-For': '10.9.9.9' });
    const rows = await db.selectFrom('accounts.session').select('ip_address').execute();
    const addresses = rows.map((row) => row.ip_address);
    expect(addresses).toContain('203.0.113.77');
    expect(addresses).toContain('192.0.2.55');
    expect(addresses).not.toContain('203.0.113.66');
    expect(addresses).not.toContain('10.9.9.9');
  });

  test('passwords that are short or tried first are refused', async () => {
    const { requireGoodPassword } = await import('../../api/accounts/password.ts');
    const about = ['bob.jansen@example.nl', 'Bob Jansen'];
    for (const bad of [
      'elf tekens1',
      'wachtwoord2026',
      'BobJansen2026!',
      'aaaaaaaaaaaaaaaa',
      'Twente Enschede',
      'x'.repeat(129),
    ])
      expect(() => requireGoodPassword(bad, about), bad).toThrow();
    for (const good of [goodPassword, 'correct paard batterij', 'ŝŝŝabcdefgh k'])
      expect(() => requireGoodPassword(good, about), good).not.toThrow();
  });

  test('sees what its roles let see, at once after they change, and nothing after the session ends', async () => {
    await db
      .updateTable('release')
      .set({ state: 'published', published_at: new Date() })
      .where('package', '=', 'fixture-partner')
      .execute();
    const bob = openVisit(app, undefined, '192.0.2.8');
    const bobs = await welcomeSomebody(db, bob, { email: 'bob@example.nl', name: 'Bob', grants: [partner] });
    const read = async (visit: Visit) =>
      (await visit.get('/api/observations?indicator=misdrijven&period=2025')).text();
    const everybody = await read(openVisit(app));
    expect(await read(bob)).not.toBe(everybody);
    const id = (await sessionOf(bob)).person?.id ?? '';
    const reader = { role: 'reader', municipality: 'GM9002' };
    expect((await here.visit.post('/api/accounts/people/roles', { id, grants: [reader] })).status).toBe(200);
    expect(await read(bob)).toBe(everybody);
    await here.visit.post('/api/accounts/people/roles', { id, grants: [partner] });
    expect(await read(bob)).not.toBe(everybody);
    expect((await bob.get('/api/accounts/people')).status).toBe(403);
    expect((await bob.get('/api/accounts/trail')).status).toBe(403);
    expect((await openVisit(app).get('/api/accounts/people')).status).toBe(401);
    // Without a second factor no more than everybody.
    await db.updateTable('accounts.session').set({ second_factor: null }).where('person', '=', id).execute();
    await here.visit.post('/api/accounts/people/roles', { id, grants: [partner] });
    expect(await read(bob)).toBe(everybody);
    expect((await bob.get('/api/accounts/me')).status).toBe(403);
    expect((await bob.post('/api/accounts/second-factor', { code: bobs.recoveryCodes[0] })).status).toBe(200);
    expect(await read(bob)).not.toBe(everybody);
    expect((await bob.post('/api/accounts/people/sessions/end', { id })).status).toBe(403);
    expect((await here.visit.post('/api/accounts/people/sessions/end', { id })).status).toBe(200);
    expect(await read(bob)).toBe(everybody);
    expect((await signIn(bob, 'bob@example.nl', bobs.recoveryCodes[1])).status).toBe(200);
    expect(await read(bob)).not.toBe(everybody);
    expect((await here.visit.post('/api/accounts/people/end', { id })).status).toBe(200);
    expect(await read(bob)).toBe(everybody);
    expect((await signIn(bob, 'bob@example.nl', bobs.recoveryCodes[2])).status).toBe(401);
  });

  test('columns are made for who may see figures of two municipalities, before he may', async () => {
    const dora = openVisit(app, undefined, '192.0.2.9');
    const grants = ['GM9001', 'GM9002'].map((municipality) => ({ role: 'reader', municipality }) as const);
    expect(await isKnownKind(db, readerOfGrants(grants))).toBe(false);
    await welcomeSomebody(db, dora, { email: 'dora@example.nl', name: 'Dora', grants });
    expect(await isKnownKind(db, readerOfGrants(grants))).toBe(true);
    const id = (await sessionOf(dora)).person?.id ?? '';
    const more = [...grants, partner];
    expect(await isKnownKind(db, readerOfGrants(more))).toBe(false);
    expect((await here.visit.post('/api/accounts/people/roles', { id, grants: more })).status).toBe(200);
    expect(await isKnownKind(db, readerOfGrants(more))).toBe(true);
  });

  test('what another process changes counts here within a second', async () => {
    const other = createAccountApp(db);
    const [there, elsewhere] = [
      openVisit(app, undefined, '192.0.2.9'),
      openVisit(other, undefined, '192.0.2.9'),
    ];
    await welcomeSomebody(db, there, { email: 'cor@example.nl', grants: [partner] });
    elsewhere.cookies.set('session', there.cookies.get('session') ?? '');
    expect((await sessionOf(elsewhere)).person).not.toBeNull();
    const left = await there.post('/api/accounts/sign-out', {});
    expect(left.headers.get('Clear-Site-Data')).toBe('"cache"');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await sessionOf(elsewhere)).person).toBeNull();
  });

  test('sessions are listed and ended, and end by themselves', async () => {
    const visit = openVisit(app, undefined, '192.0.2.10');
    const dee = await welcomeSomebody(db, visit, { email: 'dee@example.nl', grants: [partner] });
    const second = openVisit(app, undefined, '192.0.2.11');
    await signIn(second, 'dee@example.nl', dee.recoveryCodes[0]);
    const list = async () =>
      (
        (await (await visit.get('/api/accounts/me')).json()) as {
          sessions: { id: string; isThis: boolean }[];
        }
      ).sessions;
    const other = (await list()).find(({ isThis }) => !isThis)?.id;
    expect(await list()).toHaveLength(2);
    // Nobody ends the session of somebody else.
    expect((await here.visit.post('/api/accounts/me/sessions/end', { id: other })).status).toBe(404);
    expect((await visit.post('/api/accounts/me/sessions/end', { id: other })).status).toBe(200);
    expect((await sessionOf(second)).person).toBeNull();
    for (const past of [
      { expires_at: new Date(Date.now() - 1) },
      { expires_at: new Date(Date.now() + 1e6), updated_at: new Date(Date.now() - 3 * 3_600_000) },
    ]) {
      await db
        .updateTable('accounts.session')
        .set(past)
        .where('person', '=', (await idOf('dee@example.nl')) ?? '')
        .execute();
      const fresh = openVisit(createAccountApp(db));
      fresh.cookies.set('session', visit.cookies.get('session') ?? '');
      expect((await sessionOf(fresh)).person).toBeNull();
    }
  });

  const idOf = async (email: string) => (await listPersons(db)).find((one) => one.email === email)?.id;

  test('whoever lost everything is let begin anew, with the roles he had', async () => {
    const id = await idOf('dee@example.nl');
    const reset = await here.visit.post('/api/accounts/people/reset', { id });
    const { link, isMailed } = (await reset.json()) as { link: string; isMailed: boolean };
    expect(isMailed).toBe(false);
    expect(link).toMatch(/^http:\/\/localhost\/\?page=invitation#[A-Za-z0-9_-]{43}$/);
    const token = link.split('#')[1] ?? '';
    const visit = openVisit(app, undefined, '192.0.2.12');
    const looked = (await (await visit.post('/api/accounts/invitation', { token })).json()) as {
      isAnew: boolean;
      totp: { secret: string };
    };
    expect(looked.isAnew).toBe(true);
    const accept = (code: string, password: string) =>
      visit.post('/api/accounts/invitation/accept', { token, way: { kind: 'password', password, code } });
    expect(await problemOf(await accept('000000', goodPassword))).toBe('invalid-parameter');
    expect(await problemOf(await accept(showCode(looked.totp.secret), 'kort'))).toBe('invalid-parameter');
    expect((await accept(showCode(looked.totp.secret), goodPassword)).status).toBe(200);
    expect((await sessionOf(visit)).person?.id).toBe(id);
    expect(await idOf('dee@example.nl')).toBe(id);
  });

  test('the last administrator stays, and an invitation is not sent to who is here', async () => {
    const id = (await sessionOf(here.visit)).person?.id;
    for (const [path, body] of [
      ['people/end', { id }],
      ['people/remove', { id }],
      ['people/roles', { id, grants: [partner] }],
      ['me/remove', { email: 'ada@example.nl' }],
    ] as const)
      expect((await here.visit.post(`/api/accounts/${path}`, body)).status, path).toBe(409);
    const again = { email: 'DEE@example.nl', name: 'Dee', grants: [partner] };
    expect((await here.visit.post('/api/accounts/people/invite', again)).status).toBe(409);
  });

  test('how one signs in is changed a short while after signing in only', async () => {
    const id = (await sessionOf(here.visit)).person?.id ?? '';
    await db
      .updateTable('accounts.session')
      .set({ created_at: new Date(Date.now() - 3_600_000) })
      .where('person', '=', id)
      .execute();
    const old = openVisit(createAccountApp(db));
    old.cookies.set('session', here.visit.cookies.get('session') ?? '');
    expect(await problemOf(await old.post('/api/accounts/me/recovery-codes', {}))).toBe('sign-in-again');
    await signIn(here.visit, 'ada@example.nl', ada.recoveryCodes[7]);
    const renewed = await here.visit.post('/api/accounts/me/recovery-codes', {});
    expect(((await renewed.json()) as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
    expect((await signIn(openVisit(app), 'ada@example.nl', ada.recoveryCodes[8])).status).toBe(401);
    expect(await problemOf(await here.visit.post('/api/accounts/me/ways/remove', { kind: 'password' }))).toBe(
      'conflict',
    );
  });

  test('whoever goes leaves a number in the trail, which holds and names nobody that is gone', async () => {
    const visit = openVisit(app, undefined, '192.0.2.13');
    await welcomeSomebody(db, visit, { email: 'eef@example.nl', name: 'Eef Vos', grants: [partner] });
    const id = (await sessionOf(visit)).person?.id ?? '';
    expect((await visit.post('/api/accounts/me/remove', { email: 'other@example.nl' })).status).toBe(400);
    expect((await visit.post('/api/accounts/me/remove', { email: 'eef@example.nl' })).status).toBe(200);
    expect((await sessionOf(visit)).person).toBeNull();
    const told = await here.visit.get(`/api/accounts/trail?person=${id}`);
    const { entries } = (await told.json()) as { entries: { act: string; name: string | null }[] };
    expect(entries.map(({ act }) => act)).toEqual(['person-remove', 'sign-in', 'invitation-accept']);
    expect(entries.every(({ name }) => name === null)).toBe(true);
    const all = JSON.stringify(await listTrail(db, { limit: 1000 }));
    expect(all).not.toMatch(/Eef|example\.nl|192\.0\.2/);
    expect((await verifyTrail(db)).fault).toBeNull();
  });

  test('the trail is asked for by days of years that the database has', async () => {
    for (const [day, status] of [
      ['0000-01-01', 400],
      ['0001-01-01', 200],
      ['9999-12-31', 200],
    ] as const)
      for (const name of ['from', 'until'])
        expect((await here.visit.get(`/api/accounts/trail?${name}=${day}`)).status, `${name} ${day}`).toBe(
          status,
        );
  });

  test('nothing that is told to one person may be kept or read elsewhere', async () => {
    for (const path of ['session', 'me', 'people', 'trail']) {
      const { headers } = await here.visit.get(`/api/accounts/${path}`);
      expect(headers.get('Cache-Control'), path).toBe('no-store');
      expect(headers.get('Access-Control-Allow-Origin'), path).toBeNull();
      expect(headers.get('Cross-Origin-Resource-Policy'), path).toBe('same-origin');
    }
  });
});
