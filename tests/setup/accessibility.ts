import { appendFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Expects axe to find nothing on a page, or in the parts of it that are named by selectors. Where ACCESSIBILITY_LOOKS names a
 * file, what was looked at and found is noted there, see scripts/accessibility.ts.
 */
export async function expectAccessible(page: Page, parts: readonly string[] = []): Promise<void> {
  const axe = parts.reduce((builder, part) => builder.include(part), new AxeBuilder({ page }));
  // What is right need not be told, nor a page without frames put together from parts: both took most of the time.
  axe.options({ resultTypes: ['violations'] }).setLegacyMode(page.frames().length === 1);
  const { violations } = await axe.analyze();
  const file = process.env.ACCESSIBILITY_LOOKS;
  if (file) {
    const look = { screen: await nameScreen(page), rules: violations.map(({ id }) => id) };
    appendFileSync(file, `${JSON.stringify(look)}\n`);
  }
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** `map`, the name of a page to read, or the path of one that the server writes. */
async function nameScreen(page: Page): Promise<string> {
  const { pathname, searchParams } = new URL(page.url());
  return pathname === '/' ? (searchParams.get('page') ?? 'map') : pathname.replace(/\/[^/]*\d[^/]*/g, '/…');
}
