import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findDefinition } from '../../../../geodata/dimension.ts';
import type { Collected } from '../../../../geodata/sources/live/source.ts';
import { parseDataPackage } from '../../../../geodata/sources/package/package.ts';
import { makeFolder } from '../../../setup/folder.ts';
import { collect, readTable } from '../../../setup/servers/collecting.ts';
import { type ODataServer, serveOData } from '../../../setup/servers/odata.ts';
import { crimeTables } from '../../../setup/servers/statistics.ts';

const years = '47018NED';
let server: ODataServer;
let directory: string;

beforeAll(async () => {
  server = await serveOData({});
});
beforeEach(async () => {
  directory = await makeFolder('offences');
  Object.assign(server.resources, crimeTables(years, ['2015JJ00', '2016JJ00']));
  server.asked.length = 0;
});
afterAll(async () => {
  await server.close();
});

test('offences make a tree with names in two languages, in the order of their codes, without the total', async () => {
  const [dimension] = readPackage(await crimes([2016])).dimensions;
  expect(dimension).toMatchObject({ key: 'soort-misdrijf', total: '0.0.0' });
  expect(dimension?.categories.map(({ key, parent }) => [key, parent])).toEqual([
    ...[
      ['1', null],
      ['1.1', '1'],
      ['1.1.1', '1.1'],
      ['1.1.2', '1.1'],
      ['1.4', '1'],
      ['1.4.5', '1.4'],
    ],
    ...[
      ['2', null],
      ['2.6', '2'],
      ['2.6.9', '2.6'],
      ['2.6.10', '2.6'],
    ],
    ...[
      ['3', null],
      ['3.9', '3'],
      ['3.9.1', '3.9'],
    ],
  ]);
  const name = (code: string) => dimension?.categories.find(({ key }) => key === code)?.name;
  expect(name('1.4.5')).toEqual({ nl: 'Mishandeling', en: 'Assault' });
  expect(name('3.9')).toEqual({ nl: 'Fraude (3.9)', en: 'Fraud (3.9)' });
});

test('keys are read without the padding that they have in the table', async () => {
  const rows = readTable(await crimes([2016]), 'figures/misdrijven-2016-municipality.csv');
  expect(rows.slice(0, 3)).toEqual([
    ['code', 'period', 'soort', 'misdrijven'],
    ['GM0141', '2016', '0.0.0', '10'],
    ['GM0141', '2016', '1.1.1', '3'],
  ]);
  expect(rows).toHaveLength(1 + 2 * 7);
});

test('the series of horizontal fraud, and of all that it is part of, break in 2016; before that it is missing, not zero', async () => {
  server.resources[`${years}/TypedDataSet`]
    ?.filter(({ Perioden, SoortMisdrijf }) => Perioden === '2015JJ00' && SoortMisdrijf === '3.9.1 ')
    .forEach((row, index) => {
      row.GeregistreerdeMisdrijven_1 = index % 2 ? 0 : null;
    });
  const collected = await crimes([2015, 2016]);
  const definitions = readPackage(collected);
  const breaksOf = (address: string) =>
    findDefinition(definitions, address)?.breaks.map(({ period }) => period);
  for (const key of ['misdrijven', 'misdrijven-per-1000']) {
    for (const address of [key, `${key}/3`, `${key}/3.9`, `${key}/3.9.1`])
      expect(breaksOf(address), address).toEqual(['2016']);
    expect(breaksOf(`${key}/1.1.1`)).toEqual([]);
  }
  const rows = readTable(collected, 'figures/misdrijven-2015-2016-neighbourhood.csv');
  const fraud = (area: string) => rows.filter(([code, , soort]) => code === area && soort === '3.9.1');
  for (const area of ['BU01410000', 'BU01410001'])
    expect(fraud(area).map(([, period, , figure]) => [period, figure])).toEqual([
      ['2015', '.'],
      ['2016', '1'],
    ]);
  expect(fraud('BU01410002')[1]?.[3]).toBe('x');
  const withheld = rows.filter(([code, , soort]) => code === 'BU01530001' && soort === '1.1.1');
  expect(withheld.map(([, , , figure]) => figure)).toEqual(['x', 'x']);
});

test('no question matches more rows than the service answers, and every figure comes once', async () => {
  const codes = Array.from({ length: 1_500 }, (_, index) => `BU0153${String(index).padStart(4, '0')}`);
  Object.assign(server.resources, crimeTables(years, ['2016JJ00'], [...codes, 'NL01']));
  const areas = new Map([[2024, new Set([...codes, 'NL00'])]]);
  const collected = await crimes([2016], { areas, boundaryYears: [2024] });
  const questions = server.asked.filter((path) => path.includes('TypedDataSet') && !path.includes('skip'));
  expect(questions.length).toBeGreaterThan(2);
  expect(server.resources[`${years}/TypedDataSet`]?.length).toBeGreaterThan(server.manner.mostRows);
  const [, ...rows] = readTable(collected, 'figures/misdrijven-2016-neighbourhood.csv');
  expect(rows).toHaveLength(1_500 * 7);
  expect(new Set(rows.map(([code, , soort]) => `${code} ${soort}`)).size).toBe(1_500 * 7);
});

test('an offence that is not known yet keeps the title of the service, and what is none is left out', async () => {
  server.resources[`${years}/SoortMisdrijf`]?.push(
    { Key: '4.1.1 ', Title: '4.1.1 Iets nieuws' },
    { Key: 'T001  ', Title: 'Anders geteld' },
  );
  const collected = await crimes([2016]);
  const categories = readPackage(collected).dimensions[0]?.categories ?? [];
  expect(categories.slice(-3)).toEqual([
    { key: '4', parent: null, name: { nl: '4', en: '4' } },
    { key: '4.1', parent: '4', name: { nl: '4.1', en: '4.1' } },
    { key: '4.1.1', parent: '4.1', name: { nl: 'Iets nieuws', en: 'Iets nieuws' } },
  ]);
  expect(collected.notes).toEqual(
    expect.arrayContaining([
      'T001 left out: no code of an offence.',
      '4.1.1: no English name is known; the Dutch one stands in.',
    ]),
  );
  server.resources[`${years}/SoortMisdrijf`]?.shift();
  await rm(directory, { recursive: true });
  await expect(crimes([2016])).rejects.toThrow(/SoortMisdrijf.*it has no total \(0\.0\.0\)/);
});

function crimes(asked: number[], own: object = {}): Promise<Collected> {
  return collect('politie', 'misdrijven', directory, { base: server.base, years: asked, ...own });
}

function readPackage({ descriptor }: Collected) {
  return parseDataPackage(Buffer.from(JSON.stringify(descriptor)), 'datapackage.json');
}
