import type { Page } from 'playwright-core';
import { median } from '../measurement.ts';
import { type Choropleth, learnChoropleth } from './choropleth.ts';
import { followOpening, type Opening } from './opened-page.ts';
import type { Canvas } from './picture.ts';
import type { Frame } from './screencast.ts';
import type { Setting } from './setting.ts';

/** Milliseconds from the start of the navigation, and of the main thread. */
export interface OpeningTimes {
  /** The first frame on the screen that has every area in its colour. */
  readonly first: number;
  /** Finished, by the page's own word. */
  readonly ready: number;
  /** Sum of what every task took beyond 50 ms. */
  readonly blocked: number;
  readonly longest: number;
}

/**
 * Opens a link again and again. What is finished after the first opening is what the others are looked at for. `years`:
 * what each map shows, as places in the subject's years.
 */
export function createOpening(
  setting: Setting,
  { link, years, findMaps }: { link: string; years: readonly (0 | 1)[]; findMaps: FindMaps },
): () => Promise<OpeningTimes> {
  let known: readonly Choropleth[] | null = null;
  return async () => {
    const opening = await followOpening(setting.chromium, link, async (page) => {
      known ??= await learnAll(page, setting, years, await findMaps(page));
    });
    return timesOf(opening, known ?? []);
  };
}

type FindMaps = (page: Page) => Promise<readonly Canvas[]>;

async function learnAll(
  page: Page,
  setting: Setting,
  years: readonly (0 | 1)[],
  canvases: readonly Canvas[],
): Promise<readonly Choropleth[]> {
  const finished = await page.screenshot();
  const found: Choropleth[] = [];
  for (const [index, year] of years.entries()) {
    const canvas = canvases[index];
    if (!canvas) throw new Error(`the page has ${canvases.length} of ${years.length} maps`);
    found.push(await learnChoropleth(page, setting, { canvas, year, finished }));
  }
  return found;
}

export function mediansOf(all: readonly OpeningTimes[]): OpeningTimes {
  const of = (name: keyof OpeningTimes) => median(all.map((each) => each[name]));
  return { first: of('first'), ready: of('ready'), blocked: of('blocked'), longest: of('longest') };
}

async function timesOf(opening: Opening, choropleths: readonly Choropleth[]): Promise<OpeningTimes> {
  const { ready, longTasks } = opening;
  const first = await findFirst(opening, choropleths);
  const blocked = longTasks.reduce((sum, duration) => sum + duration - 50, 0);
  return { first, ready, blocked, longest: Math.max(0, ...longTasks) };
}

async function findFirst({ frames }: Opening, choropleths: readonly Choropleth[]): Promise<number> {
  for (const frame of frames) if (await showsAll(frame, choropleths)) return frame.at;
  throw new Error(`none of ${frames.length} frames of the opening shows the areas in their colours`);
}

async function showsAll({ picture }: Frame, choropleths: readonly Choropleth[]): Promise<boolean> {
  for (const each of choropleths) if (!(await each.isIn(picture))) return false;
  return true;
}
