import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { addToPdf, plainPdf } from '../setup/documents.ts';
import { openPage, openReading } from '../setup/page.ts';
import { openForWriters } from '../setup/writers.ts';

const browser = await openBrowser('canvas');
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

const writers = openForWriters(browser, 'documents-e2e');

test('an officer sends a scan on a phone, an editor marks and publishes it, anybody finds and saves it', async () => {
  const page = await writers.openAs(writers.officer, 'page=writing&area=BU01530000', phone);
  await page.getByRole('button', { name: 'Nieuw document' }).click();
  await page.getByLabel('Soort document').selectOption('Wijkscan');
  const input = page.getByLabel('Kies een bestand');
  await input.setInputFiles({
    name: 'plan.pdf',
    mimeType: 'application/pdf',
    buffer: addToPdf('/OpenAction << /S /JavaScript /JS (1) >>'),
  });
  await page.getByText('In de PDF zit JavaScript. Druk het opnieuw af naar PDF').waitFor();
  const scan = plainPdf('Bewoners noemen de hondenspeelplaats als plek waar het schuurt.');
  await input.setInputFiles({ name: 'Wijkscan.pdf', mimeType: 'application/pdf', buffer: scan });
  await page.getByText('Ontvangen en in orde: Wijkscan.pdf (PDF, ').waitFor();
  await page.getByLabel('Titel').fill('Wijkscan Stadshart');
  await page.getByText('Stadshart, Enschede (BU01530000)').waitFor();
  await page.getByLabel('Korte samenvatting').fill('Wat bewoners zien.');
  await page.getByLabel('Uw functie').fill('wijkagent');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bewaar en bied aan' }).click();
  await page.getByText('wacht op een lezer').waitFor();

  const desk = await writers.openAs(writers.editor, 'page=writing');
  await desk.getByRole('link', { name: 'Wijkscan Stadshart' }).first().click();
  await desk.getByText('De kwaliteit is nog niet beoordeeld.').waitFor();
  await desk.getByText('Beoordeel deze wijkscan').click();
  await desk.getByLabel('De bronnen worden genoemd').check();
  await desk.getByLabel('Nagezien door').fill('Gemeente Enschede');
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Bewaar oordeel' }).click();
  await desk.getByText('nagezien door Gemeente Enschede').waitFor();
  await desk.getByRole('button', { name: 'Gelezen: plaats' }).click();
  await desk.getByRole('button', { name: 'Trek in: ' }).waitFor();

  const reading = await openReading(browser, `${writers.product.address}/?page=documents`, '.document-list');
  await reading.getByLabel('Zoek in documenten').fill('hondenspeelplaats');
  await reading.getByRole('button', { name: 'Zoek', exact: true }).click();
  const found = reading.locator('.document-list > li', { hasText: 'Wijkscan Stadshart' });
  expect(await found.locator('mark').textContent()).toBe('hondenspeelplaats');
  await found.getByText('bronnen genoemd').waitFor();
  const [download] = await Promise.all([
    reading.waitForEvent('download'),
    found.getByRole('link', { name: /^Download \(PDF.*Wijkscan Stadshart/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Wijkscan.pdf');
  expect((await readFile(await download.path())).equals(scan)).toBe(true);
  await expectAccessible(reading);

  const card = await openPage(browser, `${writers.product.address}/?area=BU01530000&level=neighbourhood`);
  await card.getByRole('heading', { name: '1 document bij dit gebied' }).waitFor();
  await expectAccessible(card);
});

test('documents are listed by municipality and kind, in both languages, and those of the demonstration are there', async () => {
  const page = await openReading(
    browser,
    `${writers.product.address}/?page=documents&area=GM0164`,
    '.document-list',
  );
  expect(await page.title()).toContain('Documenten');
  await page
    .getByRole('link', { name: 'Openbare notulen overleg veiligheid, 3 september 2026', exact: true })
    .waitFor();
  expect(await page.getByText('Integraal veiligheidsplan Enschede').count()).toBe(0);
  await page.getByLabel('Soort document').selectOption('Convenant');
  await page.getByRole('link', { name: 'Openbare notulen' }).first().waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Convenant aanpak woonoverlast', exact: true }).waitFor();
  await page.getByText('Verzonnen voorbeeld').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Download \(PDF/ }).click(),
  ]);
  expect((await readFile(await download.path())).toString('latin1', 0, 5)).toBe('%PDF-');
  const english = await openReading(
    browser,
    `${writers.product.address}/?page=documents&lang=en`,
    '.document-list',
  );
  expect(await english.title()).toContain('Documents');
  await english.getByText('Quality').first().waitFor();
  await expectAccessible(english);
  const municipality = await openReading(
    browser,
    `${writers.product.address}/?page=municipality&area=GM0153`,
    '.document-list',
  );
  await municipality
    .getByRole('link', { name: 'Integraal veiligheidsplan Enschede 2023–2026', exact: true })
    .waitFor();
});

test('whoever sends a file can stop it, and then chooses another one', async () => {
  const page = await writers.openAs(writers.officer, 'page=writing');
  // Never let through, nor answered.
  await page.route('**/api/accounts/contributions/documents', () => undefined);
  await page.getByRole('button', { name: 'Nieuw document' }).click();
  const file = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: plainPdf('Een plan.') };
  await page.getByLabel('Kies een bestand').setInputFiles(file);
  await page.getByRole('button', { name: 'Stop met versturen' }).click();
  await page.getByText('Het versturen is gestopt. Er is niets bewaard.').waitFor();
  await expectAccessible(page);
  await page.unroute('**/api/accounts/contributions/documents');
  await page.getByLabel('Kies een bestand').setInputFiles(file);
  await page.getByText('Ontvangen en in orde: plan.pdf').waitFor();
});
