import { expect, inject, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openPage, readQuery } from '../setup/page.ts';

const address = inject('address');
const browser = await openBrowser('canvas');

const figure = 'indicator=misdrijven-per-1000&period=2024&level=district&area=WK015301';

test('the card shows by keyboard where an area lies among all others, and the same as a table', async () => {
  const page = await openPage(browser, `${address}/?${figure}`);
  const name = await page.locator('.area-head h2').textContent();
  await page.locator('summary', { hasText: 'Verdeling over de gebieden' }).focus();
  await page.keyboard.press('Enter');
  const swarm = page.locator('.further-section .swarm svg[role="img"]');
  await swarm.waitFor();
  expect(await swarm.getAttribute('aria-label')).toMatch(new RegExp(`${name}: \\d`));
  const section = page.locator('.further-section').first();
  await section
    .getByText(/^Plaats \d+( tot \d+ \(gedeeld\))? van \d+ wijken, van hoog naar laag; /)
    .waitFor();
  const dots = await section.locator('.chart-dot').count();
  await section.locator('summary', { hasText: 'Als tabel' }).click();
  await expect.poll(() => section.locator('.chart-table tbody tr').count()).toBe(dots);
  expect(await section.locator('.row-now').textContent()).toContain(name);
});

test('the card lists the areas most like its own, as ways to them and beside each other', async () => {
  const page = await openPage(browser, `${address}/?${figure}&lang=en`);
  await page.locator('summary', { hasText: 'Comparable districts' }).click();
  const peers = page.locator('.card-peers a');
  await peers.first().waitFor();
  expect(await peers.count()).toBe(5);
  await page.locator('.further-section', { hasText: 'Type: ' }).waitFor();
  await expectAccessible(page, ['.side']);
  const name = await peers.first().textContent();
  await peers.first().click();
  await page.getByRole('heading', { level: 2, name: name ?? '', exact: true }).waitFor();
  expect(readQuery(page).get('area')).not.toBe('WK015301');
  await page.goBack();
  await expect.poll(() => readQuery(page).get('area')).toBe('WK015301');
  await page.getByRole('heading', { level: 2, name: name ?? '', exact: true }).waitFor({ state: 'detached' });
  await page.locator('.card-peers a').first().waitFor();
  await page.getByRole('link', { name: 'Put them beside each other' }).click();
  await expect.poll(() => readQuery(page).get('tab')).toBe('selection');
  expect(readQuery(page).get('areas')).toMatch(/^WK015301(,WK\d+){5}$/);
});
