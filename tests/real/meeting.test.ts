import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeRule } from '../../api/release/access.ts';
import { importPackage } from '../../api/release/import.ts';
import { packPresentation } from '../../geodata/presentation/packing.ts';
import { findFreePort } from '../../scripts/free-port.ts';
import { openDatabase } from '../../sql/database.ts';
import { createAccountApp, keepCookies, openVisit, testSecret, welcomeSomebody } from '../setup/accounts.ts';
import { openBrowser } from '../setup/browser.ts';
import { makeFolder } from '../setup/folder.ts';
import { readQuery, waitForMap } from '../setup/page.ts';
import { realData } from '../setup/real-data.ts';
import { type ServerProcess, startServer } from '../setup/server-process.ts';

type Kept = NonNullable<BrowserContextOptions['storageState']>;

const browser = await openBrowser('canvas');
const port = await findFreePort();
const address = `http://localhost:${port}`;
/** Pictures of it, to be looked at; not committed. */
const film = join(import.meta.dirname, '..', '..', 'screens', 'meeting');
const projector = { viewport: { width: 1920, height: 1080 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const patient = { timeout: 60_000 };

const closed = 'leefbaarheid-overlast-onveiligheid';
const slides = [
  [
    '?indicator=misdrijven-per-1000&period=2025&level=municipality&area=GM0153',
    'Waar wonen de meeste aangiften?',
  ],
  [
    '?indicator=misdrijven-per-1000&period=2025&area=BU01530000&map=11.6/52.2215/6.8937',
    'Enschede van dichtbij',
  ],
  [
    '?indicator=misdrijven-per-1000&period=2025&level=municipality&change=2021.relative',
    'Wat er sinds 2021 veranderde',
  ],
  [
    '?indicator=koopwoningen&period=2024&indicator2=goed-ervaren-gezondheid&panels=2&map=11.6/52.2215/6.8937',
    'Koopwoningen, en hoe gezond mensen zich voelen',
  ],
  [`?indicator=${closed}&period=2024&map=11.6/52.2215/6.8937`, 'Overlast, onder ons'],
  ['?indicator=inkomen-per-inwoner&period=2024&areas=GM0153,GM0141,GM0164&level=municipality', 'Tot slot'],
].map(([query = '', title = '']) => ({
  address: query,
  title,
  sentence: 'Let op het midden van de stad.',
  notes: 'Niet vergeten te vragen.',
}));

let directory = '';
let server: ServerProcess;
let speaker: Kept;
let partner: Kept;

/** The real data, of which one indicator is for partners alone, and two of them. */
async function prepare(): Promise<void> {
  const { db, close } = await openDatabase({ directory }, () => undefined);
  await importPackage(db, realData, { importedBy: 'tester' });
  const rule = { kind: 'indicator', subject: closed, level: null } as const;
  await changeRule(db, { by: 'tester', actor: 'command' }, rule, 'partner');
  const welcome = async (name: string) => {
    const visit = openVisit(createAccountApp(db, { publicUrl: address }), address);
    const grants = [{ role: 'partner', organisation: 'Politie', kind: 'police' }] as const;
    await welcomeSomebody(db, visit, { email: `${name}@example.nl`, name, grants: [...grants] });
    return keepCookies(visit);
  };
  speaker = await welcome('ada');
  partner = await welcome('bo');
  await close();
}

const start = () =>
  startServer({
    directory,
    port,
    environment: { ACCOUNTS_SECRET: testSecret, PUBLIC_URL: address },
  });

beforeAll(async () => {
  directory = await makeFolder('real-meeting');
  await mkdir(film, { recursive: true });
  await prepare();
  server = await start();
}, 600_000);
afterAll(() => server?.stop());

async function open(url: string, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(url);
  await waitForMap(page);
  return page;
}

const said = (page: Page) => page.getByRole('complementary', { name: 'U kijkt mee' });

test('six views are projected, and two phones follow through a restart, each with its own rights', async () => {
  const packed = packPresentation({ title: 'Driehoek', slides });
  const wall = await open(`${address}/?slides=${packed}&slide=1`, { ...projector, storageState: speaker });
  await wall.getByRole('button', { name: 'Laat anderen meekijken' }).click();
  const code = ((await wall.locator('.follow-code').textContent()) ?? '').slice(-6);
  const [ofPartner, ofPublic] = await Promise.all([
    open(`${address}/volg/${code}`, { ...phone, storageState: partner }),
    open(`${address}/volg/${code}`, phone),
  ]);
  const pages = { projector: wall, partner: ofPartner, public: ofPublic };
  const keep = async (name: string) => {
    for (const [who, page] of Object.entries(pages)) {
      if (who === 'projector' || (await page.locator('.follow-bar').count()) > 0) await waitForMap(page);
      await writeFile(join(film, `${name}-${who}.png`), await page.screenshot());
    }
  };
  const turnTo = async (number: number, followers: readonly Page[]) => {
    const { title = '', address: query = '' } = slides[number - 1] ?? {};
    await wall.keyboard.press('PageDown');
    await wall.locator('.slide-panel h1', { hasText: title }).waitFor(patient);
    for (const page of followers) {
      await said(page).getByText(title).waitFor(patient);
      const wanted = new URLSearchParams(query).get('indicator');
      await expect.poll(() => readQuery(page).get('indicator'), patient).toBe(wanted);
    }
  };
  const both = [ofPartner, ofPublic];

  await wall.getByText('2 kijken mee').waitFor(patient);
  await wall.getByRole('button', { name: 'QR-code om mee te kijken' }).click();
  await keep('1');
  await wall.getByRole('button', { name: 'QR-code om mee te kijken' }).click();
  await turnTo(2, both);
  await keep('2');
  await turnTo(3, both);
  await keep('3');

  // One looks around, and the server starts anew.
  await ofPublic.locator('#map').press('ArrowRight');
  await said(ofPublic).getByText('U kijkt zelf rond.').waitFor(patient);
  await server.stop();
  await said(ofPartner).getByText('De verbinding is even weg.').waitFor(patient);
  await keep('4-without-server');
  server = await start();
  await turnTo(4, [ofPartner]);
  expect(readQuery(ofPublic).get('indicator')).toBe('misdrijven-per-1000');
  await ofPublic.keyboard.press('Home');
  await expect.poll(() => readQuery(ofPublic).get('indicator2'), patient).toBe('goed-ervaren-gezondheid');
  await wall.getByText('2 kijken mee').waitFor(patient);
  await keep('4');

  // What is for partners stays unknown to the other phone, of which nothing is named.
  await turnTo(5, [ofPartner]);
  await said(ofPublic).getByText('De spreker toont 1 onderwerp dat u niet mag zien').waitFor(patient);
  expect(readQuery(ofPublic).get('indicator')).toBe('koopwoningen');
  expect(await ofPublic.content()).not.toMatch(/overlast/i);
  await keep('5');
  await turnTo(6, both);
  expect(readQuery(ofPublic).get('areas')).toBe('GM0153,GM0141,GM0164');
  await keep('6');
  for (const page of both) expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await wall.getByRole('button', { name: 'Stop met meekijken' }).click();
  for (const page of both) await said(page).getByText('De spreker is gestopt.').waitFor(patient);
  await keep('7-over');
});
