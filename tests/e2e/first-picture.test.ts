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
