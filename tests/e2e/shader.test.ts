import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { absences } from '../../geodata/classes/absence-pattern.ts';
import { fewestClasses, mostClasses } from '../../geodata/classes/classify.ts';
import { parseColour } from '../../geodata/classes/colour.ts';
import { appearances, schemes } from '../../geodata/classes/scheme.ts';
import { fadeStrength, inksOf } from '../../geodata/map/inks.ts';
import { contrast } from '../geodata/classes/colour-vision.ts';
import { openBrowser } from '../setup/browser.ts';
import { colourInPattern, expectSquare } from './shader-page/expected.ts';
import { codeOf, gridSize, squareSide } from './shader-page/grid.ts';
import type { PlainScene } from './shader-page/harness.ts';
import { openSquares } from './shader-page/open.ts';
import { differenceOf, type Picture, placesIn, readPicture } from './shader-page/picture.ts';
import { sceneOf } from './shader-page/scene.ts';
import { type ServedPage, servePage } from './shader-page/serve.ts';

const browser = await openBrowser();
let served: ServedPage;
let page: Page;

beforeAll(async () => {
  served = await servePage();
  page = await openSquares(browser, served.address, 1, sceneOf('warm', 5, 'light'));
});
afterAll(() => served?.close());

function draw(scene: PlainScene): Promise<Picture> {
  return readPicture(page, 0, scene);
}

const squares = Array.from({ length: gridSize }, (_, index) => index);

function centreOf(index: number): [x: number, y: number] {
  const places = placesIn(index);
  return places[Math.floor(places.length / 2)] ?? [0, 0];
}

/** Squares whose middle has another colour than the CPU says, with both; patterns are left to their own test. */
function findWrong(picture: Picture, scene: PlainScene): string[] {
  return squares.flatMap((index) => {
    const expected = expectSquare(scene, index);
    if (!('flat' in expected)) return [];
    const found = picture.at(...centreOf(index));
    return differenceOf(found, expected.flat) <= 1 ? [] : [`${index}: ${found} is not ${expected.flat}`];
  });
}

describe('the GPU draws what the CPU says', () => {
  test.each(appearances.flatMap((appearance) => schemes.map((scheme) => [scheme, appearance] as const)))(
    'in every class of 3 to 9, in scheme %s, %s',
    async (scheme, appearance) => {
      const seen = new Set<string>();
      for (let classes = fewestClasses; classes <= mostClasses; classes++) {
        const scene = sceneOf(scheme, classes, appearance);
        const picture = await draw(scene);
        expect(findWrong(picture, scene), `${classes} classes`).toEqual([]);
        for (const index of squares) {
          const expected = expectSquare(scene, index);
          if ('flat' in expected) seen.add(expected.flat.join());
        }
        for (const colour of scene.colours) expect(seen).toContain(colour.join());
      }
    },
  );

  test.each([0, 0.25, 0.5, 0.75, 1])('at %f of the way to another period', async (share) => {
    for (const appearance of appearances) {
      const scene = { ...sceneOf('cool-to-warm', 9, appearance), nextIndex: 1, share };
      expect(findWrong(await draw(scene), scene)).toEqual([]);
    }
  });

  test.each(appearances)('in every pixel of the five patterns, %s', async (appearance) => {
    const scene = sceneOf('warm', 5, appearance);
    const picture = await draw(scene);
    const wrong: string[] = [];
    const drawn = new Set<string>();
    for (const index of squares) {
      const expected = expectSquare(scene, index);
      if (!('absence' in expected)) continue;
      drawn.add(expected.absence);
      for (const [x, y] of placesIn(index)) {
        const colour = colourInPattern(scene, expected.absence, x, y);
        if (differenceOf(picture.at(x, y), colour) > 2)
          wrong.push(`${expected.absence} ${x},${y}: ${picture.at(x, y)} is not ${colour}`);
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect([...drawn].sort()).toEqual([...absences].sort());
  });
});

describe('nobody can mistake a missing figure for a low one', () => {
  test.each(appearances.flatMap((appearance) => schemes.map((scheme) => [scheme, appearance] as const)))(
    'a class is flat, an absence never is, in scheme %s, %s',
    async (scheme, appearance) => {
      const scene = sceneOf(scheme, mostClasses, appearance);
      const picture = await draw(scene);
      for (const index of squares) {
        const colours = placesIn(index).map((place) => picture.at(...place));
        if ('flat' in expectSquare(scene, index)) {
          expect(new Set(colours.map((colour) => colour.join())).size, `square ${index}`).toBe(1);
          continue;
        }
        const [lowest = [0, 0, 0]] = scene.colours;
        const inked = colours.filter((colour) => contrast(colour, lowest) >= 3);
        expect(inked.length / colours.length, `square ${index}`).toBeGreaterThan(0.04);
      }
    },
  );
});

test('areas that are not chosen fade to the paper, patterns too, and the others stay as they were', async () => {
  const scene = sceneOf('warm', 5, 'light');
  const plain = await draw(scene);
  const chosen = squares.map((index) => (index % 3 === 0 ? 1 : 0));
  const faded = await draw({ ...scene, chosen });
  const paper = parseColour(inksOf.light.paper);
  for (const index of squares) {
    for (const place of placesIn(index).slice(0, 40)) {
      const before = plain.at(...place);
      const wanted = before.map((channel, i) => channel + ((paper[i] ?? 0) - channel) * fadeStrength);
      const [red = 0, green = 0, blue = 0] = chosen[index] ? before : wanted;
      expect(differenceOf(faded.at(...place), [red, green, blue])).toBeLessThanOrEqual(1);
    }
  }
});

test('the area under the pointer is tinted, and no other', async () => {
  const scene = sceneOf('cool', 7, 'dark');
  const plain = await draw(scene);
  const hovered = 120;
  const tinted = await draw({ ...scene, hovered: codeOf(hovered) });
  const different = squares.filter((index) => {
    const place = centreOf(index);
    return differenceOf(plain.at(...place), tinted.at(...place)) > 0;
  });
  expect(different).toEqual([hovered]);
});

test('without figures every area is drawn empty', async () => {
  const picture = await draw({ ...sceneOf('warm', 5, 'light'), column: null });
  for (const index of squares)
    expect(differenceOf(picture.at(...centreOf(index)), inksOf.light.empty)).toBeLessThanOrEqual(1);
});

test('an area beyond the end of the column is drawn empty, not with a figure of the next period', async () => {
  const scene = sceneOf('warm', 5, 'light');
  const half = gridSize / 2;
  const periods = [0, 1].map(() => ({
    values: squares.slice(0, half).map(() => 50),
    statuses: squares.slice(0, half).map(() => 0),
  }));
  const picture = await draw({ ...scene, column: { size: half, periods } });
  expect(differenceOf(picture.at(...centreOf(half - 1)), scene.colours[2] ?? [0, 0, 0])).toBeLessThanOrEqual(
    1,
  );
  expect(differenceOf(picture.at(...centreOf(half)), inksOf.light.empty)).toBeLessThanOrEqual(1);
});

test('a numbered area carries its number on a badge and an outline', async () => {
  const scene = sceneOf('warm', 5, 'light');
  const plain = await draw(scene);
  await page.evaluate((numbered) => window.harness.show(0, { numbered }), [codeOf(100), codeOf(104)]);
  const numbered = await readPicture(page, 0);
  const ink = parseColour(inksOf.light.ink);
  for (const index of [100, 104]) {
    const inked = placesIn(index).filter((place) => differenceOf(numbered.at(...place), ink) < 40);
    expect(inked.length).toBeGreaterThan(squareSide);
  }
  const [x, y] = centreOf(102);
  expect(numbered.at(x, y)).toEqual(plain.at(x, y));
});
