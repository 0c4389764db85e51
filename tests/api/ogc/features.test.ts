import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { rememberCollectionTiles } from '../../../api/ogc/collection-tiles.ts';
import { crsNames } from '../../../api/ogc/crs.ts';
import type { ObservationRow } from '../../../api/schemas/observation.ts';
import {
  collectionsSchema,
  featuresSchema,
  landingSchema,
  matrixSetSchema,
  tilesetSchema,
} from '../../../api/schemas/ogc.ts';
import { problemSchema } from '../../../api/schemas/problem.ts';
import { readyStartup } from '../../../api/startup.ts';
import { toRd } from '../../../geodata/projection.ts';
import { listTilesets } from '../../../sql/artefacts.ts';
import { publicReader, type Reader } from '../../../sql/reader.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { convertWithOgr } from '../../setup/ogr.ts';
import { publishFixture } from '../../setup/publication.ts';
import { followPages, readWithOgr, type SentFeature } from '../../setup/servers/features.ts';

const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };
const items = '/ogc/collections/neighbourhood-2024/items';
const codes = ['BU90010000', 'BU90010001', 'BU90010100', 'BU90020000', 'BU90020001', 'BU90020002'];

describeOnBothDatabases('OGC API Features', (getDatabase) => {
  let app: ReturnType<typeof createApp>;

  const serve = (reader: Reader) =>
    createApp(
      { startup: readyStartup(getDatabase()), logger: pino({ level: 'silent' }), publicUrl: null },
      new Map(),
      () => reader,
    );

  beforeAll(async () => {
    await publishFixture(getDatabase());
    app = serve(publicReader);
  });

  async function read(address: string, from: Pick<typeof app, 'request'> = app): Promise<unknown> {
    const response = await from.request(address);
    expect(response.status, address).toBe(200);
    return response.json();
  }

  async function readFeatures(query: string, from?: typeof app): Promise<SentFeature[]> {
    const page = await read(`${items}?${query}`, from);
    featuresSchema.parse(page);
    return (page as { features: SentFeature[] }).features;
  }

  async function listRows(query: string, from?: typeof app): Promise<ObservationRow[]> {
    return ((await read(`/api/observations?${query}`, from)) as { rows: ObservationRow[] }).rows;
  }

  /** What an area has of a row of `/api/observations`, which names the area otherwise. */
  function figureOf({ properties }: SentFeature, row: ObservationRow) {
    const { area: _area, areaName: _name, ...rest } = row;
    return Object.fromEntries(Object.keys(rest).map((key) => [key, properties[key]]));
  }

  function expectFigures(features: readonly SentFeature[], rows: readonly ObservationRow[]) {
    const known = features.filter(({ properties }) => properties.source !== null);
    expect(known.map(({ id }) => id)).toEqual(rows.map(({ area }) => area));
    known.forEach((feature, place) => {
      const row = rows[place] as ObservationRow;
      const { area: _area, areaName, ...figure } = row;
      expect(figureOf(feature, row)).toEqual(figure);
      expect(feature.properties.name).toBe(areaName);
    });
  }

  test('the landing page leads everywhere, and what it was asked of figures stays in each link', async () => {
    const landing = landingSchema.parse(await read('/ogc?indicator=misdrijven&period=2024'));
    const rels = landing.links.map(({ rel }) => rel);
    for (const rel of ['self', 'alternate', 'service-desc', 'service-doc', 'conformance', 'data'])
      expect(rels).toContain(rel);
    for (const { rel, href, type = '' } of landing.links) {
      if (rel !== 'describedby') expect(href).toContain('indicator=misdrijven&period=2024');
      const response = await app.request(href);
      expect(response.status, href).toBe(200);
      expect(response.headers.get('Content-Type'), href).toContain(type);
    }
    const moved = await app.request('/ogc/?indicator=misdrijven');
    expect(moved.headers.get('Location')).toBe('/ogc?indicator=misdrijven');
  });

  test('there is a collection for each level and boundary year, of figures only where there are any', async () => {
    const all = collectionsSchema.parse(await read('/ogc/collections'));
    expect(all.collections.map(({ id }) => id)).toEqual(
      [2024, 2021].flatMap((year) =>
        ['municipality', 'district', 'neighbourhood'].map((l) => `${l}-${year}`),
      ),
    );
    const some = collectionsSchema.parse(await read('/ogc/collections?indicator=misdrijven'));
    expect(some.collections.map(({ id }) => id)).toEqual(['municipality-2024', 'neighbourhood-2024']);
    expect(some.collections[1]?.extent.temporal?.interval).toEqual([
      ['2023-01-01T00:00:00Z', '2024-12-31T23:59:59Z'],
    ]);
    for (const { links } of all.collections)
      for (const { href } of links) expect((await app.request(href)).status, href).toBe(200);
  });

  test('the figures are those of /api/observations, a missing one with its status', async () => {
    for (const [indicator, period] of [
      ['misdrijven', '2024'],
      ['misdrijven', '2023'],
      ['inwoners', '2024'],
      ['tevredenheid', '2024'],
    ]) {
      const query = `indicator=${indicator}&period=${period}`;
      const features = await readFeatures(query);
      expect(features.map(({ id }) => id)).toEqual(codes);
      expectFigures(features, await listRows(`${query}&level=neighbourhood&boundaryYear=2024`));
    }
    const [, , zero, , missing, none] = await readFeatures('indicator=misdrijven&period=2024');
    expect(zero?.properties).toMatchObject({ value: 0, status: 'final' });
    expect(missing?.properties).toMatchObject({ value: null, status: 'missing', source: 'Proeftellingen' });
    expect(none?.properties).toMatchObject({ value: null, status: 'missing', source: null });
  });

  test('without a period the latest is told, or the latest that datetime touches', async () => {
    const periodsOf = async (query: string) => [
      ...new Set(
        (await readFeatures(`indicator=misdrijven&${query}`)).map(({ properties }) => properties.period),
      ),
    ];
    expect(await periodsOf('')).toEqual(['2024']);
    expect(await periodsOf('datetime=2023-06-01')).toEqual(['2023']);
    expect(await periodsOf('datetime=2023-12-31T23:59:59Z')).toEqual(['2023']);
    expect(await periodsOf('datetime=../2023-12-31')).toEqual(['2023']);
    expect(await periodsOf('datetime=2023-06-01/..')).toEqual(['2024']);
    expect(await periodsOf('datetime=2030-01-01/2031-01-01')).toEqual([]);
    expect(await readFeatures('datetime=2030-01-01')).toHaveLength(codes.length);
  });

  test('pages lead from one to the next, with all that was asked', async () => {
    const query = 'indicator=misdrijven&period=2024&limit=2&bbox=5,51,7,53';
    const { features, pages, matched } = await followPages(`${items}?${query}`, read);
    expect(features.map(({ id }) => id)).toEqual(codes);
    expect([pages, matched]).toEqual([3, codes.length]);
    expectFigures(features, await listRows('indicator=misdrijven&period=2024&level=neighbourhood'));
  });

  test('a box in degrees and in metres gives the areas that it touches', async () => {
    const idsOf = async (query: string) => (await readFeatures(query)).map(({ id }) => id);
    expect(await idsOf('bbox=6.05,52.05,6.15,52.1')).toEqual(codes.slice(0, 2));
    expect(await idsOf('bbox=6.05,52.05,-1,6.15,52.1,99')).toEqual(codes.slice(0, 2));
    expect(await idsOf('bbox=6.55,52.05,-170,52.1')).toEqual(codes.slice(5));
    expect(await idsOf('bbox=4,50,5,51')).toEqual([]);
    const [west, south] = toRd([6.05, 52.08]);
    const [east, north] = toRd([6.15, 52.1]);
    const box = `bbox=${west},${south},${east},${north}&bbox-crs=${crsNames.rd}`;
    expect(await idsOf(box)).toEqual(codes.slice(0, 2));
    expect(await idsOf(`bbox=0,0,10,10&bbox-crs=${crsNames.rd}`)).toEqual([]);
  });

  test('coordinates come in CRS84 or RD, and the header says which', async () => {
    const [inDegrees] = await readFeatures('limit=1');
    const response = await app.request(`${items}?limit=1&crs=${encodeURIComponent(crsNames.rd)}`);
    expect(response.headers.get('Content-Crs')).toBe(`<${crsNames.rd}>`);
    expect((await app.request(items)).headers.get('Content-Crs')).toBe(`<${crsNames.crs84}>`);
    const [inMetres] = ((await response.json()) as { features: SentFeature[] }).features;
    const expected = inDegrees?.geometry.coordinates.flat(2).map((position) => toRd(position));
    inMetres?.geometry.coordinates.flat(2).forEach((position, place) => {
      expect(position[0]).toBeCloseTo(expected?.[place]?.[0] ?? 0, 3);
      expect(position[1]).toBeCloseTo(expected?.[place]?.[1] ?? 0, 3);
    });
  });

  test('areas are chosen by their properties', async () => {
    const idsOf = async (query: string) => (await readFeatures(query)).map(({ id }) => id);
    expect(await idsOf('name=Dorpskern')).toEqual(['BU90010000', 'BU90020000']);
    expect(await idsOf('municipality=GM9002')).toEqual(codes.slice(3));
    expect(await idsOf('district=WK900101')).toEqual(['BU90010100']);
    expect(await idsOf('indicator=misdrijven&status=missing')).toEqual(codes.slice(4));
    expect(await idsOf('indicator=misdrijven&period=2024&status=provisional')).toEqual(['BU90010000']);
  });

  test('an area by itself is the same as in its collection', async () => {
    const [feature] = await readFeatures('indicator=misdrijven');
    const alone = (await read(`${items}/BU90010000?indicator=misdrijven`)) as SentFeature;
    expect(alone).toMatchObject(feature as SentFeature);
    expect((await app.request(`${items}/GM9001`)).status).toBe(404);
    expect((await app.request('/ogc/collections/neighbourhood-1999/items')).status).toBe(404);
  });

  test('what does not fit is refused with a body that says what does', async () => {
    for (const query of [
      'colour=red',
      'bbox=1,2,3',
      'bbox=1,2,3,x',
      'bbox=0x5,51,7,53',
      'bbox=6,53,7,52',
      'bbox=200,52,201,53',
      `bbox=10,0,0,10&bbox-crs=${crsNames.rd}`,
      'bbox-crs=EPSG:28992',
      'crs=EPSG:4326',
      'datetime=..',
      'datetime=2024-02-30',
      'datetime=2024-12-31/2024-01-01',
      'datetime=gisteren',
      'datetime=2024-07-01T12:00:60Z',
      'datetime=2024-07-01T24:00:00Z',
      'datetime=2024-07-01T12:00:00%2B01:60',
      'limit=0',
      'period=2024',
      'status=final',
      'indicator=onbekend',
      'indicator=misdrijven&period=1999',
      'indicator=misdrijven&indicator=inwoners',
      'after=nergens',
      'f=xml',
    ]) {
      const response = await app.request(`${items}?${query}`);
      expect(response.status, query).toBe(400);
      expect(problemSchema.parse(await response.json()).errors?.length, query).toBeGreaterThan(0);
    }
  });

  test('a parameter that is given twice is told so', async () => {
    for (const query of ['bbox=5,51,7,53&bbox=5,51,6,53', `crs=${crsNames.rd}&crs=${crsNames.crs84}`]) {
      const response = await app.request(`${items}?${query}`);
      const { errors } = problemSchema.parse(await response.json());
      const message = 'is given more than once: give it once';
      expect([response.status, errors]).toEqual([400, [{ parameter: query.split('=', 1)[0], message }]]);
    }
  });

  test('a page of another collection, or of figures elsewhere, is refused', async () => {
    const nextOf = async (address: string) => {
      const { links, next } = (await read(address)) as {
        links?: { rel: string; href: string }[];
        next?: string;
      };
      const href = links?.find(({ rel }) => rel === 'next')?.href;
      return href === undefined ? (next ?? '') : (new URL(href).searchParams.get('after') ?? '');
    };
    const own = await nextOf(`${items}?limit=1`);
    expect((await app.request(`${items}?after=${own}`)).status).toBe(200);
    for (const after of [
      await nextOf('/ogc/collections/neighbourhood-2021/items?limit=1'),
      await nextOf('/ogc/collections/municipality-2024/items?limit=1'),
      await nextOf('/api/observations?indicator=misdrijven&level=neighbourhood&limit=1'),
    ]) {
      expect(after).not.toBe('');
      const response = await app.request(`${items}?after=${after}`);
      expect([response.status, await response.text()]).toEqual([
        400,
        expect.stringContaining('collection neighbourhood-2024'),
      ]);
    }
  });

  test('what an address holds already may be added to it again, as QGIS does', async () => {
    const query = 'indicator=misdrijven&period=2024';
    expect(await readFeatures(`${query}&${query}`)).toEqual(await readFeatures(query));
  });

  test('what is closed is not known, and is told to whom it is for', async () => {
    const open = await app.request(`${items}?indicator=meldingen`);
    const unknown = await app.request(`${items}?indicator=bestaatniet`);
    expect([open.status, unknown.status]).toEqual([400, 400]);
    expect(
      (await open.text()).replaceAll('meldingen', 'bestaatniet').replace(/"requestId":"[^"]+"/, ''),
    ).toBe((await unknown.text()).replace(/"requestId":"[^"]+"/, ''));
    expect((await app.request(`${items}?indicator=misdrijven&period=2025`)).status).toBe(400);
    const served = serve(partner);
    const query = 'indicator=meldingen&period=2024';
    expectFigures(await readFeatures(query, served), await listRows(`${query}&level=neighbourhood`, served));
  });

  test('every resource has a page, which a browser gets', async () => {
    const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    for (const path of [
      '/ogc',
      '/ogc/conformance',
      '/ogc/api',
      '/ogc/collections',
      '/ogc/collections/neighbourhood-2024',
      `${items}?indicator=misdrijven&limit=2`,
      `${items}/BU90010000`,
      '/ogc/collections/neighbourhood-2024/tiles',
      '/ogc/collections/neighbourhood-2024/tiles/WebMercatorQuad',
      '/ogc/collections/neighbourhood-2024/tiles/NetherlandsRDNewQuad',
      '/ogc/tileMatrixSets',
      '/ogc/tileMatrixSets/WebMercatorQuad',
      '/ogc/tileMatrixSets/NetherlandsRDNewQuad',
    ]) {
      const page = await app.request(path, { headers: browser });
      expect(page.status, path).toBe(200);
      expect(page.headers.get('Content-Type'), path).toBe('text/html; charset=utf-8');
      expect(page.headers.get('Vary')).toContain('Accept');
      const html = await page.text();
      expect(html).toMatch(/<html lang="nl">[\s\S]*<h1>[^<]+<\/h1>/);
      for (const [, href = ''] of html.matchAll(/href="(http:\/\/localhost[^"]+)"/g))
        expect((await app.request(href.replaceAll('&amp;', '&'))).status, href).toBe(200);
    }
    const english = await app.request('/ogc?f=html&lang=en');
    expect(await english.text()).toContain('<html lang="en">');
  });

  test('the OpenAPI 3.0 document has an address for each collection', async () => {
    const response = await app.request('/ogc/api');
    expect(response.headers.get('Content-Type')).toBe('application/vnd.oai.openapi+json;version=3.0');
    const document = (await response.json()) as {
      openapi: string;
      servers: { url: string }[];
      paths: Record<string, { get: { parameters: { name: string; in: string }[] } }>;
    };
    expect(document.openapi).toBe('3.0.3');
    expect(document.servers).toEqual([{ url: 'http://localhost/ogc' }]);
    const { parameters } = document.paths['/collections/neighbourhood-2024/items']?.get ?? {};
    expect(parameters?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['bbox', 'bbox-crs', 'crs', 'datetime', 'limit', 'indicator', 'municipality']),
    );
    expect(parameters?.filter((one) => one.in === 'path')).toEqual([]);
  });

  describe('as GDAL reads it', () => {
    let service: string;
    let stop: () => void;
    beforeAll(async () => {
      const server = createServer(getRequestListener(app.fetch));
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      service = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ogc`;
      stop = () => server.close().closeAllConnections();
    });
    afterAll(() => stop());

    test('a whole collection with figures, its pages and a box equal /api/observations', async () => {
      const asked = `${service}?indicator=misdrijven&period=2024`;
      const rows = await listRows('indicator=misdrijven&period=2024&level=neighbourhood&boundaryYear=2024');
      const pages = ['-oo', 'PAGE_SIZE=2'];
      const whole = await readWithOgr(asked, 'neighbourhood-2024', ...pages);
      expect(whole.map(({ properties }) => properties.code)).toEqual(codes);
      const known = whole.filter(({ properties }) => properties.source !== null);
      expect(known.map(({ properties: { code, value, status } }) => ({ code, value, status }))).toEqual(
        rows.map(({ area, value, status }) => ({ code: area, value, status })),
      );
      const box = await readWithOgr(asked, 'neighbourhood-2024', '-spat', '6.05', '52.05', '6.15', '52.1');
      expect(box.map(({ properties }) => properties.code)).toEqual(codes.slice(0, 2));
    });

    test('a tile in RD has the areas where the features have them', async () => {
      const below = '/ogc/collections/neighbourhood-2024/tiles/NetherlandsRDNewQuad';
      const described = tilesetSchema.parse(await read(below));
      expect(described.tileMatrixSetId).toBe('NetherlandsRDNewQuad');
      const set = matrixSetSchema.parse(await read('/ogc/tileMatrixSets/NetherlandsRDNewQuad'));
      const [matrix] = set.tileMatrices.slice(4);
      const limits = described.tileMatrixSetLimits.find(({ tileMatrix }) => tileMatrix === matrix?.id);
      const [left = 0, top = 0] = matrix?.pointOfOrigin ?? [];
      const metadata = JSON.stringify({
        crs: 'EPSG:28992',
        tile_origin_upper_left_x: left,
        tile_origin_upper_left_y: top,
        tile_dimension_zoom_0: (set.tileMatrices[0]?.cellSize ?? 0) * 256,
        json: JSON.stringify({ vector_layers: [{ id: 'neighbourhood', fields: { code: 'String' } }] }),
      });
      const found = new Map<string, number[][]>();
      const { minTileRow = 0, maxTileRow = 0, minTileCol = 0, maxTileCol = 0 } = limits ?? {};
      for (let row = minTileRow; row <= maxTileRow; row++)
        for (let column = minTileCol; column <= maxTileCol; column++) {
          const tile = await app.request(`${below}/${matrix?.id}/${row}/${column}`);
          if (tile.status === 204) continue;
          const sent = new Uint8Array(await tile.arrayBuffer());
          const options = [`X=${column}`, `Y=${row}`, `Z=${matrix?.id}`, 'METADATA_FILE=metadata.json'];
          const written = convertWithOgr({ 'tile.mvt': sent, 'metadata.json': metadata }, [
            ...['-f', 'GeoJSON', '-a_srs', 'EPSG:28992', '-lco', 'RFC7946=NO', 'tile.json', 'tile.mvt'],
            ...options.flatMap((option) => ['-oo', option]),
          ]).get('tile.json');
          const { features } = JSON.parse(Buffer.from(written ?? []).toString()) as {
            features: SentFeature[];
          };
          for (const { properties, geometry } of features) {
            const corners = geometry.coordinates.flat(
              geometry.type === 'Polygon' ? 1 : 2,
            ) as unknown as number[][];
            found.set(String(properties.code), [...(found.get(String(properties.code)) ?? []), ...corners]);
          }
        }
      expect([...found.keys()].sort()).toEqual(codes);
      const tolerance = ((matrix?.cellSize ?? 0) * 256 * 8) / 4096;
      for (const { id, geometry } of await readFeatures(`crs=${encodeURIComponent(crsNames.rd)}`))
        for (const [x = 0, y = 0] of geometry.coordinates.flat(2)) {
          const away = found.get(id)?.map(([east = 0, north = 0]) => Math.hypot(east - x, north - y)) ?? [];
          expect(Math.min(...away)).toBeLessThan(tolerance);
        }
      for (const place of ['0/0/0', '9/0/0', '16/9/9'])
        expect((await app.request(`${below}/${place}`)).status, place).toBe(204);
      expect((await app.request(`${below}/17/0/0`)).status).toBe(404);
    });

    test('a tile in RD is drawn of the areas that its tileset is of, or not at all', async () => {
      const { NetherlandsRDNewQuad: draw } = rememberCollectionTiles();
      const tilesets = await listTilesets(getDatabase(), publicReader);
      const wish = {
        ...{
          level: 'neighbourhood' as const,
          boundaryYear: 2024,
          bbox: [3, 50, 8, 54],
          places: new Set<string>(),
        },
        ...{ matrix: 1, column: 1, row: 1 },
      };
      const { hash = '' } = tilesets.find(({ boundaryYear }) => boundaryYear === 2024) ?? {};
      await expect(draw(getDatabase(), publicReader, { ...wish, hash: 'earlier' })).rejects.toThrow(
        'The tiles of 2024 were replaced: ask again',
      );
      expect(await draw(getDatabase(), publicReader, { ...wish, hash })).not.toBeNull();
    });

    test('a tileset is told as TileJSON where that knows its scheme', async () => {
      const below = '/ogc/collections/neighbourhood-2024/tiles';
      const response = await app.request(`${below}/WebMercatorQuad?f=tilejson`);
      expect(response.headers.get('Content-Type')).toBe('application/vnd.mapbox.tile+json');
      const { tiles, vector_layers: layers } = (await response.json()) as {
        tiles: string[];
        vector_layers: { id: string }[];
      };
      expect(tiles).toEqual([`http://localhost${below}/WebMercatorQuad/{z}/{y}/{x}`]);
      expect(layers.map(({ id }) => id)).toEqual(['neighbourhood']);
      expect((await app.request(`${below}/NetherlandsRDNewQuad?f=tilejson`)).status).toBe(400);
    });
  });
});
