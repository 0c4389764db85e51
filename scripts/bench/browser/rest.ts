import type { Page } from 'playwright-core';
import { median, type Result, type Row, takeTurns } from '../measurement.ts';
import type { Chromium } from './chromium.ts';
import { type LibraryPeers, measureBesideLibraries } from './library-peers.ts';
import { openProduct } from './product-page.ts';
import { recordFrames } from './screencast.ts';
import type { Setting } from './setting.ts';

const runs = 11;
/** Once nothing changes on the screen for so long, a page is at rest. */
const stillMilliseconds = 1200;

/** From another year to the last frame that changes for it: map, title, legend, card and chart. */
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
        createSwitch(peer, (page, year) => page.evaluate((place) => window.__peer?.switchYear(place), year)),
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
        note: `${one} against ${two}, Leaflet ${three}, until the last frame that changes`,
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

/** Switches between the two years in turn; gives milliseconds from the call to the last change on the screen. */
function createSwitch(
  page: Page,
  show: (page: Page, year: 0 | 1) => Promise<unknown>,
): () => Promise<number> {
  let next: 0 | 1 = 0;
  return async () => {
    await page.bringToFront();
    const recording = await recordFrames(page);
    await page.waitForTimeout(stillMilliseconds);
    const start = await page.evaluate(() => Date.now());
    await show(page, next);
    next = next === 0 ? 1 : 0;
    await page.waitForTimeout(stillMilliseconds);
    const last = (await recording.stop()).at(-1);
    if (!last || last.at < start) throw new Error('nothing changed on the screen');
    return last.at - start;
  };
}
