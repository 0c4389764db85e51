import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openPage } from '../setup/page.ts';

const address = inject('address');
const browser = await openBrowser('canvas');
const crimes = 'indicator=misdrijven-per-1000&level=neighbourhood&area=BU01530000';

/** A site of somebody else, whose pages hold what was copied. */
let site: Server;
let body = '';

beforeAll(async () => {
  site = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="nl"><title>Gemeente</title><h1>Onze buurten</h1>${body}</html>`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
});
afterAll(() => site.close());

async function openSite(code: string): Promise<Page> {
  body = code;
  const page = await (await browser.newContext({ viewport: { width: 700, height: 900 } })).newPage();
  await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
  return page;
}

test('what the dialogue gives stands on a page of another site, as high as it is', async () => {
  const atlas = await openPage(browser, `${address}/?${crimes}`);
  await atlas.getByRole('button', { name: 'Delen' }).click();
  await atlas.getByText('Op een andere site').click();
  for (const kind of ['Kaart', 'Grafiek', 'Cijfer', 'Tabel']) {
    await atlas.getByRole('radio', { name: kind, exact: true }).check();
    const code = await atlas.getByLabel('Code voor de pagina').inputValue();
    const page = await openSite(code);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1 }).waitFor();
    expect(await frame.locator('footer').textContent()).toContain('Bron: ');
    await expect
      .poll(async () => {
        const own = await frame.locator('html').evaluate((html) => html.getBoundingClientRect().height);
        const given = await page.locator('iframe').evaluate((each) => each.clientHeight);
        return Math.abs(own - given) <= 1;
      })
      .toBe(true);
    expect(await frame.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth)).toBe(true);
    await page.context().close();
  }
  await expectAccessible(atlas);
  await atlas.getByRole('dialog').getByLabel('Kleuren').selectOption('Donker');
  expect(await atlas.getByLabel('Code voor de pagina').inputValue()).toContain('theme=dark');
});

test('a map in a frame names the area under the pointer, and needs nothing but its page', async () => {
  const page = await (await browser.newContext({ viewport: { width: 600, height: 760 } })).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${address}/embed?${crimes}`);
  const map = page.locator('.map');
  const box = await map.boundingBox();
  if (!box) throw new Error('There is no map');
  const area = page.locator('[data-area]').first();
  await area.hover({ force: true });
  await expect.poll(() => page.locator('.readout').textContent()).toMatch(/: .*\(20\d\d/);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Als tabel' }).click();
  await page.getByRole('table').waitFor();
  await expectAccessible(page);
  expect(asked.filter((url) => !url.includes('/embed?') && !url.endsWith('/favicon.ico'))).toEqual([]);
});

test.each(['map&lang=en', 'chart', 'figure', 'table&theme=dark'])(
  'axe finds nothing in a frame: %s',
  async (show) => {
    const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
    await page.goto(`${address}/embed?show=${show}&${crimes}`);
    await page.locator('h1').waitFor();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  },
);
