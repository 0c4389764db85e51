import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { BaseMap } from '../../api/base-map/base-map.ts';
import { openBaseMapFile } from '../../api/base-map/file.ts';
import { openBaseMapService } from '../../api/base-map/service.ts';
import { openLocationServer } from '../../api/location/location-server.ts';
import { writePmtiles } from '../setup/base-map/pmtiles-file.ts';
import { openBrowser } from '../setup/browser.ts';
import { makeFolder } from '../setup/folder.ts';
import { type OwnProduct, openOwnProduct } from '../setup/own-product.ts';
import { openPage, readPixel, waitForMap } from '../setup/page.ts';
import type { LocalServer } from '../setup/servers/listening.ts';
import { serveLocations } from '../setup/servers/location.ts';
import { serveOgcTiles } from '../setup/servers/ogc-tiles.ts';

const browser = await openBrowser('canvas');
const withWebGl = await openBrowser();
/** The lake of the made-up land fills the map. */
const place = 'map=11.00/52.2700/6.7000';

/** The colour of the map a little beside its middle, where nothing is written. */
async function readMap(page: Page): Promise<number[]> {
  const box = await page.locator('.map-canvas').first().boundingBox();
  if (!box) throw new Error('There is no map.');
  const colour = await readPixel(
    page,
    Math.round(box.x + box.width / 2),
    Math.round(box.y + box.height * 0.62),
  );
  return colour.split(',').map(Number);
}

test('without a base map there is no switch, and nothing is asked of it', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const page = await context.newPage();
  await page.goto(`${inject('address')}/?base=on&${place}`);
  await waitForMap(page);
  expect(await page.getByRole('button', { name: 'Water, wegen en plaatsen' }).count()).toBe(0);
  expect(
    asked.filter((address) => !address.startsWith(inject('address')) || address.includes('base-map')),
  ).toEqual([]);
});

describe('with a base map and a location server', () => {
  let product: OwnProduct;
  let server: LocalServer;
  let locations: LocalServer;
  const known: { name: string; point: readonly [number, number] }[] = [];
  let current: BaseMap;
  beforeAll(async () => {
    const folder = await makeFolder('base-map-product');
    const file = join(folder, 'land.pmtiles');
    await writeFile(file, writePmtiles());
    server = await serveOgcTiles();
    current = await openBaseMapFile(file);
    locations = await serveLocations(known);
    product = await openOwnProduct(join(folder, 'data'), {
      baseMap: { describe: () => current.describe(), readTile: (...tile) => current.readTile(...tile) },
      locationServer: openLocationServer(`${locations.base}/search/v3_1`),
    });
  });
  afterAll(async () => {
    await product?.close();
    await server?.close();
    await locations?.close();
  });

  test('an address leads to the neighbourhood around it, and it is said when none can be found', async () => {
    const code = 'BU01530101';
    const { centroid, name } = (await (await fetch(`${product.address}/api/areas/${code}`)).json()) as {
      centroid: [number, number];
      name: string;
    };
    known.push({ name: 'Zuidplein 12, 7511ZZ Enschede', point: centroid });
    const page = await openPage(browser, `${product.address}/?level=municipality`);
    const field = page.getByRole('combobox', { name: 'Zoek een gebied' });
    expect(await field.getAttribute('placeholder')).toBe('Zoek op naam, postcode of adres');
    await field.fill('zuidplein 12');
    const hit = page.getByRole('option', { name: /Zuidplein 12, 7511ZZ Enschede/ });
    await hit.getByText(name).waitFor();
    await field.press('Enter');
    await page.waitForURL(new RegExp(`area=${code}`));
    locations.faults.push({ kind: 'status', status: 503 });
    await field.fill('enschede');
    await page.getByRole('status').getByText('Adressen zijn nu niet te vinden.').waitFor();
    await page.getByRole('option').first().waitFor();
  });

  test.each([
    ['the GPU', withWebGl],
    ['plain canvases', browser],
  ])('readers switch it on and say how far colours cover it, on %s', async (_, drawing) => {
    const context = await drawing.newContext({ viewport: { width: 1440, height: 900 } });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const page = await context.newPage();
    await page.goto(`${product.address}/?${place}`);
    await waitForMap(page);
    expect(asked.filter((address) => address.includes('base-map'))).toEqual([]);
    const [red = 0, , blue = 0] = await readMap(page);
    const button = page.getByRole('button', { name: 'Water, wegen en plaatsen' });
    await button.click();
    await page.waitForURL(/base=on/);
    await page.waitForFunction(() => document.body.textContent?.includes('Waterland © 2026'));
    await waitForMap(page);
    const [redBelow = 0, , blueBelow = 0] = await readMap(page);
    expect(blueBelow - redBelow).toBeGreaterThan(blue - red);
    const slider = page.getByRole('slider', { name: 'Dekking van de kleuren' });
    await slider.focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/fill=0.20/);
    await waitForMap(page);
    const [redClear = 0, , blueClear = 0] = await readMap(page);
    expect(blueClear - redClear).toBeGreaterThan(blueBelow - redBelow);
    await button.click();
    await page.waitForURL((url) => !url.search.includes('base='));
    await waitForMap(page);
    expect(await readMap(page)).toEqual([red, expect.any(Number), blue]);
    expect(
      asked.filter((address) => /^https?:/.test(address) && !address.startsWith(product.address)),
    ).toEqual([]);
  });

  test('a link shows it on every map, from a service too, and says where that is silent', async () => {
    current = openBaseMapService(`${server.base}/ogc/v1`);
    const page = await openPage(browser, `${product.address}/?base=on&panels=2&lang=en&${place}`);
    expect(server.asked.every((path) => path.startsWith('/ogc/v1/tiles/WebMercatorQuad/'))).toBe(true);
    expect(server.asked.length).toBeGreaterThan(0);
    expect(
      await page.getByRole('button', { name: 'Water, roads and places' }).getAttribute('aria-pressed'),
    ).toBe('true');
    current = openBaseMapService(`${server.base}/elsewhere/{z}/{x}/{y}`);
    const silent = await openPage(browser, `${product.address}/?base=on&lang=en&map=9.00/52.2700/6.7000`);
    await silent.getByText('The base map does not come; the map goes on without it.').waitFor();
  });
});
