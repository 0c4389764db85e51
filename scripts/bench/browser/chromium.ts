import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Colour } from '../../../geodata/classes/colour.ts';
import { findBrowser } from '../browser-program.ts';
import { undoLater } from '../cleanup.ts';

/** A running Chromium that draws WebGL2 in software, so that every machine can measure. */
export interface Chromium {
  /** A browser of its own: nothing stored, nothing cached. */
  openContext(): Promise<BrowserContext>;
  /** The colours of a PNG's pixels at points given in pixels. */
  readColours(picture: Buffer, points: readonly Point[]): Promise<Colour[]>;
  stop(): Promise<void>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const viewport = { width: 1440, height: 900 } as const;

/** Starts Chromium; null where there is none. */
export async function startChromium(): Promise<Chromium | null> {
  const executablePath = findBrowser();
  if (executablePath === null) return null;
  const browser = await chromium.launch({ executablePath, args: drawnInSoftware });
  const stop = undoLater(() => browser.close());
  const reader = await browser.newPage();
  return {
    openContext: () => openContext(browser),
    readColours: (picture, points) => readColours(reader, picture, points),
    stop,
  };
}

/** Switches of Chromium: WebGL2 drawn in software, so that pixels are the same with and without a graphics card. */
export const drawnInSoftware = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport });
  // esbuild names the functions that Playwright sends to the page by a helper that the page does not have.
  await context.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
  return context;
}

async function readColours(reader: Page, picture: Buffer, points: readonly Point[]): Promise<Colour[]> {
  return reader.evaluate(
    async ([address, places]) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no canvas to read a picture with');
      context.drawImage(image, 0, 0);
      return places.map(({ x, y }): [number, number, number] => {
        const [red = 0, green = 0, blue = 0] = context.getImageData(Math.floor(x), Math.floor(y), 1, 1).data;
        return [red, green, blue];
      });
    },
    [`data:image/png;base64,${picture.toString('base64')}`, points] as const,
  );
}
