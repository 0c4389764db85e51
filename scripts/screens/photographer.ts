import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { drawnInSoftware } from '../bench/browser/chromium.ts';
import { findBrowser } from '../bench/browser-program.ts';
import { undoLater } from '../bench/cleanup.ts';
import type { Device, Screen } from './screens.ts';

/** Takes pictures of a running product. */
export interface Photographer {
  /** A PNG of a screen when nothing moves on it any more; of a page to read, of all of it. */
  takePicture(screen: Screen, device: Device): Promise<Buffer>;
  stop(): Promise<void>;
}

const patienceMilliseconds = 180_000;
/** A picture and the next one must be the same: between them the page has this long to change. */
const stillMilliseconds = 400;
/** So long no part is added to a page that is whole. */
const growMilliseconds = 1500;
const mostPictures = 60;
/** Beyond this a browser takes no picture in one piece. */
const mostHeight = 16_000;
/** What every page takes for now, so that a day that is written is the same one. */
const day = new Date('2026-06-15T10:00:00Z');
/** Every product has this address in its browser, as links are shown on screen too. */
const sharedAddress = 'http://screens.localhost';

/** Starts a browser for the product at an address. Throws where there is no Chromium, or no product. */
export async function startPhotographer(address: string): Promise<Photographer> {
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new Error('there is no Chromium on this machine: set CHROME_PATH to its executable');
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...drawnInSoftware,
      `--host-resolver-rules=MAP ${new URL(sharedAddress).hostname}:80 ${new URL(address).host}`,
      '--font-render-hinting=none',
      // The edges of what the graphics card draws depend on what it drew before.
      '--disable-gpu-rasterization',
      '--hide-scrollbars',
    ],
  });
  const stop = undoLater(() => browser.close());
  return { stop, takePicture: (screen, device) => takePicture(browser, screen, device) };
}

async function takePicture(browser: Browser, screen: Screen, device: Device): Promise<Buffer> {
  const context = await openContext(browser, screen, device);
  try {
    const page = await context.newPage();
    if (screen.isPrinted) await page.emulateMedia({ media: 'print', reducedMotion: 'reduce' });
    await page.goto(`${sharedAddress}${screen.link}`);
    await waitUntilDrawn(page);
    if (screen.sheet !== null && device.name === 'phone') await showSheet(page, screen.sheet);
    if (screen.isUnfolded) await unfoldAll(page);
    await waitUntilDrawn(page);
    await growToContent(page, device);
    await waitUntilDrawn(page);
    return await pictureWhenStill(page);
  } finally {
    await context.close();
  }
}

async function openContext(browser: Browser, screen: Screen, device: Device): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: device.viewport,
    deviceScaleFactor: 1,
    colorScheme: 'light',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    ...screen.options,
  });
  context.setDefaultTimeout(patienceMilliseconds);
  // esbuild names the functions that Playwright sends to the page by a helper that the page does not have.
  await context.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
  await context.addInitScript(stopMotion);
  await context.clock.setFixedTime(day);
  return context;
}

/**
 * Runs in the page before anything else. What moves, however shortly, is drawn on a layer of its own, whose edges may fall
 * between pixels; and which layers are left when it stands depends on when it stood.
 */
function stopMotion(): void {
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { animation: none !important; transition: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
}

/** Waits for every map and every part that is still on its way, for the typeface, and for what moves. */
async function waitUntilDrawn(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => {
    const frames = [...document.querySelectorAll('.frame')];
    return (
      document.querySelector('.page') !== null &&
      frames.every((frame) => frame.querySelector('[data-map="idle"]')) &&
      !document.querySelector('.skeleton, progress') &&
      document.getAnimations().every(({ playState }) => playState !== 'running')
    );
  });
  await page.evaluate(() => document.fonts.ready);
}

/**
 * Brings a part over the map, without what is left of the map: where its names stand after it gave way depends on where
 * they stood before, and when.
 */
async function showSheet(page: Page, index: number): Promise<void> {
  await page.locator('.narrow-bar button').nth(index).click();
  await page.evaluate(() => {
    for (const canvas of document.querySelectorAll<HTMLElement>('.map canvas'))
      canvas.style.visibility = 'hidden';
  });
}

/** Opens everything that folds, also what folds within something that was folded. */
async function unfoldAll(page: Page): Promise<void> {
  const open = () =>
    page.evaluate(() => {
      const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
      for (const details of folded) details.open = true;
      return folded.length;
    });
  while ((await open()) > 0) await waitUntilDrawn(page);
}

/** Makes the window as high as a page to read is long, so that all of it is seen: parts of it are made one by one. */
async function growToContent(page: Page, { viewport }: Device): Promise<void> {
  const measure = () =>
    page.evaluate(() =>
      Math.max(0, ...[...document.querySelectorAll('.page-reading')].map((each) => each.scrollHeight)),
    );
  let last = 0;
  for (let height = await measure(); height !== last; height = await measure()) {
    last = height;
    const shown = Math.min(Math.max(height, viewport.height), mostHeight);
    await page.setViewportSize({ width: viewport.width, height: shown });
    await page.waitForTimeout(growMilliseconds);
    await waitUntilDrawn(page);
  }
}

async function pictureWhenStill(page: Page): Promise<Buffer> {
  const take = () =>
    page.screenshot({ animations: 'disabled', caret: 'hide', timeout: patienceMilliseconds });
  let last = await take();
  for (let taken = 1; taken < mostPictures; taken++) {
    await page.waitForTimeout(stillMilliseconds);
    const next = await take();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error(`the page does not come to rest: ${page.url()}`);
}
