import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnswering } from '../../api/answering.ts';
import { readViewerFiles } from '../../api/pages/viewer-files.ts';
import { applyRules } from '../../api/release/visibility.ts';
import { readyStartup } from '../../api/startup.ts';
import type { OpenedDatabase } from '../../sql/database.ts';
import { everything, publicReader } from '../../sql/reader.ts';
import { closeSite } from '../../sql/visibility-rules.ts';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { publishClosedRegion } from '../setup/closed-region.ts';
import { openEmbeddedCopy } from '../setup/database.ts';

const browser = await openBrowser('canvas');
const viewer = readViewerFiles(join(import.meta.dirname, '..', '..', 'dist', 'viewer'));
let opened: OpenedDatabase;
let address = '';
let stop = () => {};

/** A pass stands for a session of an administrator. */
beforeAll(async () => {
  opened = await openEmbeddedCopy();
  await publishClosedRegion(opened.db, []);
  const context = { startup: readyStartup(opened.db), logger: pino({ level: 'silent' }), publicUrl: null };
  const { listener } = createAnswering(context, viewer, ({ header }) =>
    header('Cookie')?.includes('pass=administrator') ? everything : publicReader,
  );
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => server.close().closeAllConnections();
});
afterAll(async () => {
  stop();
  await opened.close();
});

async function open(path: string, { isAdministrator = true, width = 1280 } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  if (isAdministrator) await context.addCookies([{ name: 'pass', value: 'administrator', url: address }]);
  const page = await context.newPage();
  await page.goto(address + path);
  return page;
}

test('who sees what is changed by keyboard, and holds at once', async () => {
  const page = await open('/?page=access');
  const cell = page.getByRole('combobox', { name: 'Overlast, Alle niveaus' });
  await cell.focus();
  await page.keyboard.press('p');
  await page.getByText('Toegepast.').waitFor();
  expect(await cell.inputValue()).toBe('partner');
  expect(await page.getByRole('combobox', { name: 'Overlast, buurt' }).inputValue()).toBe('partner');
  const keys = async () =>
    (
      (await (await fetch(`${address}/api/catalog`)).json()) as { indicators: { key: string }[] }
    ).indicators.map(({ key }) => key);
  expect(await keys()).not.toContain('meldingen');
  await cell.selectOption('public');
  await expect.poll(keys).toContain('overlast');
  expect(await page.getByRole('combobox', { name: 'Oostermeer, buurt' }).inputValue()).toBe('partner');
  await expectAccessible(page);
});

test('the page is complete in English and on a phone', async () => {
  const page = await open('/?page=access&lang=en', { width: 375 });
  await page.getByRole('heading', { level: 1, name: 'Who sees what' }).waitFor();
  await page.getByRole('button', { name: '2 items' }).click();
  await page.getByRole('combobox', { name: 'Crimes: zeden, All levels' }).waitFor();
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide).toBeLessThanOrEqual(seen ?? 0);
  await expectAccessible(page);
});

test('the site is closed on screen, which then says so to who has not signed in and offers to sign in', async () => {
  const page = await open('/?page=access');
  await page.getByRole('button', { name: 'Site sluiten' }).click();
  await page.getByRole('button', { name: 'Site openen' }).waitFor();
  try {
    const closed = await open('/?page=sources', { isAdministrator: false });
    await closed.getByText('Deze site is alleen te zien voor wie zich heeft aangemeld.').waitFor();
    await closed.getByRole('link', { name: 'Aanmelden' }).waitFor();
    await expectAccessible(closed);
  } finally {
    await closeSite(opened.db, false);
  }
});

test('seeing as another lasts through the page, says so, and ends', async () => {
  const page = await open('/?page=access');
  await page.getByRole('link', { name: 'een partner' }).click();
  const bar = page.getByRole('complementary', { name: 'Bekijk als' });
  await bar.getByText('U ziet de site zoals een partner die ziet.').waitFor();
  expect(new URL(page.url()).searchParams.get('see-as')).toBe('partner');
  await page.getByRole('link', { name: 'Bronnen en uitgaven' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Bronnen en uitgaven' }).waitFor();
  await bar.waitFor();
  expect(await page.getByText('Vertrouwelijke meldingen').count()).toBe(0);
  await expectAccessible(page);
  await bar.getByRole('link', { name: 'Stoppen' }).click();
  await page.getByText('Vertrouwelijke meldingen').first().waitFor();
  expect(new URL(page.url()).searchParams.has('see-as')).toBe(false);
});

test('nobody but an administrator sees as another, or is told of settings', async () => {
  const page = await open('/?page=access&see-as=police', { isAdministrator: false });
  await page.getByText('Hier is voor u niets te zien.').waitFor();
  await page.getByRole('link', { name: 'Aanmelden' }).waitFor();
  expect(new URL(page.url()).searchParams.has('see-as')).toBe(false);
});

test.each(['meldingen', 'nooit-geweest'])(
  'a link to %s says that there is nothing to see, and offers to sign in',
  async (key) => {
    const page = await open(`/?page=sources&indicator=${key}`, { isAdministrator: false });
    await page.getByText('Hier is voor u niets te zien.').waitFor();
    expect(await page.locator('.notice').textContent()).toContain(key);
    await page.getByRole('link', { name: 'Aanmelden' }).waitFor();
    await expectAccessible(page);
  },
);

const makeLink = async (target: string, frozen: boolean): Promise<string> => {
  const answer = await fetch(`${address}/api/links`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ address: target, frozen }),
  });
  return ((await answer.json()) as { id: string }).id;
};

test('a frozen link shows the figures of then and offers newer ones', async () => {
  const id = await makeLink('/?indicator=misdrijven&level=municipality', true);
  const same = await open(`/s/${id}`, { isAdministrator: false });
  await same.getByText('Er zijn geen nieuwere').waitFor();
  const { db } = opened;
  await sql`update observation set value = value + 1000
    where indicator = 'misdrijven' and level = 'municipality' and status = 'final'`.execute(db);
  await db.transaction().execute((transaction) => applyRules(transaction, { whole: true }));
  // As a publication does, so that what is remembered is read anew.
  await sql`update access set revision = revision + 1`.execute(db);
  const page = await open(`/s/${id}`, { isAdministrator: false });
  await page.getByText(/Er zijn nieuwere cijfers van: Misdrijven/).waitFor();
  await page.getByRole('tab', { name: 'Tabel' }).click();
  const figures = page.locator('.table-scroll tbody td');
  await figures.first().waitFor();
  expect((await figures.allTextContents()).join(' ')).not.toMatch(/1\.\d{3}/);
  await expectAccessible(page, ['.notices']);
  await page.getByRole('button', { name: 'Toon de nieuwste' }).click();
  await expect.poll(() => page.url()).not.toContain('frozen');
  await expect.poll(async () => (await figures.allTextContents()).join(' ')).toMatch(/1\.\d{3}/);
});

test('what of a short link is not for who opens it is counted, and administrators remove links', async () => {
  const { id } = (await (
    await fetch(`${address}/api/links`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: 'pass=administrator' },
      body: JSON.stringify({ address: '/?indicator=meldingen' }),
    })
  ).json()) as { id: string };
  const stranger = await open(`/s/${id}`, { isAdministrator: false });
  await stranger.getByText('1 onderwerp van deze link ziet alleen wie is aangemeld').waitFor();
  expect(await stranger.content()).not.toContain('meldingen');
  const page = await open('/?page=access');
  await page.getByRole('button', { name: `Verwijderen: korte link ${id}` }).click();
  await page.getByRole('button', { name: `Zeker weten?: korte link ${id}` }).click();
  await page.getByText(`Korte link ${id} is verwijderd.`).waitFor();
  await expectAccessible(page);
  const gone = await open(`/s/${id}`, { isAdministrator: false });
  await gone.getByText('Niet alles in de link was te herstellen').waitFor();
});
