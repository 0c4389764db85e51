import type { Browser, Page } from 'playwright-core';
import { gridBounds, gridCamera, mapSide } from './grid.ts';
import type { PlainScene } from './harness.ts';

/** Opens the page of squares in a browser of its own with maps side by side, all of one scene, and waits for them. */
export async function openSquares(
  browser: Browser,
  address: string,
  panels: number,
  scene: PlainScene,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: panels * mapSide, height: mapSide } });
  await page.goto(address);
  await page.waitForFunction(() => 'harness' in window);
  await page.evaluate((settings) => window.harness.start(settings), {
    panels,
    side: mapSide,
    bounds: gridBounds,
    camera: gridCamera,
    scene,
  });
  return page;
}
