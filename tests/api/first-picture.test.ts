import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { PNG } from 'pngjs';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createApp } from '../../api/app.ts';
import { describeFirstView } from '../../api/first-view.ts';
import type { ViewerFiles } from '../../api/pages/viewer-files.ts';
import { hasPicture } from '../../api/preview/drawn.ts';
import type { Catalog } from '../../api/schemas/catalog.ts';
import { compressOnce } from '../../api/sending/compression.ts';
import { readyStartup } from '../../api/startup.ts';
import { readTilesets } from '../../api/tilesets.ts';
import { chanceColour } from '../../geodata/classes/absence-pattern.ts';
import { formatColour } from '../../geodata/classes/colour.ts';
import { bivariateColours } from '../../geodata/classes/kind-scheme.ts';
import { coverView } from '../../geodata/map/cover.ts';
import type { Database } from '../../sql/database.ts';
import * as publication from '../../sql/publication.ts';
import { nobody, publicReader, type Reader } from '../../sql/reader.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture, tilesetHash } from '../setup/publication.ts';
import { versions } from '../setup/region.ts';
import { encodeSquares, type Square } from '../viewer/map/squares.ts';

const logger = pino({ level: 'silent' });
const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };
const bounds = [6, 52, 6.6, 52.2] as const;
const html =
  '<!doctype html><html><head><title>Kaart</title><link rel="stylesheet" crossorigin href="/assets/a.css">' +
  '<script type="module" crossorigin src="/assets/opening.js"></script></head>' +
  '<body><div id="viewer"><p>Kaart</p></div></body></html>';
const file = (type: string, text: string) => ({
  type,
  hash: text,
  immutable: false,
  encode: compressOnce(Buffer.from(text)),
});
const viewer: ViewerFiles = new Map([
  ['/index.html', file('text/html', html)],
  ['/assets/a.css', file('text/css', '.page { color: red; }')],
]);

/** In the place of the fixture's tiles, which hold nothing: every area as a square of its own in the tiles of the region. */
async function replaceTiles(db: Database): Promise<void> {
  for (const boundaryYear of [2021, 2024]) {
    const set = { hash: tilesetHash, tilejson: { tilejson: '3.0.0', minzoom: 6, maxzoom: 13, bounds } };
    const tiles = [6, 7, 8, 9, 10, 11].flatMap((zoom) =>
      coverView(bounds, zoom, { minzoom: 6, maxzoom: 13, bounds }).map((tile) => {
        const squares = versions.map((_, index): Square => {
          const left = index / versions.length;
          return { code: `BU${index}`, index, box: [left, 0.1, left + 0.5 / versions.length, 0.9] };
        });
        const bytes = encodeSquares(tile, squares);
        return { ...tile, brotli: brotliCompressSync(bytes), gzip: gzipSync(bytes) };
      }),
    );
    await publication.replaceTileset(db, boundaryYear, { ...set, tiles });
  }
}

describeOnBothDatabases('the picture in the page', (getDatabase) => {
  const openApp = (reader?: Reader) =>
    createApp(
      { startup: readyStartup(getDatabase()), logger, publicUrl: null },
      viewer,
      reader ? () => reader : undefined,
    );
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    await publishFixture(getDatabase());
    await replaceTiles(getDatabase());
  });
  beforeEach(async () => {
    app = openApp();
    await app.request('/api/catalog');
  });
  /** The page once its maps stand in it: on a busy machine it is sent without them. */
  const readPage = async (path: string, of = app) => {
    const read = async () => {
      const page = await (await of.request(path)).text();
      return !page.includes('<p>Kaart</p>') && page;
    };
    return (await vi.waitUntil(read, { timeout: 60_000 })) || '';
  };
  const countPictures = (page: string) => page.split('<svg class="drawn-map').length - 1;
  const listFills = (page: string) =>
    [...page.matchAll(/<path fill="(light-dark\([^"]*\))" d="([^"]*)"/g)].map(([, fill, path]) => ({
      fill,
      areas: path?.split('z').length ?? 0,
    }));

  test('stands in its frame, one of each map, with the title of the page', async () => {
    // What is drawn first may come later than a page on a busy machine waits for it.
    const readDrawn = async () => {
      const read = await readPage('/?indicator=inwoners&period=2021');
      return countPictures(read) === 1 && read;
    };
    const page = (await vi.waitUntil(readDrawn, { timeout: 60_000 })) || '';
    expect(page).toMatch(/<h1>[^<]+, 2021, buurten<\/h1>/);
    expect(countPictures(page)).toBe(1);
    expect(countPictures(await readPage('/?panels=2&indicator=inwoners&indicator2=misdrijven'))).toBe(2);
    expect(page.match(/aria-hidden="true"/g)).toHaveLength(1);
    expect(page).not.toContain('<p>Kaart</p>');
  });

  test('gives each class its colour on paper and on ink, and follows period and scheme', async () => {
    const fills = listFills(await readPage('/?indicator=inwoners&period=2021'));
    expect(fills.length).toBeGreaterThan(1);
    expect(new Set(fills.map(({ fill }) => fill)).size).toBe(fills.length);
    const green = listFills(await readPage('/?indicator=inwoners&period=2021&scheme=green'));
    expect(green.map(({ areas }) => areas)).toEqual(fills.map(({ areas }) => areas));
    expect(green.map(({ fill }) => fill)).not.toEqual(fills.map(({ fill }) => fill));
  });

  test('gives an area without a figure the pattern that says why', async () => {
    const page = await readPage('/?indicator=misdrijven-per-1000');
    const patterns = [...page.matchAll(/<pattern id="map-0-([a-z-]+)"/g)].map(([, name]) => name);
    expect(patterns.length).toBeGreaterThan(0);
    for (const name of patterns) expect(page).toContain(`fill="url(#map-0-${name})"`);
  });

  test('draws the same map wherever it looks, in a window of any size', async () => {
    expect(await readPage('/')).toMatch(/<svg viewBox="[\d. -]+" overflow="visible">/);
    expect(await readPage('/?map=9/52.3/6.6')).toMatch(
      /<svg x="50%" y="50%" overflow="visible"><g transform="scale\([\d.]+\) translate\([\d. -]+\)">/,
    );
  });

  test('draws a change in the same boundaries, grey where it may be chance', async () => {
    const address = '/?indicator=misdrijven&period=2024&change=2023.absolute';
    const grey = `light-dark(${(['light', 'dark'] as const).map((each) => formatColour(chanceColour(each))).join(',')})`;
    const tested = await readPage(address);
    expect(countPictures(tested)).toBe(1);
    // Of 30 crimes 40 is no rise that chance does not make.
    expect(listFills(tested).map(({ fill }) => fill)).toContain(grey);
    expect(tested).toContain('<pattern id="map-0-missing"');
    const untested = listFills(await readPage(`${address}&chance=off`)).map(({ fill }) => fill);
    expect(untested).toHaveLength(listFills(tested).length);
    expect(untested).not.toContain(grey);
    // What is kept of a change is not kept for a page that shows it otherwise.
    expect(listFills(await readPage(address))).toEqual(listFills(tested));
    expect(countPictures(await readPage(`${address}&scale=period`))).toBe(1);
  });

  test('draws two indicators on one map in the colours of both', async () => {
    const page = await readPage('/?indicator=misdrijven&period=2024&pair=inwoners');
    expect(countPictures(page)).toBe(1);
    const [light, dark] = [bivariateColours('light'), bivariateColours('dark')].map((all) =>
      all.map(formatColour),
    );
    const known = (light ?? []).map((colour, kind) => `light-dark(${colour},${dark?.[kind]})`);
    const kinds = listFills(page).map(({ fill }) => known.indexOf(fill ?? ''));
    // Few and few, some and some, many and many; and areas of which nothing is known.
    expect(kinds.filter((kind) => kind >= 0).sort()).toEqual([0, 4, 8]);
  });

  test('draws how far figures lie from each reference, and says where there is nothing to hold them against', async () => {
    const address = '/?indicator=misdrijven-per-1000&period=2024&deviation=absolute&chance=off';
    const areasOf = async (query: string) =>
      listFills(await readPage(`${address}&${query}`)).map(({ areas }) => areas);
    // 40 and 20 per 1,000, against what the municipality aims at, 20.5: one above and one below.
    const ofTargets = listFills(await readPage(`${address}&reference=target`));
    expect(ofTargets.length).toBeGreaterThan(1);
    expect(await areasOf('reference=target&deviation=relative')).not.toEqual([]);
    // The region, the country, a municipality and an area have no such figure; one that is no area is the region.
    const nothing = await readPage(address);
    expect(nothing).toContain('<pattern id="map-0-missing"');
    for (const reference of ['country', 'municipality', 'GM9002', 'BU90020000', 'BU99999999']) {
      const page = await readPage(`${address}&reference=${reference}`);
      expect([reference, countPictures(page)]).toEqual([reference, 1]);
      expect(listFills(page)).toEqual(listFills(nothing));
    }
    const ofNeighbour = listFills(await readPage(`${address}&reference=BU90010000`));
    expect(ofNeighbour).not.toEqual(listFills(nothing));
    expect(ofNeighbour).not.toEqual(ofTargets);
  });

  test('leaves clusters and areas that are alike to the browser, which computes as long as it takes', async () => {
    for (const query of [
      'misdrijven&shows=clusters',
      'misdrijven-per-1000&deviation=absolute&reference=peers',
    ]) {
      const page = await readPage(`/?period=2024&indicator=${query}`);
      expect([countPictures(page), page.includes('class="map-canvas')]).toEqual([0, true]);
    }
  });

  test('is left to the browser where a change lies between other boundaries', async () => {
    const page = await readPage('/?indicator=inwoners&period=2024&change=2021.absolute');
    expect(page).toContain('"change":{');
    expect([countPictures(page), page.includes('class="map-canvas')]).toEqual([0, true]);
  });

  test('shows only what its reader may see', async () => {
    const ofPartner = openApp(partner);
    await ofPartner.request('/api/catalog');
    const address = '/?indicator=meldingen';
    const [closed, open] = [await readPage(address, ofPartner), await readPage(address)];
    expect(countPictures(closed)).toBe(1);
    expect(listFills(closed)).not.toEqual(listFills(open));
    const ofNobody = openApp(nobody);
    await ofNobody.request('/api/catalog');
    expect(countPictures(await (await ofNobody.request('/')).text())).toBe(0);
  });

  test('comes with its style sheets in the page, and a policy that names every text in it', async () => {
    await readPage('/');
    const answer = await app.request('/');
    const page = await answer.text();
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(page).toContain('>.page { color: red; }</style>');
    const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    for (const [, text = ''] of page.matchAll(
      /<(?:script|style)(?: data-(?:sheet-of|scripts)="[^"]*")?>(.*?)<\//gs,
    ))
      expect(policy).toContain(hashOf(text));
    expect(policy).not.toContain('unsafe');
    expect(page.match(/<script>|<script data-scripts=/g)).toHaveLength(2);
  });

  test('lets the scripts of the page wait for its first frame, where it stands in it', async () => {
    const module = '<script type="module" crossorigin src="/assets/opening.js"></script>';
    const drawn = await readPage('/');
    expect(drawn).not.toContain('type="module"');
    expect(drawn).toContain(
      '<link rel="preload" as="script" crossorigin fetchpriority="low" href="/assets/opening.js" />',
    );
    expect(drawn).toMatch(
      /<script data-scripts="\/assets\/opening\.js">.*import\(path\).*<\/script><\/body>/s,
    );
    expect(await readPage('/?indicator=misdrijven-per-1000&period=2024&shows=clusters')).toContain(module);
    expect(await (await app.request('/?page=sources')).text()).toContain(module);
  });

  test('stands on the card that other programs show of a link, drawn for who asks', async () => {
    const page = await readPage('/?indicator=inwoners&period=2021&lang=en');
    const tags = new Map(
      [...page.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)" \/>/g)].map(
        ([, name = '', content = '']) => [name, content.replaceAll('&amp;', '&')] as const,
      ),
    );
    expect(tags.get('og:title')).toMatch(/, 2021, neighbourhoods$/);
    expect(tags.get('og:description')).toMatch(/^Source: ./);
    expect(tags.get('og:image:alt')).toContain(tags.get('og:title'));
    const hung = await readPage('/?utm_source=mail&period=2021&lang=en&indicator=inwoners');
    const [canonical, ...others] = [page, hung].map(
      (html) => /rel="canonical" href="([^"]+)"/.exec(html)?.[1],
    );
    expect(canonical?.replaceAll('&amp;', '&')).toBe(tags.get('og:url'));
    expect(others).toEqual([canonical]);
    expect(await readPage('/')).toMatch(/rel="canonical" href="https?:\/\/[^/]+\/"/);
    const image = new URL(tags.get('og:image') ?? '');
    expect(image.pathname).toBe('/preview.png');
    const answer = await app.request(image.pathname + image.search);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { width, height } = PNG.sync.read(bytes);
    expect([width, height]).toEqual([1200, 630]);
    expect(new Set(listPixels(bytes)).size).toBeGreaterThan(3);
    // The same picture whatever else the address says.
    const again = await app.request(`${image.pathname}${image.search}&area=GM9001&utm_source=mail`);
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('stands on the card of a change and of two indicators, named as the page names them', async () => {
    const tagsOf = async (query: string) => {
      const page = await readPage(`/?${query}`);
      const read = (name: string) => new RegExp(`"${name}" content="([^"]*)"`).exec(page)?.[1] ?? '';
      return { title: read('og:title'), image: read('og:image').replaceAll('&amp;', '&') };
    };
    const plain = 'indicator=misdrijven&period=2024';
    const pictures: Buffer[] = [await readBytes(await app.request(`/preview.png?${plain}`))];
    for (const [query, title] of [
      [`${plain}&change=2023.absolute`, 'Misdrijven, verschil, 2023 → 2024, buurten'],
      [
        `${plain}&change=2023.relative&lang=en`,
        'Crimes, difference in per cent, 2023 → 2024, neighbourhoods',
      ],
      [`${plain}&pair=inwoners`, 'Misdrijven, met Inwoners, 2024, buurten'],
      [`${plain}&shows=clusters`, 'Misdrijven, clusters, 2024, buurten'],
      [
        'indicator=misdrijven-per-1000&period=2024&deviation=absolute&reference=target',
        'Misdrijven per 1.000 inwoners, afwijking van de streefwaarde, 2024, buurten',
      ],
    ] as const) {
      const tags = await tagsOf(query);
      expect(tags.title).toBe(title);
      const image = new URL(tags.image);
      const answer = await app.request(image.pathname + image.search);
      expect(answer.status, query).toBe(200);
      pictures.push(await readBytes(answer));
    }
    // Both changes may be chance, so that they look alike.
    expect(new Set(pictures.map((bytes) => bytes.toString('base64'))).size).toBe(5);
    const none = await tagsOf('indicator=inwoners&period=2024&change=2021.absolute');
    expect(none).toEqual({ title: expect.stringContaining('verschil, 2021 → 2024'), image: '' });
  });

  test('is promised on a card only where each column that it needs is there, and small', async () => {
    const told = (await (await app.request('/api/catalog')).json()) as Catalog;
    const tilesets = await readTilesets(getDatabase(), publicReader);
    const rate = 'misdrijven-per-1000';
    const change = `?indicator=${rate}&period=2024&change=2023.absolute`;
    const deviation = `?indicator=${rate}&period=2024&deviation=absolute`;
    type Columns = Catalog['indicators'][number]['columns'];
    const large: Columns = { neighbourhood: { hash: 'a', bytes: 60_001 } };
    /** With an earlier period of the rate, and other columns of some indicator. */
    const isPromised = (query: string, key = '', columns: Columns = {}): boolean => {
      const catalog: Catalog = {
        ...told,
        indicators: told.indicators.map((each) => ({
          ...each,
          ...(each.key === rate && {
            periods: [...each.periods.map((period) => ({ ...period, period: '2023' })), ...each.periods],
          }),
          ...(each.key === key && { columns }),
        })),
      };
      const first = describeFirstView(catalog, tilesets, query);
      expect(first?.view.indicator).toBe(rate);
      return first !== null && hasPicture(first, catalog);
    };
    for (const difference of [change, deviation]) {
      expect(isPromised(difference)).toBe(true);
      for (const counted of ['misdrijven', 'inwoners']) {
        expect(isPromised(difference, counted), counted).toBe(false);
        expect(isPromised(`${difference}&chance=off`, counted), counted).toBe(true);
        expect(isPromised(difference, counted, large), counted).toBe(false);
      }
    }
    expect(isPromised(`?indicator=${rate}`, rate, large)).toBe(false);
    const clusters = describeFirstView(told, tilesets, `?indicator=${rate}&period=2024&shows=clusters`);
    const areas = { municipality: 14, district: 120, neighbourhood: 1001 };
    const many = { ...told, boundaryYears: told.boundaryYears.map((each) => ({ ...each, areas })) };
    expect(clusters && [hasPicture(clusters, told), hasPicture(clusters, many)]).toEqual([true, false]);
  });

  test('stands under the words that the page will have over it', async () => {
    for (const [query, said] of [
      ['', ', 2024, buurten'],
      ['&deviation=absolute', ', afwijking van \\S.*, 2024, buurten'],
      ['&deviation=absolute&reference=municipality', ', afwijking van de eigen gemeente, 2024, buurten'],
      ['&pair=inwoners&lang=en', ', with Inhabitants, 2024, neighbourhoods'],
    ]) {
      const [, heading] =
        /<h1>(.*?)<\/h1>/.exec(await readPage(`/?indicator=misdrijven-per-1000&period=2024${query}`)) ?? [];
      expect(heading).toMatch(new RegExp(`${said}$`));
    }
  });

  test('stands on no card of what whoever asks may not see, and of what no picture is drawn', async () => {
    const closed = '/preview.png?indicator=meldingen';
    const [ofPublic, ofPartner] = await Promise.all([app, openApp(partner)].map((of) => of.request(closed)));
    // Who may not know of it is shown what the page shows him in its place.
    expect(await readBytes(ofPublic)).toEqual(await readBytes(await app.request('/preview.png')));
    expect(await readBytes(ofPartner)).not.toEqual(await readBytes(await app.request('/preview.png')));
    expect(ofPartner?.headers.get('Cache-Control')).toMatch(/^private/);
    expect(await readPage('/', openApp(partner))).not.toContain('og:');
    expect(
      (await app.request('/preview.png?change=2021.absolute&indicator=inwoners&period=2024')).status,
    ).toBe(404);
    // What has no picture does not take that of the plain map away.
    for (const query of ['brush=1:1..', 'carry=2021']) {
      const own = 'classes=own.1,77';
      expect((await app.request(`/preview.png?${query}&${own}`)).status).toBe(404);
      expect((await app.request(`/preview.png?${own}`)).status).toBe(200);
      expect((await app.request(`/preview.png?${query}&${own}`)).status).toBe(404);
    }
    expect((await app.request('/preview.png?page=sources')).status).toBe(404);
    expect((await openApp(nobody).request('/preview.png')).status).toBe(404);
  });
});

function listPixels(bytes: Buffer): number[] {
  const { data } = PNG.sync.read(bytes);
  return [...new Uint32Array(data.buffer, data.byteOffset, data.length / 4)];
}

async function readBytes(answer: Response | undefined): Promise<Buffer> {
  return Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
}
