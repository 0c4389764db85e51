import type { Page } from 'playwright-core';
import type { Colour } from '../../../geodata/classes/colour.ts';
import { type Camera, project, type Size } from './camera.ts';
import type { Chromium, Point } from './chromium.ts';
import type { Subject, SubjectArea } from './subject.ts';

/** A map on a page: where its canvas stands, and what it looks at. */
export interface Canvas extends Point, Size {}

export interface Spot extends Point {
  /** Class in either year. */
  readonly ranks: readonly [number, number];
}

/** How many areas are looked at: as many that change class as that do not. */
const mostSpots = 300;
const fewestSpots = 12;
/** Share of the areas that must have their colour: borders and names cover others; of another year at most half would. */
const leastShare = 0.65;
/** Difference in a channel up to which a pixel counts as drawn in a colour, with a thin border over it. */
const tolerance = 20;

export interface Picture {
  /** Throws unless the page shows the subject in that year (0 or 1 of its years), area by area. */
  check(year: 0 | 1): Promise<void>;
}

/** Prepares looking at a subject on a canvas of a page: at the middles of its largest areas that nothing covers. */
export async function aimAt(
  { page, chromium, subject, camera }: { page: Page; chromium: Chromium; subject: Subject; camera: Camera },
  canvas: Canvas,
): Promise<Picture> {
  const spots = await chooseSpots(page, subject, camera, canvas);
  return {
    async check(year) {
      const colours = await chromium.readColours(await page.screenshot(), spots);
      const isRight = spots.map(
        (spot, index) => nearest(colours[index], subject.colours) === spot.ranks[year],
      );
      const share = isRight.filter(Boolean).length / spots.length;
      if (share < leastShare)
        throw new Error(
          `the picture of ${subject.years[year]} is wrong: ${Math.round(share * 100)}% of ${spots.length} areas have their colour`,
        );
    },
  };
}

async function chooseSpots(page: Page, subject: Subject, camera: Camera, canvas: Canvas): Promise<Spot[]> {
  const clear = await listSpots(page, subject, camera, canvas);
  const changing = clear.filter(({ ranks }) => ranks[0] !== ranks[1]).slice(0, mostSpots / 2);
  const steady = clear.filter(({ ranks }) => ranks[0] === ranks[1]).slice(0, changing.length);
  if (changing.length < fewestSpots)
    throw new Error('too few areas change class to tell one year from another');
  return [...changing, ...steady];
}

/** The middles of the areas with a figure in both years that the page shows and nothing covers, the largest first. */
export async function listSpots(
  page: Page,
  subject: Subject,
  camera: Camera,
  canvas: Canvas,
): Promise<Spot[]> {
  const size = ({ bbox: [west, south, east, north] }: SubjectArea) => (east - west) * (north - south);
  const all = [...subject.areas]
    .sort((one, two) => size(two) - size(one))
    .flatMap(({ index, centroid }): Spot[] => {
      const { x, y } = project(centroid, camera, canvas);
      const ranks = [subject.ranks[0][index] ?? -1, subject.ranks[1][index] ?? -1] as const;
      const isInside = x > 2 && y > 2 && x < canvas.width - 2 && y < canvas.height - 2;
      return isInside && Math.min(...ranks) >= 0 ? [{ x: canvas.x + x, y: canvas.y + y, ranks }] : [];
    });
  return keepUncovered(page, all);
}

/** The spots at which the page shows the map and nothing over it. */
async function keepUncovered(page: Page, spots: readonly Spot[]): Promise<Spot[]> {
  const seen = await page.evaluate(
    (all) => all.map(({ x, y }) => document.elementFromPoint(x, y)?.tagName === 'CANVAS'),
    spots,
  );
  return spots.filter((_, index) => seen[index]);
}

/** Place of the colour that a pixel is drawn in; -1 where it is none of them. */
export function nearest(pixel: Colour | undefined, colours: readonly Colour[]): number {
  if (!pixel) return -1;
  const distances = colours.map((colour) =>
    Math.max(...colour.map((channel, index) => Math.abs(channel - (pixel[index] ?? 0)))),
  );
  const least = Math.min(...distances);
  return least <= tolerance ? distances.indexOf(least) : -1;
}
