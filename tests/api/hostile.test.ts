import fc from 'fast-check';
import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { readyStartup } from '../../api/startup.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const nasty = [
  '\0',
  'GM0153\0',
  '../../etc/passwd',
  "'; drop table area; --",
  '%',
  '_%',
  '-1',
  '0',
  '1e9',
  'NaN',
  'null',
  '999999999999999999999',
  '２０２４',
  'é'.repeat(150),
  'a'.repeat(5000),
  '\u202e\u0000\ud800',
  '[object Object]',
  '__proto__',
  '2024',
  'GM0153',
  'BU01530001',
  'twente',
  'csv',
  'municipality',
];
const value = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.integer().map(String),
);
const names = [
  'indicator',
  'period',
  'level',
  'area',
  'within',
  'boundaryYear',
  'limit',
  'after',
  'format',
  'q',
  'from',
  'to',
  'hash',
  '__proto__',
  'constructor',
  'colour',
  'bbox',
  'bbox-crs',
  'crs',
  'datetime',
  'status',
  'f',
  'c',
  'taal',
];
const query = fc
  .array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, text]) => `${name}=${encode(text)}`).join('&'));

/** As encodeURIComponent, but for halves of surrogate pairs, which stay as they are. */
function encode(text: string): string {
  return [...text].map((sign) => (/\p{Cs}/u.test(sign) ? sign : encodeURIComponent(sign))).join('');
}

const part = value.map(encode);
const path = fc.oneof(
  fc.constantFrom(
    '/healthz',
    '/readyz',
    '/api/catalog',
    '/api/areas',
    '/api/observations',
    '/api/lineage',
    '/api/links',
    '/preview.png',
    '/embed',
    '/S/abcd2345',
    '/api/search',
    '/api/targets',
    '/api/policy/templates',
    '/api/policy/cycles',
    '/api/shared-lists',
    '/api/contributions',
    '/api/contributions/counts',
    '/api/contributions/search',
    '/news.atom',
    '/api/observations.csv-metadata.json',
    '/sitemap.xml',
    '/robots.txt',
    '/.well-known/security.txt',
    '/metrics',
    '/catalog.jsonld',
    '/catalog.ttl',
    '/ogc',
    '/vragenlijst',
    '/vragenlijst/begin',
    '/vragenlijst/bedankt',
    '/ogc/conformance',
    '/ogc/api',
    '/ogc/collections',
    '/ogc/collections/neighbourhood-2024/items',
    '/ogc/tileMatrixSets',
    '/api/docs',
    '/api/openapi.json',
    '/',
  ),
  part.map((code) => `/api/areas/${code}`),
  part.map((id) => `/api/contributions/${id}`),
  part.map((id) => `/api/links/${id}`),
  part.map((id) => `/s/${id}`),
  part.map((key) => `/vragenlijst/open/${key}`),
  part.map((key) => `/vragenlijst/blok/${key}`),
  part.map((id) => `/api/presentations/${id}`),
  part.map((code) => `/api/follow/${code}`),
  part.map((code) => `/api/follow/${code}/events`),
  part.map((code) => `/volg/${code}`),
  fc.tuple(part, part).map(([id, sha256]) => `/api/contributions/${id}/files/${sha256}`),
  part.map((code) => `/api/areas/${code}/profile`),
  fc.tuple(part, part).map(([indicator, level]) => `/api/columns/${indicator}/${level}`),
  part.map((code) => `/areas/${code}`),
  part.map((id) => `/ogc/collections/${id}`),
  part.map((id) => `/ogc/collections/neighbourhood-2024/items/${id}`),
  fc
    .tuple(part, part, part)
    .map((parts) => `/ogc/collections/neighbourhood-2024/tiles/WebMercatorQuad/${parts.join('/')}`),
  part.map((id) => `/ogc/tileMatrixSets/${id}`),
  part.map((year) => `/tiles/${year}.json`),
  fc.tuple(part, part, part, part, part).map((parts) => `/tiles/${parts.join('/')}.mvt`),
  fc.tuple(part, part).map((parts) => `/${parts.join('/')}`),
);

describeOnBothDatabases('whatever is asked', (getDatabase) => {
  const lines: string[] = [];
  let app: ReturnType<typeof createApp>;

  beforeAll(async () => {
    await publishFixture(getDatabase());
    const logger = pino({ level: 'error' }, { write: (line: string) => lines.push(line) });
    app = createApp({ startup: readyStartup(getDatabase()), logger, publicUrl: null }, new Map());
  });

  test('the answer is one that was foreseen', async () => {
    // A path that ends a sentence leads to the page.
    const allowed = [200, 204, 302, 304, 400, 404];
    await fc.assert(
      fc.asyncProperty(path, query, value, async (address, text, header) => {
        const headers = new Headers();
        const plain = header.replace(/[^\x20-\x7e]/g, '');
        for (const name of ['Accept-Encoding', 'If-None-Match', 'X-Request-Id']) headers.set(name, plain);
        const response = await app.request(`${address}?${text}`, { headers });
        expect(allowed, `${address}?${text}\n${lines.join('')}`).toContain(response.status);
        expect(response.headers.get('Location') ?? '/').toMatch(
          /^\/((ogc)?(\?|$)|areas\/[A-Z]{2}\d+$|s\/[2-9a-z]{8}$)/,
        );
        await response.arrayBuffer();
      }),
      { numRuns: 300 },
    );
  });

  test('a parameter that is right but for one thing is refused or unknown, never a failure', async () => {
    const [indicator] = await getDatabase().selectFrom('indicator').select('key').execute();
    const one = fc.tuple(
      fc.constantFrom('period', 'level', 'area', 'within', 'boundaryYear', 'limit', 'after'),
      value,
    );
    await fc.assert(
      fc.asyncProperty(one, fc.constantFrom('json', 'csv'), async ([name, text], format) => {
        const address = `/api/observations?indicator=${indicator?.key}&format=${format}&${name}=${encode(text)}`;
        const response = await app.request(address);
        expect([200, 400], `${address}\n${lines.join('')}`).toContain(response.status);
        await response.text();
      }),
      { numRuns: 150 },
    );
  });

  test('any text may be asked a short link for', async () => {
    await fc.assert(
      fc.asyncProperty(value, value, async (text, more) => {
        for (const address of [text, `/?${text}`, `/?indicator=misdrijven&${text}=${more}`]) {
          const response = await app.request('/api/links', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ address, frozen: text.length % 2 === 0 }),
          });
          // So many are made that it is refused in the end.
          expect([200, 400, 429], `${address}\n${lines.join('')}`).toContain(response.status);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('any text may be searched for', async () => {
    await fc.assert(
      fc.asyncProperty(value, async (text) => {
        const response = await app.request(`/api/search?q=${encode(text)}`);
        expect([200, 400], `${text}\n${lines.join('')}`).toContain(response.status);
      }),
      { numRuns: 150 },
    );
  });
});
