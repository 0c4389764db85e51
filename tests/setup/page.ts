import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const longestWait = 120_000;
const desktop = { width: 1440, height: 900 };

/** Opens the product in a browser of its own (no shared storage) and waits until the map has drawn everything. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  await page.goto(url);
  await waitForRest(page);
  return page;
}

/** Waits until the map has drawn everything, and nothing is pale because it is on its way or has just been drawn. */
export async function waitForRest(page: Page): Promise<void> {
  await waitForMap(page);
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}

/** Opens a page that is read, not a map, in a browser of its own and waits for the first thing that `ready` selects. */
export async function openReading(
  browser: Browser,
  url: string,
  ready: string,
  viewport = desktop,
): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(ready).first().waitFor();
  return page;
}

/** Waits until every panel has drawn everything. */
export async function waitForMap(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const frames = [...document.querySelectorAll('.frame')];
      const shows = (frame: Element, state: string) => frame.querySelector(`[data-map="${state}"]`) !== null;
      // While the first picture stands over the map that the GPU draws there are two of them.
      return frames.length > 0 && frames.every((frame) => shows(frame, 'idle') && !shows(frame, 'busy'));
    },
    null,
    { timeout: longestWait },
  );
}

/** The colour of the map's pixel at a point of the page, as `r,g,b`. */
export async function readPixel(page: Page, x: number, y: number): Promise<string> {
  const picture = await page.screenshot({ clip: { x: x - 1, y: y - 1, width: 3, height: 3 } });
  const address = `data:image/png;base64,${picture.toString('base64')}`;
  return page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = new OffscreenCanvas(3, 3);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    return [...context.getImageData(1, 1, 1, 1).data.slice(0, 3)].join(',');
  }, address);
}

/** Of a page, CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The colours of a screenshot at points of the page, as `r,g,b`. */
export async function readPixels(page: Page, picture: Buffer, points: readonly Point[]): Promise<string[]> {
  const address = `data:image/png;base64,${picture.toString('base64')}`;
  return page.evaluate(
    async ([source, places]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      return places.map(({ x, y }) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)].join(','));
    },
    [address, [...points]] as const,
  );
}

/** The query of the page's address, by name. */
export function readQuery(page: Page): URLSearchParams {
  return new URL(page.url()).searchParams;
}
