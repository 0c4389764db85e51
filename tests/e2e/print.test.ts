import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';
import { openPage } from '../setup/page.ts';

const address = inject('address');
const browser = await openBrowser();
const withoutWebGl = await openBrowser('canvas');

const crimes = 'indicator=misdrijven-per-1000&period=2024';
const states: readonly (readonly [string, string, BrowserContextOptions])[] = [
  ['one map', `${crimes}&area=GM0153`, {}],
  ['one map beside a table', `${crimes}&tab=table`, {}],
  ['two maps', `${crimes}&panels=2&period2=2019`, {}],
  ['two maps over each other', `${crimes}&panels=swipe&period2=2019`, {}],
  ['four maps of several indicators', `${crimes}&panels=4&period2=2019&period3=2020&indicator4=inwoners`, {}],
  ['a change', `${crimes}&change=2020.relative`, {}],
  ['two indicators on one map', `${crimes}&pair=inwoners`, {}],
  ['a map in dark colours', crimes, { colorScheme: 'dark' }],
  ['a map on a phone', crimes, { viewport: { width: 390, height: 844 } }],
];

/** Number of sheets, and the size of the first in centimetres. */
async function print(page: Page, landscape: boolean): Promise<{ sheets: number; size: number[] }> {
  const pdf = (await page.pdf({ format: 'A4', landscape, printBackground: true })).toString('latin1');
  const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  return {
    sheets: pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    size: [width, height].map((points) => Number(((Number(points) / 72) * 2.54).toFixed(1))),
  };
}

/** What stands on paper, and what of it sticks out of the sheet or is covered by the maps. */
function readSheet(page: Page) {
  return page.evaluate(() => {
    const isSeen = (element: Element) => element.getClientRects().length > 0;
    const sheet = document.querySelector('.page')?.getBoundingClientRect();
    const inside = (element: Element) => {
      const box = element.getBoundingClientRect();
      return sheet !== undefined && box.bottom <= sheet.bottom + 1 && box.right <= sheet.right + 1;
    };
    const words = [...document.querySelectorAll('.print-head, .print-foot, .print-foot li, .print-foot p')];
    const maps = [...document.querySelectorAll('.map canvas')].filter(isSeen);
    const foot = document.querySelector('.print-foot')?.getBoundingClientRect();
    return {
      text: document.querySelector('.print-sheet')?.textContent ?? '',
      entries: [...document.querySelectorAll('.print-foot li')].filter(isSeen).length,
      outside: [...words, ...maps].filter((each) => isSeen(each) && !inside(each)).length,
      covered: maps.filter((each) => foot && each.getBoundingClientRect().bottom > foot.top + 1).length,
      smallest: Math.min(...maps.map((each) => each.getBoundingClientRect().height)),
      controls: [...document.querySelectorAll('.header, .side, .tree, .timeline, .plate-head')].filter(isSeen)
        .length,
    };
  });
}

test.each(states)(
  '%s is printed on one sheet, upright and lying, with all that has to be known',
  async (_name, query, options) => {
    const page = await openPage(browser, `${address}/?${query}`, options);
    for (const landscape of [false, true]) {
      const size = landscape ? [29.7, 21] : [21, 29.7];
      expect(await print(page, landscape)).toEqual({ sheets: 1, size });
      // As wide as the sheet between its margins, at 96 dots an inch.
      await page.setViewportSize(landscape ? { width: 1047, height: 718 } : { width: 718, height: 1047 });
      await page.emulateMedia({ media: 'print' });
      await page.locator('.print-foot').waitFor();
      const sheet = await readSheet(page);
      expect(sheet.text).toMatch(/misdrijven per 1\.000 inwoners/);
      expect(sheet.text).toContain('Bron: Demonstratiegegevens');
      expect(sheet.text).toMatch(/Afgedrukt op \d+ \p{L}+ \d{4}\./u);
      expect(sheet.text).toContain(`${address}/?`);
      expect(sheet.text).toContain('indicator=misdrijven-per-1000');
      expect(sheet).toMatchObject({ outside: 0, covered: 0, controls: 0 });
      expect(sheet.entries).toBeGreaterThan(query.includes('pair') ? 0 : 4);
      expect(sheet.smallest).toBeGreaterThan(90);
      await page.emulateMedia({ media: null });
      await page.setViewportSize(options.viewport ?? { width: 1440, height: 900 });
      await expect.poll(() => page.locator('.print-foot').count()).toBe(0);
    }
  },
);

test('a dark map is printed light, and is dark again afterwards', async () => {
  const page = await openPage(browser, `${address}/?${crimes}`, { colorScheme: 'dark' });
  const map = page.locator('[data-appearance]').first();
  expect(await map.getAttribute('data-appearance')).toBe('dark');
  await page.emulateMedia({ media: 'print' });
  const picture = page.locator('.print-picture');
  await picture.waitFor();
  const corner = await picture.evaluate((canvas) => [
    ...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(20, 20, 1, 1).data ?? []),
  ]);
  expect(Math.min(...corner)).toBeGreaterThan(230);
  await page.emulateMedia({ media: null });
  await expect.poll(() => map.getAttribute('data-appearance')).toBe('dark');
  expect(await picture.count()).toBe(0);
});

test('the first picture and a map without WebGL are printed whole too', async () => {
  const page = await openPage(withoutWebGl, `${address}/?${crimes}`);
  expect(await print(page, true)).toMatchObject({ sheets: 1 });
  await page.setViewportSize({ width: 1047, height: 718 });
  await page.emulateMedia({ media: 'print' });
  await page.locator('.print-foot').waitFor();
  expect(await page.locator('.canvas-map canvas').count()).toBeGreaterThan(0);
  expect(await readSheet(page)).toMatchObject({ outside: 0, covered: 0, controls: 0 });
});
