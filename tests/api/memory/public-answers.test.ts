import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { createRoutes } from '../../../api/context.ts';
import { rememberPublic } from '../../../api/memory/public-answers.ts';
import { applyRules } from '../../../api/release/visibility.ts';
import { deliver } from '../../../api/sending/delivery.ts';
import { readyStartup } from '../../../api/startup.ts';
import type { Database } from '../../../sql/database.ts';
import { publicReader, type Reader } from '../../../sql/reader.ts';
import { closeSite, writeRule } from '../../../sql/visibility-rules.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { publishFixture } from '../../setup/publication.ts';

const logger = pino({ level: 'silent' });
const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };
const origin = 'https://wijk.example.nl';

/** What visitors ask most, each in two ways of writing it. */
const asked = [
  ['/api/areas/BU90010000/profile', '/api/areas/BU90010000/profile?'],
  ['/api/areas/GM9001?boundaryYear=2024', '/api/areas/GM9001?%62oundaryYear=2024'],
  ['/api/search?q=dorp', '/api/search?limit=10&q=%64orp%20'],
  [
    '/api/observations?indicator=misdrijven&level=neighbourhood',
    '/api/observations?level=neighbourhood&indicator=misdrijven&indicator=misdrijven&format=json',
  ],
  ['/api/lineage?from=2021&to=2024', '/api/lineage?to=2024&from=2021'],
  [
    '/api/lineage?from=2024&to=2021&level=neighbourhood',
    '/api/lineage?level=neighbourhood&to=2021&from=2024',
  ],
  ['/areas/BU90010000', '/areas/BU90010000?utm_source=mail'],
] as const;

function show(db: Database, visibility: 'public' | 'partner'): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await writeRule(transaction, { kind: 'release', subject: 'fixture', level: null }, visibility);
    await applyRules(transaction);
  });
}

describeOnBothDatabases('the memory of what the public asks', (getDatabase) => {
  const queries: string[] = [];
  const serve = (reader: Reader) => {
    // What a route asks the database of what is published, beside whether that changed.
    const db = getDatabase().withPlugin({
      transformQuery: ({ node }) => {
        queries.push(JSON.stringify(node));
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const app = createApp({ startup: readyStartup(db), logger, publicUrl: origin }, new Map(), () => reader);
    return async (path: string, headers: Record<string, string> = {}) => {
      queries.length = 0;
      const response = await app.request(path, { headers });
      // What is refused is numbered.
      const text = (await response.text()).replace(/"requestId":"[^"]*"/, '');
      const own = queries.filter((query) => /folded_name|lineage|from observation|from area/.test(query));
      return { status: response.status, tag: response.headers.get('ETag'), text, read: own.length };
    };
  };
  beforeAll(() => publishFixture(getDatabase()));

  test.each(asked)('%s is read once, however it is written', async (address, other) => {
    const ask = serve(publicReader);
    const first = await ask(address);
    expect(first).toMatchObject({ status: 200, tag: expect.any(String) });
    expect(first.read).toBeGreaterThan(0);
    expect(await ask(address)).toEqual({ ...first, read: 0 });
    expect(await ask(other)).toEqual({ ...first, read: 0 });
    expect(await ask(address, { 'If-None-Match': first.tag ?? '' })).toMatchObject({ status: 304, read: 0 });
  });

  test.each(asked)('%s is read anew once it is hidden, at once, and shown again', async (address) => {
    const [ask, asPartner] = [serve(publicReader), serve(partner)];
    const before = await ask(address);
    await show(getDatabase(), 'partner');
    const hidden = await ask(address);
    expect(hidden.text).not.toBe(before.text);
    expect((await asPartner(address)).text).not.toBe(hidden.text);
    expect((await ask(address)).text).toBe(hidden.text);
    await show(getDatabase(), 'public');
    expect((await ask(address)).text).toBe(before.text);
  });

  test.each(asked)('%s is kept for the public alone', async (address) => {
    const ask = serve(partner);
    expect((await ask(address)).read).toBeGreaterThan(0);
    expect((await ask(address)).read).toBeGreaterThan(0);
  });

  test('the site is closed and opened at once', async () => {
    const ask = serve(publicReader);
    const [address] = asked[0];
    const before = await ask(address);
    await closeSite(getDatabase(), true);
    expect((await ask(address)).status).toBe(401);
    await closeSite(getDatabase(), false);
    expect((await ask(address)).text).toBe(before.text);
  });

  test('keeps so many bytes, and what was asked for longest ago goes first', async () => {
    const db = getDatabase();
    const read: string[] = [];
    const recall = rememberPublic('text/plain', 6000);
    const app = createRoutes();
    app.get('/:name', async (c) => {
      const { name } = c.req.param();
      const write = async () => {
        read.push(name);
        return name.repeat(2000);
      };
      const answer = await recall(c, { db, asked: name, read: write });
      return answer ? deliver(c, answer) : c.notFound();
    });
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b'])
      expect(await (await app.request(`/${name}`)).text()).toBe(name.repeat(2000));
    expect(read).toEqual(['a', 'b', 'c', 'b']);
  });

  test('nothing is kept that was made of two states', async () => {
    const db = getDatabase();
    let read = 0;
    const recall = rememberPublic('text/plain');
    const app = createRoutes();
    // No state of what is published is known of it.
    const basis = {};
    app.get('/', async (c) => {
      const answer = await recall(c, { db, asked: null, read: async () => String(++read), basis });
      return answer ? deliver(c, answer) : c.notFound();
    });
    expect(await (await app.request('/')).text()).toBe('1');
    expect(await (await app.request('/')).text()).toBe('2');
  });
});
