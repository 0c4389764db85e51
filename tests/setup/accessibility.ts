import { appendFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What axe finds wrong: the name of its rule, and the elements that break it, as HTML. */
type Fault = readonly [rule: string, elements: readonly string[]];

/**
 * Expects axe to find nothing on a page, or in the parts of it that are named by selectors. Where ACCESSIBILITY_LOOKS names a
 * file, what was looked at and found is noted there, see scripts/accessibility.ts.
 */
export async function expectAccessible(page: Page, parts: readonly string[] = []): Promise<void> {
  const faults = await findFaults(page, parts);
  const file = process.env.ACCESSIBILITY_LOOKS;
  if (file) {
    const look = { screen: await nameScreen(page), rules: faults.map(([rule]) => rule) };
    appendFileSync(file, `${JSON.stringify(look)}\n`);
  }
  expect(faults).toEqual([]);
}

/** What axe finds wrong on a page, or in the parts of it that are named by selectors. */
export async function findFaults(page: Page, parts: readonly string[] = []): Promise<Fault[]> {
  const isWhole = page.frames().length === 1;
  if (isWhole) await bringAxe(page);
  // The builder brings what it is given to a page twice a look: where axe is there already it is given nothing to do.
  const builder = new AxeBuilder({ page, axeSource: isWhole ? 'undefined' : axeSource });
  for (const part of parts) builder.include(part);
  // What is right need not be told, nor a page without frames put together from parts: both took most of the time. Style
  // sheets are read again for one rule only, css-orientation-lock, that axe leaves out as an experiment.
  builder.options({ resultTypes: ['violations'], preload: { assets: ['media'] } }).setLegacyMode(isWhole);
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** Brings axe to a page that it is not on yet: it stays there until another page is loaded. */
async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
}

/** A colour as axe reads it, as far as it is read here. */
interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString(text: string): this;
}

/**
 * Lets axe read each text of a colour once. It reads the few colours of a page again for each element and all that stands
 * behind it: a quarter of the time of a look at a long table. Runs in the page.
 */
function rememberColours(): void {
  const { axe } = window as unknown as { axe: { commons: { color: { Color: { prototype: Colour } } } } };
  const colour = axe.commons.color.Color.prototype;
  const parse = colour.parseString;
  const known = new Map<string, Pick<Colour, 'r' | 'g' | 'b' | 'alpha'>>();
  colour.parseString = function parseOnce(text) {
    const found = known.get(text);
    if (found) return Object.assign(this, found);
    parse.call(this, text);
    known.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
    return this;
  };
}

const axeSource = `${axe.source};(${rememberColours})();`;

/** `map`, the name of a page to read, or the path of one that the server writes. */
async function nameScreen(page: Page): Promise<string> {
  const { pathname, searchParams } = new URL(page.url());
  return pathname === '/' ? (searchParams.get('page') ?? 'map') : pathname.replace(/\/[^/]*\d[^/]*/g, '/…');
}
