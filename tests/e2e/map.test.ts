import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openPage, readPixel, readQuery, waitForMap } from '../setup/page.ts';

const address = inject('address');
/** Crimes per 1,000 on the map, one neighbourhood in the middle of the screen. */
const link = `${address}/?indicator=misdrijven-per-1000&period=2024`;

const browser = await openBrowser();

interface Profile {
  readonly area: { readonly name: string };
}

/** A neighbourhood with its label point in view at a given camera, so that a click in the middle hits it. */
async function findTarget(): Promise<{ code: string; name: string; map: string }> {
  const found = (await (await fetch(`${address}/api/search?q=Enschede`)).json()) as {
    results?: { code: string }[];
    rows?: { code: string }[];
  };
  expect(JSON.stringify(found)).toContain('GM0153');
  const rows = (await (
    await fetch(
      `${address}/api/observations?indicator=inwoners&level=neighbourhood&within=GM0153&period=2025`,
    )
  ).json()) as { rows: { area: string; areaName: string }[] };
  const first = rows.rows[0];
  if (!first) throw new Error('The demonstration has no neighbourhoods in Enschede');
  const area = (await (await fetch(`${address}/api/areas/${first.area}`)).json()) as {
    centroid: readonly [number, number];
  };
  const [longitude, latitude] = area.centroid;
  return {
    code: first.area,
    name: first.areaName,
    map: `12.00/${latitude.toFixed(4)}/${longitude.toFixed(4)}`,
  };
}

async function clickMiddle(page: Page): Promise<void> {
  const box = await page.locator('#map').boundingBox();
  if (!box) throw new Error('The map is not on the page');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

function heading(page: Page) {
  return page.getByRole('heading', { level: 1 });
}

test('a click on the map picks a neighbourhood, and the link restores it in another browser', async () => {
  const target = await findTarget();
  const page = await openPage(browser, `${link}&map=${target.map}`);
  await clickMiddle(page);
  await page.getByRole('heading', { name: target.name }).first().waitFor();
  await expect.poll(() => readQuery(page).get('area')).toBe(target.code);
  const profile = (await (await fetch(`${address}/api/areas/${target.code}/profile`)).json()) as Profile;
  expect(profile.area.name).toBe(target.name);

  await page
    .getByRole('radio', { name: 'wijk' })
    .or(page.getByText('wijk', { exact: true }))
    .first()
    .click();
  await waitForMap(page);
  // The address follows once the maps are drawn.
  await expect.poll(() => readQuery(page).get('level')).toBe('district');
  const query = readQuery(page);
  const other = await openPage(browser, `${page.url()}&lang=en`);
  const restored = readQuery(other);
  for (const name of ['indicator', 'period', 'level', 'area', 'map'])
    expect(restored.get(name), name).toBe(query.get(name));
  expect(restored.get('lang')).toBe('en');
  expect(await heading(other).textContent()).toContain('2024, districts');
  expect(await other.locator('html').getAttribute('lang')).toBe('en');
});

test('the colour on the map is the colour of the class in the legend, and follows the period without a request', async () => {
  const target = await findTarget();
  const page = await openPage(browser, `${link}&map=${target.map}`);
  const box = await page.locator('#map').boundingBox();
  if (!box) throw new Error('The map is not on the page');
  const swatches = await page.locator('.legend .swatch').evaluateAll((all) =>
    all.map((each) =>
      getComputedStyle(each)
        .backgroundColor.replace(/[^\d,]/g, '')
        .split(',')
        .slice(0, 3)
        .join(),
    ),
  );
  expect(swatches.length).toBeGreaterThanOrEqual(3);
  const near = (a: string, b: string) =>
    a.split(',').every((part, i) => Math.abs(Number(part) - Number(b.split(',')[i])) <= 3);
  const pixels = await Promise.all(
    [-60, -30, 30, 60].map((offset) =>
      readPixel(page, box.x + box.width / 2 + offset, box.y + box.height / 2 + offset),
    ),
  );
  expect(pixels.some((pixel) => swatches.some((swatch) => near(pixel, swatch)))).toBe(true);

  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const before = await page.locator('#map').screenshot();
  await page.getByRole('slider', { name: 'Periode' }).focus();
  await page.keyboard.press('Home');
  await page.waitForFunction(() => new URLSearchParams(location.search).get('period') === '2016');
  await waitForMap(page);
  const after = await page.locator('#map').screenshot();
  expect(after.equals(before)).toBe(false);
  expect(requests.filter((path) => path.startsWith('/tiles/') || path.startsWith('/api/columns/'))).toEqual(
    [],
  );
});

test('back and forward walk through what was chosen', async () => {
  const page = await openPage(browser, link);
  await page.getByRole('treeitem', { name: 'Inwoners', exact: true }).click();
  await page.waitForFunction(() => location.search.includes('indicator=inwoners'));
  await page.goBack();
  await page.waitForFunction(() => location.search.includes('indicator=misdrijven-per-1000'));
  // Words follow the map.
  await heading(page).filter({ hasText: 'Geregistreerde misdrijven per 1.000 inwoners' }).waitFor();
  await page.goForward();
  await page.waitForFunction(() => location.search.includes('indicator=inwoners'));
  await heading(page).filter({ hasText: 'Inwoners,' }).waitFor();
});

test('a damaged link still opens and says what it could not restore', async () => {
  const page = await openPage(
    browser,
    `${address}/?indicator=bestaat-niet&period=20x4&level=neighbourhood&kleur=rood`,
  );
  await page.getByText('Niet alles in de link was te herstellen').waitFor();
  expect(await heading(page).textContent()).not.toBe('');
});

test('arrow keys walk from an area to its neighbour and a live region reads it out', async () => {
  const target = await findTarget();
  const page = await openPage(browser, `${link}&area=${target.code}`);
  await page.locator('#map').focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((code) => !location.search.includes(`area=${code}`), target.code);
  const neighbours = (await (await fetch(`${address}/api/areas/${target.code}`)).json()) as {
    neighbours: unknown[];
  };
  expect(JSON.stringify(neighbours.neighbours)).toContain(readQuery(page).get('area'));
});

test('the table lists every area and picks one', async () => {
  const page = await openPage(browser, `${link}&tab=table&level=municipality`);
  const rows = page.getByRole('table').first().getByRole('row');
  await rows.nth(14).waitFor();
  expect(await rows.count()).toBe(15);
  await page.getByRole('rowheader').getByRole('button', { name: 'Almelo', exact: true }).click();
  await page.waitForFunction(() => location.search.includes('area=GM0141'));
});

test('when the API cannot be reached the page says so and recovers', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  let broken = true;
  await page.route('**/api/**', (route) => (broken ? route.abort() : route.continue()));
  await page.goto(link);
  await page.getByText('De gegevens zijn nu niet bereikbaar').waitFor();
  broken = false;
  await waitForMap(page);
  await page.getByText('De gegevens zijn nu niet bereikbaar').waitFor({ state: 'detached' });
});

test.each([
  ['a desktop, in Dutch', '', { width: 1440, height: 900 }, 'light'],
  ['a projector, in English', '&lang=en&tab=table', { width: 1024, height: 768 }, 'light'],
  ['a phone, in Dutch', '', { width: 390, height: 844 }, 'light'],
  ['a desktop, dark', '', { width: 1440, height: 900 }, 'dark'],
] as const)('axe finds nothing on %s', async (_name, more, viewport, colorScheme) => {
  const target = await findTarget();
  const page = await openPage(browser, `${link}&area=${target.code}${more}`, { viewport, colorScheme });
  await expectAccessible(page);
});

test('nothing on the page breaks the content security policy or leaves the house', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(address)) elsewhere.push(request.url());
  });
  await page.goto(link);
  await waitForMap(page);
  expect({ complaints, elsewhere }).toEqual({ complaints: [], elsewhere: [] });
});
