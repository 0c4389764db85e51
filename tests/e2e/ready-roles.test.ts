import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { openBrowser } from '../setup/browser.ts';
import { makeFolder } from '../setup/folder.ts';

const browser = await openBrowser('canvas');
const passwords = new Map<string, string>();
let address = '';
let stop = async () => {};

/** A database is made where the installation has prepared none, milliseconds. */
const longestWait = 240_000;

/** Reads what the terminal says, as whoever tries the demonstration does. */
beforeAll(async () => {
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: await makeFolder('ready-roles'), PORT: '0' };
  const product = spawn(process.execPath, ['api/start.cjs'], {
    env: { ...env, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exit = new Promise((resolve) => product.once('exit', resolve));
  stop = async () => {
    product.kill('SIGTERM');
    await exit;
  };
  address = await new Promise<string>((resolve) => {
    createInterface(product.stderr).on('line', (line) => {
      const [, email, password] = /^ {2}(\S+@demonstratie\.example) +(\S+)/.exec(line) ?? [];
      if (email && password) passwords.set(email, password);
      const found = /Sign in at (\S+)\/\?page=sign-in/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
}, longestWait);
afterAll(() => stop());

async function open(query: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}/?${query}`);
  return page;
}

/** On the page to sign in, wherever it was reached from. */
async function signIn(page: Page, role: string): Promise<void> {
  const item = page.locator('.ready-roles li', { hasText: role });
  const email = await item.locator('.soft').innerText();
  await item.getByRole('button').click();
  await page.getByLabel('Password').fill(passwords.get(email) ?? '');
  await page.keyboard.press('Enter');
  // The demonstration fills in the code.
  await expect.poll(() => page.getByLabel('One-time code').inputValue()).toMatch(/^\d{6}$/);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'My start' }).waitFor();
}

/** Who sees the closed figures of the region, who may write, and who sees to rights. */
const roles = [
  { role: 'Administrator', mayWrite: true, maySet: true },
  { role: 'Editor (Enschede)', mayWrite: true, maySet: false },
  { role: 'Partner organisation (Politie)', mayWrite: true, maySet: false },
  { role: 'Reader of a municipality (Hengelo)', mayWrite: false, maySet: false },
];

test.each(roles)(
  'as $role somebody comes back to the figure that was closed, in his language, and is told what his role is for',
  async ({ role, mayWrite, maySet }) => {
    const page = await open('indicator=signalen-ondermijning&level=municipality&lang=en');
    await page.getByText('There is nothing for you to see here.').waitFor();
    await page.locator('.notice').getByRole('link', { name: 'Sign in' }).click();
    await page.getByText('Demonstration: four roles to try').waitFor();
    await expectAccessible(page, ['main', 'header']);
    await signIn(page, role);
    expect(new URL(page.url()).searchParams.get('indicator')).toBe('signalen-ondermijning');
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
    expect(await page.locator('.notice').allInnerTexts()).toEqual([]);

    await page.goto(`${address}/?page=writing&lang=en`);
    if (mayWrite) await page.getByRole('button', { name: 'New story' }).waitFor();
    else await page.getByText('You are here to read.').waitFor();
    expect(await page.locator('main').getByRole('link', { name: 'Sign in' }).count()).toBe(0);
    await expectAccessible(page, ['main', 'header']);

    await page.goto(`${address}/?page=access&lang=en`);
    if (maySet) await page.getByRole('button', { name: 'Close the site' }).waitFor();
    else await page.getByText('There is nothing for you to see here.').waitFor();
    expect(await page.locator('main').getByRole('link', { name: 'Sign in' }).count()).toBe(0);

    await page.goto(`${address}/?page=start&lang=en`);
    await page.getByRole('heading', { name: 'My municipality' }).waitFor();
    expect(await page.locator('main').getByRole('link', { name: 'My contributions' }).count()).toBe(
      mayWrite ? 1 : 0,
    );
    await page.goto(`${address}/?page=account&lang=en`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
    await expect
      .poll(() =>
        page.evaluate(async () => (await fetch('/api/columns/signalen-ondermijning/municipality')).status),
      )
      .toBe(404);
  },
  longestWait,
);
