import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeEach } from 'vitest';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Chromium with WebGL2 drawn in software, so that pixels are the same with and without a graphics card. What is not WebGL
 * is put together without a GPU at all: to do that on one that is drawn in software took a fifth of the time of a test.
 * `more`: switches of Chromium that a test needs beside those.
 */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH ?? usualPlaces.find((path) => existsSync(path));
  if (!executablePath) throw new Error('No Chromium found: install it, or set CHROME_PATH to its executable');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-gpu-compositing',
      ...more,
    ],
  });
}

let shared: Promise<Browser> | undefined;

/**
 * The one browser of all the test files that a worker runs; it ends with the worker. Contexts that a test opens are closed
 * after it, those that were there before the first test after the last: nobody finds what another left behind.
 */
export async function openBrowser(): Promise<Browser> {
  shared ??= launchBrowser();
  const browser = await shared;
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
