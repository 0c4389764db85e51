import { existsSync } from 'node:fs';

const usualPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium to measure in: the one of CHROME_PATH, or where it usually stands; null where there is none. */
export function findBrowser(): string | null {
  return process.env.CHROME_PATH || (usualPaths.find((path) => existsSync(path)) ?? null);
}
