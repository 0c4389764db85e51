import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { expect, inject, test, vi } from 'vitest';
import { openBrowser } from '../setup/browser.ts';
import { type Point, readPixels, readQuery, waitForMap } from '../setup/page.ts';

const browser = await openBrowser();
const withoutGpu = await openBrowser('canvas');
const address = inject('address');
const crimes = `${address}/?indicator=misdrijven-per-1000&period=2024&level=municipality`;

const windows = {
  desktop: { width: 1440, height: 900 },
  projector: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

interface HeldPage {
  readonly page: Page;
  /** Lets the script of the first picture come, and waits until its canvases are drawn. */
  readonly drawCanvases: () => Promise<void>;
  /** Lets all that is the page come. */
  readonly release: () => void;
}

function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Opens a link and holds every script of it back; what the server drew is there. */
async function openWithoutScripts(
  link: string,
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark' = 'light',
  within = browser,
): Promise<HeldPage> {
  const page = await (await within.newContext({ viewport, colorScheme })).newPage();
  const [opening, rest] = [createGate(), createGate()];
  await page.route(/\/assets\/[^/]*\.js$/, async (route) => {
    await (/\/(page|words|map|gl-map)-[^/]*\.js$/.test(route.request().url()) ? rest : opening).opened;
    await route.continue().catch(() => undefined);
  });
  // A page does not wait long for a picture that nobody has asked for yet.
  await vi.waitFor(async () => expect(await (await fetch(link)).text()).toContain('drawn-map'), 30_000);
  await page.goto(link, { waitUntil: 'commit' });
  await page.locator('.drawn-map').first().waitFor({ state: 'attached' });
  // A title in the page's own typeface may take another line than before that came.
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  });
  return {
    page,
    drawCanvases: async () => {
      opening.open();
      await page.waitForFunction(() => {
        const canvases = [
          ...document.querySelectorAll<HTMLCanvasElement>('.canvas-map > canvas:first-of-type'),
        ];
        return (
          canvases.length > 0 &&
          document.querySelector('.drawn-map') === null &&
          canvases.every((canvas) => {
            const { width, height } = canvas;
            const pixel = canvas.getContext('2d')?.getImageData(width >> 1, height >> 1, 1, 1).data;
            return pixel?.[3] === 255;
          })
        );
      });
    },
    release: rest.open,
  };
}

/** Opens a link and holds the scripts of the page back, all but those of the first picture, until `release`. */
async function openHeldBack(link: string, viewport: { width: number; height: number }): Promise<HeldPage> {
  const held = await openWithoutScripts(link, viewport);
  await held.drawCanvases();
  return held;
}

/** Where each map stands on the page. */
function readAreaList(page: Page): Promise<(number | undefined)[][]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.map-canvas')].map((map) => {
      const { x, y, width, height } = map.getBoundingClientRect();
      return [x, y, width, height].map(Math.round);
    }),
  );
}

/** CSS pixels that the words of the title take in a line. */
function readTitleWidth(page: Page): Promise<number> {
  return page.evaluate(() => {
    const title = document.querySelector<HTMLElement>('.plate-title h1');
    if (!title) return Number.NaN;
    const line = title.parentElement?.appendChild(title.cloneNode(true)) as HTMLElement;
    line.style.cssText = 'position: absolute; width: max-content; max-width: none; white-space: nowrap';
    const { width } = line.getBoundingClientRect();
    line.remove();
    return width;
  });
}

/** Points of the first map of a page that lie in one colour, away from what is written and drawn over the areas. */
function listClearPoints(page: Page, clearance = 16): Promise<Point[]> {
  return page.evaluate((reachOver) => {
    const map = document.querySelector('.map-canvas');
    const contexts = [...(map?.querySelectorAll<HTMLCanvasElement>('.canvas-map > canvas') ?? [])].flatMap(
      (canvas) => canvas.getContext('2d') ?? [],
    );
    const [areas, ...over] = contexts;
    if (!map || !areas) return [];
    const { x, y, width, height } = map.getBoundingClientRect();
    const around = (context: CanvasRenderingContext2D, left: number, top: number, reach: number) => {
      const side = 2 * reach + 1;
      const { data } = context.getImageData(left - reach, top - reach, side, side);
      return new Uint32Array(data.buffer);
    };
    const points: { x: number; y: number }[] = [];
    for (let down = 20; down < height - 20; down += 11)
      for (let across = 20; across < width - 20; across += 11) {
        const ground = around(areas, across, down, 4);
        if (!ground.every((pixel) => pixel === ground[0])) continue;
        // The GPU draws the paper around letters wider than a canvas does.
        if (!over.every((each) => around(each, across, down, reachOver).every((pixel) => pixel === 0)))
          continue;
        points.push({ x: Math.round(x) + across, y: Math.round(y) + down });
      }
    return points;
  }, clearance);
}

/** How many pixels have another colour; the GPU rounds otherwise by a step or two. */
function countApart(before: readonly string[], after: readonly string[]): number {
  const read = (pixel = '') => pixel.split(',').map(Number);
  return after.filter((pixel, place) => {
    const other = read(before[place]);
    return read(pixel).some((channel, each) => Math.abs(channel - (other[each] ?? 0)) > 3);
  }).length;
}

/** The sources of the map are written over its lower edge later than the map itself. */
function keepUncovered(page: Page, points: readonly Point[]): Promise<Point[]> {
  return page.evaluate(
    (all) => all.filter(({ x, y }) => document.elementFromPoint(x, y)?.tagName === 'CANVAS'),
    [...points],
  );
}

test.each([
  ['one map', 'desktop', '', 'light'],
  ['one map', 'desktop', '', 'dark'],
  ['one map', 'projector', '', 'light'],
  ['one map', 'phone', '', 'light'],
  ['one map looked at closely', 'desktop', '&map=9.7/52.25/6.7', 'light'],
  ['two maps', 'desktop', '&panels=2&indicator2=inwoners', 'light'],
  ['swiped maps', 'desktop', '&panels=swipe&indicator2=inwoners&divider=0.30', 'light'],
] as const)('%s on a %s%s, %s: stand there without a script, and stay', async (_, name, more, appearance) => {
  const { page, drawCanvases, release } = await openWithoutScripts(crimes + more, windows[name], appearance);
  const [places, title, byServer] = [
    await readAreaList(page),
    await page.locator('.plate-title').innerText(),
    await page.screenshot(),
  ];
  await drawCanvases();
  // On a phone names leave less room.
  const points = await listClearPoints(page, name === 'phone' ? 4 : 16);
  const onCanvases = await page.screenshot();
  expect(await readAreaList(page)).toEqual(places);
  release();
  await waitForMap(page);
  expect(await readAreaList(page)).toEqual(places);
  expect(await page.locator('.plate-title').innerText()).toBe(title);
  const seen = await keepUncovered(page, points);
  const pixels = await readPixels(page, onCanvases, seen);
  expect(seen.length).toBeGreaterThan(100);
  expect(new Set(pixels).size).toBeGreaterThan(3);
  expect(countApart(await readPixels(page, byServer, seen), pixels)).toBe(0);
  expect(countApart(pixels, await readPixels(page, await page.screenshot(), seen))).toBe(0);
});

declare global {
  interface Window {
    __bare?: number;
  }
}

/** Counts the frames in which the first map of a page shows neither a picture of the server's nor one of its own. */
function countBareFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.__bare = 0;
    const look = (): void => {
      const canvas = document.querySelector<HTMLCanvasElement>('.canvas-map > canvas:first-of-type');
      const [x, y] = [(canvas?.width ?? 0) >> 1, (canvas?.height ?? 0) >> 1];
      const isDrawn = canvas?.getContext('2d')?.getImageData(x, y, 1, 1).data[3] === 255;
      if (!document.querySelector('.map-canvas .drawn-map') && !isDrawn)
        window.__bare = (window.__bare ?? 0) + 1;
      requestAnimationFrame(look);
    };
    look();
  });
}

test.each([
  ['a change', '&change=2023.relative&chance=off', 'light', 3],
  ['a change that may be chance', '&change=2023.absolute', 'light', 1],
  ['two indicators', '&pair=inwoners', 'dark', 3],
  ['how far areas lie from the region', '&deviation=absolute', 'light', 3],
  ['and from another municipality, in per cents', '&deviation=relative&reference=GM9902', 'dark', 3],
] as const)(
  '%s stands there without a script, until its canvases do',
  async (_, more, appearance, colours) => {
    const { page, drawCanvases, release } = await openWithoutScripts(
      crimes + more,
      windows.desktop,
      appearance,
      withoutGpu,
    );
    const [places, byServer] = [await readAreaList(page), await page.screenshot()];
    await countBareFrames(page);
    release();
    await drawCanvases();
    await waitForMap(page);
    expect(await page.evaluate(() => window.__bare)).toBe(0);
    expect(await readAreaList(page)).toEqual(places);
    const points = await keepUncovered(page, await listClearPoints(page));
    const pixels = await readPixels(page, await page.screenshot(), points);
    expect(points.length).toBeGreaterThan(100);
    expect(new Set(pixels).size).toBeGreaterThan(colours);
    expect(countApart(await readPixels(page, byServer, points), pixels)).toBe(0);
  },
);

const neighbourhoods = `${address}/?indicator=misdrijven-per-1000&period=2024`;

test.each([
  ['clusters', '&shows=clusters'],
  ['deviations from areas that are alike', '&deviation=absolute&reference=peers'],
  ['deviations from what a municipality aims at', '&deviation=relative&reference=target&chance=off'],
])('the card of %s shows the very map that the page shows', async (_, more) => {
  const query = `${neighbourhoods}${more}&map=9.7/52.25/6.7`;
  const page = await (await withoutGpu.newContext({ viewport: windows.desktop })).newPage();
  await page.goto(query);
  await waitForMap(page);
  // What is computed comes after the map itself.
  await page.waitForFunction(() => document.querySelectorAll('.legend .count').length > 1);
  await waitForMap(page);
  const [[left = 0, top = 0, width = 0, height = 0] = []] = await readAreaList(page);
  const card = PNG.sync.read(
    Buffer.from(await (await fetch(query.replace('/?', '/preview.png?'))).arrayBuffer()),
  );
  const placeOnCard = ({ x, y }: Point) => ({
    x: Math.round(card.width / 2 + x - left - width / 2),
    y: Math.round(card.height / 2 + y - top - height / 2),
  });
  const isOnCard = (point: Point) => {
    const { x, y } = placeOnCard(point);
    return x > 40 && y > 40 && x < card.width - 40 && y < card.height - 40;
  };
  const points = (await keepUncovered(page, await listClearPoints(page))).filter(isOnCard);
  const shown = await readPixels(page, await page.screenshot(), points);
  const drawn = points.map(placeOnCard).map(({ x, y }) => {
    const at = 4 * (y * card.width + x);
    return [...card.data.subarray(at, at + 3)].join(',');
  });
  expect(points.length).toBeGreaterThan(100);
  expect(new Set(shown).size).toBeGreaterThan(2);
  expect(countApart(drawn, shown)).toBe(0);
});

test.each(['desktop', 'projector', 'phone'] as const)(
  'on a %s no line moves when the typeface comes',
  async (name) => {
    const page = await (await browser.newContext({ viewport: windows[name] })).newPage();
    const typeface = createGate();
    await page.route(/\.woff2$/, async (route) => {
      await typeface.opened;
      await route.continue().catch(() => undefined);
    });
    await page.route(/\/assets\/[^/]*\.js$/, (route) => route.abort());
    await vi.waitFor(async () => expect(await (await fetch(crimes)).text()).toContain('drawn-map'), 30_000);
    await page.goto(crimes, { waitUntil: 'commit' });
    await page.locator('.drawn-map').waitFor({ state: 'attached' });
    // Browsers show nothing of a text while its typeface is young, and then what stands in for it.
    await page.waitForFunction(() => [...document.fonts].some(({ status }) => status === 'loading'));
    const [places, width] = [await readAreaList(page), await readTitleWidth(page)];
    typeface.open();
    await page.waitForFunction(() => document.fonts.check('600 15px "Inter Variable"', 'Kaart'));
    expect(await readAreaList(page)).toEqual(places);
    const own = await readTitleWidth(page);
    expect(own).not.toBe(width);
    expect(Math.abs(own / width - 1)).toBeLessThan(0.03);
  },
);

test('what is clicked and pressed before the page is there is kept and done', async () => {
  const { page, release } = await openHeldBack(crimes, windows.desktop);
  const [[x = 0, y = 0, width = 0, height = 0] = []] = await readAreaList(page);
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
  const [[x = 0, y = 0, width = 0, height = 0] = []] = await readAreaList(page);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 120, y + height / 2 + 60, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(2, 2);
  await page.waitForTimeout(100);
  const points = await listClearPoints(page);
  const pixels = await readPixels(page, await page.screenshot(), points);
  release();
  await page.waitForFunction(() => location.search.includes('map='));
  await waitForMap(page);
  await page.mouse.move(2, 2);
  await page.waitForTimeout(300);
  const seen = await keepUncovered(page, points);
  const before = pixels.filter((_, index) =>
    seen.some(({ x, y }) => x === points[index]?.x && y === points[index].y),
  );
  expect(before.length).toBeGreaterThan(100);
  expect(countApart(before, await readPixels(page, await page.screenshot(), seen))).toBe(0);
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

test('a page that gets no frames, as one in a tab out of sight, is there all the same', async () => {
  const page = await (await withoutGpu.newContext({ viewport: windows.desktop })).newPage();
  // The page's own script waits for a frame that never comes; what follows gets frames again.
  await page.addInitScript(() => {
    const give = window.requestAnimationFrame;
    window.requestAnimationFrame = () => {
      window.requestAnimationFrame = give;
      return 0;
    };
  });
  await page.goto(crimes);
  await page.getByRole('link', { name: 'Bronnen' }).first().waitFor();
  expect(await page.locator('.legend').first().textContent()).toContain('per 1.000');
});
