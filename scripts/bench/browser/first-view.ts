import type { Chromium } from './chromium.ts';
import { startCountingProxy, type Transfer } from './counting-proxy.ts';
import { waitUntilReady } from './product-page.ts';

/** Opens the default view in a browser that knows nothing and lists all that it fetches until the map is drawn. */
export async function listTransfers(chromium: Chromium, address: string): Promise<readonly Transfer[]> {
  const proxy = await startCountingProxy(address);
  const context = await chromium.openContext();
  try {
    const page = await context.newPage();
    await page.goto(`${proxy.address}/?bench`);
    await waitUntilReady(page);
    await page.waitForLoadState('networkidle');
    return proxy.transfers;
  } finally {
    await context.close();
    await proxy.stop();
  }
}
