import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';
import { makeFolder } from '../setup/folder.ts';
import { type OwnProduct, openOwnProduct } from '../setup/own-product.ts';
import { openReading } from '../setup/page.ts';

const browser = await openBrowser();
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

type Kept = NonNullable<BrowserContextOptions['storageState']>;

let product: OwnProduct;
let [officer, editor]: Kept[] = [];

/** The database is made where the installation has prepared none, milliseconds. */
const longestWait = 600_000;

beforeAll(async () => {
  product = await openOwnProduct(await makeFolder('practices-e2e'));
  officer = await product.welcome('Ada Meijer', [
    { role: 'partner', organisation: 'Politie', kind: 'police' },
  ]);
  editor = await product.welcome('Bo Smit', [{ role: 'editor', municipality: 'GM0153' }]);
}, longestWait);
afterAll(() => product.close());

async function openAs(kept: Kept | undefined, query: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    ...options,
    ...(kept && { storageState: kept }),
  });
  const page = await context.newPage();
  await page.goto(`${product.address}/?${query}`);
  return page;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

/** What is on the desk is read by somebody else, and shown. */
async function publish(title: string): Promise<void> {
  const desk = await openAs(editor, 'page=writing');
  await desk.getByRole('link', { name: title }).first().click();
  await desk.getByRole('button', { name: 'Gelezen: plaats' }).click();
  await desk.getByRole('button', { name: 'Trek in: ' }).waitFor();
}

test('a practice is written on a phone and shown, and somebody else tells of doing it too', async () => {
  const subject = 'area=BU01530000&level=neighbourhood&indicator=misdrijven-per-1000';
  const page = await openAs(officer, `page=writing&${subject}`, phone);
  await page.getByRole('button', { name: 'Nieuwe praktijk' }).click();
  await page.getByText('Stadshart, Enschede (BU01530000)').waitFor();
  await page.getByLabel('Titel').fill('Elke maand samen de kaart bekijken');
  await page.getByLabel('Rol van die organisatie').fill('voorzitter');
  await page.getByLabel('Begonnen op').fill('2024-01-08');
  await page.getByLabel('Kosten').fill('Alleen uren');
  await page.getByRole('button', { name: 'Voeg een link toe' }).click();
  await page.getByLabel('Wat daar staat').fill('Verslag');
  await page.getByLabel('Adres (https://…)').fill('https://example.org/verslag');
  await page.getByLabel('Tekst', { exact: true }).fill('Afspraken passen op **één** bladzijde.');
  await page.getByLabel('Uw functie').fill('wijkagent');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bewaar en bied aan' }).click();
  await page.getByText('wacht op een lezer').waitFor();
  await publish('Elke maand samen de kaart bekijken');

  const list = await openAs(editor, 'page=stories');
  await list.getByRole('heading', { name: 'Goede praktijken' }).waitFor();
  await list.getByText('Elke maand samen de kaart bekijken').click();
  await list.getByRole('link', { name: 'Verslag' }).waitFor();
  const opened = list.locator('details[open]').getByRole('link', { name: 'Open als pagina' });
  await opened.click();
  await list.getByText('Nog niemand liet weten dit ook te doen.').waitFor();
  await expectAccessible(list);
  await list.getByRole('button', { name: 'Wij doen dit ook' }).click();
  await list.getByText('Kies hieronder het gebied waar u dit doet').waitFor();
  await expectAccessible(list);
});

test('a practice of the demonstration says what was done, and who does it too', async () => {
  const page = await openReading(browser, `${product.address}/?page=stories`, '.story-list');
  await page.getByText('Achterpaden afsluiten met de bewoners').click();
  await page.locator('details[open]').getByText('Woninginbraken: te hoog').waitFor();
  await page.locator('details[open]').getByRole('link', { name: 'Open als pagina' }).click();
  await page.getByRole('link', { name: 'Ook bij ons sluiten bewoners hun achterpad af' }).waitFor();
  await page.getByText('hoeft niet hierdoor te komen').waitFor();
  await expectAccessible(page);
});

// In exactly which areas: tests/geodata/contribution/practice-offer.test.ts.
test('practices are offered among the areas whose figure differs by more than chance', async () => {
  const query = 'page=differences&indicator=misdrijven-per-1000&level=neighbourhood&lang=nl';
  const page = await openReading(browser, `${product.address}/?${query}`, '.outcome tbody tr');
  const offered = page.locator('section[aria-labelledby="practices"]');
  await offered.getByRole('heading', { name: 'Wat anderen hieraan deden' }).waitFor();
  await offered.getByRole('link', { name: 'Huismeester terug in de flats' }).waitFor();
  await offered
    .getByText(/^(Ook v|V)oor/)
    .first()
    .waitFor();
  await expectAccessible(page);
});
