import type { Page } from 'playwright-core';
import type { Chromium } from './chromium.ts';
import { type Frame, recordFrames } from './screencast.ts';

const longestWaitMilliseconds = 120_000;

/** How long a page is followed after it is drawn, for what it does then. */
const watchedAfterMilliseconds = 800;

/** What was seen of a page that a browser opened which knows nothing; times in milliseconds from the start of the navigation. */
export interface Opening {
  /** All maps are drawn, by the page's own word. */
  readonly ready: number;
  /** What stood on the screen, in order. */
  readonly frames: readonly Frame[];
  /** Durations of the tasks of the main thread that took longer than 50 ms. */
  readonly longTasks: readonly number[];
}

declare global {
  interface Window {
    __readyAt?: number;
    __longTasks?: number[];
  }
}

/** Opens a link in a browser of its own and follows it until it is drawn; `look` sees the finished page. */
export async function followOpening(
  chromium: Chromium,
  link: string,
  look: (page: Page) => Promise<void> = async () => undefined,
): Promise<Opening> {
  const context = await chromium.openContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(noteWhenReady);
    await page.addInitScript(noteLongTasks);
    const recording = await recordFrames(page);
    await page.goto(link);
    const ready = await readReady(page);
    await page.waitForTimeout(watchedAfterMilliseconds);
    await recording.catchUp();
    const start = await page.evaluate(() => performance.timeOrigin);
    const longTasks = await page.evaluate(() => window.__longTasks ?? []);
    const frames = (await recording.stop()).map(({ at, picture }) => ({ at: at - start, picture }));
    await look(page);
    return { ready, frames, longTasks };
  } finally {
    await context.close();
  }
}

/** Milliseconds from the start of the navigation until every panel is drawn; `whenReady`: while the page is there still. */
export async function timeOpening(
  chromium: Chromium,
  link: string,
  whenReady: () => void = () => undefined,
): Promise<number> {
  const context = await chromium.openContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(noteWhenReady);
    await page.goto(link);
    const ready = await readReady(page);
    whenReady();
    return ready;
  } finally {
    await context.close();
  }
}

async function readReady(page: Page): Promise<number> {
  const noted = await page.waitForFunction(() => window.__readyAt, null, {
    timeout: longestWaitMilliseconds,
  });
  const time = await noted.jsonValue();
  if (typeof time !== 'number') throw new Error('the page told no time');
  return time;
}

/** Runs in the page before anything else: notes when all is drawn, by the page's own clock. */
function noteWhenReady(): void {
  let offered: Window['__bench'];
  Object.defineProperty(window, '__bench', {
    get: () => offered,
    set: (bench: NonNullable<Window['__bench']>) => {
      offered = bench;
      void bench.ready().then(() => {
        window.__readyAt = performance.now();
      });
    },
  });
}

function noteLongTasks(): void {
  const noted: number[] = [];
  window.__longTasks = noted;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}
