import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RecordedQuery, recordQueries } from '../../scripts/bench/recording.ts';
import { type Database, type OpenedDatabase, openDatabase } from '../../sql/database.ts';
import type { Reader } from '../../sql/reader.ts';
import { publishClosedRegion } from '../setup/closed-region.ts';
import { cloneDatabase, type ScratchDatabase } from '../setup/database.ts';
import { listAsked, serveReader } from './walk.ts';

/*
 * Figures and their columns can be distributed over servers by their indicator (docs/operating.md, "Beyond one primary").
 * The sixteen parts of `observation` are by a hash of it as well: a query that reads one part would ask one server. So
 * PostgreSQL is asked for the plan of every query that a reading route makes.
 */

/** Routes that ask all servers at once: each question is about one area, and each server answers it by an index. */
const ofAllIndicators = ['get /api/areas/{code}/profile', 'get /areas/{code}'];

/** The one query for all columns: the catalogue's, which is asked once for each kind of reader and publication. */
const ofAllColumns = 'select "indicator", "level", "hash", length(brotli) as "bytes" from "value_column"';

/** So many addresses of each route are asked; they differ in what they name, seldom in their queries. */
const most = 12;

const partner: Reader = { rights: ['public', 'partner'], municipalities: ['GM9002'] };

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly Plan[];
}

let scratch: ScratchDatabase;
let opened: OpenedDatabase;
let client: pg.Client;
/** The queries of each route that read figures or columns, each text once. */
let byRoute: Map<string, RecordedQuery[]>;

beforeAll(async () => {
  scratch = await cloneDatabase();
  opened = await openDatabase({ url: scratch.url });
  client = new pg.Client(scratch.url);
  await client.connect();
  await publishClosedRegion(opened.db, [partner]);
  byRoute = await recordByRoute(opened.db);
}, 300_000);

afterAll(async () => {
  await client?.end();
  await opened?.close();
  await scratch?.drop();
});

test('a reading route asks for figures of one indicator at a time, but for those of one area', async () => {
  const spread: string[] = [];
  let read = 0;
  for (const [route, queries] of byRoute)
    for (const query of queries) {
      const parts = new Set(
        (await explain(query)).flatMap((node) => node['Relation Name']?.match(/^observation_\d+$/) ?? []),
      );
      read += Math.min(1, parts.size);
      if (parts.size > 1) spread.push(route);
    }
  expect(read).toBeGreaterThan(10);
  expect([...new Set(spread)].sort()).toEqual(ofAllIndicators);
});

test('a column is looked up by its indicator, but for those that the catalogue names', async () => {
  const spread = new Set<string>();
  let read = 0;
  for (const query of [...byRoute.values()].flat())
    for (const node of await explain(query)) {
      if (node['Relation Name'] !== 'value_column') continue;
      read += 1;
      const conditions = [node['Index Cond'], node['Recheck Cond'], node.Filter].join(' ');
      if (!/\bindicator = /.test(conditions)) spread.add(query.text.split(' where ')[0] ?? '');
    }
  expect(read).toBeGreaterThan(3);
  expect([...spread]).toEqual([ofAllColumns]);
});

async function recordByRoute(db: Database): Promise<Map<string, RecordedQuery[]>> {
  const asked = await listAsked(db);
  const app = serveReader(db, partner);
  const recorded = new Map<string, RecordedQuery[]>();
  for (const [route, addresses] of asked) {
    if (!route.startsWith('get ')) continue;
    const step = Math.ceil(addresses.length / most);
    const queries = await recordQueries(async () => {
      for (const { address } of addresses.filter((_, index) => index % step === 0))
        await (await app.request(`http://localhost${address}`)).arrayBuffer();
    });
    const ofFigures = queries.filter(({ text }) => /\b(observation|value_column)\b/.test(text));
    recorded.set(route, [...new Map(ofFigures.map((query) => [query.text, query])).values()]);
  }
  return recorded;
}

/** Every node of the plan of a query with its values. */
async function explain({ text, values }: RecordedQuery): Promise<Plan[]> {
  const { rows } = await client.query(`explain (format json) ${text}`, [...values]);
  const [{ Plan: plan }] = rows[0]['QUERY PLAN'] as [{ Plan: Plan }];
  const nodes: Plan[] = [];
  const add = (node: Plan): void => {
    nodes.push(node);
    for (const inner of node.Plans ?? []) add(inner);
  };
  add(plan);
  return nodes;
}
