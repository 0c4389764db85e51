import { expect, inject, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';

const address = inject('address');

const browser = await openBrowser();

test('a browser without WebGL 2 gets the table in the place of the map, and is told why', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    const original: (...given: never[]) => unknown = HTMLCanvasElement.prototype.getContext;
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
      value(this: HTMLCanvasElement, ...given: never[]) {
        return String(given[0]).startsWith('webgl') ? null : original.apply(this, given);
      },
    });
  });
  await page.goto(`${address}/?indicator=misdrijven-per-1000&period=2024&level=municipality`);
  await page.getByText('WebGL').first().waitFor();
  const rows = page.getByRole('table').first().getByRole('row');
  await rows.nth(14).waitFor();
  expect(await rows.count()).toBe(15);
});
