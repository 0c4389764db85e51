import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnswering } from '../../../api/answering.ts';
import { createApp } from '../../../api/app.ts';
import type { ApiContext } from '../../../api/context.ts';
import type { FileStore } from '../../../api/contributions/file-store.ts';
import type { Document } from '../../../api/documentation/document.ts';
import type { FindReader } from '../../../api/readers/reader.ts';
import { applyRules } from '../../../api/release/visibility.ts';
import { readyStartup } from '../../../api/startup.ts';
import { listColumnAddresses, listTileAddresses } from '../../../sql/artefacts.ts';
import { writeFileRow } from '../../../sql/contributions/files.ts';
import { keepLink } from '../../../sql/links/links.ts';
import { publicReader, type Reader } from '../../../sql/reader.ts';
import {
  publishPolicy,
  publishPresentation,
  publishSessions,
  wholePolicy,
} from '../../setup/closed-policy.ts';
import { writeContribution } from '../../setup/contributions.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { publishFixture } from '../../setup/publication.ts';
import { listStandards } from '../ogc/walk.ts';

const logger = pino({ level: 'silent' });
const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };

/** A pass says that the reader is a partner: looked up as a session would be, or known at once. */
const lookups: Record<string, FindReader> = {
  'at once': ({ header }) => (header('X-Pass') === 'partner' ? partner : publicReader),
  'after a while': async ({ header }) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return header('X-Pass') === 'partner' ? partner : publicReader;
  },
};

/** Where partners are told no more than the public: how the server is, what the small region has none of, and what is for administrators. */
const alike = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/gegevensbescherming',
  '/toegankelijkheid',
  '/.well-known/security.txt',
  '/preview.png',
  '/embed',
  '/embed.js',
  '/api/columns/{indicator}/{category}/{level}',
  '/api/links',
  '/api/follow',
  '/api/follow/{code}/events',
  '/volg/{code}',
  '/api/access',
  '/api/access/rules',
  '/api/access/site',
  '/api/policy/templates',
  '/api/policy/cycles/{id}',
  '/api/policy/cycles/{id}/steps/{step}',
  '/api/policy/cycles/{id}/priorities/{priority}',
  '/api/policy/cycles/{id}/priorities/{priority}/actions/{action}',
  '/api/shared-lists/{id}',
  '/api/shared-lists/{id}/areas/{area}',
  '/api/shared-lists/{id}/membership',
  '/base-map.json',
  '/base-map/{z}/{x}/{y}.mvt',
  '/robots.txt',
  '/catalog.jsonld',
  '/catalog.ttl',
  '/ogc/conformance',
  '/ogc/tileMatrixSets',
  '/ogc/tileMatrixSets/{tileMatrixSetId}',
];

/** What is answered to everybody as to the public, so that any cache may keep it. */
const ofPublic = ['/embed', '/embed.js', '/gegevensbescherming', '/toegankelijkheid'];

interface Told {
  readonly status: number;
  readonly tag: string | null;
  readonly caching: string | null;
  readonly body: string;
}

describeOnBothDatabases('what is kept in memory', (getDatabase) => {
  let context: ApiContext;
  let addresses: Map<string, string[]>;
  const stops: (() => void)[] = [];
  afterAll(() => {
    for (const stop of stops) stop();
  });

  beforeAll(async () => {
    const db = getDatabase();
    await publishFixture(db);
    // The newest boundaries are for partners as well, so that every route has something that the public may not see.
    await db.transaction().execute(async (transaction) => {
      const confidential = transaction
        .selectFrom('release')
        .select('id')
        .where('package', '=', 'fixture-partner');
      await transaction
        .updateTable('boundary_year')
        .set({ release: confidential })
        .where('year', '=', 2024)
        .execute();
      await applyRules(transaction, { whole: true });
    });
    await publishPolicy(db, wholePolicy);
    await publishPresentation(db);
    await publishSessions(db);
    await keepLink(db, {
      id: 'abcd2345',
      address: '?indicator=meldingen',
      frozen: [{ indicator: 'meldingen', level: 'neighbourhood' }],
    });
    const sha256 = '0'.repeat(64);
    await writeFileRow(db, { sha256, type: 'image/webp', bytes: 3, width: 1, height: 1 });
    const of = { area: 'BU90010000', indicator: 'misdrijven' } as const;
    await writeContribution(db, { id: 1, title: 'Buurt voor allen', ...of });
    const closed = { title: 'Buurt voor partners', visibility: 'partner', ...of } as const;
    await writeContribution(db, { id: 2, ...closed, files: [{ sha256, name: 'a', alternative: 'b' }] });
    await writeContribution(db, {
      id: 3,
      title: 'Nieuws voor partners',
      kind: 'news',
      visibility: 'partner',
    });
    const files = { read: async () => Buffer.from('een') } as unknown as FileStore;
    context = { startup: readyStartup(db), logger, publicUrl: 'http://localhost', files };
    const columns = await listColumnAddresses(db, partner);
    const tiles = await listTileAddresses(db, partner);
    addresses = new Map([
      ['/healthz', []],
      ['/readyz', []],
      ['/metrics', []],
      ['/gegevensbescherming', ['/gegevensbescherming']],
      ['/toegankelijkheid', ['/toegankelijkheid?lang=en']],
      ['/.well-known/security.txt', []],
      ['/preview.png', ['/preview.png', '/preview.png?indicator=meldingen']],
      ['/embed', ['/embed?indicator=meldingen', '/embed?show=table&indicator=meldingen']],
      ['/embed.js', ['/embed.js']],
      ['/api/catalog', ['/api/catalog']],
      ['/api/areas', [2021, 2024].map((year) => `/api/areas?boundaryYear=${year}&level=neighbourhood`)],
      ['/api/areas/{code}', ['/api/areas/GM9001', '/api/areas/BU90020002']],
      ['/api/areas/{code}/profile', ['/api/areas/GM9001/profile', '/api/areas/BU90010000/profile']],
      [
        '/api/observations',
        ['misdrijven', 'meldingen', 'misdrijven&format=csv', 'misdrijven&carriedTo=2021'].map(
          (words) => `/api/observations?indicator=${words}`,
        ),
      ],
      [
        '/api/columns/{indicator}/{level}',
        columns.flatMap(({ indicator, level, hash }) => [
          `/api/columns/${indicator}/${level}?hash=${hash}`,
          `/api/columns/${indicator}/${level}`,
        ]),
      ],
      ['/api/columns/{indicator}/{category}/{level}', ['/api/columns/misdrijven/a/neighbourhood']],
      ['/api/lineage', ['/api/lineage?from=2021&to=2024']],
      ['/api/links', ['/api/links']],
      ['/api/links/{id}', ['/api/links/abcd2345']],
      ['/s/{id}', ['/s/abcd2345']],
      ['/api/follow', ['/api/follow']],
      ['/api/follow/{code}', ['/api/follow/abcd23']],
      ['/api/follow/{code}/events', ['/api/follow/abcd24/events']],
      ['/volg/{code}', ['/volg/abcd23']],
      ['/api/presentations/{id}', ['/api/presentations/00000000-0000-4000-8000-000000000000']],
      ['/api/access', ['/api/access']],
      ['/api/access/rules', ['/api/access/rules']],
      ['/api/access/site', ['/api/access/site']],
      ['/api/policy/templates', ['/api/policy/templates']],
      ['/api/policy/cycles', ['/api/policy/cycles']],
      // Only read here: what changes them is no GET.
      ...alike
        .filter((path) => /^\/api\/(policy\/cycles|shared-lists)\//.test(path))
        .map((path): [string, string[]] => [path, [path.replaceAll(/[{}]/g, '')]]),
      ['/api/releases', ['/api/releases']],
      ['/api/shared-lists', ['/api/shared-lists']],
      ['/api/search', ['/api/search?q=buurt', '/api/search?q=BU90020002']],
      ['/api/sources', ['/api/sources']],
      ['/api/targets', ['/api/targets', '/api/targets?indicator=misdrijven']],
      [
        '/api/contributions',
        ['/api/contributions', '/api/contributions?area=BU90010000', '/api/contributions?document=minutes'],
      ],
      ['/api/contributions/counts', ['/api/contributions/counts?indicator=misdrijven&level=neighbourhood']],
      ['/api/contributions/search', ['/api/contributions/search?q=buurt']],
      ['/api/contributions/{id}', ['/api/contributions/1', '/api/contributions/2']],
      ['/api/contributions/{id}/files/{sha256}', [`/api/contributions/2/files/${'0'.repeat(64)}`]],
      ['/news.atom', ['/news.atom']],
      ['/tiles/{boundaryYear}.json', ['/tiles/2021.json', '/tiles/2024.json']],
      ['/base-map.json', ['/base-map.json']],
      ['/base-map/{z}/{x}/{y}.mvt', ['/base-map/0/0/0.mvt']],
      ...listStandards({
        addresses: ['meldingen'],
        levels: ['neighbourhood'],
        years: ['2024'],
        codes: ['BU90010000'],
        groups: [],
        tiles,
      }).map(([route, own]): [string, string[]] => [route.replace('get ', ''), own]),
      [
        '/tiles/{boundaryYear}/{hash}/{z}/{x}/{y}.mvt',
        tiles.flatMap(({ boundaryYear, hash, z, x, y }) => [
          `/tiles/${boundaryYear}/${hash}/${z}/${x}/${y}.mvt`,
          `/tiles/${boundaryYear}/${hash}/${z}/0/0.mvt`,
        ]),
      ],
    ]);
  });

  async function serve(find: FindReader) {
    const { listener } = createAnswering(context, new Map(), find);
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(() => server.close().closeAllConnections());
    const { port } = server.address() as AddressInfo;
    return (address: string, pass: string) => ask(`http://127.0.0.1:${port}${address}`, pass);
  }

  async function ask(address: string, pass: string): Promise<Told> {
    return describeAnswer(
      await fetch(address, {
        headers: { 'X-Pass': pass, 'Accept-Encoding': 'identity' },
        redirect: 'manual',
      }),
    );
  }

  async function describeAnswer(response: Response): Promise<Told> {
    const { headers, status } = response;
    const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
    const isProblem = headers.get('Content-Type')?.startsWith('application/problem');
    return {
      status,
      tag: headers.get('ETag'),
      caching: headers.get('Cache-Control'),
      body: isProblem ? '' : `${headers.get('Location') ?? ''}${body}`,
    };
  }

  test('every address of the document is asked for below', async () => {
    const response = await createApp(context, new Map()).request('/api/openapi.json');
    const { paths = {} } = (await response.json()) as Document;
    // What is about persons is kept by nobody: tests/api/accounts.test.ts.
    const ofFigures = Object.keys(paths).filter((path) => !path.startsWith('/api/accounts/'));
    expect([...addresses.keys()].sort()).toEqual(ofFigures.sort());
  });

  for (const [manner, find] of Object.entries(lookups))
    for (const order of [
      ['partner', 'public'],
      ['public', 'partner'],
    ] as const)
      test(`is given to nobody with other rights, who are known ${manner}: ${order.join(' first, then ')}`, async () => {
        const get = await serve(find);
        const differing = new Set<string>();
        for (const [path, asked] of addresses)
          for (const address of asked) {
            // Twice each, so that the second comes from memory where anything does.
            const told = { partner: [] as Told[], public: [] as Told[] };
            for (const who of [...order, ...order]) told[who].push(await get(address, who));
            const expected = await expectOf(address);
            for (const who of order)
              expect({ address, told: told[who] }).toEqual({ address, told: [expected[who], expected[who]] });
            const expectedCaching = ofPublic.includes(path) ? /^no-cache$/ : /^private/;
            for (const { caching } of told.partner) expect(caching, address).toMatch(expectedCaching);
            if (
              expected.public.body !== expected.partner.body ||
              expected.public.status !== expected.partner.status
            )
              differing.add(path);
          }
        expect([...addresses.keys()].filter((path) => !differing.has(path))).toEqual(alike);
      });

  const expectations = new Map<string, Promise<Record<'public' | 'partner', Told>>>();

  /** What each is told by an app that nobody else asks: the same in whatever order it is compared below, so asked once. */
  function expectOf(address: string) {
    const expected = expectations.get(address) ?? askBothAnew(address);
    expectations.set(address, expected);
    return expected;
  }

  async function askBothAnew(address: string) {
    return { public: await askAlone(publicReader, address), partner: await askAlone(partner, address) };
  }

  const alone = new Map<Reader, ReturnType<typeof createApp>>();

  /** What an app says that knows one reader only, so that it remembers nothing of another. */
  async function askAlone(reader: Reader, address: string): Promise<Told> {
    const app = alone.get(reader) ?? createApp(context, new Map(), () => reader);
    alone.set(reader, app);
    return describeAnswer(await app.request(address));
  }
});
