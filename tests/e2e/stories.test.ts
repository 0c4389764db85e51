import sharp from 'sharp';
import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openPage, openReading, waitForMap } from '../setup/page.ts';
import { openForWriters } from '../setup/writers.ts';

const browser = await openBrowser('canvas');
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
const figure = 'indicator=misdrijven&level=neighbourhood&period=2025&area=BU01530000';

const writers = openForWriters(browser, 'stories');

test('a story stands under its figure, in the trend, on the map and on its own page', async () => {
  const page = await openPage(browser, `${writers.product.address}/?${figure}`);
  const card = page.getByRole('region', { name: 'Verhalen bij dit cijfer' });
  await card.getByText('Uitgaansavonden drukken op het cijfer van het Stadshart').click();
  await card.getByText('donderdagavond en zondagochtend').waitFor();
  await card.getByText('Verzonnen voorbeeld').waitFor();
  expect(await page.locator('.story-dot').allTextContents()).toEqual(['1', '1']);
  await expectAccessible(page);
  await page.locator('.period-mark').click();
  await page
    .getByRole('heading', { name: 'Uitgaansavonden drukken op het cijfer van het Stadshart' })
    .waitFor();
  expect(new URL(page.url()).searchParams.get('contribution')).toBe('1');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Toon het cijfer op de kaart' }).click();
  await waitForMap(page);
  expect(page.url()).toContain('area=BU01530000');
});

test('all of them are listed, found by any form of a word, and followed', async () => {
  const page = await openReading(browser, `${writers.product.address}/?page=stories`, '.story-list');
  expect(await page.title()).toContain('Verhalen en nieuws');
  await page.getByText('Peiling onder bewoners begint op 1 maart').waitFor();
  await expectAccessible(page);
  await page.getByLabel('Zoek in verhalen en nieuws').fill('straat inbraak');
  await page.getByRole('button', { name: 'Zoek', exact: true }).click();
  await page.getByRole('link', { name: 'Woninginbraken in Hazelhorst: één reeks, geen trend' }).waitFor();
  expect(await page.locator('mark').count()).toBeGreaterThan(0);
  const english = await openReading(
    browser,
    `${writers.product.address}/?page=stories&lang=en`,
    '.story-list',
  );
  expect(await english.title()).toContain('Stories and news');
  const feed = await fetch(`${writers.product.address}/news.atom`);
  expect(await feed.text()).toContain('<title>Peiling onder bewoners begint op 1 maart</title>');
});

test('a municipality and a report tell them too', async () => {
  const page = await openReading(
    browser,
    `${writers.product.address}/?page=municipality&area=GM0153`,
    '.story-list',
  );
  await page.getByText('Inloopavond over veiligheid in Enschede Zuid').waitFor();
  const report = await openReading(
    browser,
    `${writers.product.address}/?page=report&report=area&area=BU01530000`,
    '.story-whole',
  );
  await report.getByText('minder vernielingen sinds de verlichting').waitFor();
});

test('an officer writes on a phone, an editor reads and shows it, and it is withdrawn everywhere', async () => {
  const title = 'Meer fietsen gestald, meer fietsen gestolen';
  const page = await writers.openAs(writers.officer, `page=writing&${figure}`, phone);
  await page.getByRole('button', { name: 'Nieuw verhaal' }).click();
  await page.getByLabel('Titel').fill(title);
  await page.getByText('Stadshart, Enschede (BU01530000)').waitFor();
  expect(await page.getByLabel('Onderwerp').inputValue()).toBe('misdrijven');
  expect(await page.getByLabel('Periode').inputValue()).toBe('2025');
  await page
    .getByLabel('Tekst', { exact: true })
    .fill('Op **zaterdag** staan er driehonderd fietsen. Bel 06-12345678.');
  await page.getByLabel('Uw functie').fill('wijkagent');
  await page.getByRole('button', { name: 'Voorbeeld' }).click();
  await page.locator('.writing-preview strong', { hasText: 'zaterdag' }).waitFor();
  await page.getByText('telefoonnummer').waitFor();
  const picture = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#3a7d55' } })
    .jpeg()
    .toBuffer();
  const input = page.getByLabel('Voeg een foto toe');
  await input.setInputFiles({
    name: 'kwaad.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg><script>1</script></svg>'),
  });
  await page.getByText('Dit is geen foto die hier kan').waitFor();
  await input.setInputFiles({ name: 'fietsen.jpg', mimeType: 'image/jpeg', buffer: picture });
  await page.getByLabel('Wat staat erop?').fill('Een volle fietsenstalling');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bewaar en bied aan' }).click();
  await page.getByText('wacht op een lezer').waitFor();

  const desk = await writers.openAs(writers.editor, 'page=writing');
  await desk.getByRole('heading', { name: 'Te lezen' }).waitFor();
  await expectAccessible(desk);
  await desk.getByRole('link', { name: title }).first().click();
  await desk.getByRole('img', { name: 'Een volle fietsenstalling' }).waitFor();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Ik heb de waarschuwingen gelezen: plaats' }).click();
  await desk.getByRole('button', { name: 'Trek in: ' }).waitFor();

  const reading = await openPage(browser, `${writers.product.address}/?${figure}`);
  await reading.getByText('2 verhalen bij dit cijfer').waitFor();
  await reading.locator('.story-title', { hasText: title }).click();
  await reading.getByRole('img', { name: 'Een volle fietsenstalling' }).waitFor();
  expect(await reading.getByText('Ada Meijer').count()).toBe(0);

  await desk.getByRole('button', { name: 'Trek in: ' }).click();
  await desk.getByRole('button', { name: 'Zeker weten?' }).click();
  await desk.getByText('ingetrokken', { exact: true }).waitFor();
  await reading.reload();
  await reading.getByText('1 verhaal bij dit cijfer').waitFor();
  const found = await fetch(`${writers.product.address}/api/contributions/search?q=fietsen`);
  expect(JSON.stringify(await found.json())).not.toContain(title);
});

test('of two who change a text, the second is told and loses nothing', async () => {
  const page = await writers.openAs(writers.officer, `page=writing&${figure}`);
  await page.getByRole('button', { name: 'Nieuw verhaal' }).click();
  await page.getByLabel('Titel').fill('Van mij');
  await page.getByLabel('Uw functie').fill('wijkagent');
  await page.getByRole('button', { name: 'Bewaar als concept' }).click();
  await page.getByRole('button', { name: 'Bewerk' }).click();
  const other = await writers.openAs(writers.officer, new URL(page.url()).search.slice(1));
  await other.getByRole('button', { name: 'Bewerk' }).click();
  await other.getByLabel('Titel').fill('Van de ander');
  await other.getByRole('button', { name: 'Bewaar als concept' }).click();
  await other.getByRole('heading', { name: 'Van de ander' }).waitFor();
  await page.getByLabel('Tekst', { exact: true }).fill('Mijn lange tekst');
  await page.getByRole('button', { name: 'Bewaar als concept' }).click();
  const note = page.getByRole('alert').filter({ hasText: 'Een ander heeft dit intussen gewijzigd' });
  await note.getByText('Van de ander').waitFor();
  expect(await page.getByLabel('Tekst', { exact: true }).inputValue()).toBe('Mijn lange tekst');
  await expectAccessible(page);
  await note.getByRole('button', { name: 'Ga verder met mijn tekst' }).click();
  await page.getByRole('button', { name: 'Bewaar als concept' }).click();
  await page.getByText('Mijn lange tekst').first().waitFor();
  await page.getByRole('heading', { name: 'Eerdere versies' }).waitFor();
});

test('a shared list tells what was written about its problem in its areas, to each what is for him', async () => {
  const { rows } = (await (await fetch(`${writers.product.address}/api/shared-lists`)).json()) as {
    rows: { id: string }[];
  };
  const query = `page=shared-list&list=${rows[0]?.id}`;
  const forPartners = 'Voor partners: waar de lampen komen';
  const page = await openReading(browser, `${writers.product.address}/?${query}`, '.story-list');
  const section = page.getByRole('region', { name: 'Verhalen uit deze gebieden' });
  await section.getByText('Roggenlaar: de school deed mee').click();
  await section.getByText('nam dat op in haar nieuwsbrief').waitFor();
  await section.getByText('Er kunnen meer verhalen zijn, die alleen partners zien').waitFor();
  expect(await page.getByText(forPartners).count()).toBe(0);
  await expectAccessible(page, ['main', 'header']);
  const joining = await writers.openAs(writers.officer, query);
  await joining.getByRole('button', { name: 'Ik doe mee' }).click();
  await joining.getByRole('button', { name: 'Ik doe niet meer mee' }).waitFor();
  await joining.getByText(forPartners).click();
  await joining.getByText('de bewoners horen het als eersten').waitFor();
});

test('where a figure changed by more than chance, its editor is asked for a story', async () => {
  const page = await writers.openAs(writers.editor, 'page=writing');
  const section = page.locator('section', { hasText: 'Hier hoort een verhaal bij' }).last();
  await section
    .getByRole('button', { name: /^Schrijf erbij/ })
    .first()
    .click();
  await page.getByLabel('Titel').waitFor();
  expect(await page.getByLabel('Onderwerp').inputValue()).not.toBe('');
});
