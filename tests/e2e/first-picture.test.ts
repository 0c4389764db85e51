import { afterAll, beforeAll, expect, test } from 'vitest';
import { appearances } from '../../geodata/classes/scheme.ts';
import { openBrowser } from '../setup/browser.ts';
import { colourInPattern, expectSquare } from './shader-page/expected.ts';
import { codeOf, gridSize, mapSide } from './shader-page/grid.ts';
import type { PlainScene } from './shader-page/harness.ts';
import { openSquares } from './shader-page/open.ts';
import {
  differenceOf,
  type Picture,
  placesIn,
  readFirstPicture,
  readPicture,
} from './shader-page/picture.ts';
import { flatSceneOf, sceneOf } from './shader-page/scene.ts';
import { type ServedPage, servePage } from './shader-page/serve.ts';

const browser = await openBrowser();

let served: ServedPage;
beforeAll(async () => {
  served = await servePage();
});
afterAll(() => served?.close());

/** Pixels that have no like in the other picture within one pixel of their place. */
function findApart(one: Picture, other: Picture, tolerance: number): string[] {
  const apart: string[] = [];
  for (let y = 1; y < mapSide - 1; y++)
    for (let x = 1; x < mapSide - 1; x++) {
      const colour = one.at(x, y);
      const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => other.at(x + dx, y + dy)));
      if (around.every((each) => differenceOf(colour, each) > tolerance)) apart.push(`${x},${y}: ${colour}`);
    }
  return apart;
}

test.each(appearances)('the first picture is right in every square and pattern, %s', async (appearance) => {
  const scene = sceneOf('warm', 5, appearance);
  const page = await openSquares(browser, served.address, 1, scene);
  const picture = await readFirstPicture(page, 0);
  const wrong: string[] = [];
  for (let index = 0; index < gridSize; index++) {
    const expected = expectSquare(scene, index);
    for (const [x, y] of placesIn(index)) {
      const colour = 'flat' in expected ? expected.flat : colourInPattern(scene, expected.absence, x, y);
      if (differenceOf(picture.at(x, y), colour) > 2)
        wrong.push(`${index} at ${x},${y}: ${picture.at(x, y)} is not ${colour}`);
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  const gl = await readPicture(page, 0);
  expect(findApart(picture, gl, 8).slice(0, 5)).toEqual([]);
  expect(findApart(gl, picture, 8).slice(0, 5)).toEqual([]);
});

const marked: PlainScene = {
  ...flatSceneOf(),
  tileJson: '/lined.json',
  hovered: codeOf(70),
  selected: codeOf(100),
  numbered: [codeOf(200), codeOf(204)],
  otherBorders: { tileJson: '/lined.json', codes: [codeOf(150), codeOf(151)] },
};

test('what follows it lies within a pixel of it: borders, a name, badges and lines around areas', async () => {
  const page = await openSquares(browser, served.address, 2, marked);
  for (const panel of [0, 1]) {
    const [first, gl] = [await readFirstPicture(page, panel), await readPicture(page, panel)];
    // Letters are drawn by different means, and dashes do not begin at the same place: those few pixels may differ in shade.
    expect(findApart(first, gl, 96).length).toBeLessThan(mapSide / 2);
    expect(findApart(gl, first, 96).length).toBeLessThan(mapSide / 2);
  }
});

/** Whether a pixel is ink or paper on squares of one colour. */
function isWritten(
  picture: Picture,
  x: number,
  y: number,
  ground: Parameters<typeof differenceOf>[0],
): boolean {
  return differenceOf(picture.at(x, y), ground) > 60;
}

/** The share of what is written in one picture that the other has within two pixels. */
function shareFound(one: Picture, other: Picture): number {
  const ground = one.at(2, 2);
  let [written, found] = [0, 0];
  for (let y = 2; y < mapSide - 2; y++)
    for (let x = 2; x < mapSide - 2; x++) {
      if (!isWritten(one, x, y, ground)) continue;
      written += 1;
      const around = [-2, -1, 0, 1, 2];
      if (around.some((dy) => around.some((dx) => isWritten(other, x + dx, y + dy, ground)))) found += 1;
    }
  expect(written).toBeGreaterThan(4000);
  return found / written;
}

test.each([
  ['light', 30],
  ['dark', 30],
] as const)('names stand at the same places in both, one for another: %s', async (appearance, value) => {
  const figures = { ...flatSceneOf(), colours: sceneOf('warm', 5, appearance).colours, appearance };
  expect(figures.column?.periods[0]?.values[0]).toBe(value);
  const page = await openSquares(browser, served.address, 1, { ...figures, tileJson: '/named.json' });
  const [first, gl] = [await readFirstPicture(page, 0), await readPicture(page, 0)];
  expect(shareFound(first, gl)).toBeGreaterThan(0.98);
  expect(shareFound(gl, first)).toBeGreaterThan(0.98);
});
