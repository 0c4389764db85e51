import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';
import { openPage, waitForMap } from '../setup/page.ts';

const address = inject('address');
const closer = `${address}/?indicator=misdrijven-per-1000&period=2024&map=10.20/52.3000/6.7500`;

const browser = await openBrowser();

/** Takes the GPU away from the map, as a driver that restarts or a browser short of memory does. */
async function loseContext(page: Page): Promise<void> {
  await page.locator('canvas.maplibregl-canvas').evaluate((canvas) => {
    const context = (canvas as HTMLCanvasElement).getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await page.locator('[data-map="loading"]').waitFor();
}

test('a map that lost its GPU comes back as it was, and goes on', async () => {
  const page = await openPage(browser, `${closer}&area=GM0153&areas=GM0141,GM0153`);
  const map = page.locator('#map');
  const before = await map.screenshot();
  await loseContext(page);
  await waitForMap(page);
  await page.getByText('De kaart is even weg').waitFor({ state: 'detached' });
  expect((await map.screenshot()).equals(before)).toBe(true);
  await page.getByRole('slider', { name: 'Periode' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => location.search.includes('period=2023'));
  await waitForMap(page);
  expect((await map.screenshot()).equals(before)).toBe(false);
});
