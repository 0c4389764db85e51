import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openPage, readQuery, waitForMap } from '../setup/page.ts';

const address = inject('address');
const browser = await openBrowser();
const patient = { timeout: 30_000 };
const phone = { viewport: { width: 390, height: 844 } };

/** Whoever follows is never done with the network. */
async function openFollower(url: string): Promise<Page> {
  const page = await (await browser.newContext(phone)).newPage();
  await page.goto(url);
  await waitForMap(page);
  return page;
}

const saidOn = (page: Page) => page.getByRole('complementary', { name: 'U kijkt mee' });

test('a phone follows what is presented, looks around, comes back, and hears that it is over', async () => {
  const presenter = await openPage(
    browser,
    `${address}/?indicator=misdrijven-per-1000&period=2023&level=municipality&area=GM0153`,
  );
  await presenter.getByRole('button', { name: 'Delen' }).press('Enter');
  await presenter.getByRole('button', { name: 'Laat anderen meekijken' }).press('Enter');
  await presenter.keyboard.press('Escape');
  const leading = presenter.getByRole('complementary', { name: 'Anderen kijken mee' });
  const place = (await leading.locator('.follow-code').textContent()) ?? '';
  const code = place.slice(-6);
  expect(place).toContain('/volg/');

  const follower = await openFollower(`${address}/volg/${code.toUpperCase()}.`);
  await saidOn(follower).getByText('Uw kaart volgt die van de spreker.').waitFor(patient);
  await expect.poll(() => readQuery(follower).get('area'), patient).toBe('GM0153');
  // The key is the presenter's alone.
  const key = await presenter.evaluate(() => JSON.parse(sessionStorage.getItem('led-session') ?? '{}').key);
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(follower.url()).not.toContain(key);
  await leading.getByText('1 kijkt mee').waitFor(patient);
  await expectAccessible(follower, ['.follow-bar']);
  expect(await follower.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  const show = (query: string) =>
    presenter.evaluate((text) => {
      history.pushState(null, '', `/${text}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, query);
  await show('?indicator=inwoners&period=2024&level=district&areas=GM0153,GM0141');
  await expect.poll(() => readQuery(follower).get('areas'), patient).toBe('GM0153,GM0141');
  expect(readQuery(follower).get('follow')).toBe(code);
  await presenter.locator('#map').hover();
  await follower.locator('.pointing span').waitFor(patient);

  await waitForMap(follower);
  await follower.locator('#map').press('ArrowRight');
  await saidOn(follower).getByText('U kijkt zelf rond.').waitFor(patient);
  await show('?indicator=inwoners&period=2023&level=municipality');
  await follower.keyboard.press('Home');
  await expect.poll(() => readQuery(follower).get('period'), patient).toBe('2023');
  await saidOn(follower).getByText('Uw kaart volgt die van de spreker.').waitFor();

  // The presenter's page is loaded anew and goes on.
  await presenter.reload();
  await waitForMap(presenter);
  await show('?indicator=inwoners&period=2022&level=municipality');
  await expect.poll(() => readQuery(follower).get('period'), patient).toBe('2022');
  await leading.getByRole('button', { name: 'Stop met meekijken' }).click();
  await saidOn(follower).getByText('De spreker is gestopt.').waitFor(patient);
  await saidOn(follower).getByRole('button', { name: 'Niet meer meekijken' }).click();
  await saidOn(follower).waitFor({ state: 'hidden' });

  const unknown = await openFollower(`${address}/volg/zzzzzz`);
  await saidOn(unknown).getByText('Deze code is onbekend').waitFor(patient);
});
