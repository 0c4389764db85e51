import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAsker } from '../../../api/download/asker.ts';
import { defaultDownloadSettings } from '../../../api/download/settings.ts';
import { importPackage } from '../../../api/release/import.ts';
import { collectSource } from '../../../api/release/live.ts';
import { readCall } from '../../../scripts/import/call.ts';
import { findRegion } from '../../../sql/catalog.ts';
import { type OpenedDatabase, openDatabase } from '../../../sql/database.ts';
import { listObservations, type ObservationFilter } from '../../../sql/observations.ts';
import { publicReader } from '../../../sql/reader.ts';
import { copyEmbedded } from '../../setup/database.ts';
import { runScript } from '../../setup/process.ts';
import type { Fault } from '../../setup/servers/listening.ts';
import { type ODataServer, serveOData } from '../../setup/servers/odata.ts';
import { statisticsTables } from '../../setup/servers/statistics.ts';
import { samplePackage, writePackage } from './sample-package.ts';

let directory: string;
let opened: OpenedDatabase;
let server: ODataServer;
let downloads: string;

beforeAll(async () => {
  directory = await copyEmbedded();
  opened = await openDatabase({ directory });
  server = await serveOData(statisticsTables());
  await importPackage(opened.db, await writePackage(samplePackage()), { importedBy: 'tester' });
});
beforeEach(async () => {
  downloads = await mkdtemp(join(directory, 'downloads-'));
  Object.assign(server.manner, { pageSize: 1_000, mostRows: 10_000, heedsFilters: true });
  server.faults.length = 0;
});
afterAll(async () => {
  await opened.close();
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

const again: (Fault | null)[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 500 },
  null,
  { kind: 'stall' },
  { kind: 'drop' },
  null,
  { kind: 'broken' },
  { kind: 'status', status: 429, retryAfter: '0' },
];

test('politie misdrijven comes in though the service fails in every way, pages and cannot answer much at once', async () => {
  server.faults.push(...again);
  Object.assign(server.manner, { pageSize: 12, mostRows: 100 });
  const { notes, report } = await run('politie', 'misdrijven', '--year', '2021..2024');
  expect(report.release).not.toBeNull();
  expect(notes).toEqual([
    '2021 left out: not published (yet).',
    expect.stringMatching(/^1 areas .*BU01539997/),
  ]);
  const rows = await list({
    indicator: ['misdrijven'],
    period: ['2024'],
    area: ['BU01410000', 'BU01410002', 'GM0153', 'NL00'],
  });
  const figures = Object.fromEntries(
    rows.filter(({ origin }) => origin === 'published').map((row) => [row.area, [row.value, row.status]]),
  );
  expect(figures).toEqual({
    BU01410000: [10, 'provisional'],
    BU01410002: [null, 'suppressed'],
    GM0153: [10, 'provisional'],
    NL00: [10, 'provisional'],
  });
  const [settled] = await list({ indicator: ['misdrijven'], period: ['2022'], area: ['BU01410000'] });
  expect(settled).toMatchObject({ value: 10, status: 'final', boundaryYear: 2024 });
  const rateOf = async (code: string) =>
    (await list({ indicator: ['misdrijven-per-1000'], period: ['2024'], area: [code] }))[0];
  const [people] = await list({ indicator: ['inwoners'], period: ['2024'], area: ['GM0153'] });
  expect(people?.value).toBeGreaterThanOrEqual(100);
  expect(await rateOf('GM0153')).toMatchObject({
    value: expect.closeTo((10 / Number(people?.value)) * 1000, 6),
    origin: 'derived',
  });
  // Fifty people live there.
  expect(await rateOf('BU01410000')).toMatchObject({ value: null, status: 'too-few', origin: 'derived' });
});

test('politie misdrijven comes by offence, each at its address, and the total is none of them', async () => {
  await run('politie', 'misdrijven', '--year', '2024');
  const figure = async (indicator: string, area: string) => {
    const rows = await list({ indicator: [indicator], period: ['2024'], area: [area] });
    const row = rows.find(({ origin }) => origin === 'published') ?? rows[0];
    return row && [row.value, row.status, row.origin];
  };
  expect(await figure('misdrijven', 'GM0153')).toEqual([10, 'provisional', 'published']);
  expect(await figure('misdrijven/1.1.1', 'GM0153')).toEqual([3, 'provisional', 'published']);
  expect(await figure('misdrijven/2.6.10', 'BU01410000')).toEqual([0, 'provisional', 'published']);
  expect(await figure('misdrijven/1.1', 'GM0153')).toEqual([4, 'provisional', 'aggregated']);
  expect(await figure('misdrijven/1', 'GM0153')).toEqual([6, 'provisional', 'aggregated']);
  expect(await figure('misdrijven/0.0.0', 'GM0153')).toBeUndefined();
  expect(await figure('misdrijven-per-1000/1.1.1', 'BU01410000')).toEqual([null, 'too-few', 'derived']);

  expect(await figure('misdrijven/1.1.1', 'BU01530001')).toEqual([null, 'suppressed', 'published']);
  expect(await figure('misdrijven/1.1.2', 'BU01530001')).toEqual([1, 'provisional', 'published']);
  expect(await figure('misdrijven/1.1', 'BU01530001')).toEqual([null, 'suppressed', 'aggregated']);
  expect(await figure('misdrijven-per-1000/1.1.1', 'BU01530001')).toEqual([null, 'suppressed', 'derived']);
});

test('by month only months come, and the newest is provisional', async () => {
  const { notes } = await run('politie', 'misdrijven', '--year', '2024', '--monthly');
  expect(notes[0]).toBe('2024-02 is the newest month: it is not complete yet, and provisional.');
  const rows = await list({ indicator: ['misdrijven'], area: ['BU01530000'] });
  expect(rows.map(({ period }) => period)).toEqual(expect.arrayContaining(['2024-01', '2024-02']));
  const [burglary] = await list({
    ...{ indicator: ['misdrijven/1.1.1'], period: ['2024-01'], area: ['BU01530000'] },
  });
  expect(burglary).toMatchObject({ value: 3, status: 'provisional' });
});

test('rows that were not asked for do no harm', async () => {
  server.manner.heedsFilters = false;
  const { report } = await run('politie', 'misdrijven', '--year', '2022', '--region', 'GM0153');
  expect(report.release).not.toBeNull();
  expect(await findRegion(opened.db, publicReader)).toMatchObject({ municipalities: ['GM0153', 'GM0141'] });
  const rows = await list({ indicator: ['misdrijven'], period: ['2022'], area: ['BU01530000'] });
  expect(rows[0]?.value).toBe(10);
});

test('cbs kerncijfers come each on the boundaries of its year, through v3 and v4, whatever the columns are called', async () => {
  server.faults.push(...again);
  Object.assign(server.manner, { pageSize: 4, mostRows: 20 });
  const { notes } = await run('cbs', 'kerncijfers', '--year', '2021..2024');
  expect(notes).toEqual(
    expect.arrayContaining([
      '2022, 2023 left out: the boundaries of these years are not held.',
      '2021: no figures yet of inkomen-per-inwoner; left out.',
      expect.stringMatching(/^2021: table 85039NED has no .*koopwoningen/),
    ]),
  );
  const value = async (indicator: string, period: string, area: string) => {
    const rows = await list({ indicator: [indicator], period: [period], area: [area] });
    const row = rows.find(
      ({ boundaryYear, origin }) => boundaryYear === Number(period) && origin === 'published',
    );
    return row && [row.value, row.status];
  };
  expect(await value('inwoners', '2021', 'BU01410000')).toEqual([300, 'final']);
  expect(await value('aandeel-65-plus', '2021', 'BU01410000')).toEqual([20, 'final']);
  expect(await value('personen-65-plus', '2021', 'BU01530001')).toEqual([null, 'suppressed']);
  expect(await value('aandeel-65-plus', '2021', 'BU01530001')).toEqual([null, 'suppressed']);
  expect(await value('inwoners', '2024', 'BU01410000')).toEqual([400, 'final']);
  expect(await value('inkomen-per-inwoner', '2024', 'BU01530002')).toEqual([null, 'suppressed']);
  expect(await value('inkomen-per-inwoner', '2024', 'BU01530000')).toEqual([31.5, 'final']);
});

test('what cannot come says why and the way out', async () => {
  await expect(run('cbs', 'kerncijfers', '--year', '2019')).rejects.toThrow(
    /no boundaries of 2019 .*npm run import -- pdok boundaries --year 2019/,
  );
  await expect(run('politie', 'misdrijven', '--year', '2011')).rejects.toThrow(
    /no figures of 2011; ask for years from 2022 to 2024/,
  );
  await expect(run('politie', 'misdrijven', '--region', 'nederland')).rejects.toThrow(
    /reaches beyond the region "sample"/,
  );
  server.faults.push(...Array.from({ length: 6 }, () => ({ kind: 'status', status: 503 }) as const));
  await expect(run('politie', 'misdrijven', '--year', '2024')).rejects.toThrow(
    /47018NED.*answered 503, the last of 6 attempts/,
  );
});

test('a wrong call says how to call', () => {
  expect(readCall(['cbs', 'buurten'])).toMatch(/^Say what of cbs: kerncijfers\./);
  expect(readCall(['cbs', 'kerncijfers', '--monthly'])).toMatch(/^cbs kerncijfers has no figures by month/);
  expect(readCall(['cbs', '--year', '2025..2016'])).toMatch(/are no years/);
  expect(readCall(['cbs', '--base', 'opendata'])).toMatch(/is no address/);
  expect(readCall(['a', 'b'])).toMatch(/^Give one folder, or a source\./);
  expect(readCall(['politie', '--year', '2016..2018,2021'])).toMatchObject({
    live: { years: [2016, 2017, 2018, 2021] },
  });
});

test('npm run import -- politie runs to the end as a command', async () => {
  await opened.close();
  const words = ['politie', 'misdrijven', '--year', '2023', '--base', server.base, '--dry-run'];
  const { code, output, errors } = await runScript('import', words, directory);
  opened = await openDatabase({ directory });
  expect([code, errors]).toEqual([0, expect.stringContaining('fetching misdrijven 2023…')]);
  expect(output).toContain('Checked, nothing written: Geregistreerde misdrijven 2023');
});

/** What the command does, with quick times. */
async function run(...words: string[]) {
  const call = readCall([...words, '--base', server.base]);
  if (typeof call === 'string' || !('live' in call)) throw new Error(String(call));
  const quick = { answerTime: 200, stallTime: 200, sleep: async () => undefined };
  const ask = createAsker(
    { ...defaultDownloadSettings(downloads, call.live.base), ...quick },
    () => undefined,
  );
  const { folder, notes } = await collectSource(opened.db, call.live, ask, join(directory, 'sources'));
  return { notes, report: await importPackage(opened.db, folder, { importedBy: 'tester' }) };
}

async function list(filter: Omit<ObservationFilter, 'limit'>) {
  return (await listObservations(opened.db, publicReader, { ...filter, limit: 1_000 })).rows;
}
