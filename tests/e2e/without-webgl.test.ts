import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openPage, readPixel, readQuery } from '../setup/page.ts';

const address = inject('address');
const crimes = `${address}/?indicator=misdrijven-per-1000&period=2024&level=municipality`;

const browser = await openBrowser('canvas');

/** The middle of a panel's map on the page. */
async function middleOf(page: Page, panel = 0): Promise<[x: number, y: number]> {
  const box = await page.locator('.canvas-map').nth(panel).boundingBox();
  if (!box) throw new Error(`There is no map ${panel}.`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

test('without WebGL 2 there is a map: hover, click, arrow keys, periods, zoom and drag', async () => {
  const page = await openPage(browser, crimes);
  const [x, y] = await middleOf(page);
  await page.mouse.move(x, y);
  const name = await page.locator('.hover-card .hover-name').textContent();
  expect(name).toBeTruthy();
  const before = await readPixel(page, x + 30, y - 30);
  await page.mouse.click(x, y);
  await page.waitForFunction(() => location.search.includes('area=GM'));
  const picked = readQuery(page).get('area');
  await page.locator('#map').focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((code) => !location.search.includes(`area=${code}`), picked);
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 2);

  await page.getByRole('slider', { name: 'Periode' }).focus();
  const colours = new Set([before]);
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
    for (const [dx, dy] of [
      [30, -30],
      [-90, 60],
      [120, 90],
    ] as const)
      colours.add(await readPixel(page, x + dx, y + dy));
  }
  expect(colours.size).toBeGreaterThan(2);

  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -400);
  await page.waitForFunction(() => location.search.includes('map='));
  const zoomed = readQuery(page).get('map');
  await page.mouse.down();
  await page.mouse.move(x + 90, y + 40, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction((map) => new URLSearchParams(location.search).get('map') !== map, zoomed);
});

test('the legend, a change and two maps work on it, and a screen reader has nothing to miss', async () => {
  const page = await openPage(browser, `${crimes}&change=2022.absolute`);
  const [x, y] = await middleOf(page);
  await page.mouse.move(x, y);
  expect(await page.locator('.hover-card').textContent()).toContain('2022');
  await page.locator('.legend-entries button').nth(1).press('Enter');
  await page.waitForFunction(() => location.search.includes('brush='));
  await page.goto(crimes);
  await page.locator('[data-map="idle"]').waitFor();
  await page.getByRole('button', { name: 'Eerste en laatste' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.frame [data-map="idle"]').length === 2);
  const points = [await middleOf(page, 0), await middleOf(page, 1)] as const;
  await page.mouse.move(...points[0]);
  await page.waitForFunction(() => document.querySelectorAll('.hover-card').length === 2);
  await expectAccessible(page);
});
