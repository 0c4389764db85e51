import type { Page, ViewportSize } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openReading, readQuery, waitForMap } from '../setup/page.ts';

const address = inject('address');
const browser = await openBrowser('canvas');

const subject = 'page=connections&indicator=misdrijven-per-1000&period=2024&level=district';

function openConnections(query: string, viewport?: ViewportSize): Promise<Page> {
  return openReading(browser, `${address}/?${query}`, '.connections tbody tr', viewport);
}

/** Opens the first of the list as a scatter. */
async function openFirst(page: Page): Promise<void> {
  await page.locator('.connections tbody a').first().click();
  await page.locator('.scatter svg').waitFor();
}

test('what goes together is ranked with its interval; what is made of the same figures stands apart, and says so', async () => {
  const page = await openConnections(subject);
  await page.getByText('Samenhang is geen oorzaak.').waitFor();
  await page.getByText('Buurten zijn geen mensen.').waitFor();
  const [list, related] = await page.locator('.connections').all();
  const strengths = await list?.locator('tbody tr td:nth-of-type(1)').allTextContents();
  const sizes = (strengths ?? [])
    .filter((text) => text !== '–')
    .map((text) => Math.abs(Number(text.replace('−', '-').replace(',', '.'))));
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
  expect(await list?.getByText('Inwoners', { exact: true }).count()).toBe(0);
  expect(await related?.getByText('het een is uit het ander berekend').count()).toBeGreaterThan(1);
});

test('another measure and weighting give other figures, and the link keeps both', async () => {
  const page = await openConnections(subject);
  const first = () => page.locator('.connections tbody tr').first().textContent();
  const before = await first();
  await page.getByLabel('Maat').selectOption({ label: 'Rechte lijn (Pearson)' });
  await page.getByLabel('Elk gebied telt').selectOption({ label: 'naar inwoners' });
  await page.locator('.connection-effective').first().waitFor();
  const after = await first();
  expect(after).not.toBe(before);
  expect(readQuery(page).get('correlation')).toBe('pearson');
  const other = await openConnections(new URL(page.url()).search.slice(1));
  expect(await other.locator('.connections tbody tr').first().textContent()).toBe(after);
});

test('a scatter opens from the list, is walked by keyboard, and puts an area into the selection', async () => {
  const page = await openConnections(subject);
  await openFirst(page);
  expect(readQuery(page).get('other')).toBeTruthy();
  await page.locator('.scatter').focus();
  await page.keyboard.press('End');
  const said = page.locator('.pair [role="status"]').first();
  await expect.poll(() => said.textContent()).toMatch(/^\S.*, .+: [\d.,]+ per 1\.000 inwoners, .+: /);
  await page.keyboard.press('Enter');
  await page.locator('.scatter-selected').waitFor();
  expect(readQuery(page).get('areas')).toMatch(/^WK\d{6}$/);
});

test('a dragged rectangle lists its areas, the link restores it, and few of them go to the map', async () => {
  const page = await openConnections(subject);
  await openFirst(page);
  const box = await page.locator('.scatter svg').boundingBox();
  if (!box) throw new Error('The chart is drawn.');
  await page.mouse.move(box.x + box.width * 0.55, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height * 0.95, { steps: 4 });
  await page.mouse.up();
  const heading = page.locator('.pair-brushed h3');
  await heading.waitFor();
  const count = Number((await heading.textContent())?.split(' ')[0]);
  await expect.poll(() => page.locator('.pair-brushed tbody tr').count()).toBe(Math.min(200, count));
  const other = await openConnections(new URL(page.url()).search.slice(1));
  await other.locator('.scatter-rectangle').waitFor();
  expect(await other.locator('.pair-brushed h3').textContent()).toBe(await heading.textContent());
  // The fields are the way without a pointer: raised until few areas are left.
  const from = page.locator('.rectangle-fields input').first();
  for (let limit = 50; limit < 2000; limit += 25) {
    await from.fill(String(limit));
    await from.press('Enter');
    if (
      await page
        .locator('.pair-brushed h3')
        .getByText(/^[1-9] wijk(en)? in/)
        .count()
    )
      break;
  }
  await page.getByRole('link', { name: 'Zet deze gebieden in de selectie' }).click();
  await waitForMap(page);
  expect(readQuery(page).get('areas')?.split(',').length).toBeLessThan(10);
});

test.each([
  ['in Dutch', subject, { width: 1440, height: 900 }],
  ['of a scatter on a phone, in English', `${subject}&other=inwoners&lang=en`, { width: 390, height: 844 }],
  [
    'of a scatter with a rectangle',
    `${subject}&other=woz-waarde&brush=1:20..x..`,
    { width: 1024, height: 768 },
  ],
] as const)('axe finds nothing on the page of connections %s', async (_name, query, viewport) => {
  const page = await openConnections(query, viewport);
  await expectAccessible(page);
});

const clusters = 'page=clusters&indicator=misdrijven-per-1000&period=2024&level=neighbourhood';

function openClusters(query: string, viewport?: ViewportSize): Promise<Page> {
  return openReading(browser, `${address}/?${query}`, '.cluster-kinds', viewport);
}

test('clusters are counted in plain words, listed, and drawn on the map by a link that restores them', async () => {
  const page = await openClusters(clusters);
  const heading = await page.locator('#clusters').textContent();
  expect(heading).toMatch(/^\d+ van \d+ buurten liggen in een cluster/);
  await page.locator('.cluster-kinds').getByText('hoog te midden van hoog').waitFor();
  await page.getByRole('link', { name: 'Toon de clusters op de kaart' }).click();
  await waitForMap(page);
  await page.locator('.legend-kinds').waitFor();
  expect(readQuery(page).get('shows')).toBe('clusters');
  const legend = await page.locator('.legend-kinds').textContent();
  const counts = await page.locator('.legend-kinds li .count').allTextContents();
  const stands = counts.slice(0, 4).reduce((sum, count) => sum + Number(count), 0);
  expect(stands).toBe(Number(heading?.split(' ')[0]));
  expect(await page.locator('.plate-title h1').textContent()).toContain('clusters');
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await other.locator('.legend-kinds').waitFor();
  await expect.poll(() => other.locator('.legend-kinds').textContent()).toBe(legend);
});

test('the map of clusters is chosen and left by keyboard', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}/?indicator=misdrijven-per-1000&period=2024&level=district`);
  await waitForMap(page);
  await page.getByLabel('De kaart toont').selectOption('clusters');
  await page.locator('.legend-kinds').waitFor();
  await page.getByLabel('De kaart toont').selectOption('none');
  await page.locator('.legend-entries button').first().waitFor();
  expect(readQuery(page).get('shows')).toBeNull();
});

test.each([
  ['in Dutch', clusters, { width: 1024, height: 768 }],
  ['on a phone, in English', `${clusters}&lang=en`, { width: 390, height: 844 }],
] as const)('axe finds nothing on the page of clusters %s', async (_name, query, viewport) => {
  const page = await openClusters(query, viewport);
  await expectAccessible(page);
});

test('two indicators share a map, whose square lets areas stand out as the scatter does, and the link restores both', async () => {
  const page = await openConnections(`${subject}&other=woz-waarde`);
  await page.getByRole('link', { name: 'Toon beide op één kaart' }).click();
  await waitForMap(page);
  const fields = page.locator('.pair-square button');
  await fields.first().waitFor();
  expect(readQuery(page).get('pair')).toBe('woz-waarde');
  expect(await fields.count()).toBe(9);
  const name = await fields.nth(2).getAttribute('aria-label');
  expect(name).toMatch(/misdrijven.*WOZ.*: \d+ wijken$/i);
  await fields.nth(2).focus();
  await page.keyboard.press('Enter');
  const count = name?.match(/(\d+) wijken$/)?.[1];
  await page.getByText(`${count} wijken uitgelicht`).waitFor();
  expect(readQuery(page).get('brush')).toMatch(/^1:[\d.]+\.\.x[\d.]+\.\.$/);
  await expectAccessible(page, ['.legend']);
  await page.getByRole('link', { name: 'Toon ze als grafiek' }).click();
  await page.locator('.pair-brushed h3').waitFor();
  expect(await page.locator('.pair-brushed h3').textContent()).toMatch(new RegExp(`^${count} `));
  await page.getByRole('link', { name: 'Laat deze gebieden op de kaart uitkomen' }).click();
  await waitForMap(page);
  await page.locator('.pair-square [aria-pressed="true"]').waitFor();
});
