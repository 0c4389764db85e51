import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';
import { meddle, readWords, ways } from '../setup/meddling.ts';
import { openPage } from '../setup/page.ts';

const address = inject('address');
const browser = await openBrowser('canvas');

const start = 'indicator=misdrijven-per-1000&period=2024&level=municipality&area=GM0153';

/** Each changes what the one before showed: period, indicator, level, area, tabs, panels, comparisons, language, pages. */
const steps: readonly string[] = [
  'indicator=misdrijven-per-1000&period=2019&level=municipality&area=GM0153',
  'indicator=inwoners&period=2019&level=municipality&area=GM0153',
  'indicator=inwoners&period=2024&level=district&area=GM0153',
  'indicator=inwoners&period=2024&level=municipality&area=GM0141',
  'indicator=misdrijven-per-1000&period=2024&level=municipality&area=GM0141&tab=table',
  'indicator=misdrijven-per-1000&period=2024&level=district&tab=table',
  'indicator=misdrijven-per-1000&period=2024&level=municipality&areas=GM0141,GM0153&tab=selection',
  'indicator=misdrijven-per-1000&period=2021&level=municipality&areas=GM0141,GM0153,GM0164&tab=selection',
  'indicator=misdrijven-per-1000&period=2024&level=municipality&area=GM0153&change=2020.relative',
  'indicator=misdrijven-per-1000&period=2024&level=municipality&area=GM0153&deviation=absolute',
  'indicator=misdrijven-per-1000&period=2024&level=municipality&panels=2&period2=2019',
  'indicator=misdrijven-per-1000&period=2024&level=municipality&panels=4&period2=2019&period3=2020&indicator4=inwoners',
  'indicator=inwoners&period=2023&level=municipality&area=GM0153&lang=en',
  'page=sources&lang=en',
  'page=sources',
  'page=report&area=GM0153&indicator=misdrijven-per-1000&period=2024',
  'page=report&area=GM0141&indicator=misdrijven-per-1000&period=2024&lang=en',
  'page=municipality&area=GM0153&period=2024',
  'page=municipality&area=GM0141&period=2023',
  'page=policy',
  'page=policy&template=kernbeleid-veiligheid&lang=en',
  'page=cycle&area=GM0153',
  'page=cycle&area=GM0141',
  'page=shared-lists',
  'page=start',
  'page=stories',
  'page=documents',
  'page=contribution&contribution=1&lang=en',
  'page=differences&indicator=misdrijven-per-1000&period=2024&level=district',
  'page=differences&indicator=misdrijven-per-1000&period=2022&level=municipality',
  'page=connections&indicator=misdrijven-per-1000&period=2024&level=district',
  'page=clusters&indicator=misdrijven-per-1000&period=2024&level=neighbourhood',
  start,
];

/** As the buttons Back and Forward do: the same page, another address. */
async function goTo(page: Page, query: string): Promise<void> {
  await page.evaluate((search) => {
    history.pushState(null, '', `/?${search}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, query);
}

test.each(ways)('words stay right while a %s works on every text of the page', async (way) => {
  const [page, plain] = await Promise.all([
    openPage(browser, `${address}/?${start}`),
    openPage(browser, `${address}/?${start}`),
  ]);
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  for (const step of steps) {
    await meddle(page, way);
    await Promise.all([goTo(page, step), goTo(plain, step)]);
    await Promise.all([page.waitForLoadState('networkidle'), plain.waitForLoadState('networkidle')]);
    await expect
      .poll(async () => (await readWords(page)) === (await readWords(plain)), {
        message: step,
        timeout: 60_000,
      })
      .toBe(true)
      .catch(async (reason: unknown) => {
        expect(await readWords(page), step).toBe(await readWords(plain));
        throw reason;
      });
    expect(thrown, step).toEqual([]);
  }
  expect(await page.locator('svg text-run, option text-run').count()).toBe(0);
});
