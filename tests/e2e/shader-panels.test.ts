import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';
import { borderHeight, codeOf, mapSide, namePlace } from './shader-page/grid.ts';
import type { PlainScene } from './shader-page/harness.ts';
import { openSquares } from './shader-page/open.ts';
import { type Picture, placesIn, readPicture } from './shader-page/picture.ts';
import { fillsIn, flatSceneOf, sceneOf } from './shader-page/scene.ts';
import { type ServedPage, servePage } from './shader-page/serve.ts';

const scene = sceneOf('warm', 5, 'light');
/** One colour under a border and a name, so that all that is darker is theirs. */
const lined: PlainScene = { ...flatSceneOf(), tileJson: '/lined.json' };

const browser = await openBrowser();
let served: ServedPage;

beforeAll(async () => {
  served = await servePage();
});
afterAll(() => served?.close());

function show(page: Page, panel: number, change: Partial<PlainScene>): Promise<void> {
  return page.evaluate(([which, given]) => window.harness.show(which, given), [panel, change] as const);
}

/** How many pixels of a block are darker than every fill of the flat scene. */
function countInk(picture: Picture, left: number, top: number, width: number, height: number): number {
  let count = 0;
  for (let y = top; y < top + height; y++)
    for (let x = left; x < left + width; x++) if (Math.max(...picture.at(x, y)) < 140) count++;
  return count;
}

function countBorder(picture: Picture): number {
  return countInk(picture, 0, borderHeight * mapSide - 3, mapSide, 6);
}

function countName(picture: Picture): number {
  const [x, y] = [namePlace[0] * mapSide, namePlace[1] * mapSide];
  return countInk(picture, x - 50, y - 12, 100, 24);
}

/** Every second place of the picture, as text to compare. */
function sample(picture: Picture): string {
  const colours: string[] = [];
  for (let y = 0; y < mapSide; y += 2)
    for (let x = 0; x < mapSide; x += 2) colours.push(picture.at(x, y).join());
  return colours.join(';');
}

const dark = sceneOf('cool', 9, 'light');
const changes: readonly (readonly [string, Partial<PlainScene>])[] = [
  ['another period', { periodIndex: 1 }],
  ['a step between periods', { nextIndex: 1, share: 0.4 }],
  ['other classes', { breaks: dark.breaks, colours: dark.colours }],
  ['other fills', { fills: fillsIn('dark'), chance: [90, 90, 90] }],
];

test.each(changes)('%s uploads nothing but uniforms', async (_name, change) => {
  const page = await openSquares(browser, served.address, 1, scene);
  const before = await readPicture(page, 0);
  const plain = await page.evaluate(() => window.harness.countUploads(0, {}));
  const uploads = await page.evaluate((given) => window.harness.countUploads(0, given), change);
  expect({ textures: uploads.textures, buffers: uploads.buffers }).toEqual({ textures: 0, buffers: 0 });
  expect(uploads.uniforms).toBeGreaterThanOrEqual(plain.uniforms);
  expect(sample(await readPicture(page, 0))).not.toBe(sample(before));
});

test('other chosen areas upload a texture, and no geometry', async () => {
  const page = await openSquares(browser, served.address, 1, scene);
  const chosen = await page.evaluate(
    (given) => window.harness.countUploads(0, { chosen: given }),
    Array.from({ length: 256 }, (_, i) => i % 2),
  );
  expect(chosen.buffers).toBe(0);
  expect(chosen.textures).toBeGreaterThan(0);
});

test('four maps look alike at every frame of a fast drag, and show the same', async () => {
  const page = await openSquares(browser, served.address, 4, scene);
  await page.evaluate(() => window.harness.watch());
  for (const [panel, way] of [
    [0, 1],
    [2, -1],
  ] as const) {
    const [x, y] = [panel * mapSide + mapSide / 2, mapSide / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 12; step++)
      await page.mouse.move(x + way * step * 11, y + way * 60 * Math.sin(step));
    await page.mouse.up();
    await page.mouse.wheel(0, -240 * way);
  }
  await page.evaluate(() => window.harness.settle());
  const { frames, apart, places } = await page.evaluate(() => window.harness.judge());
  expect(frames).toBeGreaterThan(10);
  expect(places).toBeGreaterThan(5);
  expect(apart).toBe(0);
  const pictures = [];
  for (const panel of [0, 1, 2, 3]) pictures.push(sample(await readPicture(page, panel)));
  expect(new Set(pictures).size).toBe(1);
});

test('borders and names stay above the fills, on every map and after every change', async () => {
  const page = await openSquares(browser, served.address, 3, lined);
  const first = await readPicture(page, 0);
  expect(countBorder(first)).toBeGreaterThan(mapSide);
  expect(countName(first)).toBeGreaterThan(60);
  for (const [, change] of changes.slice(0, 3)) {
    for (const panel of [0, 1, 2]) {
      await show(page, panel, { ...lined, ...change });
      const picture = await readPicture(page, panel);
      expect(Math.abs(countBorder(picture) - countBorder(first))).toBeLessThan(mapSide / 20);
      expect(Math.abs(countName(picture) - countName(first))).toBeLessThan(countName(first) / 10);
    }
  }
});

test('the borders of another year are dashed', async () => {
  const page = await openSquares(browser, served.address, 1, flatSceneOf());
  await show(page, 0, { otherBorders: { tileJson: '/lined.json', codes: [codeOf(100), codeOf(101)] } });
  const picture = await readPicture(page, 0);
  const [[left = 0, top = 0] = []] = placesIn(100);
  const along = Array.from({ length: 64 }, (_, i) => countInk(picture, left - 3 + i, top - 5, 1, 4));
  expect(along.filter((count) => count > 0).length).toBeGreaterThan(16);
  expect(along.filter((count) => count === 0).length).toBeGreaterThan(12);
  await show(page, 0, { otherBorders: null });
  expect(countInk(await readPicture(page, 0), left - 3, top - 5, 64, 4)).toBe(0);
});

test('maps that lose the GPU come back with the same picture', async () => {
  const page = await openSquares(browser, served.address, 3, lined);
  await show(page, 1, { periodIndex: 1 });
  const before = [];
  for (const panel of [0, 1, 2]) before.push(sample(await readPicture(page, panel)));
  await page.evaluate(() => window.harness.loseContexts());
  for (const panel of [0, 1, 2]) {
    await page.locator('[data-map=idle]').nth(panel).waitFor();
    expect(sample(await readPicture(page, panel)), `map ${panel}`).toBe(before[panel]);
  }
});
