import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';

/** Where a practice is offered, as the page of what differs says: names of areas with their municipality. */
export interface ReadOffer {
  /** Areas that are like the one of the practice; at most eight are named. */
  readonly alike: readonly string[];
  readonly others: readonly string[];
  /** How many there are beside those that are named. */
  readonly further: number;
}

const sentence = /^(?:Ook v|V)oor([^:]*): (.*?)(?: en nog (\d+))?\.$/;

/** Reads where the practice of a title is offered on the page of what differs, in Dutch. */
export async function readOffer(page: Page, title: string): Promise<ReadOffer> {
  const offered = page.locator('section[aria-labelledby="practices"]');
  const own = offered.getByRole('listitem').filter({ hasText: title });
  await own.waitFor();
  const read = { alike: [] as string[], others: [] as string[], further: 0 };
  for (const text of await own.locator('p.small').allTextContents()) {
    const [, whom, names, more] = sentence.exec(text) ?? [];
    if (whom === undefined || names === undefined) continue;
    read[whom.includes('lijken') ? 'alike' : 'others'].push(...names.split(', '));
    read.further += Number(more ?? 0);
  }
  return read;
}

/** An area that the page of what differs lists as higher. */
export interface HigherArea {
  readonly code: string;
  /** `Stadshart in Enschede` */
  readonly name: string;
}

/** Downloads what the page of what differs lists, and gives the areas that are higher. */
export async function readHigher(page: Page): Promise<HigherArea[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /CSV/ }).first().click(),
  ]);
  const rows = parse(await readFile(await download.path()), { bom: true, from_line: 2 }) as string[][];
  return rows
    .filter(([, , , , , difference]) => Number(difference) > 0)
    .map(([code = '', name, municipality]) => ({ code, name: `${name} in ${municipality}` }));
}
