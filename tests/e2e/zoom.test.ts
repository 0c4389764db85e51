import { inject, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';
import { openPage, openReading, waitForMap } from '../setup/page.ts';
import { expectReachable } from '../setup/reach.ts';

const address = inject('address');
const browser = await openBrowser('canvas');

const crimes = 'indicator=misdrijven-per-1000&period=2024&level=municipality';

/** What is opened, and the button of the bar at the bottom that opens a part beside the map. */
const states = [
  ['the map', crimes, null],
  ['the subjects', crimes, 'Onderwerp'],
  ['the legend', crimes, 'Legenda'],
  ['the card', `${crimes}&area=GM0153`, 'Gebied'],
  ['the table', crimes, 'Tabel'],
  ['two maps', `${crimes}&panels=2&period2=2019`, null],
  ['two maps over each other', `${crimes}&panels=swipe&period2=2019`, null],
  ['a page of differences', `page=differences&${crimes}`, null],
  ['a page of sources', 'page=sources', null],
  ['stories and news', 'page=stories', null],
  ['documents', 'page=documents', null],
  ['one story', 'page=contribution&contribution=1', null],
  ['the policy of all municipalities', 'page=policy', null],
  ['the policy of one', 'page=cycle&area=GM0153', null],
] as const;

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** What is opened, and what it becomes: text alone at 200%; and 1280 by 1024 and 1920 by 940 pixels at 400%. */
const screens = [
  {
    opened: desktop,
    becomes: [
      ['a desktop with text at 200%', desktop, 200],
      ['320 by 256', { width: 320, height: 256 }, 100],
      ['480 by 235', { width: 480, height: 235 }, 100],
    ],
  },
  { opened: phone, becomes: [['a phone with text at 200%', phone, 200]] },
] as const;

test.each(states)(
  'all parts of %s can be reached by scrolling, zoomed and with large text, and nothing covers anything',
  async (_what, query, part) => {
    const url = `${address}/?${query}`;
    const isMap = !query.includes('page=');
    for (const { opened, becomes } of screens) {
      const page = isMap
        ? await openPage(browser, url, { viewport: opened })
        : await openReading(browser, url, '.reading :is(h2, .document-list)', opened);
      const bar = page
        .locator('.narrow-bar')
        .getByRole('button', { name: part ?? '' })
        .first();
      let isOpen = part === null;
      for (const [where, viewport, scale] of becomes) {
        await page.setViewportSize(viewport);
        await page.evaluate((share) => {
          document.documentElement.style.fontSize = `${share}%`;
        }, scale);
        if (!isOpen && (await bar.isVisible())) {
          await bar.click();
          isOpen = true;
        }
        await page.waitForLoadState('networkidle');
        if (isMap) await waitForMap(page);
        await expectReachable(page, isMap, where);
      }
      await page.context().close();
    }
  },
);
