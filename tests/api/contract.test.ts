import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { pino } from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { areaSchema } from '../../api/schemas/area.ts';
import { areaListSchema } from '../../api/schemas/area-list.ts';
import { type Catalog, catalogSchema } from '../../api/schemas/catalog.ts';
import { livenessSchema, readinessSchema } from '../../api/schemas/health.ts';
import { lineageSchema } from '../../api/schemas/lineage.ts';
import { type ObservationRow, observationsSchema } from '../../api/schemas/observation.ts';
import { problemSchema } from '../../api/schemas/problem.ts';
import { profileSchema } from '../../api/schemas/profile.ts';
import { searchSchema } from '../../api/schemas/search.ts';
import { targetsSchema } from '../../api/schemas/target.ts';
import { tileJsonSchema } from '../../api/schemas/tiles.ts';
import { readyStartup } from '../../api/startup.ts';
import { hasValue } from '../../geodata/observation.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publicTargets } from '../setup/figures.ts';
import { publishFixture } from '../setup/publication.ts';

describeOnBothDatabases('the API', (getDatabase) => {
  let app: ReturnType<typeof createApp>;
  let catalog: Catalog;

  beforeAll(async () => {
    await publishFixture(getDatabase());
    const startup = readyStartup(getDatabase());
    app = createApp({ startup, logger: pino({ level: 'silent' }), publicUrl: null }, new Map());
    catalog = catalogSchema.parse(await readJson('/api/catalog'));
  });

  function request(path: string, headers: Record<string, string> = {}) {
    return app.request(path, { headers });
  }

  async function readJson(path: string): Promise<unknown> {
    const response = await request(path);
    expect(response.status, path).toBe(200);
    expect(response.headers.get('Content-Type')).toContain('application/json');
    return response.json();
  }

  async function expectProblem(path: string, status: number): Promise<string> {
    const response = await request(path);
    expect(response.status, path).toBe(status);
    return problemSchema.parse(await response.json()).detail;
  }

  async function listRows(query: string): Promise<ObservationRow[]> {
    const rows: ObservationRow[] = [];
    let next: string | null = null;
    do {
      const after = next === null ? '' : `&after=${next}`;
      const page = observationsSchema.parse(await readJson(`/api/observations?${query}${after}`));
      rows.push(...page.rows);
      next = page.next;
    } while (next !== null);
    return rows;
  }

  const latestYear = () => catalog.boundaryYears.at(-1)?.year ?? 0;
  const indicatorKeys = () => catalog.indicators.map(({ key }) => key);

  test('it is alive and ready', async () => {
    expect(livenessSchema.parse(await readJson('/healthz'))).toMatchObject({ status: 'alive' });
    expect(readinessSchema.parse(await readJson('/readyz'))).toMatchObject({ status: 'ready', step: null });
  });

  describe('the catalog', () => {
    test('has municipalities, boundary years and indicators that name their source and their themes', () => {
      expect(catalog.municipalities.length).toBeGreaterThan(0);
      expect(catalog.boundaryYears.length).toBeGreaterThan(0);
      expect(catalog.indicators.length).toBeGreaterThan(0);
      const themes = new Set(catalog.themes.map(({ key }) => key));
      for (const { theme, source, periods, levels } of catalog.indicators) {
        expect(themes).toContain(theme);
        expect(source?.title).toBeTruthy();
        expect(periods.length).toBeGreaterThan(0);
        expect(levels.length).toBeGreaterThan(0);
      }
    });

    test('tells how figures of parts are added up, and what a figure is derived from', () => {
      const rules = catalog.indicators.map(({ key, aggregate, derive }) => [key, aggregate, derive]);
      const derive = { numerator: 'misdrijven', denominator: 'inwoners', factor: 1000 };
      expect(rules).toEqual([
        ['inwoners', 'sum', null],
        ['misdrijven', 'sum', null],
        ['misdrijven-per-1000', 'derived', derive],
        ['tevredenheid', { weightedBy: 'inwoners' }, null],
      ]);
    });

    test('is sent as it was compressed', async () => {
      const plain = await (await request('/api/catalog')).text();
      const brotli = await request('/api/catalog', { 'Accept-Encoding': 'br' });
      expect(brotli.headers.get('Content-Encoding')).toBe('br');
      expect(brotli.headers.get('Vary')).toContain('Accept-Encoding');
      expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(plain);
      const gzip = await request('/api/catalog', { 'Accept-Encoding': 'gzip' });
      expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(plain);
    });

    test('follows what is published and withdrawn', async () => {
      const db = getDatabase();
      await db.updateTable('release').set({ state: 'withdrawn' }).execute();
      expect((await request('/api/catalog')).status).toBe(404);
      await db.updateTable('release').set({ state: 'published' }).execute();
      expect((await request('/api/catalog')).status).toBe(200);
    });
  });

  describe('areas', () => {
    test('each knows its parents, its children and its years', async () => {
      const code = catalog.municipalities[0]?.code;
      const municipality = areaSchema.parse(await readJson(`/api/areas/${code}`));
      expect(municipality).toMatchObject({ code, level: 'municipality', boundaryYear: latestYear() });
      expect(municipality.parents.map(({ level }) => level)).toEqual(['region', 'country']);
      expect(municipality.boundaryYears).toContain(latestYear());
      const child = municipality.children[0];
      expect(child?.level).toBe('district');
      const district = areaSchema.parse(
        await readJson(`/api/areas/${child?.code}?boundaryYear=${latestYear()}`),
      );
      expect(district.parents[0]?.code).toBe(code);
      const [west, south, east, north] = district.bbox ?? [0, 0, 0, 0];
      const [longitude, latitude] = district.centroid ?? [-1, -1];
      expect(longitude > west && longitude < east && latitude > south && latitude < north).toBe(true);
    });

    test('a level is listed whole', async () => {
      for (const level of ['municipality', 'district', 'neighbourhood'] as const) {
        const places = areaListSchema.parse(
          await readJson(`/api/areas?boundaryYear=${latestYear()}&level=${level}`),
        );
        expect(places.rows.length).toBe(catalog.boundaryYears.at(-1)?.areas[level]);
      }
    });

    test('one that does not exist is a problem that names it', async () => {
      expect(await expectProblem('/api/areas/GM9999', 404)).toContain('GM9999');
      const code = catalog.municipalities[0]?.code;
      expect(await expectProblem(`/api/areas/${code}?boundaryYear=1850`, 404)).toContain('1850');
      await expectProblem('/api/areas/GM9999/profile', 404);
    });
  });

  test('a profile says the same as the observations', async () => {
    const code = 'GM9001';
    const profile = profileSchema.parse(await readJson(`/api/areas/${code}/profile`));
    expect(profile.indicators.length).toBeGreaterThan(0);
    for (const entry of profile.indicators) {
      const query = `indicator=${entry.indicator}&area=${code}&boundaryYear=${entry.boundaryYear}`;
      const rows = await listRows(query);
      const same = rows.find(({ period }) => period === entry.period);
      expect(entry.value).toBe(same?.value);
      expect(entry.source.title).toBe(same?.source);
      expect(entry.series.map(({ period, value }) => [period, value]).sort()).toEqual(
        rows.map(({ period, value }) => [period, value]).sort(),
      );
      expect(entry.value === null).toBe(entry.rank === null);
      if (entry.rank) expect(entry.rank.position).toBeLessThanOrEqual(entry.rank.of);
    }
  });

  test('a profile of a period has no other period', async () => {
    const code = 'GM9001';
    const latest = profileSchema.parse(await readJson(`/api/areas/${code}/profile`));
    const period = latest.indicators[0]?.series[0]?.period ?? '';
    const profile = profileSchema.parse(await readJson(`/api/areas/${code}/profile?period=${period}`));
    expect(profile.indicators.length).toBeGreaterThan(0);
    for (const entry of profile.indicators) expect(entry.period).toBe(period);
  });

  describe('observations', () => {
    test('have a value where their status has one, and name their source', async () => {
      const query = indicatorKeys()
        .map((key) => `indicator=${key}`)
        .join('&');
      const page = observationsSchema.parse(await readJson(`/api/observations?${query}&limit=10000`));
      const titles = page.sources.map(({ title }) => title);
      expect(page.rows.length).toBeGreaterThan(0);
      for (const row of page.rows) {
        expect(row.value !== null).toBe(hasValue(row.status));
        expect(titles).toContain(row.source);
      }
      expect(page.rows.some(({ value }) => value === null)).toBe(true);
    });

    test('come in pages that together hold every row once', async () => {
      for (const key of indicatorKeys()) {
        const whole = await listRows(`indicator=${key}&limit=10000`);
        const paged = await listRows(`indicator=${key}&limit=${Math.max(1, Math.ceil(whole.length / 4))}`);
        expect(paged).toEqual(whole);
      }
    });

    test('fit the filters, each of which may be repeated', async () => {
      const [indicator] = indicatorKeys();
      const all = await listRows(`indicator=${indicator}`);
      const levels = await listRows(`indicator=${indicator}&level=municipality&level=district`);
      expect(levels).toEqual(all.filter(({ level }) => level === 'municipality' || level === 'district'));
      const code = catalog.municipalities[0]?.code ?? '';
      const within = await listRows(`indicator=${indicator}&within=${code}`);
      expect(within.length).toBeGreaterThan(0);
      expect(within.every(({ area }) => area.slice(2, 6) === code.slice(2))).toBe(true);
      expect(within.some(({ area }) => area === code)).toBe(false);
    });

    test('as CSV are the same rows as JSON', async () => {
      for (const key of indicatorKeys()) {
        const rows = await listRows(`indicator=${key}&limit=10000`);
        const response = await request(`/api/observations?indicator=${key}&format=csv`);
        expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present');
        const text = await response.text();
        expect(text.endsWith('\r\n')).toBe(true);
        const records = parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
        const asText = rows.map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)]),
          ),
        );
        expect(records).toEqual(asText);
      }
    });

    test('CSV stops at the limit, and without rows has its head', async () => {
      const [key] = indicatorKeys();
      const two = await (await request(`/api/observations?indicator=${key}&format=csv&limit=2`)).text();
      expect(two.trimEnd().split('\r\n')).toHaveLength(3);
      const none = await (await request(`/api/observations?indicator=${key}&format=csv&period=1850`)).text();
      expect(none).toBe(
        'indicator,category,area,areaName,level,boundaryYear,period,value,lower,upper,sampleSize,status,origin,source,reason,roundedTo\r\n',
      );
    });

    test('of an unknown indicator are a problem, and so is a cursor that is none', async () => {
      expect(await expectProblem('/api/observations?indicator=geluk', 404)).toContain('geluk');
      expect(
        await expectProblem(`/api/observations?indicator=${indicatorKeys()[0]}&after=abc`, 400),
      ).toContain('after');
    });
  });

  describe('targets', () => {
    const readTargets = async (query = '') =>
      targetsSchema.parse(await readJson(`/api/targets${query}`)).rows;

    test('are those of public indicators and releases, and the catalog names their indicators', async () => {
      expect(await readTargets()).toEqual(publicTargets);
      expect(catalog.targets).toEqual([...new Set(publicTargets.map(({ indicator }) => indicator))]);
    });

    test('of one indicator are a part of them', async () => {
      for (const key of indicatorKeys())
        expect(await readTargets(`?indicator=${key}`)).toEqual(
          publicTargets.filter(({ indicator }) => indicator === key),
        );
    });

    test('of an indicator that is not there, or not for the public, are a problem', async () => {
      for (const key of ['geluk', 'meldingen', 'misdrijven/1.1'])
        expect(await expectProblem(`/api/targets?indicator=${key}`, 404)).toContain(key);
      await expectProblem('/api/targets?indicator=', 400);
      await expectProblem('/api/targets?indicator=misdrijven&indicator=inwoners', 400);
      await expectProblem('/api/targets?municipality=GM9001', 400);
    });
  });

  describe('columns', () => {
    test('are kept for a year under their hash, and asked for again without it', async () => {
      const indicator = catalog.indicators.find(({ columns }) => columns.neighbourhood);
      const { hash, bytes } = indicator?.columns.neighbourhood ?? { hash: '', bytes: 0 };
      const path = `/api/columns/${indicator?.key}/neighbourhood`;
      const kept = await request(`${path}?hash=${hash}`, { 'Accept-Encoding': 'br' });
      expect(kept.headers.get('Cache-Control')).toContain('immutable');
      expect(kept.headers.get('Content-Encoding')).toBe('br');
      expect((await kept.arrayBuffer()).byteLength).toBe(bytes);
      const plain = await request(path);
      expect(plain.headers.get('Cache-Control')).toBe('no-cache');
      expect(plain.headers.get('Content-Encoding')).toBeNull();
      expect(plain.headers.get('Content-Type')).toBe('application/vnd.apache.arrow.stream');
      const tag = plain.headers.get('ETag') ?? '';
      expect((await request(path, { 'If-None-Match': tag })).status).toBe(304);
      expect((await request(path, { 'If-None-Match': tag, 'Accept-Encoding': 'br' })).status).toBe(200);
      expect(await expectProblem(`${path}?hash=outdated`, 404)).toContain(hash);
    });

    test('that do not exist are a problem', async () => {
      await expectProblem('/api/columns/geluk/municipality', 404);
      await expectProblem(`/api/columns/${indicatorKeys()[0]}/region`, 400);
    });
  });

  describe('figures carried to the boundaries of another year', () => {
    const all = () =>
      indicatorKeys()
        .map((key) => `indicator=${key}`)
        .join('&');

    test('have every period once, on those boundaries, and say what was measured', async () => {
      for (const { year } of catalog.boundaryYears) {
        const rows = await listRows(`${all()}&carriedTo=${year}&limit=7`);
        const keys = rows.map(({ indicator, level, period, area }) =>
          [indicator, level, period, area].join(),
        );
        expect(rows.length).toBeGreaterThan(0);
        expect(new Set(keys).size).toBe(rows.length);
        for (const { boundaryYear, status, value, measuredShare } of rows) {
          expect(boundaryYear).toBe(year);
          expect(hasValue(status)).toBe(value !== null);
          if (value === null) expect(measuredShare).toBeNull();
          else if (status !== 'estimated') expect(measuredShare).toBe(1);
        }
      }
    });

    test('are estimates where an area was redrawn, and as published elsewhere', async () => {
      const published = await listRows('indicator=inwoners&boundaryYear=2021&level=neighbourhood');
      const query = 'indicator=inwoners&boundaryYear=2021&level=neighbourhood&carriedTo=2024';
      const carried = await listRows(query);
      const redrawn = ['BU90020001', 'BU90020002'];
      expect(carried.map(({ area }) => area)).toEqual(expect.arrayContaining(redrawn));
      for (const { area, status, value, carriedFrom } of carried) {
        expect(carriedFrom).toBe(2021);
        const before = published.find((row) => row.area === area);
        if (!redrawn.includes(area))
          expect({ status, value }).toEqual({ status: before?.status, value: before?.value });
        else if (value !== null) expect(status).toBe('estimated');
      }
      const [one] = await listRows(`${query}&area=BU90020002`);
      expect(one).toEqual(carried.find(({ area }) => area === 'BU90020002'));
      const inside = await listRows(`${query}&within=GM9002`);
      expect(inside).toEqual(carried.filter(({ area }) => area.startsWith('BU9002')));
    });

    test('as CSV are the same rows as JSON', async () => {
      const query = `${all()}&carriedTo=2024`;
      const csv = await (await request(`/api/observations?${query}&format=csv`)).text();
      const cells: Record<string, string>[] = parse(csv, { columns: true });
      const rows = await listRows(query);
      const pick = (row: Record<string, unknown>) =>
        ['indicator', 'area', 'period', 'value', 'status', 'measuredShare', 'carriedFrom'].map((key) =>
          String(row[key] ?? ''),
        );
      expect(cells.map(pick)).toEqual(rows.map(pick));
    });

    test('of a year without boundaries are a problem', async () => {
      await expectProblem('/api/observations?indicator=inwoners&carriedTo=1850', 404);
    });
  });

  describe('lineage', () => {
    test('tells what became of the areas', async () => {
      const [from, to] = catalog.boundaryYears.map(({ year }) => year);
      const lineage = lineageSchema.parse(await readJson(`/api/lineage?from=${from}&to=${to}`));
      expect(lineage.rows.length).toBeGreaterThan(0);
      for (const { fromCode, toCode } of lineage.rows) expect(fromCode ?? toCode).not.toBeNull();
      const districts = lineageSchema.parse(
        await readJson(`/api/lineage?from=${from}&to=${to}&level=district`),
      );
      expect(districts.rows).toEqual(lineage.rows.filter(({ level }) => level === 'district'));
    });

    test('is read backwards with the shares of the other side', async () => {
      const read = async (query: string) => lineageSchema.parse(await readJson(`/api/lineage?${query}`));
      const [forth, back] = [await read('from=2021&to=2024'), await read('from=2024&to=2021')];
      expect(back).toMatchObject({ from: 2024, to: 2021, method: 'overlay', years: [2024, 2021] });
      const turned = back.rows.map(({ fromCode, toCode, toAreaShare }) => [toCode, fromCode, toAreaShare]);
      const told = forth.rows.map(({ fromCode, toCode, areaShare }) => [fromCode, toCode, areaShare]);
      expect(turned.sort()).toEqual(told.sort());
    });

    test('goes between two different years that exist', async () => {
      await expectProblem('/api/lineage?from=2024&to=2024', 400);
      await expectProblem('/api/lineage?from=1850&to=1851', 404);
      expect(await expectProblem('/api/lineage?from=2021', 400)).toBe('to: is required');
    });
  });

  test('search finds areas by name and by code', async () => {
    const { code = '', name = '' } = catalog.municipalities[0] ?? {};
    for (const text of [code, name, name.toUpperCase(), name.slice(0, 4)]) {
      const result = searchSchema.parse(await readJson(`/api/search?q=${encodeURIComponent(text)}`));
      expect(result.rows.map((row) => row.code)).toContain(code);
    }
    const { rows } = searchSchema.parse(await readJson('/api/search?q=xyzzy&limit=3'));
    expect(rows).toEqual([]);
  });

  describe('tiles', () => {
    const readTileJson = async () => tileJsonSchema.parse(await readJson(`/tiles/${latestYear()}.json`));
    const pathOf = (template: string, z: number, x: number, y: number) =>
      new URL(template).pathname
        .replace('%7Bz%7D', String(z))
        .replace('%7Bx%7D', String(x))
        .replace('%7By%7D', String(y));

    async function findStoredTile() {
      return getDatabase()
        .selectFrom('tile')
        .selectAll()
        .where('boundary_year', '=', latestYear())
        .executeTakeFirstOrThrow();
    }

    test('are sent as stored, and kept for a year', async () => {
      const template = (await readTileJson()).tiles[0] ?? '';
      const stored = await findStoredTile();
      const path = pathOf(template, stored.z, stored.x, stored.y);
      const brotli = await request(path, { 'Accept-Encoding': 'br, gzip' });
      expect(brotli.status).toBe(200);
      expect(brotli.headers.get('Content-Type')).toBe('application/vnd.mapbox-vector-tile');
      expect(brotli.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
      expect(Buffer.from(await brotli.arrayBuffer()).equals(Buffer.from(stored.brotli))).toBe(true);
      const plain = await request(path);
      expect(Buffer.from(await plain.arrayBuffer()).equals(gunzipSync(stored.gzip))).toBe(true);
      const tag = plain.headers.get('ETag') ?? '';
      expect((await request(path, { 'If-None-Match': tag })).status).toBe(304);
    });

    test('that hold nothing are empty, of another hash a problem', async () => {
      const template = (await readTileJson()).tiles[0] ?? '';
      const empty = await request(pathOf(template, 12, 0, 0));
      expect(empty.status).toBe(204);
      expect(empty.headers.get('Cache-Control')).toContain('immutable');
      await expectProblem(`/tiles/${latestYear()}/outdated/12/0/0.mvt`, 404);
    });

    test('that cannot be are refused', async () => {
      await expectProblem('/tiles/1850.json', 404);
      await expectProblem('/tiles/now.json', 400);
      await expectProblem(`/tiles/${latestYear()}/hash/25/0/0.mvt`, 400);
      await expectProblem(`/tiles/${latestYear()}/hash/3/x/0.mvt`, 400);
      await expectProblem(`/tiles/${latestYear()}.json?callback=x`, 400);
    });
  });

  test('JSON has a strong tag of its body', async () => {
    const code = catalog.municipalities[0]?.code;
    for (const path of [
      '/api/catalog',
      `/api/areas/${code}`,
      `/api/areas/${code}/profile`,
      '/api/targets',
      `/tiles/${latestYear()}.json`,
    ]) {
      const first = await request(path);
      const tag = first.headers.get('ETag') ?? '';
      expect(tag, path).toMatch(/^"[^"]+"$/);
      for (const header of [tag, `"other", ${tag}`, `W/${tag}`, '*']) {
        const again = await request(path, { 'If-None-Match': header });
        expect(again.status).toBe(304);
        expect(again.headers.get('ETag')).toBe(tag);
        expect(again.headers.get('Access-Control-Allow-Origin')).toBe('*');
        expect(await again.text()).toBe('');
      }
      expect((await request(path, { 'If-None-Match': '"other"' })).status).toBe(200);
      expect((await app.request(path, { method: 'HEAD' })).headers.get('ETag')).toBe(tag);
    }
  });
});
