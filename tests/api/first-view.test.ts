import { brotliDecompressSync } from 'node:zlib';
import { pino } from 'pino';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createApp, type FirstTileset, type FirstView } from '../../api/app.ts';
import { watchPublication } from '../../api/memory/publication-watch.ts';
import type { ViewerFiles } from '../../api/pages/viewer-files.ts';
import { compressOnce } from '../../api/sending/compression.ts';
import { readyStartup } from '../../api/startup.ts';
import { readPublicationStamp } from '../../sql/publication-stamp.ts';
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

  const readFirstView = (page: string): FirstView =>
    JSON.parse(/<script type="application\/json" id="first-view">(.*?)<\/script>/.exec(page)?.[1] ?? 'null');

  test('names the columns of its link, and every one of them is there', async () => {
    for (const [search, expected] of [
      ['', ['misdrijven-per-1000']],
      ['?indicator=misdrijven', ['misdrijven']],
      ['?indicator=inwoners&period=2021', ['inwoners']],
      ['?panels=2&indicator=inwoners&period=2021&indicator2=misdrijven', ['inwoners', 'misdrijven']],
      ['?panels=2&indicator=misdrijven&indicator2=tevredenheid', ['misdrijven', 'tevredenheid']],
      ['?indicator=nergens', ['misdrijven-per-1000']],
    ] as const) {
      const links = listLinks(await readPage(`/${search}`));
      expect([search, links.map((address) => address.split('?')[0])]).toEqual([
        search,
        expected.map((key) => `/api/columns/${key}/neighbourhood`),
      ]);
      for (const address of links) {
        const answer = await app.request(address);
        expect([address, answer.status]).toEqual([address, 200]);
        expect(answer.headers.get('Cache-Control'), address).toContain('immutable');
      }
    }
  });

  test('holds what its link draws first: the whole view, the tilesets and the region', async () => {
    const page = await readPage(
      '/?panels=2&indicator=inwoners&period=2021&indicator2=misdrijven&map=9/52.3/6.6',
    );
    const { view, panels, tilesets, bbox } = readFirstView(page);
    expect(view.camera).toEqual({ zoom: 9, latitude: 52.3, longitude: 6.6 });
    expect(view.panels.map(({ indicator, period }) => [indicator, period])).toEqual([
      ['inwoners', '2021'],
      ['misdrijven', '2023'],
    ]);
    expect(
      panels.map(({ indicator, boundaryYear, column }) => [indicator.key, boundaryYear, column?.indicator]),
    ).toEqual([
      ['inwoners', 2021, 'inwoners'],
      ['misdrijven', 2024, 'misdrijven'],
    ]);
    expect(bbox[0]).toBeLessThan(bbox[2]);
    for (const year of [2021, 2024]) {
      const asked = (await (await app.request(`/tiles/${year}.json`)).json()) as FirstTileset;
      const { tiles, minzoom, maxzoom, bounds, attribution } = asked;
      expect(tilesets[`/tiles/${year}.json`]).toEqual({
        ...{ minzoom, maxzoom, bounds, attribution },
        tiles: tiles.map((address) =>
          new URL(address).pathname.replaceAll('%7B', '{').replaceAll('%7D', '}'),
        ),
      });
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
    const page = await readPage(address, ofPartner);
    expect(listLinks(page).join()).toContain('/api/columns/meldingen/');
    expect(readFirstView(page).panels[0]?.indicator.key).toBe('meldingen');
    expect((await ofPartner.request(address)).headers.get('Cache-Control')).toMatch(/^private/);
    expect(await readPage(address)).not.toContain('/api/columns/meldingen/');
    expect(readFirstView(await readPage(address)).panels[0]?.indicator.key).not.toBe('meldingen');
    expect((await app.request(address)).headers.get('Cache-Control')).toBe('no-cache');
  });

  test('is written without asking the database again while somebody watches what is published', async () => {
    const watch = watchPublication();
    const context = { startup: readyStartup(getDatabase()), logger, publicUrl: null, watch };
    const watched = createApp(context, viewer);
    watch.see(await readPublicationStamp(getDatabase()), performance.now());
    const page = await readPage('/', watched);
    expect(readFirstView(page).panels).toHaveLength(1);
    const tiles = readFirstView(page).tilesets['/tiles/2024.json']?.tiles[0] ?? '';
    const empty = tiles.replace('{z}', '6').replace('{x}', '0').replace('{y}', '0');
    const unreachable = new Proxy(getDatabase(), {
      get: () => {
        throw new Error('nobody may ask the database');
      },
    });
    context.startup.phase = { status: 'ready', db: unreachable, primary: unreachable };
    expect(await readPage('/', watched)).toBe(page);
    expect((await watched.request('/tiles/2024.json')).status).toBe(200);
    expect((await watched.request(empty)).status).toBe(204);
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

  test('writes nothing of a link into itself that could be more than data', async () => {
    const page = await readPage(
      '/?indicator=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&period=%3Cb%3E&reference=%3C%2Fscript%3E',
    );
    expect(page).not.toMatch(/alert|<b>/);
    expect(page.match(/<script|<\/script/g)).toHaveLength(2);
  });
});
