import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openPage, readQuery, waitForMap } from './page.ts';

const address = inject('address');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function openReading(query: string, viewport = { width: 1440, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(`${address}/?${query}`);
  await page.locator('.reading h2').first().waitFor();
  return page;
}

test('the sources open from the map by keyboard, and the way back shows the same map', async () => {
  const page = await openPage(browser, `${address}/?period=2024&level=district`);
  const before = readQuery(page);
  await page.getByRole('link', { name: 'Bronnen en uitgaven' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Bronnen en uitgaven' }).waitFor();
  expect(readQuery(page).get('page')).toBe('sources');
  expect(await page.title()).toContain('Bronnen en uitgaven');
  await page.getByText('demonstratie').first().waitFor();
  await page.getByRole('link', { name: 'Terug naar de kaart' }).click();
  await waitForMap(page);
  expect([...readQuery(page)]).toEqual([...before]);
});

test('a source says its licence and periods, a release its files', async () => {
  const page = await openReading('page=sources&lang=en');
  await page.getByRole('columnheader', { name: 'Provisional' }).first().waitFor();
  const periods = await page.locator('.provenance tbody td').first().textContent();
  expect(periods).toMatch(/^\d{4}/);
  await page.getByRole('heading', { level: 3, name: /^release 1: / }).waitFor();
});

test.each([
  ['on a desktop', 'page=sources', { width: 1440, height: 900 }],
  ['on a phone, in English', 'page=sources&lang=en', { width: 390, height: 844 }],
] as const)('axe finds nothing on the sources %s', async (_name, query, viewport) => {
  const page = await openReading(query, viewport);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
