import type { Page } from 'playwright-core';

/** What one act took, in milliseconds. */
export interface Timing {
  /** From the call to the finished frame. */
  readonly frame: number;
  /**
   * Of the page's main thread: the call with all that it draws, what the page renders because of it, its style and
   * layout, and the frames that it asks for until the frame is finished. Painting, messages from workers and waiting for
   * the GPU are left out.
   */
  readonly work: number;
}

/** Drawing once more, showing another period in the product, or another year in the peer. */
export type Act = 'redraw' | { readonly period: string } | { readonly year: number };

/** How long the page is followed after an act, for what it does once the frame is finished. */
const watchedAfterMilliseconds = 400;

/** Milliseconds of everything that the page's main thread does for an act, whatever it is and however late. */
export async function timeTasks(page: Page, act: Act): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const readTasks = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const before = await readTasks();
  await timeAct(page, act);
  await page.waitForTimeout(watchedAfterMilliseconds);
  const time = (await readTasks()) - before;
  await session.detach();
  return time;
}

/** Times one act in the page, once the page is at rest. */
export function timeAct(page: Page, act: Act): Promise<Timing> {
  return page.evaluate(async (wanted) => {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const begin = (): Promise<void> | undefined => {
      if (wanted === 'redraw') return (window.__bench ?? window.__peer)?.redraw();
      if ('period' in wanted) return window.__bench?.switchYear(wanted.period);
      return window.__peer?.switchYear(wanted.year);
    };
    let inFrames = 0;
    const ask = window.requestAnimationFrame;
    window.requestAnimationFrame = (draw) =>
      ask.call(window, (now) => {
        const begun = performance.now();
        draw(now);
        inFrames += performance.now() - begun;
      });
    const start = performance.now();
    const finished = begin();
    await Promise.resolve();
    document.body.getBoundingClientRect();
    const work = performance.now() - start;
    if (!finished) throw new Error('the page offers nothing to measure');
    await finished;
    window.requestAnimationFrame = ask;
    return { frame: performance.now() - start, work: work + inFrames };
  }, act);
}
