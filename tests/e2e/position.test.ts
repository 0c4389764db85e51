import { expect, inject, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { waitForMap, waitForRest } from '../setup/page.ts';

const address = inject('address');
const browser = await openBrowser('canvas');
const inEnschede = { longitude: 6.8937, latitude: 52.2215, accuracy: 400 };
const phone = { width: 390, height: 844 };

test.each([
  ['a phone', phone],
  ['a laptop', { width: 1440, height: 900 }],
])(
  'the neighbourhood where somebody is opens on %s, and where that is, is sent to nobody',
  async (_, viewport) => {
    const context = await browser.newContext({
      viewport,
      geolocation: inEnschede,
      permissions: ['geolocation'],
    });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    const page = await context.newPage();
    await page.goto(`${address}/`);
    await waitForMap(page);
    expect(await page.locator('.own-position').count()).toBe(0);
    const button = page.getByRole('button', { name: 'Waar ben ik?' });
    await button.click();
    await page.waitForURL(/area=BU0153/);
    await page.locator('.own-position-mark').first().waitFor();
    await page.getByText(/^U bent in /).waitFor({ state: 'attached' });
    await waitForMap(page);
    // The map flies there once it is known where the area lies.
    await page.waitForFunction(
      () => (document.querySelector('.own-position-accuracy')?.getBoundingClientRect().width ?? 0) > 10,
    );
    expect(asked.filter((text) => text.includes('6.8937') || text.includes('52.2215'))).toEqual([]);
    expect(new URL(page.url()).search).not.toContain('6.8937');
    await waitForRest(page);
    await expectAccessible(page);
    // On a phone the sheet of the area lies over the buttons.
    if (viewport === phone) return;
    await button.click();
    await page.locator('.own-position').waitFor({ state: 'detached' });
  },
);

test('who says no, and who is elsewhere, is told so', async () => {
  const refused = await browser.newContext({ viewport: phone });
  const page = await refused.newPage();
  await page.goto(`${address}/?lang=en`);
  await waitForMap(page);
  await page.getByRole('button', { name: 'Where am I?' }).click();
  await page.getByText('Your browser may not use your position.').waitFor();
  const elsewhere = await browser.newContext({
    viewport: phone,
    geolocation: { longitude: 4.9, latitude: 52.37 },
    permissions: ['geolocation'],
  });
  const other = await elsewhere.newPage();
  await other.goto(`${address}/`);
  await waitForMap(other);
  await other.getByRole('button', { name: 'Waar ben ik?' }).click();
  await other.getByText('U bent buiten de regio van deze kaart.').waitFor();
  expect(new URL(other.url()).search).not.toContain('area=');
});
