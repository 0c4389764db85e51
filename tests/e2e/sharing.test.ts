import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openPage } from '../setup/page.ts';

const address = inject('address');
const query = '?indicator=misdrijven-per-1000&period=2023&level=district&area=GM0153&scale=period';
const patient = { timeout: 30_000 };
const browser = await openBrowser();

async function openDialogue(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^(Delen|Share)$/ }).press('Enter');
  const field = page.getByLabel(/^(Korte link|Short link)$/);
  await expect.poll(() => field.inputValue(), patient).toMatch(/\/s\/[2-9a-z]{8}$/);
  return field.inputValue();
}

test('what is seen is passed on by a short link, as text, as a picture and on a slide', async () => {
  const page = await openPage(browser, address + query, {
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  });
  const url = await openDialogue(page);
  await expectAccessible(page, ['.share-dialog']);
  const dialogue = page.getByRole('dialog', { name: 'Delen wat u ziet' });
  expect(await dialogue.getByRole('listitem').allTextContents()).toEqual([
    'Geregistreerde misdrijven per 1.000 inwoners, 2023, wijken',
    'Gebied: Enschede',
  ]);
  await dialogue.getByText('Iedereen die de link opent, ziet dit.').waitFor();
  const readClipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await dialogue.getByRole('button', { name: 'Kopieer link' }).click();
  await dialogue.getByText('Link gekopieerd').waitFor();
  expect(await readClipboard()).toBe(url);
  await dialogue.getByRole('button', { name: 'Kopieer als tekst' }).click();
  await dialogue.getByText('Tekst gekopieerd').waitFor();
  expect(await readClipboard()).toMatch(
    /^Geregistreerde misdrijven .*, 2023, wijken\. Enschede.*Bron: .+ http.*\/s\/\w{8}$/,
  );
  await dialogue.getByRole('button', { name: 'Kopieer als beeld' }).click();
  await dialogue.getByText('Beeld gekopieerd').waitFor(patient);
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap((item) => item.types),
  );
  expect(types).toEqual(['image/png']);

  const save = async (format: string): Promise<Buffer> => {
    const [file] = await Promise.all([
      page.waitForEvent('download', patient),
      dialogue.getByRole('button', { name: `Bewaar als ${format}` }).click(),
    ]);
    return readFile(await file.path());
  };
  const drawing = (await save('SVG')).toString();
  for (const part of ['2023, wijken', 'Bron:', url, '<image', '<pattern']) expect(drawing).toContain(part);
  const slide = unzipSync(await save('PPTX'))['ppt/slides/slide1.xml'];
  const xml = Buffer.from(slide ?? []).toString();
  expect(xml).toMatch(
    /type="title"[\s\S]*<a:t>Geregistreerde misdrijven per 1\.000 inwoners, 2023, wijken<\/a:t>/,
  );
  expect(xml).toMatch(/descr="Geregistreerde misdrijven[^"]+Enschede[^"]*"/);
  expect(xml).toContain(`<a:t>${url}</a:t>`);
  // A paragraph says its look once, or PowerPoint offers to repair the file.
  for (const paragraph of xml.split('</a:p>')) expect(paragraph.split('<a:pPr').length).toBeLessThan(3);

  await dialogue.getByRole('radio', { name: /Die van nu/ }).check();
  await expect.poll(() => page.getByLabel('Korte link').inputValue(), patient).not.toBe(url);
  await page.keyboard.press('Escape');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Delen');
});

test('the code fills a projector, in English and on a phone too', async () => {
  const page = await openPage(browser, `${address}${query}&lang=en`, {
    viewport: { width: 390, height: 844 },
  });
  const url = await openDialogue(page);
  await page.getByRole('button', { name: 'QR code', exact: true }).click();
  await expectAccessible(page, ['.share-dialog']);
  await page.getByRole('button', { name: 'Show a large QR code' }).click();
  const code = page.getByRole('dialog', { name: 'QR code' }).getByRole('img', { name: `QR code of ${url}` });
  await code.waitFor();
  const box = await code.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(300);
  await page.keyboard.press('Escape');
  await code.waitFor({ state: 'hidden' });
  expect(await page.getByRole('dialog', { name: 'Share what you see' }).isVisible()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('links open to the same view as mail and chat programs leave them', async () => {
  const page = await openPage(browser, address + query);
  const url = await openDialogue(page);
  const name = url.slice(-8);
  const { pathname, search } = new URL((await page.request.get(url)).url());
  const short: Readonly<Record<string, string>> = {
    'as it is': `/s/${name}`,
    'a point': `/s/${name}.`,
    'a bracket and a point': `/s/${name}).`,
    'an encoded blank': `/s/${name}%20`,
    capitals: `/S/${name.toUpperCase()}`,
    'encoded as a whole': `/s%2F${name}`,
    'encoded twice': `/s%252F${name}`,
    'angle brackets': `/s/%3C${name}%3E`,
    'a bracket for HTML': `/s/${name}&gt;`,
    'broken over two lines': `/s/${name.slice(0, 4)}%0D%0A${name.slice(4)}`,
    'quoted-printable': `/s/${name.slice(0, 4)}=%0A${name.slice(4)}`,
    'remains of a safe link': `/s/${name}&data=05%7C02&sdata=x%3D&reserved=0`,
    campaigns: `/s/${name}?utm_source=mail&fbclid=x`,
  };
  for (const [kind, path] of Object.entries(short)) {
    const found = new URL((await page.request.get(address + path)).url());
    expect([kind, found.pathname + found.search]).toEqual([kind, pathname + search]);
  }
  await page.keyboard.press('Escape');
  await page.evaluate(() => history.replaceState(null, '', '/'));
  const long: Readonly<Record<string, string>> = {
    '&amp;': query.replaceAll('&', '&amp;'),
    'a point': `${query}.`,
    'a bracket': `${query})`,
    'encoded as a whole': `?${encodeURIComponent(query.slice(1))}`,
    'encoded twice': `?${encodeURIComponent(encodeURIComponent(query.slice(1)))}`,
    capitals: query.toUpperCase(),
    'quoted-printable': query.replaceAll('=', '=3D'),
    'a bracket for HTML': `${query}&gt;`,
    'a blank': `${query}%20`,
    'within a safe link': `?url=${encodeURIComponent(`https://wijk.example.nl/${query}`)}&reserved=0`,
    campaigns: `${query}&utm_source=mail&gclid=x`,
  };
  const go = (to: string) =>
    page.evaluate((text) => {
      history.pushState(null, '', `/${text}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, to);
  const seen = async () => [
    await page.locator('.plate-title h1').textContent(),
    await page.locator('#map').getAttribute('class'),
  ];
  const title = 'Geregistreerde misdrijven per 1.000 inwoners, 2023, wijken';
  for (const [kind, mangled] of Object.entries(long)) {
    await go('?panels=2');
    await expect.poll(seen, patient).not.toContain(title);
    await go(mangled);
    await expect.poll(async () => [kind, ...(await seen())], patient).toEqual([kind, title, 'plate plate-1']);
  }
  expect(await page.getByText('Niet alles in de link was te herstellen').count()).toBe(0);
});
