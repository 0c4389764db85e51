import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { makeFolder } from './folder.ts';
import { type OwnProduct, openOwnProduct } from './own-product.ts';

type Kept = NonNullable<BrowserContextOptions['storageState']>;

/** A product of a test file's own, with an officer of the police and an editor of Enschede. */
export interface Writers {
  product: OwnProduct;
  /** What their browsers keep. */
  officer: Kept;
  editor: Kept;
  /** Opens a page of the product as one of them, or as the public. */
  openAs(kept: Kept | undefined, query: string, options?: BrowserContextOptions): Promise<Page>;
}

/** The database is made where the installation has prepared none, milliseconds. */
const longestWait = 600_000;

/**
 * Starts the product before the tests of a file and ends it after them; what it gives is there within a test. `fill` puts
 * in its folder what it begins with; else that is the demonstration region.
 */
export function openForWriters(
  browser: Browser,
  name: string,
  fill?: (directory: string) => Promise<void>,
): Writers {
  const writers = {
    async openAs(kept: Kept | undefined, query: string, options: BrowserContextOptions = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        ...options,
        ...(kept && { storageState: kept }),
      });
      const page = await context.newPage();
      await page.goto(`${writers.product.address}/?${query}`);
      return page;
    },
  } as Writers;
  beforeAll(async () => {
    const directory = await makeFolder(name);
    await fill?.(directory);
    writers.product = await openOwnProduct(directory);
    writers.officer = await writers.product.welcome('Ada Meijer', [
      { role: 'partner', organisation: 'Politie', kind: 'police' },
    ]);
    writers.editor = await writers.product.welcome('Bo Smit', [{ role: 'editor', municipality: 'GM0153' }]);
  }, longestWait);
  afterAll(() => writers.product?.close());
  return writers;
}
