import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { readHigher, readOffer } from '../setup/offers.ts';
import { openPage, openReading } from '../setup/page.ts';
import { openForWriters } from '../setup/writers.ts';

const browser = await openBrowser('canvas');
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

const writers = openForWriters(browser, 'practices-e2e');

/** What is on the desk is read by somebody else, and shown. */
async function publish(title: string): Promise<void> {
  const desk = await writers.openAs(writers.editor, 'page=writing');
  await desk.getByRole('link', { name: title }).first().click();
  await desk.getByRole('button', { name: 'Gelezen: plaats' }).click();
  await desk.getByRole('button', { name: 'Trek in: ' }).waitFor();
}

test('a practice is written on a phone and shown, and somebody else tells of doing it too', async () => {
  const subject = 'area=BU01530000&level=neighbourhood&indicator=misdrijven-per-1000';
  const page = await writers.openAs(writers.officer, `page=writing&${subject}`, phone);
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

  const list = await writers.openAs(writers.editor, 'page=stories');
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
  const page = await openReading(browser, `${writers.product.address}/?page=stories`, '.story-list');
  await page.getByText('Achterpaden afsluiten met de bewoners').click();
  await page.locator('details[open]').getByText('Woninginbraken: te hoog').waitFor();
  await page.locator('details[open]').getByRole('link', { name: 'Open als pagina' }).click();
  await page.getByRole('link', { name: 'Ook bij ons sluiten bewoners hun achterpad af' }).waitFor();
  await page.getByText('hoeft niet hierdoor te komen').waitFor();
  await expectAccessible(page);
});

test('a practice is offered in exactly the areas that are listed as higher, but for its own', async () => {
  const query = 'page=differences&indicator=misdrijven-per-1000&level=neighbourhood&lang=nl';
  const page = await openReading(browser, `${writers.product.address}/?${query}`, '.findings tbody tr');
  const { alike, others, further } = await readOffer(page, 'Huismeester terug in de flats');
  const higher = (await readHigher(page)).filter(({ code }) => code !== 'BU01530200');
  const names = [...alike, ...others];
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !higher.some((one) => one.name === name))).toEqual([]);
  expect(names.length + further).toBe(higher.length);
  await expectAccessible(page);
});

test('what came of a practice is measured beside areas like it, with its start in the chart, and is no cause', async () => {
  const { address } = writers.product;
  const page = await openReading(
    browser,
    `${address}/?page=contribution&contribution=16`,
    '.measured-outcome',
  );
  const outcome = page.locator('.measured-outcome');
  await outcome.getByText('Haverweide ging van 109,1 in 2022 naar 112,2 in 2025').waitFor();
  await outcome.getByText(/Was het gegaan als in \d+ andere buurten van dit type/).waitFor();
  await outcome.getByText('Dit zegt niet dat de aanpak de oorzaak is.').waitFor();
  await outcome.locator('.day-mark', { hasText: 'begon' }).waitFor({ state: 'attached' });
  const others = page.locator('section', { hasText: 'Wie dit ook doet' }).getByRole('listitem');
  await others.filter({ hasText: 'Veenhorst ging van 58,5 in 2022 naar 40,2 in 2025' }).waitFor();
  await others.filter({ hasText: 'Dennenhorst ging van 40,2 in 2023 naar 34,3 in 2024' }).waitFor();
  await expectAccessible(page);
  const english = await openReading(
    browser,
    `${address}/?page=contribution&contribution=17&lang=en`,
    '.measured-outcome',
  );
  await english.getByText('there is no figure of a whole period since it began').waitFor();
  expect(await english.getByText('This does not say').count()).toBe(0);
});

test('a card offers a practice where its area is listed as higher, and so does a municipality', async () => {
  const { address } = writers.product;
  const figure = 'indicator=misdrijven-per-1000&level=neighbourhood&lang=nl';
  const list = await openReading(browser, `${address}/?page=differences&${figure}`, '.findings tbody tr');
  const [higher] = (await readHigher(list)).filter(({ code }) => code !== 'BU01530200');
  const card = await openPage(browser, `${address}/?${figure}&area=${higher?.code}`);
  const offered = card.getByRole('region', { name: 'Wat anderen hieraan deden' });
  await offered.getByRole('link', { name: 'Huismeester terug in de flats' }).waitFor();
  await offered.getByText('Haverweide in Enschede, sinds 1 september 2023.').waitFor();
  await expectAccessible(card);
  const municipality = await openReading(
    browser,
    `${address}/?page=municipality&area=GM0164&lang=nl`,
    '.practices-section',
  );
  const titles = await municipality.locator('.practices-section .story-title').allTextContents();
  expect(titles).toContain('Huismeester terug in de flats');
  expect(titles).not.toContain('Keurmerkdag voor sloten en ramen');
  await expectAccessible(municipality);
});
