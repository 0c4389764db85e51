import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { expect, inject, test } from 'vitest';
import { packPresentation } from '../../geodata/presentation/packing.ts';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openPage, readQuery, waitForMap } from '../setup/page.ts';

const address = inject('address');
const browser = await openBrowser();
const patient = { timeout: 30_000 };

/** Keeps what is on the map, by the keyboard. */
async function keepView(page: Page, expected: string): Promise<void> {
  if ((await page.getByRole('dialog').count()) === 0)
    await page.getByRole('button', { name: 'Delen' }).press('Enter');
  const dialogue = page.getByRole('dialog', { name: 'Delen wat u ziet' });
  await dialogue.getByRole('button', { name: 'Bewaar deze stand' }).press('Enter');
  await dialogue.getByText(expected).waitFor(patient);
}

const goTo = (page: Page, query: string) =>
  page.evaluate((text) => {
    history.pushState(null, '', `/${text}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, query);

test('views are collected, put in order, played on the map by keys, and passed on in the link', async () => {
  const page = await openPage(
    browser,
    `${address}/?indicator=misdrijven-per-1000&period=2023&level=municipality&area=GM0153`,
    {
      acceptDownloads: true,
    },
  );
  await keepView(page, 'Bewaard als dia 1.');
  await page.keyboard.press('Escape');
  await goTo(page, '?indicator=inwoners&period=2024&period2=2023&panels=2&level=district&map=11/52.22/6.89');
  await expect.poll(() => page.locator('.plate-title h1').textContent(), patient).toContain('Inwoners');
  await keepView(page, 'Bewaard als dia 2.');
  await page.getByRole('link', { name: 'Naar de presentatie (2)' }).press('Enter');
  await page.getByLabel('Titel van de presentatie').fill('Overleg Enschede');
  const first = page.getByRole('listitem', { name: 'Dia 1' });
  expect(await first.getByLabel('Titel van de dia').inputValue()).toContain('2023, gemeenten');
  await first.getByRole('button', { name: 'Omlaag: Dia 1' }).press('Enter');
  await page.getByText('Dia 1 is nu dia 2.').waitFor();
  await first.getByLabel('Wat u erover zegt').fill('Zoveel mensen wonen er.');
  await first.getByLabel('Notities voor de spreker').fill('Vraag wie er nieuw is.');
  await expectAccessible(page, ['#content']);

  await page.getByRole('button', { name: 'Afspelen' }).press('Enter');
  const heading = page.getByRole('complementary', { name: 'Dia' }).getByRole('heading', { level: 1 });
  await expect.poll(() => heading.textContent(), patient).toContain('Inwoners');
  await waitForMap(page);
  await expectAccessible(page, ['.slide-panel']);
  const [speaker] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Notities' }).click(),
  ]);
  await speaker.getByText('Vraag wie er nieuw is.').waitFor(patient);
  await speaker.getByRole('button', { name: 'Volgende dia' }).click();
  await expect.poll(() => heading.textContent(), patient).toContain('2023, gemeenten');
  await speaker.getByText('Dit is de laatste dia.').waitFor();
  expect(readQuery(page).get('slide')).toBe('2');
  await page.bringToFront();
  await page.keyboard.press('PageUp');
  await expect.poll(() => heading.textContent(), patient).toContain('Inwoners');
  await heading.focus();
  await page.keyboard.press('b');
  await page.locator('.slide-blank').waitFor();
  await page.keyboard.press(' ');
  await page.locator('.slide-blank').waitFor({ state: 'hidden' });
  await page.keyboard.press('End');
  await expect.poll(() => readQuery(page).get('slide')).toBe('2');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: 'Presentatie' }).waitFor();
  await speaker.getByText('De presentatie is gestopt.').waitFor();
  await speaker.close();

  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    page.getByRole('button', { name: 'PowerPoint' }).click(),
  ]);
  const parts = unzipSync(await readFile(await file.path()));
  const read = (name: string) => Buffer.from(parts[name] ?? []).toString();
  expect(read('ppt/slides/slide1.xml')).toMatch(/type="title"[\s\S]*<a:t>Inwoners[^<]*<\/a:t>/);
  expect(read('ppt/slides/slide1.xml')).toContain('<a:t>Zoveel mensen wonen er.</a:t>');
  expect(read('ppt/slides/slide2.xml')).toMatch(/descr="[^"]*Enschede[^"]*"/);
  const pictures = ['1', '2'].map((slide) => Buffer.from(parts[`ppt/media/image-${slide}-1.png`] ?? []));
  for (const picture of pictures) expect(PNG.sync.read(picture).width).toBeGreaterThan(1000);
  expect(pictures[0]?.equals(pictures[1] ?? Buffer.alloc(0))).toBe(false);
  for (const slide of ['1', '2'])
    expect(read(`ppt/slides/slide${slide}.xml`)).toMatch(/<a:t>Bron: [^<]+<[\s\S]*<a:t>http/);
  expect(read('ppt/notesSlides/notesSlide1.xml')).toContain('Vraag wie er nieuw is.');

  await page.getByRole('link', { name: 'Maak een link' }).click();
  await page.getByText('Deze presentatie staat in de link zelf.').waitFor();
  expect(await page.getByText('Vraag wie er nieuw is.').count()).toBe(0);
  // A title that the maps gave follows the language.
  const other = await openPage(browser, `${page.url().replace('page=presentation&', '')}&slide=2&lang=en`);
  await expect
    .poll(() => other.locator('.slide-panel h1').textContent(), patient)
    .toContain('2023, municipalities');
});

/** Colours of the column in which the fills of a legend stand beside one map, as many pixels as a fill has at least. */
function listFills(picture: PNG): string[] {
  const { data, width, height } = picture;
  const counts = new Map<string, number>();
  for (let y = 0; y < height; y += 1)
    for (let x = Math.round(width - 0.62 * height); x < width - 0.58 * height; x += 1) {
      const at = 4 * (y * width + x);
      const colour = [...data.subarray(at, at + 3)].join(',');
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  return [...counts].filter(([, count]) => count > 200).map(([colour]) => colour);
}

test('beside the maps of a slide in a file stands what their colours mean, whatever they show', async () => {
  const of = (address: string) => ({ address, title: 'Een kaart', sentence: '', notes: '' });
  const packed = packPresentation({
    title: 'Overleg',
    slides: [
      of('?indicator=misdrijven-per-1000&period=2024&level=district'),
      of('?indicator=misdrijven-per-1000&period=2024&level=district&shows=clusters'),
      of('?indicator=misdrijven-per-1000&period=2024&level=district&pair=inwoners'),
      of('?indicator=misdrijven-per-1000&period=2024&level=municipality&change=2023.absolute'),
    ],
  });
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(`${address}/?page=presentation&slides=${packed}`);
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    page.getByRole('button', { name: 'PowerPoint' }).click(),
  ]);
  const parts = unzipSync(await readFile(await file.path()));
  const fills = ['1', '2', '3', '4'].map((slide) =>
    listFills(PNG.sync.read(Buffer.from(parts[`ppt/media/image-${slide}-1.png`] ?? []))),
  );
  // Paper, and a fill for each class, kind or field.
  for (const colours of fills) expect(colours.length).toBeGreaterThan(3);
  expect(new Set(fills.map((colours) => colours.sort().join(' '))).size).toBe(4);
});

test('slides on paper lie, one a page', async () => {
  const slide = {
    address: '?indicator=misdrijven-per-1000&period=2024&level=municipality',
    title: 'Een kaart',
    sentence: '',
    notes: '',
  };
  const packed = packPresentation({ title: 'Overleg', slides: [slide, slide] });
  const page = await (await browser.newContext()).newPage();
  let kept = '';
  await page.exposeFunction('keepPrinted', (printed: string) => {
    kept = printed;
  });
  await page.addInitScript("print = () => keepPrinted(document.querySelector('.printed-slides').outerHTML)");
  await page.goto(`${address}/?page=presentation&slides=${packed}`);
  await page.getByRole('button', { name: 'Afdrukken of pdf' }).click();
  await expect.poll(() => kept, { timeout: 120_000 }).toContain('<img');
  await page.evaluate((printed) => document.body.insertAdjacentHTML('beforeend', printed), kept);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(boxes).toHaveLength(2);
  for (const [, width, height] of boxes) expect(Number(width)).toBeGreaterThan(Number(height));
});

test('on a projector the legends of four maps are as large as those of two', async () => {
  const of = (address: string) => ({ address, title: 'Een kaart', sentence: '', notes: '' });
  const two = '?indicator=misdrijven-per-1000&period=2024&period2=2023&level=district&panels=2';
  const four = '?indicator=misdrijven-per-1000&period=2024&period2=2023&level=district&panels=4';
  const packed = packPresentation({ title: 'Overleg', slides: [of(two), of(four)] });
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  const readSizes = (texts: string) =>
    page
      .locator(texts)
      .evaluateAll((all) => all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)));
  await page.goto(`${address}/${two}&slides=${packed}&slide=1`);
  await page.locator('.slide-legend li').first().waitFor(patient);
  const ofTwo = await readSizes('.slide-legend li span');
  await page.keyboard.press('PageDown');
  await page.locator('.plate-4 .panel-legend .limits span').first().waitFor(patient);
  const ofFour = await readSizes('.plate-4 .panel-legend :is(.limits, .panel-absences) span');
  expect(ofFour.length).toBeGreaterThan(8);
  expect(Math.min(...ofFour)).toBeGreaterThanOrEqual(Math.max(...ofTwo));
});

test('a link to a slide shows its maps, and of what is gone or cut off says so', async () => {
  const slideOf = (query: string, title: string) => ({ address: query, title, sentence: '', notes: '' });
  const packed = packPresentation({
    title: 'Overleg',
    slides: [
      slideOf('?indicator=inwoners&period=2024&level=district', 'Een kaart'),
      slideOf('?indicator=bestaat-niet', 'Wat weg is'),
    ],
  });
  const page = await openPage(browser, `${address}/?slides=${packed}&slide=1`);
  await expect.poll(() => readQuery(page).get('indicator'), patient).toBe('inwoners');
  await page.keyboard.press('PageDown');
  await page.locator('.slide-hidden').waitFor();
  expect(await page.locator('.slide-panel').textContent()).not.toContain('Wat weg is');
  const context = await browser.newContext();
  const cut = await context.newPage();
  await cut.goto(`${address}/?slides=${packed.slice(0, 20)}&slide=1`);
  await cut.getByText('De presentatie in deze link is onleesbaar').waitFor(patient);
});

test('a presentation that is too long for a link says so, with the way out', async () => {
  const page = await openPage(browser, `${address}/?indicator=inwoners&period=2024&level=municipality`);
  await keepView(page, 'Bewaard als dia 1.');
  await keepView(page, 'Bewaard als dia 2.');
  await keepView(page, 'Bewaard als dia 3.');
  await page.getByRole('link', { name: 'Naar de presentatie (3)' }).click();
  for (const number of [1, 2, 3])
    await page
      .getByRole('listitem', { name: `Dia ${number}` })
      .getByLabel('Notities voor de spreker')
      // Nothing that can be packed shorter.
      .fill(randomBytes(1000).toString('hex'));
  await page.getByRole('link', { name: 'Maak een link' }).waitFor();
  await page.getByLabel('Ook de notities in de link zetten').check();
  await page.getByText('De presentatie is te lang voor een link').waitFor();
  expect(await page.getByRole('link', { name: 'Maak een link' }).count()).toBe(0);
});
