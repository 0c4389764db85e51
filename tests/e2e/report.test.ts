import { readFile } from 'node:fs/promises';
import type { Page, ViewportSize } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { readWorkbook } from '../../geodata/sources/formats/workbook.ts';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openPage, openReading, readQuery } from '../setup/page.ts';

const address = inject('address');
const browser = await openBrowser('canvas');

const figure = 'indicator=misdrijven-per-1000&period=2024&level=district';

async function open(query: string, viewport?: ViewportSize): Promise<Page> {
  const page = await openReading(browser, `${address}/?${query}`, '.reading .figures tbody tr', viewport);
  await page.waitForLoadState('networkidle');
  return page;
}

test('the card of a municipality leads by keyboard to all about it, and another is one choice away', async () => {
  const page = await openPage(
    browser,
    `${address}/?${figure.replace('district', 'municipality')}&area=GM0153`,
  );
  await page.getByRole('link', { name: 'Alles over deze gemeente' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Enschede in cijfers' }).waitFor();
  await page.getByText(/getoetste cijfers verschil/).waitFor();
  await page.locator('.page-choices select').first().selectOption({ label: 'Almelo' });
  await page.getByRole('heading', { level: 1, name: 'Almelo in cijfers' }).waitFor();
  expect(readQuery(page).get('area')).toBe('GM0141');
});

test.each([
  ['municipality', 'Enschede'],
  ['peers', 'vergelijkbare gebieden'],
  ['target', 'de streefwaarde'],
])('figures of a report and of a municipality page stand beside those of the %s', async (key, name) => {
  const page = await open(`page=report&area=WK015301&${figure}&reference=${key}`);
  const row = (of: Page) =>
    of.locator('table.figures', { hasText: name }).getByRole('row', { name: 'misdrijven per 1.000' });
  await expect.poll(() => row(page).first().locator('td').nth(1).textContent()).toMatch(/\d/);
  const other = await open(`page=municipality&area=GM0153&${figure}&reference=${key}`);
  const districts = other.locator('section[aria-labelledby="districts"]');
  await districts.locator('tbody tr').first().waitFor();
  expect(await districts.locator('thead').textContent()).toContain(`Verschil met`);
  expect(await districts.locator('.interval-bar').count()).toBeGreaterThan(0);
});

test('the districts of a municipality are compared on a figure that the link keeps', async () => {
  const page = await open(`page=municipality&area=GM0153&${figure}`);
  const rows = page.locator('section[aria-labelledby="districts"] tbody tr');
  await rows.first().waitFor();
  const count = await rows.count();
  expect(count).toBeGreaterThan(1);
  expect(await page.locator('section[aria-labelledby="districts"] .interval-bar').count()).toBeGreaterThan(0);
  const other = await open(new URL(page.url()).search.slice(1));
  await other.locator('section[aria-labelledby="districts"] tbody tr').first().waitFor();
  expect(await other.locator('section[aria-labelledby="districts"] tbody').textContent()).toBe(
    await page.locator('section[aria-labelledby="districts"] tbody').textContent(),
  );
});

test('a report of an area shows map, figures, peers, borders and sources, and prints on A4', async () => {
  const page = await open(`page=report&area=WK015301&${figure}`);
  await page.locator('.area-report svg[role="img"]').first().waitFor();
  for (const name of ['Wat valt op', 'Alle cijfers', 'Vergelijkbare wijken', 'Grenzen door de jaren'])
    await page.getByRole('heading', { level: 3, name }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Bronnen en definities' }).waitFor();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  // A4, upright, in points.
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
});

test('a report stands on the boundaries that figures are carried to, and says what is estimated', async () => {
  const read = async <Answer>(path: string) => (await fetch(`${address}${path}`)).json() as Promise<Answer>;
  const { boundaryYears } = await read<{ boundaryYears: { year: number }[] }>('/api/catalog');
  const years = boundaryYears.map(({ year }) => year).sort();
  const [first, last] = [years[0], years.at(-1)];
  const { rows } = await read<{ rows: { change: string; level: string; fromCode: string }[] }>(
    `/api/lineage?from=${first}&to=${last}`,
  );
  const redrawn = rows.find(({ change, level }) => change === 'redrawn' && level === 'neighbourhood');
  const page = await open(`page=report&area=${redrawn?.fromCode}&carry=${first}`);
  await page.locator('.area-report > p', { hasText: `grenzen van ${first}` }).waitFor();
  await page.getByText(`Alle cijfers staan op de grenzen van ${first}`).waitFor();
  expect(await page.locator('.area-report .figures tbody').allTextContents()).toContainEqual(
    expect.stringContaining('geschat'),
  );
  await page.getByLabel('Grenzen van de cijfers').selectOption({ label: 'zoals gepubliceerd' });
  await expect.poll(() => page.getByText(`Alle cijfers staan op`).count()).toBe(0);
  expect(readQuery(page).get('carry')).toBeNull();
});

test('all districts of a municipality come in one report', async () => {
  const page = await open(`page=report&report=districts&area=GM0153&${figure}`);
  const heads = await page.locator('.area-report > h2').allTextContents();
  expect(heads.length).toBeGreaterThan(1);
  expect(new Set(heads).size).toBe(heads.length);
});

test('figures are saved as a workbook, a chart as SVG and PNG, each with source and link in it', async () => {
  const page = await open(`page=report&area=WK015301&${figure}`);
  const save = async (name: string | RegExp) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).first().click(),
    ]);
    return readFile(await download.path());
  };
  const { sheets } = await readWorkbook(await save('Excel downloaden'), 'report.xlsx');
  const [heads, first] = sheets[0]?.rows ?? [];
  expect(first?.[0]).toBe('WK015301');
  expect(first?.[heads?.indexOf('bron') ?? -1]).not.toBe('');
  expect(first?.[heads?.indexOf('link') ?? -1]).toContain('area=WK015301');
  await page.locator('.area-report svg[role="img"]').first().waitFor();
  const picture = (await save(/bewaar als SVG/)).toString('utf8');
  expect(picture).toContain('Bron: ');
  expect(picture.replaceAll(/<[^>]*>/g, '')).toContain('area=WK015301');
  expect((await save(/bewaar als PNG/)).subarray(1, 4).toString('latin1')).toBe('PNG');
});

test.each([
  ['of a municipality', `page=municipality&area=GM0153&${figure}`, { width: 1440, height: 900 }],
  ['of a report', `page=report&area=WK015301&${figure}`, { width: 1024, height: 768 }],
  [
    'of a report on a phone, in English',
    `page=report&area=BU01530101&lang=en&${figure}`,
    { width: 390, height: 844 },
  ],
] as const)('axe finds nothing on the page %s', async (_name, query, viewport) => {
  const page = await open(query, viewport);
  await expectAccessible(page);
});
