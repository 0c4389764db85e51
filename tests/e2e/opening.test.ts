import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';
import { readPixel, readQuery, waitForMap } from '../setup/page.ts';

const browser = await openBrowser();
const address = inject('address');
const crimes = `${address}/?indicator=misdrijven-per-1000&period=2024&level=municipality`;

const windows = {
  desktop: { width: 1440, height: 900 },
  projector: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

/** Opens a link and holds the scripts of the page back, all but those of the first picture, until `release`. */
async function openHeldBack(
  link: string,
  viewport: { width: number; height: number },
): Promise<{ page: Page; release: () => void }> {
  const page = await (await browser.newContext({ viewport })).newPage();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/(page|words|map|gl-map)-[^/]*\.js$/, async (route) => {
    await released;
    await route.continue().catch(() => undefined);
  });
  await page.goto(link, { waitUntil: 'commit' });
  await page.waitForFunction(() => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.canvas-map > canvas:first-child')];
    return (
      canvases.length > 0 &&
      canvases.every((canvas) => {
        const { width, height } = canvas;
        const pixel = canvas.getContext('2d')?.getImageData(width >> 1, height >> 1, 1, 1).data;
        return pixel?.[3] === 255;
      })
    );
  });
  return { page, release };
}

/** Where each map stands on the page. */
function readPlaces(page: Page): Promise<(number | undefined)[][]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.map-canvas')].map((map) => {
      const { x, y, width, height } = map.getBoundingClientRect();
      return [x, y, width, height].map(Math.round);
    }),
  );
}

async function readPixels(page: Page): Promise<string[]> {
  const [[x = 0, y = 0, width = 0, height = 0] = []] = await readPlaces(page);
  const pixels: string[] = [];
  for (const across of [0.35, 0.45, 0.55, 0.65])
    for (const down of [0.4, 0.5, 0.6])
      pixels.push(await readPixel(page, Math.round(x + across * width), Math.round(y + down * height)));
  return pixels;
}

/** How many pixels have another colour; the GPU rounds otherwise by a step or two. */
function countApart(before: readonly string[], after: readonly string[]): number {
  const read = (pixel = '') => pixel.split(',').map(Number);
  return after.filter((pixel, place) => {
    const other = read(before[place]);
    return read(pixel).some((channel, each) => Math.abs(channel - (other[each] ?? 0)) > 3);
  }).length;
}

test.each([
  ['one map', 'desktop', ''],
  ['one map', 'projector', ''],
  ['one map', 'phone', ''],
  ['two maps', 'desktop', '&panels=2&indicator2=inwoners'],
  ['swiped maps', 'desktop', '&panels=swipe&indicator2=inwoners'],
] as const)('%s on a %s stand before the page and stay where they are', async (_, name, more) => {
  const { page, release } = await openHeldBack(crimes + more, windows[name]);
  const [places, pixels, title] = [
    await readPlaces(page),
    await readPixels(page),
    await page.locator('.plate-title').innerText(),
  ];
  expect(new Set(pixels).size).toBeGreaterThan(2);
  release();
  await waitForMap(page);
  expect(await readPlaces(page)).toEqual(places);
  expect(await page.locator('.plate-title').innerText()).toBe(title);
  // Where a name stands its letters are drawn by other means.
  expect(countApart(pixels, await readPixels(page))).toBeLessThan(5);
});

test('what is clicked and pressed before the page is there is kept and done', async () => {
  const { page, release } = await openHeldBack(crimes, windows.desktop);
  const [[x = 0, y = 0, width = 0, height = 0] = []] = await readPlaces(page);
  await page.mouse.click(x + width / 2, y + height / 2);
  release();
  await page.waitForFunction(() => location.search.includes('area=GM'));
  const picked = readQuery(page).get('area');

  const again = await openHeldBack(`${crimes}&area=${picked}`, windows.desktop);
  await again.page.locator('#map').focus();
  await again.page.keyboard.press('ArrowRight');
  again.release();
  await again.page.waitForFunction((code) => !location.search.includes(`area=${code}`), picked);
  expect(readQuery(again.page).get('area')).toMatch(/^GM/);
  expect(await again.page.evaluate(() => document.activeElement?.id)).toBe('map');
});

test('a map that is dragged before the page is there stays where it was dragged to', async () => {
  const { page, release } = await openHeldBack(crimes, windows.desktop);
  const [[x = 0, y = 0, width = 0, height = 0] = []] = await readPlaces(page);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 120, y + height / 2 + 60, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(2, 2);
  await page.waitForTimeout(100);
  const pixels = await readPixels(page);
  release();
  await page.waitForFunction(() => location.search.includes('map='));
  await waitForMap(page);
  await page.mouse.move(2, 2);
  await page.waitForTimeout(300);
  expect(countApart(pixels, await readPixels(page))).toBeLessThan(5);
});

test('each tile, column and list of tiles is asked for once', async () => {
  const page = await (await browser.newContext({ viewport: windows.desktop })).newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/(tiles|api\/(columns|catalog))/.test(request.url())) asked.push(request.url());
  });
  await page.goto(crimes);
  await waitForMap(page);
  expect(asked.filter((each, place) => asked.indexOf(each) !== place)).toEqual([]);
  expect(asked.filter((each) => each.endsWith('.mvt')).length).toBeGreaterThan(0);
  expect(asked.filter((each) => each.endsWith('.json'))).toEqual([]);
});
