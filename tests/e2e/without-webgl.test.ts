import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../setup/browser.ts';

const address = inject('address');
const crimes = `${address}/?indicator=misdrijven-per-1000&period=2024&level=municipality`;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser(['--disable-3d-apis']);
});

afterAll(() => browser.close());

async function open(url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByText('WebGL 2').first().waitFor();
  return page;
}

test('without WebGL 2 the page says so and shows its table, which slider, legend and comparisons go on with', async () => {
  const page = await open(crimes);
  await page.getByRole('table').first().waitFor();
  const figure = () => page.getByRole('table').first().getByRole('row').nth(1).textContent();
  const before = await figure();
  await page.getByRole('slider', { name: 'Periode' }).focus();
  await page.keyboard.press('Home');
  await page.waitForFunction(() => location.search.includes('period=2016'));
  await page.waitForFunction(
    (text) => document.querySelector('table tbody tr')?.textContent !== text,
    before,
  );
  await page.locator('.legend-entries button').nth(1).press('Enter');
  await page.waitForFunction(() => location.search.includes('brush='));
  await page.getByRole('button', { name: 'Eerste en laatste' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.frame').length === 2);
  // The words of a map that is not there come after its code was asked for.
  await page.locator('.map-missing').nth(1).waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
