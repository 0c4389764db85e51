import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { openPage, readQuery, waitForMap } from '../setup/page.ts';

const address = inject('address');
const crimes = `${address}/?indicator=misdrijven-per-1000&period=2024`;
const pair = `${crimes}&panels=2&period2=2021`;

/** The words of the page follow the map, after the address. */
const patient = { timeout: 30_000 };

const browser = await openBrowser('canvas');
/** For what goes by the pointer and the camera of the map itself. */
const withWebGl = await openBrowser();

/** Waits until there are so many panels and each has drawn everything. */
async function waitForPanels(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelectorAll('.frame').length === wanted, count);
  await waitForMap(page);
}

async function openPanels(url: string, count: number, options = {}, from = browser): Promise<Page> {
  const page = await openPage(from, url, options);
  await waitForPanels(page, count);
  return page;
}

async function readLimits(page: Page): Promise<string[]> {
  return page.locator('.panel-legend .limits').allTextContents();
}

test('two years stand side by side on one scale, and a switch gives each its own', async () => {
  const page = await openPanels(pair, 2);
  const [first, second] = await readLimits(page);
  expect(first).not.toBe('');
  expect(second).toBe(first);
  await page.getByText('Klassen aanpassen').click();
  await page.getByLabel('Eigen schaal per periode').check();
  await page.waitForFunction(() => location.search.includes('scale=period'));
  await expect
    .poll(async () => {
      const [own, other] = await readLimits(page);
      return own === other;
    }, patient)
    .toBe(false);
});

test('the pointer on one map shows the area and its figure on both', async () => {
  const page = await openPanels(pair, 2, {}, withWebGl);
  const box = await page.locator('.frame[data-index="0"]').boundingBox();
  if (!box) throw new Error('There is no first panel');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.locator('.hover-card').nth(1).waitFor();
  const names = await page.locator('.hover-card .hover-name').allTextContents();
  expect(names).toHaveLength(2);
  expect(names[1]).toBe(names[0]);
});

test('maps stay in step while one is dragged', async () => {
  const page = await openPanels(`${pair}&map=10.50/52.3200/6.6500`, 2, {}, withWebGl);
  const box = await page.locator('.frame[data-index="0"]').boundingBox();
  if (!box) throw new Error('There is no first panel');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) await page.mouse.move(x + step * 9, y - step * 6);
  await page.mouse.up();
  await page.waitForFunction(() => !location.search.includes('map=10.50/52.3200/6.6500'));
  await waitForPanels(page, 2);
  const place = async (panel: number) => {
    const at = await page.locator(`.frame[data-index="${panel}"]`).boundingBox();
    if (!at) throw new Error('There is no such panel');
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await page.waitForFunction(() => document.querySelectorAll('.hover-card').length === 2);
    return page.locator('.hover-card .hover-name').allTextContents();
  };
  const [ofFirst, ofSecond] = [await place(0), await place(1)];
  expect(new Set([...ofFirst, ...ofSecond]).size).toBe(1);
});

test('a swiped map is divided with the keyboard, and the link keeps where', async () => {
  const page = await openPanels(`${crimes}&panels=swipe&period2=2021`, 2, {}, withWebGl);
  const divider = page.getByRole('slider', { name: 'Schuif tussen de twee kaarten' });
  await divider.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => location.search.includes('divider=0.52'));
  await expect.poll(() => divider.getAttribute('aria-valuenow'), patient).toBe('52');
  await page.keyboard.press('Home');
  await page.waitForFunction(() => location.search.includes('divider=0.00'));
});

test('a map of change names its test of chance, has a fill for redrawn areas, and the link restores it', async () => {
  const page = await openPanels(`${address}/?indicator=misdrijven&period=2024&change=2021.relative`, 1);
  await page.getByText('Poissontoets').waitFor();
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  expect(heading).toContain('verschil in procenten');
  expect(heading).toContain('2021 → 2024');
  const other = await openPanels(page.url(), 1);
  expect(readQuery(other).get('change')).toBe('2021.relative');
  expect(await other.getByRole('heading', { level: 1 }).textContent()).toBe(heading);
});

test('a map of deviation names its reference and its test, and another reference makes another map', async () => {
  const page = await openPanels(`${crimes}&level=district&period=2024`, 1);
  const shows = page.getByRole('combobox', { name: 'De kaart toont' });
  await shows.selectOption('deviation-absolute');
  const heading = page.getByRole('heading', { level: 1 });
  await expect.poll(() => heading.textContent(), patient).toContain('afwijking van');
  await page.getByText('kan toeval zijn (Poissontoets, 5%)').waitFor();
  await waitForPanels(page, 1);
  const [before, title] = [await page.locator('#map').screenshot(), await heading.textContent()];
  const reference = page.locator('.change-choice').getByRole('combobox').nth(1);
  await reference.selectOption({ label: 'Enschede' });
  await expect.poll(() => heading.textContent(), patient).not.toBe(title);
  await expect
    .poll(async () => (await page.locator('#map').screenshot()).equals(before), patient)
    .toBe(false);
  expect(readQuery(page).get('deviation')).toBe('absolute');
  expect(readQuery(page).get('reference')).toBe('GM0153');
});

test.each([
  ['municipality', 'Eigen gemeente', 'de eigen gemeente', /tegenover [\d,]+ in Enschede$/],
  [
    'peers',
    'Vergelijkbare gebieden',
    'vergelijkbare gebieden',
    /tegenover [\d,]+ in vergelijkbare gebieden$/,
  ],
  ['target', 'Streefwaarde van de gemeente', 'de streefwaarde', /tegenover [\d,]+ als streefwaarde$/],
] as const)(
  'a map of deviation from the own %s of each area says so on map and card',
  async (key, label, name, ends) => {
    const page = await openPanels(`${crimes}&level=district&period=2024&deviation=absolute&area=WK015300`, 1);
    await page.locator('.change-choice').getByRole('combobox').nth(1).selectOption({ label });
    const heading = page.getByRole('heading', { level: 1 });
    await expect.poll(() => heading.textContent(), patient).toContain(`afwijking van ${name}`);
    const note = page.locator('.deviation-note p');
    await expect.poll(() => note.first().textContent(), patient).toMatch(ends);
    await expect.poll(() => note.allTextContents(), patient).toContainEqual(expect.stringMatching(/toeval/));
    expect(readQuery(page).get('reference')).toBe(key);
  },
);

test('the table of a map of deviation is downloaded as it is shown', async () => {
  const page = await openPanels(`${crimes}&level=district&deviation=absolute&tab=table`, 1);
  const button = page.getByRole('button', { name: 'CSV' });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const [head = '', ...rows] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(head).toContain('afwijking van Twente');
  const values = rows.map((row) => Number(row.split(',')[3]));
  expect(values.some((value) => value < 0)).toBe(true);
  expect(values.some((value) => value > 0)).toBe(true);
});

test('a count deviates from nothing: the choice says why', async () => {
  const page = await openPanels(`${address}/?indicator=inwoners&deviation=absolute`, 1);
  expect(readQuery(page).get('deviation')).toBeNull();
  const option = page.locator('option[value="deviation-absolute"]');
  expect(await option.evaluate((element: HTMLOptionElement) => element.disabled)).toBe(true);
  await page.getByText('Niet alles in de link was te herstellen').waitFor();
});

test('maps of periods that do not compare say why, and so does the comparison of a selection', async () => {
  const unsafe = `${address}/?indicator=onveiligheidsgevoelens&level=municipality`;
  const page = await openPanels(`${unsafe}&period=2019&panels=2&period2=2023`, 2);
  const note = page.locator('.frame[data-index="1"] .frame-caveats');
  await note.getByText('Breuk in de reeks vanaf 2021').waitFor();
  expect(await page.locator('.frame[data-index="0"] .frame-caveats').count()).toBe(0);
  const selection = await openPanels(
    `${unsafe}&period=2019&tab=selection&areas=GM0153,GM0168&reference=GM0153`,
    1,
  );
  const caveats = selection.locator('.selection-comparison .caveats');
  await caveats.getByText('Andere leeftijdsgrens: vanaf 18 tegenover vanaf 15 jaar').waitFor();
  expect(await caveats.locator('strong').first().textContent()).toBe('Losser');
});

test('a class pressed in the legend lets its areas stand out, by keyboard and in the link', async () => {
  const page = await openPanels(crimes, 1);
  const before = await page.locator('#map').screenshot();
  const bar = page.locator('.legend-entries button').nth(1);
  await bar.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.search.includes('brush=1:'));
  await expect.poll(() => bar.getAttribute('aria-pressed'), patient).toBe('true');
  await page.getByText('uitgelicht').waitFor();
  await waitForPanels(page, 1);
  expect((await page.locator('#map').screenshot()).equals(before)).toBe(false);
  await page.getByRole('button', { name: 'Wis', exact: true }).first().click();
  await page.waitForFunction(() => !location.search.includes('brush='));
});

test('a drag over the bars brushes all classes between, and its limits can be set apart from theirs', async () => {
  const page = await openPanels(pair, 2);
  const bars = page.locator('.frame[data-index="0"] .panel-legend .bars button');
  const [first, third] = [await bars.nth(1).boundingBox(), await bars.nth(3).boundingBox()];
  if (!first || !third) throw new Error('There are no bars');
  await page.mouse.move(first.x + first.width / 2, first.y + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(third.x + third.width / 2, third.y + third.height / 2, { steps: 6 });
  await page.mouse.up();
  await page.waitForFunction(() => /brush=1(:|%3A)[\d.]+\.\.[\d.]+/.test(location.search));
  await expect
    .poll(() => bars.evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-pressed'))), patient)
    .toEqual(['false', 'true', 'true', 'true', 'false']);
  const stood = await page.locator('.brush-note [role="status"]').textContent();
  await page.locator('.brush-range').getByLabel('tot').fill('30,5');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /\.\.30\.5(&|$)/.test(location.search));
  await expect.poll(() => page.locator('.brush-note [role="status"]').textContent(), patient).not.toBe(stood);
});

test('the usual comparisons are one click away', async () => {
  const page = await openPanels(crimes, 1);
  await page.getByRole('button', { name: 'Eerste en laatste' }).click();
  await waitForPanels(page, 2);
  const query = readQuery(page);
  expect(query.get('panels')).toBe('2');
  expect(Number(query.get('period'))).toBeLessThan(Number(query.get('period2')));
  await page.getByRole('button', { name: 'Twee gemeenten' }).click();
  await page.waitForFunction(() => location.search.includes('map2='));
  await waitForPanels(page, 2);
  const [first, second] = ['map', 'map2'].map((name) => readQuery(page).get(name)?.split('/') ?? []);
  expect(second?.[0]).toBe(first?.[0]);
  expect(second?.slice(1)).not.toEqual(first?.slice(1));
});

test.each([
  ['two maps', pair, 2, { width: 1440, height: 900 }],
  ['four maps', `${crimes}&panels=4&period2=2023&period3=2022&period4=2021`, 4, { width: 1440, height: 900 }],
  ['a swiped map', `${crimes}&panels=swipe&period2=2021`, 2, { width: 1024, height: 768 }],
  ['a map of change', `${crimes}&change=2021.absolute&lang=en`, 1, { width: 1440, height: 900 }],
  ['a map of deviation', `${crimes}&deviation=relative&area=GM0153`, 1, { width: 1024, height: 768 }],
  ['a selection', `${crimes}&areas=GM0153,GM0141&tab=selection`, 1, { width: 1440, height: 900 }],
  ['two maps on a phone', pair, 2, { width: 390, height: 844 }],
] as const)('axe finds nothing on %s', async (_name, url, count, viewport) => {
  const page = await openPanels(url, count, { viewport });
  await expectAccessible(page);
});

test('on a phone the legend of clusters leaves room for its map beside three others, and is read out', async () => {
  const page = await openPage(
    browser,
    `${address}/?indicator=misdrijven-per-1000&period=2024&panels=4&level=district&shows2=clusters&shows3=figures`,
    { viewport: { width: 360, height: 740 } },
  );
  const frame = page.locator('.frame').nth(1);
  const legend = frame.locator('.panel-kinds');
  await legend.locator('li').first().waitFor({ timeout: 30_000 });
  const [room, taken] = [await frame.boundingBox(), await legend.boundingBox()];
  expect(taken?.height ?? 0).toBeGreaterThan(20);
  expect(taken?.height ?? 0).toBeLessThan((room?.height ?? 0) / 2);
  expect(await legend.getByRole('listitem').allTextContents()).toContainEqual(
    expect.stringContaining('geen patroon'),
  );
});
