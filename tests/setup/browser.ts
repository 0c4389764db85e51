import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeEach } from 'vitest';

const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/**
 * What draws maps: WebGL 2, in software, so that pixels are the same with and without a graphics card; or plain canvases
 * alone, as where there is no WebGL. Tests of what stands around a map take canvases: in software a map of WebGL costs more
 * than all the rest of a page.
 */
type Drawing = 'webgl' | 'canvas';

const drawingSwitches: Readonly<Record<Drawing, readonly string[]>> = {
  webgl: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  canvas: ['--disable-3d-apis'],
};

/**
 * What is not WebGL is put together without a GPU at all: to do that on one that is drawn in software took a fifth of the
 * time of a test.
 */
function launchBrowser(drawing: Drawing): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH ?? usualPlaces.find((path) => existsSync(path));
  if (!executablePath) throw new Error('No Chromium found: install it, or set CHROME_PATH to its executable');
  return chromium.launch({
    executablePath,
    // Letters as wide as on a screen: without a window they would be moved to whole pixels.
    args: [
      '--no-sandbox',
      '--disable-gpu-compositing',
      '--font-render-hinting=none',
      ...drawingSwitches[drawing],
    ],
  });
}

const shared = new Map<Drawing, Promise<Browser>>();

/**
 * The one browser, for each way of drawing, of all the test files that a worker runs; it ends with the worker. Contexts
 * that a test opens are closed after it, those that were there before the first test after the last: nobody finds what
 * another left behind.
 */
export async function openBrowser(drawing: Drawing = 'webgl'): Promise<Browser> {
  const launched = shared.get(drawing) ?? launchBrowser(drawing);
  shared.set(drawing, launched);
  const browser = await launched;
  let kept: readonly BrowserContext[] = [];
  beforeEach(() => {
    kept = browser.contexts();
  });
  afterEach(() => closeContexts(browser, kept));
  afterAll(() => closeContexts(browser));
  return browser;
}

async function closeContexts(browser: Browser, kept: readonly BrowserContext[] = []): Promise<void> {
  for (const context of browser.contexts()) if (!kept.includes(context)) await context.close();
}
