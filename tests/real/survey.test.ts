import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { weighRound } from '../../api/questionnaires/weighing.ts';
import { importPackage } from '../../api/release/import.ts';
import { drawSheets } from '../../geodata/demo/sheets.ts';
import { ageBands } from '../../geodata/questionnaire/round.ts';
import { readCodeList } from '../../geodata/sampling/code-list.ts';
import { createRandom } from '../../geodata/statistics/random.ts';
import { openBrowser as openSmallBrowser } from '../../scripts/answering/browsing.ts';
import { answerAll } from '../../scripts/answering/filling-in.ts';
import { openDatabase } from '../../sql/database.ts';
import { replaceSheets } from '../../sql/questionnaires/sheets.ts';
import { openBrowser } from '../setup/browser.ts';
import { makeFolder } from '../setup/folder.ts';
import { openPage } from '../setup/page.ts';
import { realData } from '../setup/real-data.ts';
import { testSurveyKey } from '../setup/survey.ts';
import { openForWriters } from '../setup/writers.ts';

const browser = await openBrowser('canvas');
const writers = openForWriters(browser, 'real-survey', async (directory) => {
  const { db, close } = await openDatabase({ directory }, () => undefined);
  await importPackage(db, realData, { importedBy: 'tester' });
  await close();
});

const municipality = 'GM0153';
const questionnaire = 'veilig-in-enschede';
const round = 'enschede-2026';
const answers = { eachDistrict: 40, together: 50 };
const patient = { timeout: 60_000 };
let administrator: NonNullable<BrowserContextOptions['storageState']>;
let districts: readonly string[] = [];
let list = '';

const sure = async (page: Page, button: string) => {
  await page
    .getByRole('button', { name: new RegExp(`^${button}`) })
    .first()
    .click();
  await page.getByRole('button', { name: /^Zeker weten/ }).click();
};
const openRound = async () => {
  const page = await writers.openAs(administrator, `page=round&round=${round}`);
  await page.locator('.questionnaire-title').waitFor();
  return page;
};

test('a questionnaire is made from the template and fixed', async () => {
  administrator = await writers.product.welcome('Cor Beheer', [{ role: 'administrator' }]);
  const page = await writers.openAs(administrator, 'page=questionnaires');
  await page.getByLabel('Naam').fill('Veilig in Enschede');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('heading', { name: 'Veilig in Enschede, versie 1' }).waitFor();
  await sure(page, 'Leg deze versie vast');
  await page.getByText('Deze versie is vastgelegd').waitFor();
});

test('a sample is planned for the districts of Enschede, codes are made, and the round is opened', async () => {
  const { db } = writers.product;
  const { year } = await db
    .selectFrom('boundary_year')
    .select(({ fn }) => fn.max('year').as('year'))
    .executeTakeFirstOrThrow();
  const areas = await db
    .selectFrom('area')
    .select('code')
    .where('boundary_year', '=', year ?? 0)
    .where('level', '=', 'district')
    .where('parent', '=', municipality)
    .orderBy('code')
    .execute();
  districts = areas.map(({ code }) => code);
  const folder = await makeFolder('real-survey-files');
  const page = await writers.openAs(administrator, 'page=round');
  await page.getByLabel('Naam van de ronde').fill('Enschede 2026');
  await page.getByLabel('Vragenlijst', { exact: true }).selectOption(`${questionnaire}.1`);
  await page.getByLabel('Periode van de cijfers').fill('2026');
  await page.getByLabel('Eerste dag').fill('2026-09-01');
  await page.getByLabel('Laatste dag').fill('2099-09-30');
  await page.getByLabel('Cijfers verborgen onder zoveel antwoorden').fill('10');
  await page.getByLabel('Cijfers indicatief onder zoveel antwoorden').fill('50');
  await page.getByRole('button', { name: 'Bereid de ronde voor' }).click();
  await page.getByRole('heading', { name: /Enschede 2026/ }).waitFor();

  const register = join(folder, 'register.csv');
  const rows = districts.flatMap((district, index) =>
    ageBands.flatMap((band) =>
      ['man', 'vrouw'].map((sex) => `${district};${band};${sex};${900 + 70 * index}`),
    ),
  );
  await writeFile(register, ['wijk;leeftijd;geslacht;aantal', ...rows].join('\n'));
  await page.getByLabel('Bestand met aantallen').setInputFiles(register);
  await page.getByText(`Bekend van ${districts.length} wijken`).waitFor();
  await page.getByLabel('Gemeente', { exact: true }).selectOption(municipality);
  await page.getByRole('button', { name: 'Voeg toe' }).click();
  await page.getByRole('button', { name: 'Neem de inwoners uit het register over' }).click();
  await page.getByLabel('Gewenste precisie, in procentpunt').fill('12');
  await page.getByRole('button', { name: 'Neem de voorgestelde aantallen over' }).click();
  await page.getByRole('button', { name: 'Bewaar de steekproef' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Maak alle codes die nog ontbreken' }).click();
  list = join(folder, 'codes.csv');
  await (await download).saveAs(list);
  await sure(page, 'Open de ronde');
  await page.getByRole('heading', { name: 'Respons' }).waitFor();
}, 120_000);

test('people answer through its pages, 50 at once', async () => {
  const known = readCodeList(await readFile(list), 'codes.csv');
  const waiting = districts.flatMap((district) =>
    known
      .filter(({ area }) => area === district)
      .slice(0, answers.eachDistrict)
      .map(({ code }) => code),
  );
  const count = waiting.length;
  expect(count).toBe(districts.length * answers.eachDistrict);
  const ends: string[] = [];
  let person = 0;
  const answerInTurn = async () => {
    for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
      person += 1;
      const browserOfOne = openSmallBrowser(writers.product.address, () => undefined);
      ends.push(await answerAll(browserOfOne, code, createRandom(person)));
    }
  };
  await Promise.all(Array.from({ length: answers.together }, answerInTurn));
  expect(ends).toEqual(Array.from({ length: count }, () => '/vragenlijst/bedankt'));
});

/** A round of two years before, whose answers were drawn by chance instead of sent: closed and weighted. */
async function layRoundBefore(): Promise<void> {
  const { db } = writers.product;
  const key = 'enschede-2024';
  await sql`insert into survey_round (key, questionnaire, version, name, period, boundary_year, state, opens_on, closes_on,
      age_from, mode, has_open_link, settings)
    select ${key}, questionnaire, version, '{"nl":"Enschede 2024"}', '2024', boundary_year, 'closed', '2024-09-01',
      '2024-09-30', age_from, mode, false, settings from survey_round where key = ${round}`.execute(db);
  for (const table of ['survey_stratum', 'survey_register'])
    await sql`insert into ${sql.table(table)} select (jsonb_populate_record(own, jsonb_build_object('round', ${key}::text))).*
      from ${sql.table(table)} as own where round = ${round}`.execute(db);
  const { definition } = await db
    .selectFrom('questionnaire')
    .select('definition')
    .where('key', '=', questionnaire)
    .executeTakeFirstOrThrow();
  const random = createRandom(7);
  const sheets = districts.flatMap((code) =>
    drawSheets(
      definition,
      { stratum: code, districts: [{ code, people: 11_000, older: 0.2, trouble: 0 }], count: 80 },
      random,
    ),
  );
  await db.transaction().execute((inside) => replaceSheets(inside, testSurveyKey, key, sheets, 8000));
  await weighRound(db, testSurveyKey, key);
}

test('its figures are weighted, held against those of the round before, published, and seen on the map', async () => {
  await layRoundBefore();
  const page = await openRound();
  await sure(page, 'Sluit de ronde');
  await page.getByRole('heading', { name: 'Wegen' }).waitFor();
  await sure(page, 'Weeg de antwoorden');
  await page.locator('.estimate-table').waitFor(patient);
  expect(await page.locator('.estimate-table .bounds-bar').count()).toBeGreaterThan(0);
  await page.getByText('Vergeleken met Enschede 2024 (2024).').waitFor();
  await sure(page, 'Publiceer de cijfers');
  await page.getByRole('button', { name: /^Trek de publicatie in/ }).waitFor(patient);

  const { address, db } = writers.product;
  const { rows } = (await (
    await fetch(`${address}/api/observations?indicator=enquete-cijfer-buurt&period=2026&level=district`)
  ).json()) as {
    rows: { area: string; value: number | null; lower: number | null; sampleSize: number | null }[];
  };
  const own = rows.filter(({ area }) => districts.includes(area));
  expect(own.map(({ area }) => area).sort()).toEqual([...districts]);
  for (const { value, lower, sampleSize } of own) {
    expect(sampleSize).toBeGreaterThanOrEqual(10);
    expect(lower).toBeLessThan(value ?? Number.NaN);
  }
  // What lies in memory follows within a second.
  await expect
    .poll(async () => (await fetch(`${address}/api/catalog`)).text(), patient)
    .toContain('enquete-cijfer-buurt');
  const map = await openPage(
    browser,
    `${address}/?indicator=enquete-cijfer-buurt&level=district&period=2026&area=${districts[0]}`,
  );
  await map.locator('.status', { hasText: 'indicatief' }).first().waitFor(patient);
  await sure(page, 'Trek de publicatie in');
  await page.getByRole('button', { name: /^Publiceer de cijfers/ }).waitFor(patient);
  const left = await db
    .selectFrom('observation')
    .select('period')
    .where('indicator', '=', 'enquete-cijfer-buurt')
    .execute();
  expect(left).toEqual([]);
}, 300_000);
