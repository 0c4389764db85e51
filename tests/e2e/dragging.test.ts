import { expect, inject, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';
import { openPage } from '../setup/page.ts';

const address = inject('address');
/** The same figures twice, so that maps that look at the same place have the same picture. */
const pair = `${address}/?indicator=misdrijven-per-1000&period=2024&panels=2&period2=2024&map=10.50/52.3200/6.6500`;

const browser = await openBrowser();

/** Shares of pixels that differ, at the beginning of one frame. */
interface Step {
  /** In the first map, from the frame before. */
  readonly moved: number;
  /** Between the two maps. */
  readonly apart: number;
}

test('two maps show the same place in every frame of a fast drag', async () => {
  const page = await openPage(browser, pair, { reducedMotion: 'reduce' });
  const [first, second] = await Promise.all(
    [0, 1].map((index) => page.locator(`.frame[data-index="${index}"] canvas`).boundingBox()),
  );
  if (!first || !second) throw new Error('There are no two maps');
  expect(second.width).toBe(first.width);
  await page.evaluate(followFrames);
  const [x, y] = [first.x + first.width / 2, first.y + first.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++) await page.mouse.move(x + step * 14, y - step * 9);
  for (let step = 11; step >= -6; step--) await page.mouse.move(x + step * 14, y - step * 9);
  const steps = (await page.evaluate(() => window.__steps)).filter(({ moved }) => moved > 0.02);
  await page.mouse.up();
  expect(steps.length).toBeGreaterThan(4);
  // Names are placed by each map in its own time; a map that lags behind differs as much as one that moved.
  expect(steps.filter(({ moved, apart }) => apart > moved / 2)).toEqual([]);
});

declare global {
  interface Window {
    __steps: Step[];
  }
}

/** Runs in the page: compares, in every frame that is drawn, the pixels of both maps with each other and with those before. */
function followFrames(): void {
  window.__steps = [];
  const canvases = [...document.querySelectorAll<HTMLCanvasElement>('canvas.maplibregl-canvas')];
  const copy = (canvas: HTMLCanvasElement): Uint32Array => {
    const flat = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
    if (!flat) throw new Error('no canvas to read a map with');
    flat.drawImage(canvas, 0, 0);
    return new Uint32Array(flat.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  };
  const differ = (one: Uint32Array, other: Uint32Array): number =>
    one.reduce((sum, pixel, index) => sum + Number(pixel !== other[index]), 0) / one.length;
  // With a black middle: nothing was drawn in this frame, and what is on screen from an earlier one can no longer be read.
  const isDrawn = (picture: Uint32Array): boolean => ((picture[picture.length >> 1] ?? 0) & 0xffffff) !== 0;
  let shown: readonly Uint32Array[] = [];
  const compare = (): void => {
    const drawn = canvases.map(copy);
    const next = drawn.map((picture, index) => (isDrawn(picture) ? picture : (shown[index] ?? picture)));
    const [[one, other], [before]] = [next, shown];
    shown = next;
    if (one && other && before && one !== before)
      window.__steps.push({ moved: differ(one, before), apart: differ(one, other) });
  };
  const ask = window.requestAnimationFrame;
  window.requestAnimationFrame = (draw) =>
    ask.call(window, (now) => {
      draw(now);
      queueMicrotask(compare);
    });
}
