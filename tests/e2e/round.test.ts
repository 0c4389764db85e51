import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawSheets } from '../../geodata/demo/sheets.ts';
import { ageBands } from '../../geodata/questionnaire/round.ts';
import { questionnaireTemplate } from '../../geodata/questionnaire/template/template.ts';
import { createRandom } from '../../geodata/statistics/random.ts';
import { addResponse } from '../../sql/questionnaires/response.ts';
import { replaceSheets } from '../../sql/questionnaires/sheets.ts';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { makeFolder } from '../setup/folder.ts';
import { expectReachable, zoomed } from '../setup/reach.ts';
import { testSurveyKey } from '../setup/survey.ts';
import { openForWriters } from '../setup/writers.ts';

const browser = await openBrowser('canvas');
const writers = openForWriters(browser, 'round');
const key = 'veilig-in-enschede';
/** A district of few answers, and one of many. */
const counts = { WK015300: 120, WK015301: 40, WK015303: 160 };
const questionnaire = { ...questionnaireTemplate, key: 'veilig' };
let administrator: NonNullable<BrowserContextOptions['storageState']>;
let folder: string;

const openRound = async (kept = administrator) => {
  const page = await writers.openAs(kept, `page=round&round=${key}`);
  await page.locator('.questionnaire-title').waitFor();
  return page;
};
const sure = async (page: Page, button: string) => {
  await page
    .getByRole('button', { name: new RegExp(`^${button}`) })
    .first()
    .click();
  await page.getByRole('button', { name: /^Zeker weten/ }).click();
};

test('a round is planned: sample, register, codes and letters', async () => {
  folder = await makeFolder('round-files');
  administrator = await writers.product.welcome('Cor Beheer', [{ role: 'administrator' }]);
  await writers.product.db
    .insertInto('questionnaire')
    .values({ key: 'veilig', version: 1, definition: JSON.stringify(questionnaire), is_fixed: true })
    .execute();
  const page = await writers.openAs(administrator, 'page=round');
  await page.getByLabel('Naam van de ronde').fill('Veilig in Enschede');
  await page.getByLabel('Vragenlijst', { exact: true }).selectOption('veilig.1');
  await page.getByLabel('Periode van de cijfers').fill('2026');
  await page.getByLabel('Eerste dag').fill('2026-09-10');
  await page.getByLabel('Laatste dag').fill('2026-09-01');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bereid de ronde voor' }).click();
  await page.getByText('De laatste dag ligt op of na de eerste.').waitFor();
  await page.getByLabel('Laatste dag').fill('2099-09-30');
  await page.getByRole('button', { name: 'Bereid de ronde voor' }).click();
  await page.getByRole('heading', { name: /Veilig in Enschede/ }).waitFor();

  const register = join(folder, 'register.csv');
  const rows = Object.keys(counts).flatMap((district) =>
    ageBands.flatMap((band) => ['man', 'vrouw'].map((sex) => `${district};${band};${sex};500`)),
  );
  await writeFile(register, ['wijk;leeftijd;geslacht;aantal', ...rows, 'WK999999;15-17;man;1'].join('\n'));
  await page.getByLabel('Bestand met aantallen').setInputFiles(register);
  await page.getByText('is geen wijk in de indeling van deze ronde').waitFor();
  const empty = join(folder, 'empty.csv');
  await writeFile(empty, '');
  await page.getByLabel('Bestand met aantallen').setInputFiles(empty);
  await page.getByText('Het bestand is leeg: exporteer het opnieuw').waitFor();
  const mended = join(folder, 'register-2.csv');
  await writeFile(mended, ['wijk;leeftijd;geslacht;aantal', ...rows].join('\n'));
  await page.getByLabel('Bestand met aantallen').setInputFiles(mended);
  await page.getByText('Bekend van 3 wijken, samen 18.000 mensen.').waitFor();

  await page.getByLabel('Gemeente', { exact: true }).selectOption('GM0153');
  await page.getByRole('button', { name: 'Voeg toe' }).click();
  const table = page.locator('.strata-table tbody tr');
  await table.first().waitFor();
  for (const row of await table.locator('th').allTextContents()) {
    const [code = ''] = /WK\w+/.exec(row) ?? [];
    if (!(code in counts)) await page.locator('tr', { hasText: code }).getByRole('button').click();
  }
  expect(await table.count()).toBe(3);
  await page.getByRole('button', { name: 'Neem de inwoners uit het register over' }).click();
  await page.getByLabel('Gewenste precisie, in procentpunt').fill('10');
  await page.getByRole('button', { name: 'Neem de voorgestelde aantallen over' }).click();
  expect(await table.first().textContent()).toContain('± 10,0');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bewaar de steekproef' }).click();
  await page.getByText('Bewaard.', { exact: true }).waitFor();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Maak alle codes die nog ontbreken' }).click();
  const list = join(folder, 'codes.csv');
  await (await download).saveAs(list);
  await page.getByText('Bewaar dit bestand goed').waitFor();
  // The product of this test has the address of this machine alone.
  await page.getByText('dat bewoners niet kunnen bereiken').waitFor();
  const codes = (await readFile(list, 'utf8')).trim().split('\n');
  await writeFile(list, codes.slice(0, 4).join('\n'));
  await page.getByLabel('Bestand met codes (CSV)').setInputFiles(list);
  await page.getByLabel('Bij wie men met vragen terechtkan').fill('14 053');
  const letters = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Maak de brieven (PDF)' }).click();
  expect((await readFile(await (await letters).path())).subarray(0, 5).toString()).toBe('%PDF-');
  const reminders = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Maak het bestand voor herinneringen' }).click();
  await reminders;
  await page.getByText('3 van 3 codes zijn nog niet gebruikt.').waitFor();
  await expectAccessible(page);
  await sure(page, 'Open de ronde');
  await page.getByRole('heading', { name: 'Respons' }).waitFor();
}, 120_000);

/** Answers as if people had sent them: the pages that they send them with have tests of their own. */
async function layAnswers(): Promise<void> {
  const { db } = writers.product;
  const random = createRandom(7);
  const sheets = Object.entries(counts).flatMap(([code, count]) =>
    drawSheets(
      questionnaire,
      { stratum: code, districts: [{ code, people: 6000, older: 0.2, trouble: 0.3 }], count },
      random,
    ),
  );
  const text = questionnaire.blocks
    .flatMap(({ questions }) => questions)
    .find(({ form }) => form.kind === 'text');
  const [first] = sheets;
  if (!text || !first) throw new Error('no open answer');
  const told = sheets.map(({ answers: { [text.key]: _told, ...answers }, ...sheet }) => ({
    ...sheet,
    answers,
  }));
  told[0] = {
    ...first,
    answers: { ...first.answers, [text.key]: ['Mevrouw De Vries op nummer 12 weet er alles van'] },
  };
  await db.transaction().execute((inside) => replaceSheets(inside, testSurveyKey, key, told, 8000));
  await addResponse(
    db,
    key,
    Object.entries(counts).flatMap(([stratum, count]) =>
      ['2026-09-11', '2026-09-20'].map((day, index) => ({
        day,
        stratum,
        way: 'code' as const,
        ageBand: index === 0 ? ('25-44' as const) : ('65-74' as const),
        count: count / 2,
      })),
    ),
  );
}

test('it is watched against its plan, closed, weighted, and its figures are seen with their bounds', async () => {
  await layAnswers();
  const page = await openRound();
  await page.getByRole('img', { name: 'Antwoorden tot en met elke dag' }).waitFor();
  await page.locator('.response-table').getByText('160', { exact: true }).waitFor();
  await expectAccessible(page);
  for (const [viewport, scale] of zoomed) {
    await page.setViewportSize(viewport);
    await page.evaluate((share) => {
      document.documentElement.style.fontSize = `${share}%`;
    }, scale);
    await expectReachable(page, false, `a round at ${viewport.width}, ${scale}%`);
  }
  // What matters most of a district is seen on a phone before anybody scrolls aside.
  const answers = await page.locator('.response-table td').first().boundingBox();
  expect((answers?.x ?? 390) + (answers?.width ?? 0)).toBeLessThanOrEqual(390);
  await sure(page, 'Sluit de ronde');
  await page.getByRole('heading', { name: 'Wegen' }).waitFor();
  await sure(page, 'Weeg de antwoorden');
  const table = page.locator('.estimate-table');
  await table.getByText('te weinig antwoorden').waitFor();
  expect(await table.locator('.bounds-bar').count()).toBe(2);
  await page.getByText('Er is geen eerdere gewogen ronde').waitFor();
  await page.getByText('Hoe er gewogen is').click();
  await page.getByText('Effectief aantal (Kish)').waitFor();
  await expectAccessible(page);
}, 120_000);

test('open answers are read by the editor of their municipality after a person cleaned them', async () => {
  const page = await openRound();
  await page.getByRole('button', { name: 'Leg de open antwoorden klaar' }).click();
  await page.getByText('Er wacht nog 1 antwoord.').waitFor();
  const cleaned = page.getByLabel('Zo wordt het gelezen');
  expect(await cleaned.inputValue()).toBe('[naam] op nummer 12 weet er alles van');
  await cleaned.fill('Een buurvrouw weet er alles van');
  await expectAccessible(page);
  const reader = await openRound(writers.editor);
  await reader.getByText('Er is nog niets nagelezen.').waitFor();
  expect(await reader.getByText('De Vries').count()).toBe(0);
  await page.getByRole('button', { name: 'Bevestig' }).click();
  await page.getByText('Er wachten nog 0 antwoorden.').waitFor();
  await reader.reload();
  await reader.getByText('Een buurvrouw weet er alles van').waitFor();
  expect(await reader.getByRole('heading', { name: 'Publiceren' }).count()).toBe(0);
  await expectAccessible(reader);
}, 120_000);

test('the made-up region takes no figures of a round, and says so before anybody tries', async () => {
  const page = await openRound();
  await page.getByText('In de demonstratie wordt niets gepubliceerd').waitFor();
  expect(await page.getByRole('button', { name: /^Publiceer de cijfers/ }).count()).toBe(0);
}, 120_000);
