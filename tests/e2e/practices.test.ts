import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openReading } from '../setup/page.ts';
import { openForWriters } from '../setup/writers.ts';

const browser = await openBrowser();
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
  const page = await openReading(browser, `${writers.product.address}/?${query}`, '.outcome tbody tr');
  const offered = page.locator('section[aria-labelledby="practices"]');
  const own = offered.getByRole('listitem').filter({ hasText: 'Huismeester terug in de flats' });
  await own.waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /CSV/ }).first().click(),
  ]);
  const csv = parse(await readFile(await download.path()), { bom: true, from_line: 2 }) as string[][];
  const higher = csv.filter(([code, , , , , difference]) => Number(difference) > 0 && code !== 'BU01530200');
  const sentences = (await own.locator('p.small').allTextContents()).flatMap(
    (text) => /^(?:Ook v|V)oor[^:]*: (.*?)(?: en nog (\d+))?\.$/.exec(text) ?? [],
  );
  const names = [sentences[1], sentences[4]].flatMap((list) => list?.split(', ') ?? []);
  const further = [sentences[2], sentences[5]].reduce((sum, count) => sum + Number(count ?? 0), 0);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !higher.some((row) => name === `${row[1]} in ${row[2]}`))).toEqual([]);
  expect(names.length + further).toBe(higher.length);
  await expectAccessible(page);
});
