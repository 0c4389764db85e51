import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, findFaults } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';

const browser = await openBrowser('canvas');
const rows = 120;

/** A page with a long table, on which there is nothing wrong, and a frame where asked. */
async function openTable(frame = ''): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const row = (_: unknown, index: number) =>
    `<tr style="background: hsl(200 60% 90% / 0.5)"><th scope="row">Wijk ${index}</th><td><button type="button">Kies ${index}</button></td></tr>`;
  await page.setContent(`<!doctype html><html lang="nl"><head><title>Wijken</title></head><body><main><h1>Wijken</h1>
    <table style="color: rgb(20 30 40); line-height: 3"><thead><tr><th scope="col">Wijk</th><th scope="col">Keuze</th></tr></thead>
    <tbody>${Array.from({ length: rows }, row).join('')}</tbody></table>${frame}</main></body></html>`);
  return page;
}

/** Writes something on the first element that a selector names. */
function write(page: Page, selector: string, name: string, value: string): Promise<void> {
  return page
    .locator(selector)
    .evaluate((element, [key, text]) => element.setAttribute(key, text), [name, value] as const);
}

const named = (faults: Awaited<ReturnType<typeof findFaults>>) =>
  faults.map(([rule, elements]) => [rule, elements.length]);

test.each([0, rows - 1])(
  'a look names letters that cannot be read in row %i of a table, at the first look and at a later one',
  async (index) => {
    const cell = `tbody tr:nth-child(${index + 1}) th`;
    const page = await openTable();
    await write(page, cell, 'style', 'color: rgb(200 210 220)');
    expect(named(await findFaults(page))).toEqual([['color-contrast', 1]]);
    await write(page, cell, 'style', 'color: rgb(20 30 40)');
    await expectAccessible(page);
    await write(page, cell, 'style', 'background: rgb(30 30 40)');
    const [fault] = await findFaults(page);
    expect(fault?.[0]).toBe('color-contrast');
    expect(fault?.[1][0]).toContain(`Wijk ${index}<`);
  },
);

test('a look names a control without a name far down a table, and what is wrong in one part only where it looks there', async () => {
  const page = await openTable();
  await page.locator('tbody tr:nth-child(90) button').evaluate((button) => button.replaceChildren());
  expect(named(await findFaults(page))).toEqual([['button-name', 1]]);
  await expectAccessible(page, ['thead']);
  await expect(expectAccessible(page, ['tbody'])).rejects.toThrow('button-name');
});

test('a page that is loaded in the place of another is looked at as well', async () => {
  const page = await openTable();
  await expectAccessible(page);
  await page.goto('data:text/html,<!doctype html><title>Leeg</title><main><h1>Leeg</h1></main>');
  expect(named(await findFaults(page))).toEqual([['html-has-lang', 1]]);
});

test('a look names what is wrong inside a frame', async () => {
  const inside =
    '&lt;html lang=nl&gt;&lt;title&gt;Kaart&lt;/title&gt;&lt;main&gt;&lt;p style=color:silver&gt;Bleek&lt;/p&gt;';
  const page = await openTable(`<iframe title="Kaart" srcdoc="${inside}"></iframe>`);
  await page.frameLocator('iframe').getByText('Bleek').waitFor();
  const contrast = (await findFaults(page)).find(([rule]) => rule === 'color-contrast');
  expect(contrast?.[1].join()).toContain('Bleek');
});
