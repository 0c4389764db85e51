import type { Page } from 'playwright-core';
import { median } from '../measurement.ts';
import type { Chromium } from './chromium.ts';
import { createTaskRecorder } from './tasks.ts';

/** What computes over all areas at once: its link, and what stands on the page when it has. */
const analyses = [
  { name: 'what really differs', link: 'page=differences', done: '.outcome tbody tr' },
  { name: 'clusters', link: 'page=clusters', done: '#clusters' },
  { name: 'cross-connections', link: 'page=connections', done: '[aria-labelledby="ranking"] tbody tr' },
  { name: 'scatter of two indicators', link: 'page=connections&other=woz-waarde', done: '.scatter canvas' },
  { name: 'page of a municipality', link: 'page=municipality&area=GM0001', done: '.heat' },
  { name: 'report of an area', link: 'page=report&area=BU00010000', done: '.report-definitions' },
] as const;

const figures = 'indicator=misdrijven-per-1000&level=neighbourhood';
const runs = 5;
const longestWaitMilliseconds = 180_000;
/** How long a page is followed after it shows what was found. */
const watchedAfterMilliseconds = 2500;

/** How long an analysis held up the page at most, in milliseconds of the processor; medians. */
export interface Blocking {
  readonly name: string;
  readonly longest: number;
}

/** Opens every analysis of the made-up country from another page, as a link in it does, and finds the longest task of each. */
export async function measureBlocking(chromium: Chromium, address: string): Promise<Blocking[]> {
  const longest = new Map<string, number[]>(analyses.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) {
    const context = await chromium.openContext();
    const page = await context.newPage();
    await page.goto(`${address}/?page=sources`);
    await page.locator('.reading h2').first().waitFor();
    await page.waitForLoadState('networkidle');
    const recorder = await createTaskRecorder(page);
    for (const { name, link, done } of analyses)
      longest.get(name)?.push(await recorder.findLongest(() => openLink(page, `?${link}&${figures}`, done)));
    await context.close();
  }
  return analyses.map(({ name }) => ({ name, longest: median(longest.get(name) ?? []) }));
}

async function openLink(page: Page, link: string, done: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, link);
  await page.locator(done).first().waitFor({ timeout: longestWaitMilliseconds });
  await page.waitForTimeout(watchedAfterMilliseconds);
}
