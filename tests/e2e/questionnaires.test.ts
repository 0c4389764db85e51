import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { meddle, readWords, ways } from '../setup/meddling.ts';
import { expectReachable, zoomed } from '../setup/reach.ts';
import { openForWriters } from '../setup/writers.ts';

const browser = await openBrowser('canvas');
const writers = openForWriters(browser, 'questionnaires');
const name = 'Veilig in Twente';
let administrator: NonNullable<BrowserContextOptions['storageState']>;

const openEditor = async (kept: typeof administrator, version: number, more = '') => {
  const page = await writers.openAs(
    kept,
    `page=questionnaire&questionnaire=veilig-in-twente.${version}${more}`,
  );
  await page.locator('.questionnaire-title').waitFor();
  return page;
};
/** A part in the outline, by the beginning of its text. */
const inOutline = (page: Page, text: string): Locator =>
  page.locator('.outline-choice', { hasText: text }).first();
const fill = async (page: Page, label: string, text: string) =>
  page.locator('.chosen-part').getByLabel(label, { exact: true }).fill(text);
const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await page.getByText('Bewaard.', { exact: true }).waitFor();
};
const sure = async (page: Page, button: string) => {
  await page.getByRole('button', { name: new RegExp(`^${button}`) }).click();
  await page.getByRole('button', { name: /^Zeker weten/ }).click();
};

test('an administrator begins with the template, writes a question, is told what is missing, and fixes the version', async () => {
  administrator = await writers.product.welcome('Cor Beheer', [{ role: 'administrator' }]);
  const page = await writers.openAs(administrator, 'page=start');
  await page.getByRole('link', { name: 'Vragenlijsten en rondes' }).click();
  await page.getByLabel('Naam').fill(name);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('heading', { name: `${name}, versie 1` }).waitFor();
  expect(await page.title()).toContain('Vragenlijst');
  await expectAccessible(page);

  await inOutline(page, 'Hoe veilig u zich voelt').click();
  await page.getByLabel('Soort van een nieuwe vraag').selectOption('choice');
  await page.getByRole('button', { name: 'Voeg een vraag toe' }).click();
  await page.getByRole('button', { name: 'Controle' }).click();
  await page.getByRole('heading', { name: /^Fout/ }).waitFor();
  expect(await page.getByRole('button', { name: /^Leg deze versie vast/ }).count()).toBe(0);
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /^Toon: vraag/ })
    .first()
    .click();
  await fill(page, 'Vraag', 'Fietst u ’s avonds wel eens om?');
  await fill(page, 'Antwoord 1', 'Ja');
  await fill(page, 'Antwoord 2', 'Nee');
  await page.getByText('Ontbreekt in: Engels, Turks, Duits, Arabisch').first().waitFor();
  await expectAccessible(page);
  await save(page);

  await page.getByRole('button', { name: 'Voorbeeld' }).click();
  await page.getByLabel('Bladzijde', { exact: true }).selectOption({ label: 'Hoe veilig u zich voelt' });
  const preview = page.frameLocator('.preview-frame');
  await preview.getByText('Fietst u ’s avonds wel eens om?').waitFor();
  await page.getByLabel('Taal', { exact: true }).selectOption('ar');
  await preview.locator('html[dir="rtl"]').waitFor();
  await sure(page, 'Leg deze versie vast');
  await page.getByText('Deze versie is vastgelegd').waitFor();
  await expectAccessible(page);
});

test('questions and blocks are moved by keyboard alone, and the focus goes along', async () => {
  const page = await writers.openAs(administrator, 'page=questionnaires');
  await page.getByRole('button', { name: `Begin de volgende versie van ${name}, versie 1` }).click();
  await page.getByRole('heading', { name: `${name}, versie 2` }).waitFor();
  const first = page.getByRole('button', { name: /^Omlaag: Wonen in uw buurt/ });
  await first.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Omlaag verplaatst: Wonen in uw buurt').waitFor();
  expect(await first.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await page.locator('.outline-blocks > li').nth(1).textContent()).toContain('Wonen in uw buurt');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Omhoog verplaatst: Wonen in uw buurt').waitFor();
  // It cannot go further up: the focus is on the way down.
  expect(await first.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('an editor writes a block of his own municipality, and cannot touch what all have in common', async () => {
  const page = await openEditor(writers.editor, 2);
  await inOutline(page, 'Voelt u zich weleens onveilig').click();
  expect(await page.locator('.chosen-part').getByLabel('Vraag', { exact: true }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: /^Omhoog: Voelt u zich/ }).count()).toBe(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Voeg een blok van Enschede toe' }).click();
  await fill(page, 'Titel', 'De singels');
  await page.getByLabel('Soort van een nieuwe vraag').selectOption('scale');
  await page.getByRole('button', { name: 'Voeg een vraag toe' }).click();
  await fill(page, 'Vraag', 'Hoe veilig vindt u de singels?');
  await save(page);
  await page.reload();
  await inOutline(page, 'De singels').waitFor();
});

test('of two who change a draft, the second is told, and what both wrote is put together', async () => {
  const [page, other] = [await openEditor(administrator, 2), await openEditor(writers.editor, 2)];
  await inOutline(other, 'Hoe veilig vindt u de singels').click();
  await fill(other, 'Vraag', 'Hoe veilig vindt u de Singel?');
  await save(other);
  await inOutline(page, 'Voelt u zich weleens onveilig?').click();
  await fill(page, 'Vraag', 'Bent u weleens bang?');
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  const note = page
    .getByRole('alert')
    .filter({ hasText: 'Iemand anders heeft dit concept intussen gewijzigd' });
  await note.getByText('Hoe veilig vindt u de Singel?').first().waitFor();
  expect(await page.locator('.chosen-part').getByLabel('Vraag', { exact: true }).inputValue()).toBe(
    'Bent u weleens bang?',
  );
  await expectAccessible(page);
  await note.getByRole('button', { name: 'Voeg beide samen' }).click();
  await save(page);
  await inOutline(page, 'Bent u weleens bang?').waitFor();
  await inOutline(page, 'Hoe veilig vindt u de Singel?').waitFor();

  await page.getByRole('button', { name: 'Verschil' }).click();
  await page.getByText('niet meer te vergelijken').first().waitFor();
  await page.getByText('blijft vergelijkbaar').first().waitFor();
  await expectAccessible(page);
});

test('who may not see questionnaires is told so, in both languages', async () => {
  const page = await writers.openAs(writers.officer, 'page=questionnaires');
  await page.getByText('Vragenlijsten en rondes zijn er voor redacteuren').waitFor();
  const anybody = await writers.openAs(undefined, 'page=questionnaires&lang=en');
  await anybody.getByText('Sign in to see questionnaires and rounds.').waitFor();
  expect(await anybody.title()).toContain('Questionnaires and rounds');
  await expectAccessible(anybody);
});

test.each(ways)('words of the editor stay right while a %s works on every text of the page', async (way) => {
  const [page, plain] = [await openEditor(administrator, 2), await openEditor(administrator, 2)];
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  const acts: ((each: Page) => Promise<void>)[] = [
    (each) => inOutline(each, 'Bent u weleens bang?').click(),
    (each) => inOutline(each, 'Hoe veilig vindt u de Singel?').click(),
    (each) => each.getByRole('button', { name: /^Omlaag: Wonen in uw buurt/ }).click(),
    (each) => each.getByRole('button', { name: /^Controle/ }).click(),
    (each) => each.getByRole('button', { name: 'Verschil' }).click(),
  ];
  for (const [step, act] of acts.entries()) {
    await meddle(page, way);
    await act(page);
    await act(plain);
    await expect
      .poll(async () => (await readWords(page)) === (await readWords(plain)), String(step))
      .toBe(true);
    expect(thrown).toEqual([]);
  }
});

test('all parts of the list and of the editor can be reached, zoomed and with large text', async () => {
  for (const query of ['page=questionnaires', 'page=questionnaire&questionnaire=veilig-in-twente.2']) {
    const page = await writers.openAs(administrator, query);
    await page.locator('.reading h2').first().waitFor();
    for (const [viewport, scale] of zoomed) {
      await page.setViewportSize(viewport);
      await page.evaluate((share) => {
        document.documentElement.style.fontSize = `${share}%`;
      }, scale);
      await expectReachable(page, false, `${query} at ${viewport.width}, ${scale}%`);
    }
  }
});

test('the editor fits a phone, and works in English and dark', async () => {
  const page = await writers.openAs(
    administrator,
    'page=questionnaire&questionnaire=veilig-in-twente.2&lang=en',
    { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  );
  await page.getByRole('heading', { name: `${name}, version 2` }).waitFor();
  await inOutline(page, 'Bent u weleens bang?').click();
  await page.getByRole('heading', { name: 'Question', exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await page.evaluate(() => document.querySelector('.reading')?.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);
});
