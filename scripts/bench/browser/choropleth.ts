import type { Page } from 'playwright-core';
import type { Camera } from './camera.ts';
import type { Chromium } from './chromium.ts';
import { type Canvas, listSpots, nearest } from './picture.ts';
import type { Subject } from './subject.ts';

/** Which areas a page shows in their class's colour once it is finished. */
export interface Choropleth {
  /** Whether a picture of the screen has all of them, in all colours. */
  isIn(picture: Buffer): Promise<boolean>;
}

/** How many places must have their very colour; of all others that have it in the end this share. */
const fewestPlaces = 20;
const leastShare = 0.98;
/** Of the areas in sight this share must have their colour in the end: borders and names cover others. */
const leastFinished = 0.65;

/** Learns from the last frame of an opening where the areas of a year stand, and throws where they have not their colours. */
export async function learnChoropleth(
  page: Page,
  { chromium, subject, camera }: { chromium: Chromium; subject: Subject; camera: Camera },
  { canvas, year, finished }: { canvas: Canvas; year: 0 | 1; finished: Buffer },
): Promise<Choropleth> {
  const inSight = await listSpots(page, subject, camera, canvas);
  const classesIn = async (picture: Buffer, spots: typeof inSight) =>
    (await chromium.readColours(picture, spots)).map((colour) => nearest(colour, subject.colours));
  const found = await classesIn(finished, inSight);
  const spots = inSight.filter(({ ranks }, index) => ranks[year] === found[index]);
  const classes = new Set(spots.map(({ ranks }) => ranks[year]));
  if (spots.length < Math.max(fewestPlaces, leastFinished * inSight.length))
    throw new Error(
      `the finished map is wrong: ${spots.length} of ${inSight.length} areas have their colour`,
    );
  if (classes.size < subject.colours.length)
    throw new Error(`the finished map has ${classes.size} of ${subject.colours.length} colours`);
  return {
    async isIn(picture) {
      const seen = await classesIn(picture, spots);
      const isRight = spots.map(({ ranks }, index) => ranks[year] === seen[index]);
      const colours = new Set(seen.filter((_, index) => isRight[index]));
      return (
        isRight.slice(0, fewestPlaces).every(Boolean) &&
        isRight.filter(Boolean).length >= leastShare * spots.length &&
        colours.size === classes.size
      );
    },
  };
}
