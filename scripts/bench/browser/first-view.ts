import type { Chromium } from './chromium.ts';
import { waitUntilReady } from './product-page.ts';

/** A request of a first visit, and the bytes that its answer took: headers and body, as they came. */
export interface Transfer {
  readonly address: string;
  readonly bytes: number;
}

/** Opens the default view in a browser that knows nothing and lists all that it fetches until the map is drawn. */
export async function listTransfers(chromium: Chromium, address: string): Promise<Transfer[]> {
  const context = await chromium.openContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const addresses = new Map<string, string>();
    const transfers: Transfer[] = [];
    session.on('Network.responseReceived', ({ requestId, response }) =>
      addresses.set(requestId, response.url),
    );
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      transfers.push({ address: addresses.get(requestId) ?? '', bytes: encodedDataLength }),
    );
    await session.send('Network.enable');
    await page.goto(`${address}/?bench`);
    await waitUntilReady(page);
    await page.waitForLoadState('networkidle');
    return transfers;
  } finally {
    await context.close();
  }
}
