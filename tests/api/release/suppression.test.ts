import { sql } from 'kysely';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { withdrawRelease } from '../../../api/release/acts.ts';
import { importPackage } from '../../../api/release/import.ts';
import { formatReport } from '../../../api/release/report.ts';
import { catalogSchema } from '../../../api/schemas/catalog.ts';
import { type ObservationRow, observationsSchema } from '../../../api/schemas/observation.ts';
import { profileSchema } from '../../../api/schemas/profile.ts';
import { readyStartup } from '../../../api/startup.ts';
import { decodeColumn } from '../../../geodata/columns/column.ts';
import { statuses } from '../../../geodata/observation.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { checksumTables, publishedTables } from './checksum.ts';
import { figuresPackage, type SamplePackage, samplePackage, writePackage } from './sample-package.ts';

const importedBy = 'tester';
const rule = { smallestCount: 5, protection: 3 };

/** The sample with a rule for its crimes, which are small in most neighbourhoods. */
function ruledPackage(disclosure: object | null = rule): SamplePackage {
  const { descriptor, files } = samplePackage();
  const indicators = descriptor.wijkinformatie.indicators.map((indicator) =>
    'key' in indicator && indicator.key === 'misdrijven' ? { ...indicator, disclosure } : indicator,
  );
  return {
    descriptor: { ...descriptor, wijkinformatie: { ...descriptor.wijkinformatie, indicators } },
    files,
  };
}

describeOnBothDatabases('suppression at publication', (getDatabase) => {
  const request = (path: string) => {
    const startup = readyStartup(getDatabase());
    return createApp({ startup, logger: pino({ level: 'silent' }), publicUrl: null }, new Map()).request(
      path,
    );
  };
  const readText = async (path: string) => (await request(path)).text();
  const listRows = async (query: string): Promise<ObservationRow[]> =>
    observationsSchema.parse(JSON.parse(await readText(`/api/observations?limit=10000&${query}`))).rows;

  test('takes the true figures where no reader looks, and everything back to the last bit', async () => {
    const db = getDatabase();
    await importPackage(db, await writePackage(figuresBoundaries()), { importedBy });
    const before = await checksumTables(db, [], publishedTables);
    const report = await importPackage(db, await writePackage(ruledPackage()), { importedBy });
    expect(report.state).toBe('published');
    expect(report.protection).toEqual([
      expect.objectContaining({ indicator: 'misdrijven', shownEarlier: 0, byEarlier: 0, byRule: 0 }),
    ]);
    await withdrawRelease(db, report.release ?? 0, { by: importedBy });
    expect(await checksumTables(db, [], publishedTables)).toEqual(before);
    const again = await importPackage(db, await writePackage(ruledPackage()), { importedBy });
    expect(again.protection?.map(({ reasons }) => reasons)).toEqual(
      report.protection?.map(({ reasons }) => reasons),
    );
  });

  test('tells the reason wherever a figure is read, and its value nowhere', async () => {
    const rows = await listRows('indicator=misdrijven&level=neighbourhood&period=2024');
    const hidden = rows.filter(({ status }) => status === 'suppressed');
    expect(hidden.map(({ area }) => area)).toEqual(
      expect.arrayContaining(['BU01410000', 'BU01410001', 'BU01410002', 'BU01410003']),
    );
    for (const { value, lower, upper, reason } of hidden) {
      expect([value, lower, upper]).toEqual([null, null, null]);
      expect(['small-count', 'secondary']).toContain(reason);
    }
    const rates = await listRows('indicator=misdrijven-per-1000&level=neighbourhood&period=2024');
    for (const { area } of hidden)
      expect(rates.find((row) => row.area === area)).toMatchObject({ value: null });
    const csv = await readText('/api/observations?indicator=misdrijven&period=2024&format=csv');
    expect(csv.split('\r\n')[0]).toBe(
      'indicator,category,area,areaName,level,boundaryYear,period,value,lower,upper,sampleSize,status,origin,source,reason,roundedTo',
    );
    expect(csv).toMatch(
      /misdrijven,,BU01410000,[^,]*,neighbourhood,2024,2024,,,,,suppressed,published,CBS,(small-count|secondary),\r\n/,
    );
    const catalog = catalogSchema.parse(JSON.parse(await readText('/api/catalog')));
    const entry = catalog.indicators.find(({ key }) => key === 'misdrijven');
    expect(entry?.disclosure).toMatchObject(rule);
    const hash = entry?.columns.neighbourhood?.hash;
    const response = await request(`/api/columns/misdrijven/neighbourhood/${hash}`);
    const bytes = response.ok
      ? await response.arrayBuffer()
      : await (await request('/api/columns/misdrijven/neighbourhood')).arrayBuffer();
    const column = decodeColumn(new Uint8Array(bytes));
    const period = column.periods.find((each) => each.period === '2024');
    const codes = [...(period?.statuses ?? [])];
    expect(codes.filter((code) => code === statuses.indexOf('suppressed'))).toHaveLength(hidden.length);
    for (const [place, code] of codes.entries())
      if (code === statuses.indexOf('suppressed')) expect(period?.values[place]).toBeNaN();
    const profile = profileSchema.parse(
      JSON.parse(await readText('/api/areas/BU01410000/profile?boundaryYear=2024')),
    );
    const own = profile.indicators.find(({ indicator }) => indicator === 'misdrijven');
    expect(own).toMatchObject({ value: null, status: 'suppressed', rank: null });
    expect(own?.note?.suppressed).toBeDefined();
  });

  test('keeps its pattern when another package comes, and no true figure beside what is shown', async () => {
    const db = getDatabase();
    const before = await listRows('indicator=misdrijven&period=2024');
    await importPackage(db, await writePackage(figuresPackage()), { importedBy });
    expect(await listRows('indicator=misdrijven&period=2024')).toEqual(before);
    const { rows } = await sql<{ count: string }>`
      select count(*) from observation as shown
      join confidential_figure as kept using (indicator, level, period, boundary_year, area)
      where shown.value is not null or shown.lower is not null
    `.execute(db);
    expect(Number(rows[0]?.count)).toBe(0);
  });

  test('says which figures an earlier release has shown already', async () => {
    const db = getDatabase();
    await importPackage(db, await writePackage(ruledPackage(null)), { importedBy });
    const open = await listRows('indicator=misdrijven&area=BU01410000&period=2024');
    expect(open).toEqual([expect.objectContaining({ value: 1, reason: null })]);
    const report = await importPackage(db, await writePackage(ruledPackage()), { importedBy });
    const [counted] = report.protection ?? [];
    expect(counted?.shownEarlier).toBeGreaterThan(0);
    expect(formatReport(report)).toMatch(/shown by an earlier release/);
  });
});

/** Boundaries and inhabitants alone, under another name. */
function figuresBoundaries(): SamplePackage {
  const { descriptor, files } = samplePackage();
  const resources = descriptor.resources.filter(({ name }) => name !== 'misdrijven' && name !== 'nederland');
  return { descriptor: { ...descriptor, name: 'grenzen', resources }, files };
}
