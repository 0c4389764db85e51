import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';
import { openPage, openReading, waitForMap } from '../setup/page.ts';

const address = inject('address');
const browser = await openBrowser('canvas');
const crimes = `${address}/?indicator=misdrijven-per-1000&period=2024&level=municipality`;
const tilesFail = 'De grenzen op de kaart laden niet';

/** A page whose requests for `pattern` get `answer` while `state.broken`. */
async function openBroken(
  pattern: string | RegExp,
  answer: { status: number; body?: string } | 'abort',
): Promise<{ page: Page; state: { broken: boolean } }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const state = { broken: true };
  await page.route(pattern, (route) =>
    !state.broken ? route.continue() : answer === 'abort' ? route.abort() : route.fulfill(answer),
  );
  return { page, state };
}

test.each([
  ['a broken description of the tiles', /\/tiles\/\d+\.json/, { status: 200, body: '{"tiles": [' }],
  ['tiles that cannot be decoded', /\/tiles\/.*\.mvt/, { status: 200, body: 'no tile' }],
  ['tiles that are not there', /\/tiles\/.*\.mvt/, { status: 404 }],
] as const)(
  'of %s the page says that the boundaries do not load, and recovers',
  async (_what, pattern, answer) => {
    const { page, state } = await openBroken(pattern, answer);
    // A map of change, as the page of others holds the description of the tiles itself.
    await page.goto(`${crimes}&change=2020.relative`);
    await page.getByText(tilesFail).waitFor();
    state.broken = false;
    await page.getByText(tilesFail).waitFor({ state: 'detached' });
    await waitForMap(page);
  },
);

test('the map of a report that cannot be decoded says so, and comes', async () => {
  const { page, state } = await openBroken(/\/tiles\/.*\.mvt/, { status: 200, body: 'no tile' });
  await page.goto(`${crimes}&page=report&area=GM0153`);
  await page.getByText(tilesFail).waitFor();
  state.broken = false;
  await page.locator('.report-map path').first().waitFor();
  await page.getByText(tilesFail).waitFor({ state: 'detached' });
});

test('a comparison of municipalities that fails says so, changes nothing, and works when tried again', async () => {
  const page = await openPage(browser, crimes);
  let broken = true;
  await page.route('**/api/areas?*', (route) => (broken ? route.abort() : route.continue()));
  const before = page.url();
  await page.getByRole('button', { name: 'Twee gemeenten' }).click();
  await page.getByText('Dat lukte niet').waitFor();
  expect(page.url()).toBe(before);
  broken = false;
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.frame').length === 2);
  expect(await page.getByText('Dat lukte niet').count()).toBe(0);
});

test('a workbook whose code does not come says so, and is saved when tried again', async () => {
  const url = `${crimes}&page=report&area=GM0153`;
  const page = await openReading(browser, url, '.reading .figures tbody tr');
  let broken = true;
  await page.route(/workbook-.*\.js/, (route) => (broken ? route.abort() : route.continue()));
  await page.getByRole('button', { name: 'Excel downloaden' }).click();
  await page.getByText('Dat lukte niet').waitFor();
  broken = false;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Opnieuw proberen' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
});

test('a part of the page whose code does not come says so, and comes when the page is loaded again', async () => {
  const page = await openPage(browser, crimes);
  let broken = true;
  await page.route(/area-table-.*\.js/, (route) => (broken ? route.abort() : route.continue()));
  await page.getByRole('tab', { name: 'Tabel' }).click();
  await page.getByText('Dit deel van de pagina laadde niet').waitFor();
  broken = false;
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await page.getByRole('rowheader').first().waitFor();
  expect(new URL(page.url()).searchParams.get('tab')).toBe('table');
});
