import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeYears, nameYears } from '../../../../geodata/sources/live/composition.ts';
import { parseDataPackage } from '../../../../geodata/sources/package/package.ts';
import { makeFolder } from '../../../setup/folder.ts';
import { collect, readTable } from '../../../setup/servers/collecting.ts';
import { type ODataServer, serveOData } from '../../../setup/servers/odata.ts';
import { type ScoreServer, serveScores } from '../../../setup/servers/scores.ts';
import { statisticsTables } from '../../../setup/servers/statistics.ts';

let tables: ODataServer;
let scores: ScoreServer;
let directory: string;

beforeAll(async () => {
  tables = await serveOData(statisticsTables());
  scores = await serveScores();
});
beforeEach(async () => {
  directory = await makeFolder('surveys');
  Object.assign(scores.manner, { pageSize: 1_000, heedsFilters: true, heedsStart: true });
  Object.assign(tables.manner, { pageSize: 1_000, mostRows: 10_000, heedsFilters: true });
});
afterAll(async () => {
  await tables.close();
  await scores.close();
});

test('the survey comes with its bounds, of municipalities and the country alone', async () => {
  const collected = await survey([2021, 2022, 2023]);
  const rows = readTable(collected, 'figures/veiligheidsmonitor-2021-and-2023-municipality.csv');
  expect(rows).toEqual([
    [
      ...['code', 'period', 'sociale-cohesie', 'sociale-cohesie-lower', 'sociale-cohesie-upper'],
      ...['onveiligheidsgevoelens', 'onveiligheidsgevoelens-lower', 'onveiligheidsgevoelens-upper'],
      ...['slachtoffers-traditioneel', 'slachtoffers-traditioneel-lower', 'slachtoffers-traditioneel-upper'],
    ],
    ['GM0153', '2021', '6.1', '5.9', '6.3', '14', '12.5', '15.5', '17', '15', '19'],
    ['GM0153', '2023', '6.1', '5.9', '6.3', '15', '13.5', '16.5', '', '', ''],
  ]);
  expect(readTable(collected, 'figures/veiligheidsmonitor-2021-and-2023-country.csv')[1]?.[0]).toBe('NL00');
  expect(collected.notes).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/redesigned in 2021: figures are not comparable with earlier ones/),
      '2022 left out: there was no round, or it is not published.',
      expect.stringMatching(/^The table has no .*fysieke-voorzieningen/),
      expect.stringMatching(/^GM0141 are not in the table: .*above 70,000/),
    ]),
  );
  const [resource] = collected.descriptor.resources as {
    description: string;
    sources: { title: string }[];
  }[];
  expect(resource?.description).toMatch(/15 and over.*not comparable with earlier/);
  expect(resource?.sources[0]?.title).toMatch(/niet vergelijkbaar met eerdere jaren/);
});

test('the survey tells of its rounds whom it asked what, and its series break where the questionnaire did', async () => {
  const { descriptor } = await survey([2023]);
  const { surveys, indicators } = parseDataPackage(
    Buffer.from(JSON.stringify(descriptor)),
    'datapackage.json',
  );
  expect(surveys).toMatchObject([
    {
      key: 'veiligheidsmonitor',
      rounds: [
        { period: '2021', ageFrom: 15, questionnaire: '2021', municipality: null },
        { period: '2023', ageFrom: 15, questionnaire: '2021', municipality: null },
      ],
    },
  ]);
  expect(indicators).toHaveLength(3);
  for (const indicator of indicators)
    expect(indicator).toMatchObject({ survey: 'veiligheidsmonitor', breaks: [{ period: '2021' }] });
});

test('the survey says so where a region has no large municipality, or a year no round', async () => {
  const small = { key: 'x', name: { nl: 'x', en: 'x' }, municipalities: ['GM0141'] };
  await expect(survey([2023], { region: small })).rejects.toThrow(/municipalities above 70,000/);
  await expect(survey([2019])).rejects.toThrow(/no round of 2019; ask for 2021 or 2023/);
});

test('the Leefbaarometer is read page by page, on three levels, in the rounds that there are', async () => {
  scores.manner.pageSize = 2;
  const collected = await liveability([2002, 2003, 2012, 2024]);
  const rows = readTable(collected, 'figures/leefbaarometer-2012-neighbourhood.csv');
  expect(rows[0]).toEqual([
    ...['code', 'leefbaarheid', 'leefbaarheid-afwijking', 'leefbaarheid-woningvoorraad-klasse'],
    ...['leefbaarheid-sociale-samenhang', 'leefbaarheid-overlast-onveiligheid'],
  ]);
  expect(rows).toContainEqual(['BU01410000', '5', '-0.25', '6', '0.0125', '-0.0758']);
  expect(rows).toContainEqual(['BU01410003', '', '', '', '', '']);
  expect(rows).toHaveLength(9);
  expect([...collected.files.keys()]).toContain('figures/leefbaarometer-2024-municipality.csv');
  expect(collected.notes).toEqual(['2003 left out: the Leefbaarometer has no scores of it.']);
  expect(collected.descriptor.name).toBe('leefbaarometer-2002-and-2012-and-2024');
});

test('the Leefbaarometer: what was not asked for is left out, and a service that never ends is no loop', async () => {
  scores.manner.heedsFilters = false;
  const rows = readTable(await liveability([2024]), 'figures/leefbaarometer-2024-neighbourhood.csv');
  expect(rows.every(([code]) => !code?.startsWith('BU0363'))).toBe(true);
  Object.assign(scores.manner, { pageSize: 2, heedsStart: false });
  await expect(liveability([2022])).rejects.toThrow(/the same page again/);
  await expect(liveability([2003])).rejects.toThrow(/no scores of 2003; ask for/);
});

test('figures without boundaries to hang on say which command comes first', async () => {
  const bare = { boundaryYears: [], areas: new Map() };
  const remedy =
    /no boundaries yet to hang its figures on; import boundaries first, such as "npm run import -- pdok boundaries/;
  await expect(liveability([2024], bare)).rejects.toThrow(remedy);
  await expect(survey([2023], bare)).rejects.toThrow(remedy);
  const other = { boundaryYears: [2024], areas: new Map([[2024, new Set(['BU99990000'])]]) };
  await expect(liveability([2024], other)).rejects.toThrow(
    /none of its areas is in the boundaries that are held/,
  );
});

test('packages of different years have different names', () => {
  expect(nameYears([2016, 2017, 2018])).toBe('2016-2018');
  expect(nameYears([2018, 2016])).toBe('2016-and-2018');
  expect(describeYears([2016, 2017, 2021])).toBe('2016-2017, 2021');
});

function survey(years: number[], own: object = {}) {
  return collect('veiligheidsmonitor', 'veiligheidsmonitor', directory, { base: tables.base, years, ...own });
}

function liveability(years: number[], own: object = {}) {
  return collect('leefbaarometer', 'leefbaarometer', directory, { base: scores.base, years, ...own });
}
