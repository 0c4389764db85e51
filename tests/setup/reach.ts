import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** 1280 by 1024 and 1920 by 940 pixels at 400%, and a phone with text at 200%, each with its share of the text's size. */
export const zoomed = [
  [{ width: 320, height: 256 }, 100],
  [{ width: 480, height: 235 }, 100],
  [{ width: 390, height: 844 }, 200],
] as const;

/** Names of what people use that cannot be scrolled to, or that something else lies over. */
function findUnreachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const selector = 'a[href], button, input, select, summary, [role="treeitem"] > .row, [tabindex="0"]';
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} ${element.ariaLabel ?? element.textContent?.slice(0, 30)}`;
    const belongs = (element: Element, hit: Element | null) =>
      hit !== null &&
      (element.contains(hit) || hit.contains(element) || hit.closest('label')?.contains(element) === true);
    return [...document.querySelectorAll(selector)]
      .filter((element) => isSeen(element) && !element.closest('.skip, [tabindex="-1"]:not(button, main)'))
      .flatMap((element) => {
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const box = element.getBoundingClientRect();
        const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
        const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
        if (right - left < 1 || bottom - top < 1) return [`out of reach: ${nameOf(element)}`];
        const hits = [0.5, 0.1, 0.3, 0.7, 0.9].flatMap((across) =>
          [0.5, 0.2, 0.8].map((down) =>
            document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down),
          ),
        );
        // Of a wide part some of the middle may be another's that lies in it; of what is pressed nothing may be covered.
        const isPart = element.matches('[tabindex]:not(button, input, a)');
        const covered = isPart
          ? !hits.some((hit) => belongs(element, hit))
          : !belongs(element, hits[0] ?? null);
        return covered ? [`covered by ${hits[0] && nameOf(hits[0])}: ${nameOf(element)}`] : [];
      });
  });
}

/** Pairs of what is pressed on the map that lie over each other. */
function findOverlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll(
        '.frame-title, .panel-legend, .map-buttons, .fold, .notice, .timeline, .plate-head, .narrow-bar, .subject, .side',
      ),
    ].filter((each) => each.checkVisibility());
    return controls.flatMap((one, place) =>
      controls.slice(place + 1).flatMap((other) => {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        const isWithin = one.contains(other) || other.contains(one);
        return wide > 1 && high > 1 && !isWithin ? [`${one.className} and ${other.className}`] : [];
      }),
    );
  });
}

/** Expects that all of a page can be reached, and that nothing covers anything or sticks out. */
export async function expectReachable(page: Page, isMap: boolean, where: string): Promise<void> {
  // What lies over the maps takes its place when they have been laid out in the new window.
  await expect.poll(() => findUnreachable(page), { message: where }).toEqual([]);
  expect(await findOverlaps(page), where).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    where,
  ).toBeLessThanOrEqual(0);
  if (!isMap) return;
  const map = await page.locator('.map').first().boundingBox();
  expect(map?.height, where).toBeGreaterThanOrEqual(100);
}
