import { expect, inject, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';

const address = inject('address');

const browser = await openBrowser();

test('a browser that has no canvas at all gets the table in the place of the map, and is told why', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { value: () => null });
  });
  await page.goto(`${address}/?indicator=misdrijven-per-1000&period=2024&level=municipality`);
  await page.getByText('Deze browser kan de kaart niet tekenen').first().waitFor();
  const rows = page.getByRole('table').first().getByRole('row');
  await rows.nth(14).waitFor();
  expect(await rows.count()).toBe(15);
});
