import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { withdrawRelease } from '../../../api/release/acts.ts';
import { importPackage } from '../../../api/release/import.ts';
import { catalogSchema } from '../../../api/schemas/catalog.ts';
import { observationsSchema } from '../../../api/schemas/observation.ts';
import { profileSchema } from '../../../api/schemas/profile.ts';
import { readyStartup } from '../../../api/startup.ts';
import { decodeColumn } from '../../../geodata/columns/column.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { checksumTables, publishedTables } from './checksum.ts';
import { offencesPackage, samplePackage, writePackage } from './sample-package.ts';

const importedBy = 'tester';

describeOnBothDatabases('figures by category', (getDatabase) => {
  const request = (path: string) => {
    const startup = readyStartup(getDatabase());
    return createApp({ startup, logger: pino({ level: 'silent' }), publicUrl: null }, new Map()).request(
      path,
    );
  };
  const readJson = async (path: string): Promise<unknown> => {
    const response = await request(path);
    expect(response.status, path).toBe(200);
    return response.json();
  };
  const readValue = async (query: string) => {
    const { rows } = observationsSchema.parse(await readJson(`/api/observations?${query}`));
    expect(rows, query).toHaveLength(1);
    return rows[0];
  };

  test('are imported beside the total, and taken back with it to the last bit', async () => {
    const db = getDatabase();
    await importPackage(db, await writePackage(samplePackage()), { importedBy });
    const before = await checksumTables(db, [], publishedTables);
    const report = await importPackage(db, await writePackage(offencesPackage()), { importedBy });
    expect(report.state).toBe('published');
    await withdrawRelease(db, report.release ?? 0, { by: importedBy });
    expect(await checksumTables(db, [], publishedTables)).toEqual(before);
    await importPackage(db, await writePackage(offencesPackage()), { importedBy });
  });

  test('stand in the catalog nested in their indicator, with the dimension once', async () => {
    const catalog = catalogSchema.parse(await readJson('/api/catalog'));
    expect(catalog.dimensions).toEqual([
      expect.objectContaining({
        key: 'soort',
        total: '0.0.0',
        categories: [
          expect.objectContaining({ key: '1', parent: null }),
          expect.objectContaining({ key: '1.1', parent: '1' }),
          expect.objectContaining({ key: '1.2', parent: '1' }),
          expect.objectContaining({ key: '3.9', parent: null }),
        ],
      }),
    ]);
    expect(catalog.indicators.map(({ key }) => key)).toEqual([
      'inwoners',
      'misdrijven',
      'misdrijven-per-1000',
    ]);
    const [, crimes, rate] = catalog.indicators;
    expect(crimes?.items.map(({ category }) => category)).toEqual(['1', '1.1', '1.2', '3.9']);
    expect(rate?.items.map(({ category }) => category)).toEqual(['1', '1.1', '1.2', '3.9']);
    expect(crimes?.breaks).toEqual([
      expect.objectContaining({ period: '2024', categories: ['0.0.0', '3.9'] }),
    ]);
    const [fraud, burglary] = [crimes?.items[3], crimes?.items[1]];
    expect(fraud?.periods?.map(({ period }) => period)).toEqual(['2024']);
    expect(Object.keys(burglary?.columns ?? {}).sort()).toEqual([
      'district',
      'municipality',
      'neighbourhood',
    ]);
  });

  test('never add the total to its parts, sum groups only where all is there, and let the source’s total win', async () => {
    const at = 'period=2024&level=municipality&area=GM0153';
    expect(await readValue(`indicator=misdrijven&${at}`)).toMatchObject({ category: null, value: 50 });
    expect(await readValue(`indicator=misdrijven&category=0.0.0&${at}`)).toMatchObject({ value: 50 });
    expect(await readValue(`indicator=misdrijven&category=1.1&${at}`)).toMatchObject({
      indicator: 'misdrijven',
      category: '1.1',
      value: 15,
      origin: 'aggregated',
    });
    expect(await readValue(`indicator=misdrijven/1&${at}`)).toMatchObject({ value: 25 });
    const withheld = 'period=2024&area=BU01410000';
    expect(await readValue(`indicator=misdrijven/1&${withheld}`)).toMatchObject({
      value: null,
      status: 'suppressed',
    });
    expect(await readValue(`indicator=misdrijven-per-1000/1.1&period=2024&area=BU01530000`)).toMatchObject({
      value: 15,
      origin: 'derived',
    });
  });

  test('come together with *, page by page in one order, as JSON and CSV', async () => {
    const all = observationsSchema.parse(
      await readJson('/api/observations?indicator=misdrijven&category=*&period=2024&area=BU01530000'),
    );
    expect(all.rows.map(({ category, value }) => [category, value])).toEqual([
      [null, 10],
      ['1', 5],
      ['1.1', 3],
      ['1.2', 2],
      ['3.9', 4],
    ]);
    const query = 'indicator=misdrijven&category=*&period=2024&level=neighbourhood&limit=7';
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page = observationsSchema.parse(
        await readJson(`/api/observations?${query}${next && `&after=${next}`}`),
      );
      seen.push(...page.rows.map(({ category, area }) => `${category} ${area}`));
      next = page.next;
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    const csv = await (await request(`/api/observations?${query}&format=csv`)).text();
    expect(csv.split('\r\n')[0]).toMatch(/^indicator,category,area,/);
  });

  test('carry to the boundaries of another year as any indicator does', async () => {
    const carried = observationsSchema.parse(
      await readJson(
        '/api/observations?indicator=misdrijven/1.1&carriedTo=2021&period=2024&level=municipality',
      ),
    );
    expect(carried.rows.map(({ category, area, value }) => [category, area, value])).toEqual([
      ['1.1', 'GM0141', 12],
      ['1.1', 'GM0153', 15],
    ]);
  });

  test('have columns of their own, fetched one by one', async () => {
    const response = await request('/api/columns/misdrijven/1.1/neighbourhood');
    expect(response.status).toBe(200);
    const column = decodeColumn(new Uint8Array(await response.arrayBuffer()));
    expect(column.indicator).toBe('misdrijven/1.1');
    expect(column.periods.map(({ period }) => period)).toEqual(['2023', '2024']);
    expect((await request('/api/columns/misdrijven/9.9/neighbourhood')).status).toBe(404);
  });

  test('what is asked for again and again is asked once, and told once', async () => {
    const once = await readJson('/api/observations?indicator=misdrijven&category=*&limit=10000');
    const [many, all] = ['indicator=misdrijven', 'category=*'].map((word) => Array(200).fill(word).join('&'));
    expect(await readJson(`/api/observations?${many}&${all}&limit=10000`)).toEqual(once);
  });

  test('are in a profile only when asked for, with series and rank', async () => {
    const whole = profileSchema.parse(await readJson('/api/areas/BU01530000/profile'));
    expect(whole.indicators.map(({ indicator, category }) => [indicator, category])).toEqual([
      ['inwoners', null],
      ['misdrijven', null],
      ['misdrijven-per-1000', null],
    ]);
    const items = profileSchema.parse(
      await readJson(
        '/api/areas/BU01530000/profile?indicator=misdrijven/1.1&indicator=misdrijven-per-1000/1',
      ),
    );
    expect(items.indicators).toMatchObject([
      { indicator: 'misdrijven', category: '1.1', value: 3, rank: { of: 9 } },
      { indicator: 'misdrijven-per-1000', category: '1', value: 25 },
    ]);
    expect(items.indicators[0]?.series.map(({ period }) => period)).toEqual(['2023', '2024']);
  });

  test('that are not there are named', async () => {
    const problem = async (query: string) => {
      const response = await request(`/api/observations?${query}`);
      return [response.status, ((await response.json()) as { detail: string }).detail];
    };
    expect(await problem('indicator=misdrijven&category=7')).toEqual([
      404,
      'No category 7 of indicator misdrijven',
    ]);
    expect(await problem('indicator=inwoners/1.1')).toEqual([404, 'No category 1.1 of indicator inwoners']);
    expect(await problem('indicator=niets/1.1')).toEqual([404, 'No indicator niets']);
    expect((await problem('indicator=misdrijven/1/2'))[0]).toBe(400);
  });
});
