import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnswering } from '../../api/answering.ts';
import { readyStartup } from '../../api/startup.ts';
import type { Database } from '../../sql/database.ts';
import { everything, publicReader, type Reader } from '../../sql/reader.ts';
import { listTrail } from '../../sql/trail.ts';
import { closeSite } from '../../sql/visibility-rules.ts';
import { publishClosedRegion } from '../setup/closed-region.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { serveReader } from './walk.ts';

const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };
const police: Reader = { rights: ['public', 'partner', 'police'], municipalities: [] };
const longestWait = { timeout: 20_000, interval: 50 };

describeOnBothDatabases('access', (getDatabase) => {
  const stops: (() => void)[] = [];
  afterAll(() => {
    for (const stop of stops) stop();
  });
  beforeAll(() => publishClosedRegion(getDatabase(), []));

  const ask = (reader: Reader, address: string) =>
    serveReader(getDatabase(), reader).request(`http://localhost${address}`);

  function put(reader: Reader, address: string, body: unknown, headers: Record<string, string> = {}) {
    return serveReader(getDatabase(), reader).request(`http://localhost${address}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Origin: 'http://localhost', ...headers },
      body: JSON.stringify(body),
    });
  }

  describe('a closed site', () => {
    beforeAll(() => closeSite(getDatabase(), true));
    afterAll(() => closeSite(getDatabase(), false));

    test.each([
      '/api/catalog',
      '/api/openapi.json',
      '/api/docs',
      '/tiles/2024.json',
      '/api/unknown',
      '/api/access',
    ])('answers %s with 401 and problem details to who has not signed in', async (address) => {
      const answer = await ask(publicReader, address);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
      expect(answer.headers.get('WWW-Authenticate')).toBeTruthy();
      expect(await answer.json()).toMatchObject({ status: 401, type: '/api/docs#problem-not-signed-in' });
    });

    test('shows how it is, and its page with nothing in it', async () => {
      expect((await ask(publicReader, '/healthz')).status).toBe(200);
      const page = await ask(publicReader, '/?indicator=misdrijven');
      expect(page.status).toBe(200);
      expect(await page.text()).not.toContain('preload');
      expect((await ask(publicReader, '/api/accounts/session')).status).not.toBe(401);
    });

    test('is open to who has signed in', async () => {
      expect((await ask(partner, '/api/catalog')).status).toBe(200);
      expect((await ask({ ...publicReader, municipalities: ['GM9001'] }, '/api/catalog')).status).toBe(200);
    });
  });

  test('what lies in the memory of another process is told no longer once the site is closed', async () => {
    const db = getDatabase();
    const { get, stop } = await serve(db);
    stops.push(stop);
    const columns = ((await (await get('/api/catalog')).json()) as Catalog).indicators.find(
      ({ key }) => key === 'misdrijven',
    )?.columns.neighbourhood;
    const column = `/api/columns/misdrijven/neighbourhood?hash=${columns?.hash}`;
    const tile = '/tiles/2024/fixture-tiles/6/33/21.mvt';
    for (const address of [column, tile, column, tile]) expect((await get(address)).status).toBe(200);
    await closeSite(db, true);
    for (const address of [column, tile])
      await expect.poll(async () => (await get(address)).status, longestWait).toBe(401);
    expect((await get('/api/catalog')).status).toBe(401);
    await closeSite(db, false);
    for (const address of [column, tile])
      await expect.poll(async () => (await get(address)).status, longestWait).toBe(200);
  });

  test('what this process changed counts in it at once, though it looks only now and then', async () => {
    const db = getDatabase();
    const { address, get, stop } = await serve(db, 60_000);
    stops.push(stop);
    const put = async (path: string, body: unknown) => {
      const response = await fetch(address + path, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', Origin: address, 'X-Pass': 'administrator' },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(200);
    };
    const catalog = async () => (await (await get('/api/catalog')).json()) as Catalog;
    const read = async () => (await catalog()).indicators.map(({ key }) => key);
    const hash = (await catalog()).indicators.find(({ key }) => key === 'overlast')?.columns.neighbourhood
      ?.hash;
    const column = `/api/columns/overlast/neighbourhood?hash=${hash}`;
    const rule = { kind: 'indicator', subject: 'overlast', level: null };
    for (const path of [column, column]) expect((await get(path)).status).toBe(200);
    try {
      await put('/api/access/rules', { ...rule, visibility: 'partner' });
      expect(await read()).not.toContain('overlast');
      expect((await get(column)).status).toBe(404);
      await put('/api/access/rules', { ...rule, visibility: 'public' });
      expect(await read()).toContain('overlast');
      const tile = '/tiles/2024/fixture-tiles/6/33/21.mvt';
      expect((await get(tile)).status).toBe(200);
      await put('/api/access/site', { isClosed: true });
      for (const path of [tile, column, '/api/catalog', '/news.atom'])
        expect((await get(path)).status, path).toBe(401);
    } finally {
      await closeSite(db, false);
    }
  });

  describe('settings', () => {
    test('are an unknown address for everybody but administrators', async () => {
      const unknown = await ask(partner, '/api/nothing');
      for (const reader of [publicReader, partner, police])
        for (const [answer, path] of [
          [await ask(reader, '/api/access'), '/api/access'],
          [await put(reader, '/api/access/site', { isClosed: true }), '/api/access/site'],
          [await put(reader, '/api/access/rules', { kind: 'x' }), '/api/access/rules'],
        ] as const) {
          expect(answer.status).toBe(404);
          expect(await answer.json()).toMatchObject({
            title: 'There is no such thing',
            detail: `Nothing at ${path}`,
          });
        }
      expect(unknown.status).toBe(404);
      expect((await ask(everything, '/api/access')).status).toBe(200);
    });

    test('are changed by the page of the site alone', async () => {
      for (const headers of [{ Origin: 'https://elsewhere.example' }, { 'Sec-Fetch-Site': 'cross-site' }])
        expect((await put(everything, '/api/access/site', { isClosed: true }, headers)).status).toBe(403);
      const unsaid = await serveReader(getDatabase(), everything).request(
        'http://localhost/api/access/site',
        {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json' },
          body: '{"isClosed":true}',
        },
      );
      expect(unsaid.status).toBe(403);
      expect(await (await ask(everything, '/api/access')).json()).toMatchObject({ isClosed: false });
    });

    test.each([
      [{ kind: 'indicator', subject: '', level: null, visibility: 'partner' }, 'subject'],
      [{ kind: 'municipality', subject: 'GM9001', level: null, visibility: 'partner' }, 'level'],
      [{ kind: 'municipality', subject: 'GM9001', level: 'municipality', visibility: 'partner' }, 'level'],
      [{ kind: 'theme', subject: 'jeugd', level: null, visibility: 'partner' }, 'kind'],
      [{ kind: 'source', subject: 'x', level: null, visibility: 'friends' }, 'visibility'],
    ])('%o is refused by its %s', async (body, field) => {
      const answer = await put(everything, '/api/access/rules', body);
      expect(answer.status).toBe(400);
      expect(JSON.stringify(await answer.json())).toContain(field);
    });

    test('a rule holds at once, for figures, columns and the catalog, and can be taken away', async () => {
      const before = await (await ask(publicReader, '/api/catalog')).text();
      const rule = { kind: 'indicator', subject: 'overlast', level: null };
      expect((await put(everything, '/api/access/rules', { ...rule, visibility: 'police' })).status).toBe(
        200,
      );
      expect(await (await ask(publicReader, '/api/catalog')).text()).not.toContain('overlast"');
      expect((await ask(publicReader, '/api/columns/overlast/neighbourhood')).status).toBe(404);
      expect((await ask(police, '/api/columns/overlast/neighbourhood')).status).toBe(200);
      expect((await put(everything, '/api/access/rules', { ...rule, visibility: 'public' })).status).toBe(
        200,
      );
      expect(await (await ask(publicReader, '/api/catalog')).text()).toBe(before);
    });

    test('the site is closed and opened', async () => {
      expect(await (await put(everything, '/api/access/site', { isClosed: true })).json()).toMatchObject({
        isClosed: true,
      });
      expect((await ask(publicReader, '/api/catalog')).status).toBe(401);
      await put(everything, '/api/access/site', { isClosed: false });
      const acts = (await listTrail(getDatabase(), { limit: 3 })).map(({ act, subject }) => [act, subject]);
      expect(acts).toEqual([
        ['site-open', null],
        ['site-close', null],
        ['rights-change', 'indicator:overlast'],
      ]);
      expect((await ask(publicReader, '/api/catalog')).status).toBe(200);
    });
  });

  describe('seeing as another', () => {
    const seen: Record<string, Reader> = {
      public: publicReader,
      partner,
      police,
      GM9002: { ...publicReader, municipalities: ['GM9002'] },
    };

    test.each(Object.entries(seen))(
      'as %s an administrator is told what they are told',
      async (name, reader) => {
        for (const address of [
          '/api/catalog',
          '/api/observations?indicator=misdrijven',
          '/api/columns/meldingen/neighbourhood',
          '/api/access',
        ]) {
          const own = await ask(reader, address);
          const told = await ask(everything, `${address}${address.includes('?') ? '&' : '?'}see-as=${name}`);
          expect(told.status).toBe(own.status);
          if (own.status === 200) {
            expect(Buffer.from(await told.arrayBuffer()).equals(Buffer.from(await own.arrayBuffer()))).toBe(
              true,
            );
            expect(told.headers.get('Cache-Control')).toMatch(/^private/);
          }
        }
      },
    );

    test('is an unknown parameter for anybody else, and for an administrator names whom there is', async () => {
      const [known, unknown] = [
        await ask(partner, '/api/catalog?see-as=administrator'),
        await ask(partner, '/api/catalog?nonsense=administrator'),
      ];
      expect([known.status, unknown.status]).toEqual([400, 400]);
      expect(((await known.json()) as { detail: string }).detail).toBe(
        'see-as: is no parameter of this address',
      );
      const wrong = await ask(everything, '/api/catalog?see-as=administrator');
      expect(wrong.status).toBe(400);
      expect(((await wrong.json()) as { detail: string }).detail).toContain('police');
    });
  });
});

interface Catalog {
  readonly indicators: readonly { key: string; columns: { neighbourhood?: { hash: string } } }[];
}

/** Another process, as far as it can be told: an answering of its own, with its memory, that finds out for itself. */
async function serve(db: Database, interval = 50) {
  const context = { startup: readyStartup(db), logger: pino({ level: 'silent' }), publicUrl: null };
  const { listener, warm } = createAnswering(context, new Map(), ({ header }) =>
    header('X-Pass') === 'administrator' ? everything : publicReader,
  );
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stopWarming = warm(db, interval);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    stopWarming();
    server.close().closeAllConnections();
  };
  return { address, get: (path: string) => fetch(address + path), stop };
}
