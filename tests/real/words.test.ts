import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { importPackage } from '../../api/release/import.ts';
import { compareWithReference } from '../../geodata/comparing/chance/comparison.ts';
import { verdicts } from '../../geodata/comparing/chance/findings.ts';
import { referToPlace } from '../../geodata/comparing/references.ts';
import { addRevision, createContribution, showContribution } from '../../sql/contributions/writing.ts';
import { openDatabase } from '../../sql/database.ts';
import { openBrowser } from '../setup/browser.ts';
import { makeFolder } from '../setup/folder.ts';
import { readHigher, readOffer } from '../setup/offers.ts';
import { openPage, openReading } from '../setup/page.ts';
import { drawBurglaries, readRealRows, writeWithBurglaries } from '../setup/real-burglaries.ts';
import { openForWriters } from '../setup/writers.ts';

const browser = await openBrowser('canvas');
const writers = openForWriters(browser, 'real-words', async (directory) => {
  const folder = await makeFolder('real-package');
  await writeWithBurglaries(folder);
  const { db, close } = await openDatabase({ directory }, () => undefined);
  await importPackage(db, folder, { importedBy: 'tester' });
  await close();
});
/** What lies in memory follows within a second, which a busy machine draws out. */
const patient = { timeout: 10_000 };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

test('an officer writes at BU01530000 on a phone, an editor shows it, and withdrawn it is gone everywhere', async () => {
  const title = 'Uitgaansavonden en fietsendiefstal';
  const figure = 'indicator=misdrijven&level=neighbourhood&period=2025&area=BU01530000';
  const page = await writers.openAs(writers.officer, `page=writing&${figure}`, phone);
  await page.getByRole('button', { name: 'Nieuw verhaal' }).click();
  await page.getByText('(BU01530000)').waitFor();
  expect(await page.getByLabel('Periode').inputValue()).toBe('2025');
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Tekst', { exact: true }).fill('Op **zaterdag** staan er driehonderd fietsen.');
  await page.getByLabel('Uw functie').fill('wijkagent');
  await page.getByRole('button', { name: 'Bewaar en bied aan' }).click();
  await page.getByText('wacht op een lezer').waitFor();
  await keepPicture(page, 'story-phone');

  const { address } = writers.product;
  const findEverywhere = async () => {
    const paths = ['', '/search?q=uitgaansavond', '?area=BU01530000&indicator=misdrijven'];
    const answers = paths.map(async (path) => (await fetch(`${address}/api/contributions${path}`)).text());
    const counts = await (
      await fetch(`${address}/api/contributions/counts?indicator=misdrijven&level=neighbourhood`)
    ).text();
    return [
      ...(await Promise.all(answers)).map((text) => text.includes(title)),
      counts.includes('BU01530000'),
    ];
  };
  await expect.poll(findEverywhere, patient).toEqual([false, false, false, false]);
  const desk = await writers.openAs(writers.editor, 'page=writing');
  await desk.getByRole('heading', { name: 'Te lezen' }).waitFor();
  await desk.getByRole('link', { name: title }).first().click();
  await desk.getByRole('button', { name: 'Gelezen: plaats' }).click();
  await desk.getByRole('button', { name: 'Trek in: ' }).waitFor();

  await expect.poll(findEverywhere, patient).toEqual([true, true, true, true]);
  const reading = await openPage(browser, `${address}/?${figure}`);
  const card = reading.getByRole('region', { name: 'Verhalen bij dit cijfer' });
  await card.getByText(title).click();
  await card.getByText('driehonderd fietsen').waitFor();
  await reading.locator('.story-dot').first().waitFor();
  await keepPicture(reading, 'story-card');
  await reading.locator('.period-mark').click();
  await reading.getByRole('heading', { name: title }).waitFor();
  const whole = reading.url();

  await desk.getByRole('button', { name: 'Trek in: ' }).click();
  await desk.getByRole('button', { name: 'Zeker weten?' }).click();
  await desk.getByText('ingetrokken', { exact: true }).waitFor();
  await expect.poll(findEverywhere, patient).toEqual([false, false, false, false]);
  const gone = await openReading(browser, whole, '.page-note');
  await gone.getByText('Dit is er niet (meer)').waitFor();
  await keepPicture(gone, 'story-gone');
  const after = await openPage(browser, `${address}/?${figure}`);
  expect(await after.getByText(title).count()).toBe(0);
  expect(await after.locator('.story-dot').count()).toBe(0);
});

test('news is in the feed until it is withdrawn', async () => {
  const { db, address } = writers.product;
  const title = 'Fietsendiefstal: inloopavond';
  const id = await showNow('news', { title, area: null, indicator: null });
  const readFeed = async () => (await fetch(`${address}/news.atom?municipality=GM0153`)).text();
  expect(await readFeed()).toContain(title);
  await db
    .updateTable('contribution')
    .set({ state: 'withdrawn', shown: null })
    .where('id', '=', id)
    .execute();
  expect(await readFeed()).not.toContain(title);
});

test('a practice about burglaries is offered in exactly the areas that have significantly more, those like its own first', async () => {
  const { address } = writers.product;
  const higher = await findHigher();
  const [own = ''] = higher;
  expect(higher.length).toBeGreaterThan(10);
  const title = 'Achterpaden afgesloten';
  await showNow('practice', { title, area: own, indicator: 'woninginbraken' });
  const query = 'page=differences&indicator=woninginbraken-per-1000&level=neighbourhood&period=2025&lang=nl';
  const page = await openReading(browser, `${address}/?${query}`, '.findings tbody tr');
  const { alike, others, further } = await readOffer(page, title);
  await keepPicture(page, 'practice-offered');
  const listed = await readHigher(page);
  expect(listed.map(({ code }) => code).sort()).toEqual([...higher].sort());
  const wanted = listed.filter(({ code }) => code !== own);
  const names = new Set(wanted.map(({ name }) => name));
  expect(alike.length + others.length + further).toBe(wanted.length);
  expect([...alike, ...others].filter((name) => !names.has(name))).toEqual([]);

  const figure = 'indicator=woninginbraken-per-1000&level=neighbourhood&period=2025&lang=nl';
  const card = await openPage(browser, `${address}/?${figure}&area=${own}`);
  await card.getByText('Vergelijkbare buurten').click();
  await card.locator('.card-peers a').first().waitFor();
  const peers = await card.locator('.card-peers li').allInnerTexts();
  const isPeer = (name: string) => peers.some((text) => text.startsWith(name.split(' in ')[0] ?? name));
  expect(alike.filter((name) => !isPeer(name))).toEqual([]);
  expect(await card.getByText(title).count()).toBe(0);

  const [elsewhere] = wanted;
  const offered = await openPage(browser, `${address}/?${figure}&area=${elsewhere?.code}`);
  await offered.getByRole('region', { name: 'Wat anderen hieraan deden' }).getByText(title).waitFor();
});

test('the matrix of the fourteen municipalities stands on a projector and on one sheet, for both templates', async () => {
  const years = { from: new Date().getFullYear() + 1, to: new Date().getFullYear() + 4 };
  for (const [template, name, steps] of [
    ['twens', 'TWENS, twaalf stappen', 12],
    ['kernbeleid-veiligheid', 'Kernbeleid Veiligheid', 8],
  ] as const) {
    const own = await writers.openAs(writers.editor, `page=cycle&area=GM0153&template=${template}`);
    await own.getByLabel('Stappenplan').selectOption(name);
    await own.getByRole('button', { name: 'Beleidscyclus beginnen' }).click();
    const cycle = own.locator('section', { hasText: `Plan ${years.from}–${years.to} (${name})` }).last();
    const step = cycle.locator('li', { has: own.locator('.cycle-step-head') }).first();
    await step.getByRole('button', { name: /^Wijzigen: / }).click();
    await step.getByLabel('Stand', { exact: true }).selectOption('bezig');
    await step.getByLabel('Uiterlijk').fill(`${years.from}-03-01`);
    await step.getByRole('button', { name: 'Bewaren', exact: true }).click();
    await step.locator('.state-mark', { hasText: 'bezig' }).waitFor();

    const page = await openReading(
      browser,
      `${writers.product.address}/?page=policy&template=${template}`,
      '.policy-matrix',
      { width: 1920, height: 1080 },
    );
    const table = page.getByRole('table', { name: `${name}: stappen van 14 gemeenten naast elkaar` });
    expect(await table.getByRole('columnheader').count()).toBe(16);
    expect(await table.getByRole('rowheader').count()).toBe(steps);
    await table.getByText('bezig').first().waitFor();
    expect(await page.locator('.matrix-scroll').evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(
      true,
    );
    await keepPicture(page, `matrix-${template}`);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    if (process.env.SCREENS) await writeFile(join(process.env.SCREENS, `matrix-${template}.pdf`), pdf);
  }
});

/** For who looks at it, where SCREENS names a folder. */
async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENS) await page.screenshot({ path: join(process.env.SCREENS, `${name}.png`) });
}

/** Areas with significantly more burglaries than the region in 2025, computed from the files alone. */
async function findHigher(): Promise<string[]> {
  const people = new Map(
    (await readRealRows('indicators/kwb-2024-buurten.csv')).map((row) => [
      row.buurtcode,
      row.inwoners === '' ? Number.NaN : Number(row.inwoners),
    ]),
  );
  const rows = (await drawBurglaries()).filter(({ period }) => period === '2025');
  const exposures = Float64Array.from(rows, ({ area }) => (people.get(area) ?? Number.NaN) / 1000);
  const counts = Float64Array.from(rows, ({ count }) => count);
  const add = (list: Float64Array) =>
    list.reduce((sum, value, at) => (Number.isNaN(exposures[at]) ? sum : sum + value), 0);
  const count = add(counts);
  const none = { lower: Number.NaN, upper: Number.NaN };
  const references = referToPlace(
    { value: count / add(exposures), count, ...none },
    new Uint8Array(rows.length).fill(1),
  );
  // A rate of fewer than 100 inhabitants is not given.
  const values = counts.map((value, at) => {
    const exposure = exposures[at] ?? Number.NaN;
    return exposure >= 0.1 ? value / exposure : Number.NaN;
  });
  const found = compareWithReference({
    interval: 'poisson-exact',
    figures: { values, statuses: new Uint8Array(rows.length) },
    counts: { counts, exposures },
    references,
  });
  return rows.filter((_, at) => verdicts[found.verdicts[at] ?? 0] === 'higher').map(({ area }) => area);
}

/** Puts something on screen without the walk of writing it, for everybody; gives its number. */
async function showNow(
  kind: 'news' | 'practice',
  about: { readonly title: string; readonly area: string | null; readonly indicator: string | null },
): Promise<number> {
  const { db } = writers.product;
  const head = { kind, municipality: 'GM0153', author: null, organisation: 'Gemeente', showsName: false };
  const id = await createContribution(db, { ...head, endsOn: null, isPinned: false });
  const practice = {
    direction: 'high' as const,
    ...{ doneBy: 'Gemeente', part: '', beganOn: '2023-01-01' },
    ...{ endedOn: null, cost: '', links: [] },
  } as const;
  await addRevision(
    db,
    id,
    {
      ...{ ...about, body: 'Tekst', sources: '', lang: 'nl', visibility: 'public', role: 'adviseur' },
      ...{ files: [], period: null, level: about.area ? 'neighbourhood' : null },
      practice: kind === 'practice' ? practice : null,
    },
    null,
  );
  await showContribution(db, id, null);
  return id;
}
