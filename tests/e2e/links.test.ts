import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';
import { openPage, waitForMap } from '../setup/page.ts';

const address = inject('address');
const crimes = `${address}/?indicator=misdrijven-per-1000&period=2024`;
/** Words and the address follow the map. */
const patient = { timeout: 30_000 };
const closer = 'map=10.20/52.3000/6.7500';

const browser = await openBrowser('canvas');

/** Opens the page's link in a browser that knows nothing, and compares the addresses and the pictures of the maps. */
async function expectSame(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle');
  await waitForMap(page);
  const other = await openPage(browser, page.url());
  await expect.poll(() => other.url(), patient).toBe(page.url());
  await expect.poll(() => compareMaps(page, other), patient).toBeLessThan(mostApart);
  await other.context().close();
}

/** A name that moved aside for another stays there when that goes: share of the pixels that a few names may take. */
const mostApart = 0.02;

/** Share of the pixels of the maps that differ. */
async function compareMaps(one: Page, other: Page): Promise<number> {
  const pictures = await Promise.all([one, other].map((page) => page.locator('#map').screenshot()));
  return one.evaluate(
    async (addresses) => {
      const [first, second] = await Promise.all(
        addresses.map(async (address) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          if (!context) throw new Error('no canvas');
          context.drawImage(image, 0, 0);
          return new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
        }),
      );
      if (!first || first.length !== second?.length) return 1;
      return first.reduce((sum, pixel, index) => sum + Number(pixel !== second[index]), 0) / first.length;
    },
    pictures.map((picture) => `data:image/png;base64,${picture.toString('base64')}`),
  );
}

test.each(['Met vorige periode', 'Eerste en laatste', 'Twee indicatoren', 'Twee gemeenten'])(
  'the link of "%s" restores what was seen',
  async (preset) => {
    const page = await openPage(browser, crimes);
    await page.getByRole('button', { name: preset }).click();
    await page.waitForFunction(() => document.querySelectorAll('.frame').length === 2);
    await waitForMap(page);
    await expectSame(page);
    await page.context().close();
  },
);

test.each([
  ['four maps', `panels=4&period2=2023&period3=2022&period4=2021&${closer}`],
  ['a swiped map with its divider', `panels=swipe&period2=2021&divider=0.30&${closer}`],
  ['a map of relative change with an area', 'change=2021.relative&area=GM0153'],
  ['a map of deviation from a municipality', 'deviation=absolute&level=district&reference=GM0153'],
  ['a map of deviation from areas that are alike', 'deviation=relative&level=district&reference=peers'],
  ['two maps with two cameras', `panels=2&period2=2021&${closer}&map2=10.20/52.2200/6.8900`],
  ['a selection and a brush', `areas=GM0153,GM0141&tab=selection&brush=1:10..30&${closer}`],
  ['figures carried to other boundaries', 'carry=2023&panels=2&period2=2021'],
  ['own classes in another scheme', 'classes=own.10,20,40&scheme=cool&scale=period'],
])('the link of %s restores what was seen', async (_name, query) => {
  const page = await openPage(browser, `${crimes}&${query}`);
  expect(await page.getByText('Niet alles in de link was te herstellen').count()).toBe(0);
  await expectSame(page);
  await page.context().close();
});
