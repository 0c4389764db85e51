import { expect, inject, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openReading } from '../setup/page.ts';

const address = inject('address');
const browser = await openBrowser('canvas');
const projector = { width: 1920, height: 1080 };
const phone = { width: 390, height: 844 };

const countPages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;

test('the matrix of the fourteen municipalities fits a projector and one sheet of paper, for both templates', async () => {
  for (const [template, name, steps] of [
    ['twens', 'TWENS, twaalf stappen', 12],
    ['kernbeleid-veiligheid', 'Kernbeleid Veiligheid', 8],
  ] as const) {
    const page = await openReading(
      browser,
      `${address}/?page=policy&template=${template}`,
      '.policy-matrix',
      projector,
    );
    const table = page.getByRole('table', { name: `${name}: stappen van 14 gemeenten naast elkaar` });
    // A column a municipality, one for the step and one for who keeps step.
    expect(await table.getByRole('columnheader').count()).toBe(16);
    expect(await table.getByRole('rowheader').count()).toBe(steps);
    const fits = await page.locator('.matrix-scroll').evaluate((box) => box.scrollWidth <= box.clientWidth);
    expect(fits).toBe(true);
    const bottom = await table.evaluate((element) => element.getBoundingClientRect().bottom);
    if (template === 'kernbeleid-veiligheid') expect(bottom).toBeLessThan(projector.height);
    await expectAccessible(page, ['main', 'header']);
    expect(countPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(1);
  }
});

test('the matrix slides under a thumb and by keyboard on a phone, its steps staying in sight', async () => {
  const page = await openReading(browser, `${address}/?page=policy`, '.policy-matrix', phone);
  await expectAccessible(page, ['main', 'header']);
  const box = page.locator('.matrix-scroll');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await box.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await box.evaluate((element) => element.scrollTo({ left: 400 }));
  const first = await page.getByRole('rowheader').first().boundingBox();
  expect(first?.x).toBeLessThan(phone.width / 4);
});

test('each municipality leads to its own policy, and from its figures one comes there too', async () => {
  const page = await openReading(browser, `${address}/?page=policy`, '.policy-matrix');
  await page.getByRole('table').first().getByRole('link', { name: 'Enschede' }).click();
  await page.getByRole('heading', { name: 'Beleid van Enschede', level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'Plan 2023–2026 (Kernbeleid Veiligheid)' }).waitFor();
  await page.locator('.priority td .verdict').first().waitFor();
  expect(await page.getByText('Geen oorzaak').count()).toBeGreaterThan(0);
  // Nobody is signed in, so nothing can be changed.
  expect(await page.getByRole('button', { name: /Wijzigen/ }).count()).toBe(0);
  await expectAccessible(page, ['main', 'header']);
  await page.getByRole('link', { name: 'Enschede in cijfers' }).click();
  await page.getByRole('link', { name: 'Beleid van Enschede' }).click();
  await page.getByRole('heading', { name: 'Beleid van Enschede', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Policy of Enschede', level: 1 }).waitFor();
  await page.getByText('These figures', { exact: false }).or(page.getByText('No cause')).first().waitFor();
});

test('a shared list shows its areas, who does what, their figures, and opens them on the map', async () => {
  const page = await openReading(browser, `${address}/?page=shared-lists`, '.list-of-lists a');
  await expectAccessible(page, ['main', 'header']);
  await page.locator('.list-of-lists a').first().click();
  await page.locator('.shared-areas .verdict').first().waitFor();
  expect(await page.locator('.shared-areas tbody tr').count()).toBe(6);
  await page.getByText('die alleen partners zien als zij zich aanmelden').waitFor();
  await expectAccessible(page, ['main', 'header']);
  const unit = page.locator('.stacked-unit');
  expect(await unit.isVisible()).toBe(false);
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await page.setViewportSize(phone);
  expect(await unit.isVisible()).toBe(true);
  await page.setViewportSize({ width, height });
  await page.getByRole('link', { name: 'Alle 6 naast elkaar op de kaart' }).click();
  await page.locator('.members li').nth(5).waitFor();
  expect(new URL(page.url()).searchParams.get('areas')?.split(',')).toHaveLength(6);
});

test('who is not signed in is told so on the start page, and the map stays where everybody begins', async () => {
  const page = await openReading(browser, `${address}/?page=start`, 'main p');
  await page.getByRole('heading', { name: 'Mijn start' }).waitFor();
  expect(await page.getByRole('link', { name: 'Mijn start' }).count()).toBe(0);
});
