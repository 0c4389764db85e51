import type { Page } from 'playwright-core';
import { median, type Result, type Row, takeTurns } from '../measurement.ts';
import type { Chromium } from './chromium.ts';
import { type LibraryPeers, measureBesideLibraries } from './library-peers.ts';
import { openProduct } from './product-page.ts';
import type { Setting } from './setting.ts';

const runs = 11;

/** From another year until all that changes for it is on the screen: map, title, legend, card and chart. */
export const restRow: Row = {
  id: 14,
  title: 'page at rest after a year switch',
  against: 'MapLibre with feature state on the same areas, on a page of nothing else',
  better: 'lower',
  measure: (regions, progress) => measureBesideLibraries(regions, progress, measureRest),
};

async function measureRest(setting: Setting, { leaflet, maplibre }: LibraryPeers): Promise<Result[]> {
  const { chromium, subject, region } = setting;
  const product = await openProduct(chromium, setting);
  const peers = [await openPeer(chromium, maplibre), await openPeer(chromium, leaflet)];
  try {
    const acts = [
      createSwitch(product.page, (page, year) =>
        page.evaluate((period) => window.__bench?.switchYear(period), subject.years[year]),
      ),
      ...peers.map((peer) =>
        createSwitch(peer, (page, year) => page.evaluate((index) => window.__peer?.switchYear(index), year)),
      ),
    ];
    const [ours = NaN, byMapLibre = NaN, byLeaflet = NaN] = (await takeTurns(acts, runs)).map(median);
    const [one, two, three] = [ours, byMapLibre, byLeaflet].map((time) => `${Math.round(time)} ms`);
    return [
      {
        id: 14,
        name: `year switch, page at rest: ${region.title}`,
        ratio: ours / byMapLibre,
        goal: 1,
        unit: '×',
        runs,
        note: `${one} against ${two}, Leaflet ${three}, until frames come at their own pace again`,
      },
    ];
  } finally {
    for (const page of peers) await page.context().close();
    await product.close();
  }
}

async function openPeer(chromium: Chromium, link: string): Promise<Page> {
  const page = await (await chromium.openContext()).newPage();
  await page.goto(link);
  await page.waitForFunction(() => window.__readyAt);
  return page;
}

/** Switches between the two years in turn; gives milliseconds from the call until the page is at rest. */
function createSwitch(
  page: Page,
  show: (page: Page, year: 0 | 1) => Promise<unknown>,
): () => Promise<number> {
  let next: 0 | 1 = 0;
  return async () => {
    await page.bringToFront();
    await page.evaluate(awaitRest);
    const start = await page.evaluate(() => performance.now());
    await show(page, next);
    next = next === 0 ? 1 : 0;
    return (await page.evaluate(awaitRest)) - start;
  };
}

/**
 * Waits until the browser gives frames at its own pace again, which it does once all that was asked for is computed, drawn and
 * on the screen; gives the moment of the first of them.
 */
async function awaitRest(): Promise<number> {
  const [pace, steady] = [25, 8];
  let first = performance.now();
  for (let before = first, frames = 0; frames < steady; ) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const isSteady = now - before < pace;
    frames = isSteady ? frames + 1 : 0;
    if (!isSteady) first = now;
    before = now;
  }
  return first;
}
