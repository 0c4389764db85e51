import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import type { FileStore } from '../../api/contributions/file-store.ts';
import { compressOnce } from '../../api/sending/compression.ts';
import { readyStartup } from '../../api/startup.ts';
import { documentKinds } from '../../geodata/contribution/document.ts';
import { listColumnAddresses, listTileAddresses } from '../../sql/artefacts.ts';
import type { Database } from '../../sql/database.ts';
import { listLinks } from '../../sql/links/links.ts';
import { everything, type Reader } from '../../sql/reader.ts';
import { listStandards } from './ogc/walk.ts';

/** A request of which the answer is compared. */
export interface Asked {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly address: string;
  readonly body?: unknown;
}

const encoder = new TextEncoder();
const html = encoder.encode('<html><head></head><body></body></html>');

/** The page as it was built: what it names of the link depends on the reader. */
const viewer = new Map([
  ['/index.html', { type: 'text/html', hash: 'page', immutable: false, encode: compressOnce(html) }],
]);

/** A server over a database that knows one reader. */
export function serveReader(db: Database, reader: Reader) {
  const context = {
    startup: readyStartup(db),
    logger: pino({ level: 'silent' }),
    publicUrl: 'http://localhost',
    files: { read: async (sha256: string) => Buffer.from(sha256) } as unknown as FileStore,
  };
  return createApp(context, viewer, () => reader);
}

export type Served = Pick<ReturnType<typeof serveReader>, 'request'>;

/** An answer to its last byte: status, all headers and body, but for when the server started. */
export async function tell(app: Served, { method, address, body }: Asked): Promise<string> {
  const response = await app.request(`http://localhost${address}`, {
    method,
    headers: {
      'X-Request-Id': 'the-same',
      ...(body !== undefined && { 'Content-Type': 'application/json', Origin: 'http://localhost' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const bytes = Buffer.from(await response.arrayBuffer()).toString('latin1');
  const headers = [...response.headers].filter(([name]) => name !== 'date').sort();
  const isHealth = address === '/healthz' || address === '/readyz';
  const kept = isHealth ? headers.filter(([name]) => name !== 'etag') : headers;
  const text = isHealth ? bytes.replace(/"uptimeSeconds":[\d.]+/, '') : bytes;
  return [response.status, ...kept.map((header) => header.join(': ')), text].join('\n');
}

/**
 * What is asked at each route of the document, with every value that there is of each parameter, whoever may see it: by its
 * method and path.
 */
export async function listAsked(db: Database): Promise<Map<string, Asked[]>> {
  const indicators = (await db.selectFrom('indicator').select('key').orderBy('key').execute()).map(
    ({ key }) => key,
  );
  const areas = await db
    .selectFrom('area')
    .select(['code', 'boundary_year as year'])
    .orderBy('code')
    .execute();
  const codes = [...new Set(areas.map(({ code }) => code)), 'GM9999'];
  const groups = await db
    .selectFrom('figure_group')
    .select(['indicator', 'period', 'level'])
    .distinct()
    .execute();
  const columns = await listHeldColumns(db);
  const tiles = await listTileAddresses(db, everything);
  const get = (addresses: readonly string[]): Asked[] =>
    addresses.map((address) => ({ method: 'GET', address }));
  const levels = ['municipality', 'district', 'neighbourhood'];
  const years = ['2021', '2024', '1999'];
  const addresses = [...indicators, 'onbekend'];
  const written = await db.selectFrom('contribution').select('id').orderBy('id').execute();
  const contributions = [...written.map(({ id }) => id), 12_345];
  const links = (await listLinks(db)).map(({ id }) => id);
  const query = (indicator: string, rest = '') => `/api/observations?indicator=${indicator}${rest}`;
  return new Map<string, Asked[]>([
    ['get /healthz', get(['/healthz'])],
    ['get /readyz', get(['/readyz'])],
    ['get /metrics', get(['/metrics'])],
    ['get /gegevensbescherming', get(['/gegevensbescherming', '/gegevensbescherming?lang=en'])],
    ['get /toegankelijkheid', get(['/toegankelijkheid', '/toegankelijkheid?lang=en'])],
    ['get /.well-known/security.txt', get(['/.well-known/security.txt'])],
    ['get /api/catalog', get(['/api/catalog'])],
    ['get /api/releases', get(['/api/releases'])],
    ['get /api/sources', get(['/api/sources'])],
    ['get /api/access', get(['/api/access'])],
    ['put /api/access/site', [{ method: 'PUT', address: '/api/access/site', body: { isClosed: false } }]],
    ['put /api/access/rules', [{ method: 'PUT', address: '/api/access/rules', body: { kind: 'nothing' } }]],
    [
      'get /api/areas',
      get(years.flatMap((year) => levels.map((level) => `/api/areas?boundaryYear=${year}&level=${level}`))),
    ],
    [
      'get /api/areas/{code}',
      get(
        codes.flatMap((code) =>
          ['', ...years.map((year) => `?boundaryYear=${year}`)].map((rest) => `/api/areas/${code}${rest}`),
        ),
      ),
    ],
    [
      'get /api/areas/{code}/profile',
      get([
        ...codes.map((code) => `/api/areas/${code}/profile`),
        ...['GM9001', 'GM9002', 'BU90010000', 'BU90020001'].flatMap((code) => [
          ...['2022', '2023', '2024', '2025'].map((period) => `/api/areas/${code}/profile?period=${period}`),
          ...addresses.map((address) => `/api/areas/${code}/profile?boundaryYear=2024&indicator=${address}`),
        ]),
      ]),
    ],
    [
      'get /api/observations',
      get([
        ...addresses.flatMap((address) => [
          query(address),
          query(address, '&limit=2'),
          query(address, '&within=GM9002'),
          query(address, '&category=*'),
          query(address, '&format=csv'),
          query(address, '&carriedTo=2021'),
          query(address, '&carriedTo=2024&level=neighbourhood&format=csv'),
        ]),
        ...groups.map(({ indicator, period, level }) => query(indicator, `&period=${period}&level=${level}`)),
      ]),
    ],
    [
      'get /api/columns/{indicator}/{level}',
      get(
        addresses
          .filter((address) => !address.includes('/'))
          .flatMap((address) => listColumns(address, levels, columns)),
      ),
    ],
    [
      'get /api/columns/{indicator}/{category}/{level}',
      get(
        [...addresses.filter((address) => address.includes('/')), 'misdrijven/onbekend'].flatMap((address) =>
          listColumns(address, levels, columns),
        ),
      ),
    ],
    [
      'get /api/lineage',
      get(
        [
          'from=2021&to=2024',
          'from=2024&to=2021',
          'from=2021&to=2024&level=municipality',
          'from=1999&to=2024',
        ].map((rest) => `/api/lineage?${rest}`),
      ),
    ],
    [
      'get /api/search',
      get(['buurt', 'BU9002', 'dorpskern', 'oostermeer', 'meldingen'].map((text) => `/api/search?q=${text}`)),
    ],
    [
      'get /api/targets',
      get(['/api/targets', ...addresses.map((address) => `/api/targets?indicator=${address}`)]),
    ],
    ['get /preview.png', get(addresses.map((address) => `/preview.png?indicator=${address}`))],
    [
      'get /embed',
      get(
        addresses.flatMap((address) =>
          ['map', 'table', 'chart&area=BU90010000', 'figure&area=BU90020001'].map(
            (show) => `/embed?show=${show}&indicator=${address}`,
          ),
        ),
      ),
    ],
    ['get /embed.js', get(['/embed.js'])],
    ['get /api/links', get(['/api/links'])],
    ['get /api/links/{id}', get([...links, 'zzzzzzzz'].map((id) => `/api/links/${id}`))],
    ['get /s/{id}', get([...links, 'zzzzzzzz'].map((id) => `/s/${id}`))],
    ['post /api/links', addresses.map(askLink)],
    ['get /api/presentations/{id}', get([known, unknown].map((id) => `/api/presentations/${id}`))],
    ['get /api/follow/{code}', get(['abcd23', 'abcd24', 'zzzzzz'].map((code) => `/api/follow/${code}`))],
    // One that goes on is told of for ever: tests/api/follow/follow.test.ts.
    ['get /api/follow/{code}/events', get(['abcd24', 'zzzzzz'].map((code) => `/api/follow/${code}/events`))],
    ['get /volg/{code}', get(['/volg/abcd23'])],
    ['post /api/follow', [{ method: 'POST', address: '/api/follow', body: {} }]],
    ['post /api/follow/{code}', [{ method: 'POST', address: '/api/follow/abcd23', body: { state: null } }]],
    ['delete /api/follow/{code}', [{ method: 'DELETE', address: '/api/follow/abcd23' }]],
    ['delete /api/links/{id}', [{ method: 'DELETE', address: '/api/links/zzzzzzzz' }]],
    ['get /api/policy/templates', get(['/api/policy/templates'])],
    ['get /api/policy/cycles', get(['/api/policy/cycles'])],
    ['get /api/shared-lists', get(['/api/shared-lists'])],
    ...changes.map(([path, address]): [string, Asked[]] => [
      `put ${path}`,
      [{ method: 'PUT', address, body: { version: 1 } }],
    ]),
    [
      'get /api/contributions',
      get([
        '/api/contributions',
        '/api/contributions?kind=news&municipality=GM9002',
        ...documentKinds.map((kind) => `/api/contributions?document=${kind}`),
        ...codes.map((code) => `/api/contributions?area=${code}`),
        `/api/contributions?${codes.map((code) => `area=${code}`).join('&')}`,
        ...addresses.map((address) => `/api/contributions?indicator=${address}&kind=story`),
        ...addresses.map((address) => `/api/contributions?indicator=${address}&kind=practice`),
        ...contributions.map((id) => `/api/contributions?practice=${id}`),
      ]),
    ],
    [
      'get /api/contributions/counts',
      get(
        addresses.flatMap((address) =>
          levels.map((level) => `/api/contributions/counts?indicator=${address}&level=${level}`),
        ),
      ),
    ],
    [
      'get /api/contributions/search',
      get([
        ...['besloten', 'allen', 'politie', 'nieuws', 'stukwoord'].map(
          (text) => `/api/contributions/search?q=${text}`,
        ),
        '/api/contributions/search?q=stukwoord&kind=document&municipality=GM9001',
        ...documentKinds.map((kind) => `/api/contributions/search?q=besloten&document=${kind}`),
      ]),
    ],
    ['get /api/contributions/{id}', get(contributions.map((id) => `/api/contributions/${id}`))],
    [
      'get /api/contributions/{id}/files/{sha256}',
      get(
        contributions.flatMap((id) =>
          ['0', 'd', 'e'].map((sign) => `/api/contributions/${id}/files/${sign.repeat(64)}`),
        ),
      ),
    ],
    [
      'get /news.atom',
      get(['/news.atom', '/news.atom?municipality=GM9001', '/news.atom?municipality=GM9002']),
    ],
    ['get /tiles/{boundaryYear}.json', get(years.map((year) => `/tiles/${year}.json`))],
    [
      'get /tiles/{boundaryYear}/{hash}/{z}/{x}/{y}.mvt',
      get(
        tiles.flatMap(({ boundaryYear, hash, z, x, y }) => [
          `/tiles/${boundaryYear}/${hash}/${z}/${x}/${y}.mvt`,
          `/tiles/${boundaryYear}/${hash}/${z}/0/0.mvt`,
        ]),
      ),
    ],
    ['get /base-map.json', get(['/base-map.json'])],
    ['get /base-map/{z}/{x}/{y}.mvt', get(['/base-map/0/0/0.mvt'])],
    ...listStandards({ addresses, levels, years, codes, groups, tiles }).map(
      ([route, own]): [string, Asked[]] => [route, get(own)],
    ),
    // What the document does not name.
    [
      'page',
      get([
        '/',
        '/?see-as=police',
        ...addresses.flatMap((address) => levels.map((level) => `/?indicator=${address}&level=${level}`)),
      ]),
    ],
    [
      'documentation',
      get(['/api/openapi.json', '/api/docs', '/api/unknown', '/api/catalog?see-as=partner', '/releases']),
    ],
  ]);
}

/** Refused of any, as a page to read cannot be frozen: the name of a link that is made is by chance. */
const askLink = (indicator: string): Asked => ({
  method: 'POST',
  address: '/api/links',
  body: { address: `/?page=sources&indicator=${indicator}`, frozen: true },
});

const known = '00000000-0000-4000-8000-000000000000';
const unknown = '00000000-0000-4000-8000-00000000ffff';

/** What changes something, which is refused to whoever is not signed in, of something that is there for some. */
const changes = [
  ['/api/policy/cycles/{id}', `/api/policy/cycles/${known}`],
  ['/api/policy/cycles/{id}/steps/{step}', `/api/policy/cycles/${known}/steps/analyse`],
  ['/api/policy/cycles/{id}/priorities/{priority}', `/api/policy/cycles/${known}/priorities/${known}`],
  [
    '/api/policy/cycles/{id}/priorities/{priority}/actions/{action}',
    `/api/policy/cycles/${known}/priorities/${known}/actions/${known}`,
  ],
  ['/api/shared-lists/{id}', `/api/shared-lists/${known}`],
  ['/api/shared-lists/{id}/areas/{area}', `/api/shared-lists/${known}/areas/BU90010000`],
  ['/api/presentations/{id}', `/api/presentations/${known}`],
  ['/api/shared-lists/{id}/membership', `/api/shared-lists/${known}/membership`],
] as const;

function listColumns(
  address: string,
  levels: readonly string[],
  columns: readonly { indicator: string; level: string; hash: string }[],
): string[] {
  return levels.flatMap((level) => {
    const held = columns.filter((column) => column.indicator === address && column.level === level);
    const hashes = held.map(({ hash }) => `?hash=${hash}`);
    return ['', '?hash=outdated', '?frozen=abcd2345', ...hashes].map(
      (rest) => `/api/columns/${address}/${level}${rest}`,
    );
  });
}

/** Every column that is kept, whoever it is for. */
async function listHeldColumns(db: Database) {
  const known = await listColumnAddresses(db, everything);
  const all = await db.selectFrom('value_column').select(['indicator', 'level', 'hash']).execute();
  return all.length < known.length ? known : all;
}
