import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../api/documentation/document.ts';
import { applyRules } from '../../api/release/visibility.ts';
import type { Database, OpenedDatabase } from '../../sql/database.ts';
import { readShownLineage } from '../../sql/publication.ts';
import { everything, publicReader, type Reader } from '../../sql/reader.ts';
import { publishClosedRegion, publishTwin } from '../setup/closed-region.ts';
import { openEmbeddedCopy, openFreshDatabase } from '../setup/database.ts';
import { type Asked, listAsked, type Served, serveReader, tell } from './walk.ts';

const longestWait = 900_000;

const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };
const readers: Readonly<Record<string, Reader>> = {
  public: publicReader,
  partner,
  police: { rights: ['public', 'partner', 'police'], municipalities: [] },
  administrator: everything,
  'reader of a municipality that closes nothing': { ...publicReader, municipalities: ['GM9001'] },
  'reader of a municipality that closes': { ...publicReader, municipalities: ['GM9002'] },
  'editor of a municipality': { ...partner, municipalities: ['GM9002'] },
  'reader of two municipalities': { ...publicReader, municipalities: ['GM9001', 'GM9002'] },
};

/** What was asked and is answered otherwise by a database that never held what the reader may not see. */
async function compare(app: Served, told: ReadonlyMap<Asked, string>): Promise<string[]> {
  const differing: string[] = [];
  for await (const address of listDiffering(app, told)) differing.push(address);
  return differing;
}

/** The first of them; null where there is none. */
async function findDiffering(app: Served, told: ReadonlyMap<Asked, string>): Promise<string | null> {
  for await (const address of listDiffering(app, told)) return address;
  return null;
}

async function* listDiffering(app: Served, told: ReadonlyMap<Asked, string>): AsyncGenerator<string> {
  for (const [asked, expected] of told) if ((await tell(app, asked)) !== expected) yield asked.address;
}

async function tellAll(db: Database, reader: Reader, all: readonly Asked[]): Promise<Map<Asked, string>> {
  const app = serveReader(db, reader);
  const told = new Map<Asked, string>();
  for (const asked of all) told.set(asked, await tell(app, asked));
  return told;
}

/** All that is asked of a database with the closed region; fails for a route that is not asked: it may leak whatever it likes. */
async function listAll(db: Database): Promise<Asked[]> {
  const byRoute = await listAsked(db);
  const answer = await serveReader(db, everything).request('/api/openapi.json');
  const document = (await answer.json()) as Document;
  // What is about persons depends on who signed in, not on what figures may be seen: tests/api/accounts.test.ts.
  const ofFigures = Object.entries(document.paths ?? {}).filter(
    ([path]) => !path.startsWith('/api/accounts/'),
  );
  const routes = ofFigures.flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) => `${method} ${path}`),
  );
  const walked = [...byRoute].filter(([, own]) => own.length > 0).map(([route]) => route);
  expect(routes.filter((route) => !walked.includes(route))).toEqual([]);
  // In one order: databases list what has no order as it lies in them.
  return [...byRoute.values()].flat().sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

let asked: Asked[] = [];
const told = new Map<Reader, Promise<Map<Asked, string>>>();

/**
 * What a reader is told by a database that never held the rest, of all that is asked. It is asked once, on PostgreSQL, and
 * the answers of both databases are held against it: so they are each other's, too.
 */
function readTold(reader: Reader): Promise<Map<Asked, string>> {
  const known = told.get(reader) ?? tellTwin(reader);
  told.set(reader, known);
  return known;
}

async function tellTwin(reader: Reader): Promise<Map<Asked, string>> {
  // An administrator of the twin sees as others what there is open, which is not what others see here. And the catalogue
  // of data and what stands in a frame are those of the public, whoever asks: in a twin that is all there is.
  const own = asked.filter(
    ({ address }) =>
      (reader !== everything || !address.includes('see-as')) &&
      (reader === publicReader || !/^\/(catalog\.|embed)/.test(address)),
  );
  const twin = await openFreshDatabase();
  try {
    await publishTwin(twin.db, reader);
    return await tellAll(twin.db, reader, own);
  } finally {
    await twin.close();
  }
}

/** Names that the public may not know, and beside each one of the same length that nobody has. */
const lookalikes: Readonly<Record<string, string>> = {
  meldingen: 'meldingzz',
  intern: 'intezz',
};

const seeds: Record<string, (db: Database) => Promise<unknown>> = {
  'a figure that is shown to everyone': (db) =>
    db
      .updateTable('observation')
      .set({ visibility: 'public' })
      .where('indicator', '=', 'tevredenheid')
      .where('area', '=', 'BU90010000')
      .execute(),
  'a column that was made for others': (db) =>
    sql`update value_column set shown = case when 'public' = any(shown) then '{}' else '{public}'::text[] end
      where indicator = 'overlast'`.execute(db),
  'lineage that was made for others': async (db) => {
    const shown = await readShownLineage(db, publicReader);
    await sql`update lineage_answer
      set shown = case when ${shown} = any(shown) then '{}' else array[${shown}] end`.execute(db);
  },
  'what is written for partners': (db) =>
    db
      .updateTable('contribution_revision')
      .set({ visibility: 'public' })
      .where('title', '=', 'Voor partners')
      .execute(),
  'a target of a closed release': (db) =>
    db.updateTable('target').set({ visibility: 'public' }).where('period', '=', '2030').execute(),
};

describe.each([
  ['the embedded database', openEmbeddedCopy],
  ['PostgreSQL', openFreshDatabase],
] as const)('nothing leaks, on %s', (_name, open) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await open();
    await publishClosedRegion(opened.db, Object.values(readers));
    const all = await listAll(opened.db);
    if (asked.length === 0) asked = all;
    expect(all).toEqual(asked);
  }, longestWait);
  afterAll(() => opened.close());

  test.each(Object.entries(readers))(
    'every answer to the %s is what a database says that never held the rest',
    async (name, reader) => {
      const expected = await readTold(reader);
      const differing = await compare(serveReader(opened.db, reader), expected);
      console.log(
        `leak: ${name}: ${expected.size} requests to each of two databases, ${differing.length} differences`,
      );
      expect(differing).toEqual([]);
    },
    longestWait,
  );

  test('what is closed is answered as a name that nobody has: status, headers, length and words', async () => {
    const app = serveReader(opened.db, publicReader);
    let count = 0;
    for (const [closed, unknown] of Object.entries(lookalikes))
      for (const one of asked) {
        const text = JSON.stringify(one);
        if (!new RegExp(`\\b${closed}\\b`).test(text)) continue;
        count += 1;
        const other = JSON.parse(text.replaceAll(closed, unknown)) as Asked;
        const [answer, lookalike] = [await tell(app, one), await tell(app, other)];
        // Where the name itself is answered the tag is that of other bytes.
        const isEchoed = lookalike.includes(unknown);
        const reduce = (told: string) => (isEchoed ? told.replace(/^etag: .*$/m, '') : told);
        expect(reduce(lookalike.replaceAll(unknown, closed)), one.address).toBe(reduce(answer));
      }
    console.log(`leak: ${count} requests for what is closed, each answered as for a name that nobody has`);
    expect(count).toBeGreaterThan(50);
  });

  test('all of them are told different things', async () => {
    const seen = new Set<string>();
    for (const reader of Object.values(readers))
      seen.add(await tell(serveReader(opened.db, reader), { method: 'GET', address: '/api/catalog' }));
    expect(seen.size).toBeGreaterThanOrEqual(6);
  });

  test.each(Object.entries(seeds))(
    'a leak that was put there is found: %s',
    async (name, seed) => {
      await seed(opened.db);
      const found = await findDiffering(serveReader(opened.db, publicReader), await readTold(publicReader));
      console.log(`leak: ${name}: found by ${found}`);
      await opened.db.transaction().execute((transaction) => applyRules(transaction, { whole: true }));
      expect(found).not.toBeNull();
    },
    longestWait,
  );
});
