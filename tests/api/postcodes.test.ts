import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { createAsker } from '../../api/download/asker.ts';
import { defaultDownloadSettings } from '../../api/download/settings.ts';
import { openLocationServer } from '../../api/location/location-server.ts';
import { searchPlaces } from '../../api/location/places.ts';
import { importPostcodes } from '../../api/postcodes/importing.ts';
import { searchSchema } from '../../api/schemas/search.ts';
import { readyStartup } from '../../api/startup.ts';
import { publicReader } from '../../sql/reader.ts';
import { closeSite } from '../../sql/visibility-rules.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { makeFolder } from '../setup/folder.ts';
import { publishFixture } from '../setup/publication.ts';
import { sendFile } from '../setup/servers/answers.ts';
import { failFrom, type LocalServer, listen } from '../setup/servers/listening.ts';
import { serveLocations } from '../setup/servers/location.ts';

const header = 'PC6,Huisnummer,Buurt2024,Wijk2024,Gemeente2024';
const rows = [
  ...[1, 3, 5].map((number) => `7511AB,${number},90010000,900100,9001`),
  '7511AB,2,90010001,900100,9001',
  '7512XY,7,90020001,900200,9002',
  '1011AA,1,3630000,36300,363',
];
const zip = zipSync({
  'pc6hnr20240801_gwb.csv': new TextEncoder().encode([header, ...rows].join('\n')),
  'buurt_2024.csv': new TextEncoder().encode('Buurt2024,Buurtnaam2024\n90010000,Dorpskern'),
});

describeOnBothDatabases('postcodes', (getDatabase) => {
  let server: LocalServer;
  let folder: string;
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    await publishFixture(getDatabase());
    folder = await makeFolder('postcodes');
    server = await listen((request, response) => {
      if (request.url === '/postcode/2024-cbs-pc6huisnr20240801_buurt.zip')
        return sendFile(request, response, zip);
      response.writeHead(404).end();
    });
    const context = {
      startup: readyStartup(getDatabase()),
      logger: pino({ level: 'silent' }),
      publicUrl: null,
    };
    app = createApp(context, new Map());
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = () =>
    createAsker(
      { ...defaultDownloadSettings(join(folder, crypto.randomUUID()), server.base), firstWait: 1 },
      () => undefined,
    );
  const find = async (text: string) => {
    const response = await app.request(`/api/search?q=${encodeURIComponent(text)}`);
    expect(response.status).toBe(200);
    const { rows: hits } = (await response.json()) as { rows: { code: string; postcode?: object }[] };
    return hits.map(({ code, postcode }) => ({ area: code, ...postcode }));
  };

  test('are not found before there is a table, and names still are', async () => {
    expect(await find('7511AB')).toEqual([]);
    expect((await find('Dorpskern'))[0]?.area).toBe('BU90010000');
  });

  test('are read from CBS, told to the last address, and written only where that is asked', async () => {
    failFrom(server, 1, { kind: 'drop' });
    const call = { year: 2024, file: null, base: server.base };
    const checked = await importPostcodes(getDatabase(), call, ask(), { dryRun: true });
    expect(checked).toContain('Checked, nothing written: postcodes of 2024');
    expect(await find('7511AB')).toEqual([]);
    const told = await importPostcodes(getDatabase(), call, ask(), { dryRun: false });
    expect(told).toContain('2 postcodes, of which 1 lie in several neighbourhoods');
    expect(told).toContain(
      '6 addresses = 5 addresses written + 0 refused + 1 left out (1 outside the region)',
    );
  });

  test('lead to their neighbourhoods, a house number to its own, digits alone to all of theirs', async () => {
    expect(await find('7511 ab')).toEqual([
      { area: 'BU90010000', code: '7511AB', share: 0.75 },
      { area: 'BU90010001', code: '7511AB', share: 0.25 },
    ]);
    expect(await find('7511AB 2')).toEqual([{ area: 'BU90010001', code: '7511AB', share: 1 }]);
    expect(await find('7511AB 99')).toHaveLength(2);
    expect(await find('7512')).toHaveLength(1);
    expect(await find('7513')).toEqual([]);
  });

  test('of another table take the place of those before, and of a wrong one nothing changes', async () => {
    const file = join(folder, 'adressen.csv');
    await writeFile(file, `${header}\n7599ZZ,1,90010000,900100,9001\n7599ZZ`);
    const call = { year: 2024, file, base: null };
    await expect(importPostcodes(getDatabase(), call, ask(), { dryRun: false })).rejects.toThrow('line 3');
    expect(await find('7511AB')).toHaveLength(2);
    await writeFile(file, `${header}\n7599ZZ,1,90010000,900100,9001\n`);
    await importPostcodes(getDatabase(), call, ask(), { dryRun: false });
    expect(await find('7511AB')).toEqual([]);
    expect(await find('7599ZZ')).toHaveLength(1);
    await writeFile(file, `${header}\n1011AA,1,3630000,36300,363\n`);
    await expect(importPostcodes(getDatabase(), call, ask(), { dryRun: false })).rejects.toThrow(
      'none of its',
    );
  });

  describe('addresses, where a location server is set', () => {
    let locations: LocalServer;
    const homes = ['BU90010000', 'BU90020001'];
    const points: (readonly [number, number])[] = [];
    beforeAll(async () => {
      for (const code of homes) {
        const { centroid } = (await (await app.request(`/api/areas/${code}`)).json()) as {
          centroid: [number, number];
        };
        points.push(centroid);
      }
      const [one = [0, 0], other = [0, 0]] = points;
      locations = await serveLocations([
        { name: 'Dorpsstraat 1, 7599ZZ Oostermeer', point: one },
        { name: 'Dorpsstraat 3, 7599ZZ Oostermeer', point: one },
        { name: 'Dorpsstraat 1, 7598AA Westermeer', point: other },
        { name: 'Dorpsstraat 1, 1234AA Verweg', point: [4.9, 52.4] },
      ]);
    });
    afterAll(() => locations.close());

    const search = async (text: string, path = '/search/v3_1', now?: () => number) => {
      const locationServer = openLocationServer(`${locations.base}${path}/`, {
        wait: 300,
        ...(now && { now }),
      });
      const context = {
        ...{ startup: readyStartup(getDatabase()), logger: pino({ level: 'silent' }) },
        ...{ publicUrl: null, locationServer },
      };
      const asked = createApp(context, new Map());
      return async (words = text, limit = 10) => {
        const response = await asked.request(`/api/search?q=${encodeURIComponent(words)}&limit=${limit}`);
        expect(response.status).toBe(200);
        const { rows: hits, addresses } = searchSchema.parse(await response.json());
        return { addresses, found: hits.map(({ code, place }) => [code, place]) };
      };
    };

    test('lead to the neighbourhood around them, each neighbourhood once', async () => {
      locations.asked.length = 0;
      const find = await search('Dorpsstraat 1');
      const { found, addresses } = await find();
      expect(addresses).toBe('asked');
      expect(found.slice(0, 2)).toEqual([
        ['BU90010000', 'Dorpsstraat 1, 7599ZZ Oostermeer'],
        ['BU90020001', 'Dorpsstraat 1, 7598AA Westermeer'],
      ]);
      const asked = new URL(locations.asked[0] ?? '', locations.base).searchParams;
      expect(asked.get('q')).toBe('Dorpsstraat 1');
      expect(asked.getAll('fq')).toContain('gemeentecode:(9001 OR 9002)');
      expect((await find('dorpsstraat')).found).toContainEqual([
        'BU90010000',
        'Dorpsstraat 1, 7599ZZ Oostermeer',
      ]);
      // What is known here asks nobody.
      locations.asked.length = 0;
      for (const words of ['7599ZZ', 'BU90010000', 'do'])
        expect((await find(words)).addresses).toBe('not-asked');
      expect(locations.asked).toEqual([]);
    });

    test('without a number come after names, which leave them room', async () => {
      const { found } = await (await search('dorps'))('dorps', 2);
      expect(found).toEqual([
        ['BU90010000', undefined],
        ['BU90010000', 'Dorpsstraat 1, 7599ZZ Oostermeer'],
      ]);
    });

    test('a fault of our own database is not told as theirs', async () => {
      const server = { find: () => Promise.resolve([]) };
      const broken = getDatabase()
        .transaction()
        .execute(async (transaction) => {
          await sql`select 1 / 0`.execute(transaction).catch(() => null);
          const logger = pino({ level: 'silent' });
          return searchPlaces({ server, logger }, transaction, publicReader, 'Dorpskern');
        });
      await expect(broken).rejects.toThrow('aborted');
    });

    test('nobody is asked where none is set', async () => {
      const response = await app.request('/api/search?q=Dorpsstraat%201');
      expect(searchSchema.parse(await response.json()).addresses).toBe('not-asked');
    });

    test.each([
      ['answers with an error', { kind: 'status', status: 503 }],
      ['breaks off', { kind: 'drop' }],
      ['sends half an answer', { kind: 'broken' }],
      ['begins and stops', { kind: 'stall' }],
      ['is silent', { kind: 'silence' }],
    ] as const)('names are found, and it is said, where it %s', async (_, fault) => {
      let time = 0;
      const find = await search('Dorpskern', '/search/v3_1', () => time);
      failFrom(locations, 1, fault);
      const { found, addresses } = await find();
      expect([found[0]?.[0], addresses]).toEqual(['BU90010000', 'unavailable']);
      // It is left alone for a while, so that nobody waits again.
      locations.asked.length = 0;
      expect((await find()).addresses).toBe('unavailable');
      expect(locations.asked).toEqual([]);
      time = 21_000;
      expect((await find()).addresses).toBe('asked');
    });

    test('a text that it does not take says nothing of the next, and too many texts do', async () => {
      const find = await search('Dorpskern');
      for (const [status, next] of [
        [400, 'asked'],
        [414, 'asked'],
        [429, 'unavailable'],
      ] as const) {
        failFrom(locations, 1, { kind: 'status', status });
        expect((await find('[odd')).addresses, String(status)).toBe('unavailable');
        expect((await find()).addresses, String(status)).toBe(next);
      }
    });

    test.each(['/elsewhere', '/huge', '/page', '/odd', '/search/v2'])(
      'what is no answer is none: %s',
      async (path) => {
        const { found, addresses } = await (await search('Dorpskern', path))();
        expect([found[0]?.[0], addresses]).toEqual(['BU90010000', 'unavailable']);
      },
    );
  });

  test('are closed with the site', async () => {
    await closeSite(getDatabase(), true);
    expect((await app.request('/api/search?q=7599ZZ')).status).toBe(401);
  });
});
