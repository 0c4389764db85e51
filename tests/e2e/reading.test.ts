import type { Page, ViewportSize } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openPage, openReading, readQuery, waitForMap } from '../setup/page.ts';

const address = inject('address');
const browser = await openBrowser('canvas');

function open(query: string, viewport?: ViewportSize): Promise<Page> {
  return openReading(browser, `${address}/?${query}`, '.reading h2', viewport);
}

test('the sources open from the map by keyboard, and the way back shows the same map', async () => {
  const page = await openPage(browser, `${address}/?period=2024&level=district`);
  const before = readQuery(page).toString();
  await page.getByRole('link', { name: 'Bronnen en uitgaven' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Bronnen en uitgaven' }).waitFor();
  expect(readQuery(page).get('page')).toBe('sources');
  await expect.poll(() => page.title(), { timeout: 30_000 }).toContain('Bronnen en uitgaven');
  await page.getByText('demonstratie').first().waitFor();
  await page.getByRole('link', { name: 'Terug naar de kaart' }).click();
  await waitForMap(page);
  expect(readQuery(page).toString()).toBe(before);
});

test('a source says its licence and periods, a release its files', async () => {
  const page = await open('page=sources&lang=en');
  await page.getByRole('columnheader', { name: 'Provisional' }).first().waitFor();
  const periods = await page.locator('.provenance tbody td').first().textContent();
  expect(periods).toMatch(/^\d{4}/);
  await page.locator('.releases h3').first().waitFor();
});

test('a survey says which municipalities held it in the same way', async () => {
  const page = await open('page=sources');
  const survey = page.locator('section[aria-labelledby="survey-veiligheidsenquete-verzonnen"]');
  await survey.getByRole('heading', { name: 'wie is met wie te vergelijken?' }).waitFor();
  const letters = (name: string) =>
    survey
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .locator('td')
      .allTextContents();
  expect(await letters('Enschede')).toEqual(['A', 'A', 'C', 'C', 'C']);
  expect(await letters('Losser')).toEqual(['A', 'B', 'C', 'C', 'C']);
  await survey.getByText('vanaf 18 jaar').waitFor();
});

test('the areas that differ are listed with their intervals; another reference gives others, and the link keeps it', async () => {
  const page = await open('page=differences&indicator=misdrijven-per-1000&period=2024&level=district');
  const found = page.locator('#findings');
  const first = await found.textContent();
  expect(first).toMatch(/^\d+ van \d+ wijken verschillen echt van Twente$/);
  const rows = page.locator('.read-table tbody tr');
  await expect.poll(() => rows.count()).toBe(Number(first?.split(' ')[0]));
  await page.getByText('exacte Poissontoets').waitFor();
  await page.getByLabel('Vergelijk met').selectOption({ label: 'Enschede' });
  await page.waitForFunction((before) => {
    const now = document.querySelector('#findings')?.textContent;
    return now && now !== before;
  }, first);
  expect(readQuery(page).get('reference')).toBe('GM0153');
  const kept = await found.textContent();
  const other = await open(new URL(page.url()).search.slice(1));
  expect(await other.locator('#findings').textContent()).toBe(kept);
});

test.each([
  ['municipality', 'de eigen gemeente', null],
  ['peers', 'vergelijkbare gebieden', 'De 5 groepen'],
  ['target', 'de streefwaarde', 'De streefwaarden van'],
] as const)(
  'the areas that differ from the own %s of each are listed, with what that is',
  async (key, name, own) => {
    const page = await open(
      `page=differences&indicator=misdrijven-per-1000&period=2024&level=district&reference=${key}`,
    );
    const first = await page.locator('#findings').textContent();
    expect(first).toMatch(new RegExp(`^\\d+ van \\d+ wijken verschil(t|len) echt van ${name}$`));
    const rows = page.locator('.findings > div .read-table tbody tr');
    await expect.poll(() => rows.count()).toBe(Number(first?.split(' ')[0]));
    const details = page.locator('.own-references');
    expect(await details.count()).toBe(own ? 1 : 0);
    if (!own) return;
    await details.getByText(own).click();
    expect(await details.locator('tbody tr').count()).toBeGreaterThan(1);
    expect(await details.locator('tbody td.number').allTextContents()).toContainEqual(
      expect.stringMatching(/\d/),
    );
  },
);

test('municipalities are not held against themselves', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(
    `${address}/?page=differences&indicator=misdrijven-per-1000&level=municipality&reference=municipality`,
  );
  await page.getByText('Een gemeente is zelf haar gemeente').waitFor();
});

test('a count says that it cannot be compared, and leads to the figure that can', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}/?page=differences&indicator=misdrijven&period=2024&level=district`);
  await page.locator('.page-note a').click();
  await page.locator('#findings').waitFor();
  expect(readQuery(page).get('indicator')).toBe('misdrijven-per-1000');
});

test.each([
  ['of the sources', 'page=sources', { width: 1440, height: 900 }],
  ['of the sources on a phone, in English', 'page=sources&lang=en', { width: 390, height: 844 }],
  [
    'of what differs',
    'page=differences&indicator=misdrijven-per-1000&level=district',
    { width: 1024, height: 768 },
  ],
] as const)('axe finds nothing on the page %s', async (_name, query, viewport) => {
  const page = await open(query, viewport);
  await expectAccessible(page);
});
