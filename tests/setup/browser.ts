import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Chromium with WebGL2 drawn in software, so that pixels are the same with and without a graphics card. `more`: switches
 * of Chromium that a test needs beside those.
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
      ...more,
    ],
  });
}
