import { brotliDecompressSync } from 'node:zlib';
import { pino } from 'pino';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { compressOnce } from '../../api/compression.ts';
import { readyStartup } from '../../api/startup.ts';
import type { ViewerFiles } from '../../api/viewer-files.ts';
import type { Reader } from '../../sql/reader.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const logger = pino({ level: 'silent' });
const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };
const html = `<!doctype html><html><head><title>Kaart</title></head><body>${'kaart '.repeat(300)}</body></html>`;
const viewer: ViewerFiles = new Map([
  [
    '/index.html',
    { type: 'text/html', hash: 'page', immutable: false, encode: compressOnce(Buffer.from(html)) },
  ],
]);

describeOnBothDatabases('the page', (getDatabase) => {
  let app: ReturnType<typeof createApp>;
  beforeAll(() => publishFixture(getDatabase()));
  beforeEach(async () => {
    app = createApp({ startup: readyStartup(getDatabase()), logger, publicUrl: null }, viewer);
    // A page does not wait for a catalog that nobody has read yet.
    await app.request('/api/catalog');
  });

  const readPage = async (path: string, of = app) => (await of.request(path)).text();
  const listLinks = (page: string) =>
    [...page.matchAll(/<link rel="preload" href="([^"]*)" as="fetch" crossorigin="anonymous" \/>/g)].map(
      ([, href]) => href?.replaceAll('&amp;', '&') ?? '',
    );

  test('names the tileset and the columns of its link, and every one of them is there', async () => {
    for (const [search, expected] of [
      ['', ['/tiles/2024.json', '/api/columns/misdrijven-per-1000/neighbourhood']],
      ['?indicator=misdrijven', ['/tiles/2024.json', '/api/columns/misdrijven/neighbourhood']],
      ['?indicator=inwoners&period=2021', ['/tiles/2021.json', '/api/columns/inwoners/neighbourhood']],
      [
        '?panels=2&indicator=inwoners&period=2021&indicator2=misdrijven',
        [
          '/tiles/2021.json',
          '/api/columns/inwoners/neighbourhood',
          '/tiles/2024.json',
          '/api/columns/misdrijven/neighbourhood',
        ],
      ],
      [
        '?panels=2&indicator=misdrijven&indicator2=tevredenheid',
        [
          '/tiles/2024.json',
          '/api/columns/misdrijven/neighbourhood',
          '/api/columns/tevredenheid/neighbourhood',
        ],
      ],
      ['?indicator=nergens', ['/tiles/2024.json', '/api/columns/misdrijven-per-1000/neighbourhood']],
    ] as const) {
      const links = listLinks(await readPage(`/${search}`));
      expect([search, links.map((address) => address.split('?')[0])]).toEqual([search, expected]);
      for (const address of links) expect((await app.request(address)).status, address).toBe(200);
      for (const address of links.filter((each) => each.startsWith('/api/columns/')))
        expect((await app.request(address)).headers.get('Cache-Control'), address).toContain('immutable');
    }
  });

  test('names nothing of the map where a page is read in its place', async () => {
    expect(await readPage('/?page=sources')).toBe(html);
  });

  test('names what its reader may see, and is kept by nobody else', async () => {
    const ofPartner = createApp(
      { startup: readyStartup(getDatabase()), logger, publicUrl: null },
      viewer,
      () => partner,
    );
    await ofPartner.request('/api/catalog');
    const address = '/?indicator=meldingen';
    expect(listLinks(await readPage(address, ofPartner)).join()).toContain('/api/columns/meldingen/');
    expect((await ofPartner.request(address)).headers.get('Cache-Control')).toMatch(/^private/);
    expect(await readPage(address)).not.toContain('/api/columns/meldingen/');
    expect((await app.request(address)).headers.get('Cache-Control')).toBe('no-cache');
  });

  test('has a tag for each link and coding, and spares who has it the body', async () => {
    const [one, other] = [await app.request('/'), await app.request('/?indicator=misdrijven')];
    const tag = one.headers.get('ETag') ?? '';
    expect(tag).not.toBe(other.headers.get('ETag'));
    expect((await app.request('/', { headers: { 'If-None-Match': tag } })).status).toBe(304);
    expect((await app.request('/?indicator=misdrijven', { headers: { 'If-None-Match': tag } })).status).toBe(
      200,
    );
    const brotli = await app.request('/', { headers: { 'Accept-Encoding': 'br' } });
    expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(await one.text());
    const head = await app.request('/', { method: 'HEAD' });
    expect([head.status, head.headers.get('ETag'), await head.text()]).toEqual([200, tag, '']);
    expect(one.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
  });

  test('comes at once, as it was built, while the server starts', async () => {
    const startup = { phase: { status: 'starting', step: '' }, isWarm: false } as const;
    const starting = createApp({ startup, logger, publicUrl: null }, viewer);
    expect(await readPage('/', starting)).toBe(html);
  });

  test('writes nothing of a link into itself', async () => {
    const page = await readPage('/?indicator=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&period=%3Cb%3E');
    expect(page).not.toMatch(/<script|<b>/);
  });
});
