import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Cookie, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../setup/accessibility.ts';
import { goodPassword, showCode } from '../setup/accounts.ts';
import { openBrowser } from '../setup/browser.ts';
import { makeFolder } from '../setup/folder.ts';
import { runScript } from '../setup/process.ts';

const browser = await openBrowser('canvas');
let directory: string;
let address = '';
let link = '';
let stop = async () => {};

/** Two databases are made where the installation has prepared none, milliseconds. */
const longestWait = 600_000;

beforeAll(async () => {
  directory = await makeFolder('accounts');
  const made = await runScript('accounts', ['create-administrator', '--email', 'ada@example.nl'], directory);
  expect(made.errors).toBe('');
  expect(made.code).toBe(0);
  link = /page=invitation#(\S+)/.exec(made.output)?.[1] ?? '';
  expect(link).toHaveLength(43);
  // As the README closes a site: from an empty folder, before anybody has signed in.
  const closed = await runScript('access', ['close'], directory);
  expect([closed.code, closed.errors]).toEqual([0, '']);
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'info' };
  const product = spawn(process.execPath, ['api/start.cjs'], { env });
  const exit = new Promise((resolve) => product.once('exit', resolve));
  const port = await new Promise<string>((resolve) => {
    createInterface(product.stdout).on('line', (line) => {
      const found = /listening on http:\/\/localhost:(\d+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
  address = `http://localhost:${port}`;
  stop = async () => {
    product.kill('SIGTERM');
    await exit;
  };
  while ((await fetch(`${address}/readyz`)).status !== 200)
    await new Promise((resolve) => setTimeout(resolve, 250));
}, longestWait);
afterAll(async () => {
  await stop();
});

async function open(size = { width: 1280, height: 900 }) {
  const context = await browser.newContext({ viewport: size, locale: 'nl-NL' });
  return context.newPage();
}

/** A device that unlocks passkeys by itself. */
async function addAuthenticator(page: Page, isUserVerified = true) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
  return (verified: boolean) =>
    session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: verified });
}

const picture = async (page: Page, name: string) => {
  if (process.env.SCREENS)
    await page.screenshot({ path: `${process.env.SCREENS}/${name}.png`, fullPage: true });
};

/** A closed site has two: one in its header, and one beside what it says. */
const signInLinkOf = (page: Page) => page.getByRole('link', { name: 'Aanmelden' }).first();

/** What the partner has, for the tests after the one in which he comes in. */
let partnersSecret = '';
let partnersCodes: string[] = [];
let administratorsCookies: Cookie[] = [];

async function signInAsPartner(page: Page, code: string): Promise<void> {
  await page.goto(`${address}/?page=sign-in`);
  await page.getByLabel('E-mailadres').fill('bo@example.nl');
  await page.getByLabel('Wachtwoord').fill(goodPassword);
  await page.keyboard.press('Enter');
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Mijn account: Bo de Wit' }).waitFor();
}

test('a site that was closed by commands alone shows nothing but the way in', async () => {
  for (const path of [
    '/api/catalog',
    '/api/columns/misdrijven/municipality',
    '/tiles/2024.json',
    '/ogc',
    '/catalog.ttl',
  ])
    expect([path, (await fetch(`${address}${path}`)).status]).toEqual([path, 401]);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  const page = await open();
  await page.goto(`${address}/`);
  await page.getByText('Deze site is alleen te zien voor wie zich heeft aangemeld.').first().waitFor();
  await expectAccessible(page);
  await picture(page, 'closed-site');
  await signInLinkOf(page).click();
  await page.getByRole('button', { name: 'Aanmelden met een passkey' }).waitFor();
});

test('the first administrator comes in with a passkey, invites a partner, and the partner comes in with a password and a code', async () => {
  const admin = await open();
  const verify = await addAuthenticator(admin);
  await admin.goto(`${address}/?page=invitation#${link}`);
  await admin.getByRole('radio', { name: 'Met een passkey' }).check();
  await expectAccessible(admin, ['main', 'header']);
  await picture(admin, 'invitation-passkey');
  expect(admin.url()).not.toContain(link);
  await admin.getByRole('button', { name: 'Account maken' }).click();
  await admin.getByRole('heading', { name: 'Uw herstelcodes' }).waitFor();
  expect(await admin.locator('.recovery-codes li').count()).toBe(10);
  await expectAccessible(admin, ['main', 'header']);
  await picture(admin, 'recovery-codes');
  await admin.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
  await admin.getByRole('link', { name: 'Mijn account: ada' }).waitFor();

  await admin.getByRole('link', { name: 'Mijn account: ada' }).click();
  await admin.getByRole('heading', { name: 'Waar u bent aangemeld' }).waitFor();
  await expectAccessible(admin, ['main', 'header']);
  await picture(admin, 'account');
  await admin.getByRole('link', { name: 'Mensen en rollen' }).click();
  await admin.getByLabel('Naam').fill('Bo de Wit');
  await admin.getByLabel('E-mailadres').fill('bo@example.nl');
  await admin.getByLabel('Organisatie', { exact: true }).fill('Politie Oost-Nederland');
  await admin.getByLabel('Soort organisatie').selectOption('police');
  await picture(admin, 'people-form');
  await admin.getByRole('button', { name: 'Uitnodigen' }).click();
  const word = /#(\S{43})/.exec(await admin.locator('.link-box code').innerText())?.[1] ?? '';
  await expectAccessible(admin, ['main', 'header']);
  await picture(admin, 'people');

  const partner = await open({ width: 390, height: 844 });
  await partner.goto(`${address}/?page=invitation#${word}`);
  await partner.getByRole('radio', { name: 'Met wachtwoord en code' }).check();
  const secret = (await partner.locator('.key-text').innerText()).replaceAll(' ', '');
  partnersSecret = secret;
  expect(await partner.getByRole('img', { name: 'Scan met uw authenticator-app' }).isVisible()).toBe(true);
  await partner.getByLabel('Nieuw wachtwoord').fill('kort');
  await partner.getByLabel('Code die de app nu toont').fill(showCode(secret, -1));
  await partner.getByRole('button', { name: 'Account maken' }).click();
  await partner.getByRole('alert').getByText('minstens 12 tekens').waitFor();
  await expectAccessible(partner, ['main', 'header']);
  await picture(partner, 'invitation-password-phone');
  await partner.getByLabel('Nieuw wachtwoord').fill(goodPassword);
  // Looking at the page took its time, and the code is one of a while ago by then.
  await partner.getByLabel('Code die de app nu toont').fill(showCode(secret, -1));
  await partner.getByRole('button', { name: 'Account maken' }).click();
  await partner.getByRole('heading', { name: 'Uw herstelcodes' }).waitFor();
  partnersCodes = await partner.locator('.recovery-codes li').allInnerTexts();
  await partner.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
  // On a phone the page to begin at leads to the account.
  await partner.getByRole('link', { name: 'Mijn start' }).click();
  await partner.getByRole('link', { name: 'Mijn account' }).click();
  await partner.getByRole('button', { name: 'Afmelden' }).click();

  await signInLinkOf(partner).click();
  await partner.getByLabel('E-mailadres').fill('bo@example.nl');
  await partner.getByLabel('Wachtwoord').fill('niet het goede wachtwoord');
  await partner.keyboard.press('Enter');
  await partner.getByRole('alert').getByText('Dat klopt niet').waitFor();
  await expectAccessible(partner, ['main', 'header']);
  await picture(partner, 'sign-in-phone');
  await partner.getByLabel('Wachtwoord').fill(goodPassword);
  await partner.keyboard.press('Enter');
  await partner.getByLabel('Code', { exact: true }).fill(showCode(secret));
  await partner.keyboard.press('Enter');
  await partner.getByRole('link', { name: 'Mijn start' }).waitFor();
  await partner.goto(`${address}/?page=people`);
  await partner.getByRole('alert').getByText('Dit mag hier niet').waitFor();

  await admin.goto(`${address}/?page=trail`);
  await admin.getByRole('cell', { name: 'uitnodiging aanvaard' }).first().waitFor();
  await expectAccessible(admin, ['main', 'header']);
  await picture(admin, 'trail');
  await admin.goto(`${address}/?page=account`);
  await admin.getByRole('button', { name: 'Afmelden' }).click();
  await signInLinkOf(admin).click();
  await picture(admin, 'sign-in');
  // A passkey that is not unlocked is one factor only.
  await verify(false);
  await admin.getByRole('button', { name: 'Aanmelden met een passkey' }).click();
  await admin
    .getByRole('alert')
    .getByText(/passkey/)
    .waitFor();
  await verify(true);
  await admin.getByRole('button', { name: 'Aanmelden met een passkey' }).click();
  await admin.getByRole('link', { name: 'Mijn account: ada' }).waitFor();
  administratorsCookies = await admin.context().cookies();
});

test('the partner adds a passkey and signs in with it, ends a session that he has elsewhere, and an administrator ends all of them', async () => {
  const elsewhere = await open();
  await signInAsPartner(elsewhere, showCode(partnersSecret, 1));
  const partner = await open();
  await addAuthenticator(partner);
  await signInAsPartner(partner, partnersCodes[0] ?? '');
  await partner.goto(`${address}/?page=account`);
  await partner.getByText('U hebt geen passkey.').waitFor();
  await partner.getByRole('button', { name: 'Passkey toevoegen' }).click();
  await partner.getByText('Passkey: Mijn apparaat').waitFor();
  await partner.getByRole('button', { name: 'Afmelden', exact: true }).click();
  await signInLinkOf(partner).click();
  await partner.getByRole('button', { name: 'Aanmelden met een passkey' }).click();
  await partner.getByRole('link', { name: 'Mijn account: Bo de Wit' }).click();
  await partner.getByText(/, passkey\. Laatst gebruikt/).waitFor();

  const sessions = partner.locator('h2:has-text("Waar u bent aangemeld") + ul > li');
  const others = await sessions.getByRole('button', { name: /^Beëindigen: / }).count();
  expect(others).toBeGreaterThan(0);
  await picture(partner, 'account-sessions');
  for (let left = others; left > 0; left -= 1) {
    await sessions
      .getByRole('button', { name: /^Beëindigen: / })
      .first()
      .click();
    await expect.poll(() => sessions.count()).toBe(left);
  }
  await expectAccessible(partner, ['main', 'header']);
  await elsewhere.reload();
  await signInLinkOf(elsewhere).waitFor();

  const admin = await open();
  await admin.context().addCookies(administratorsCookies);
  await admin.goto(`${address}/?page=people`);
  await admin.getByRole('button', { name: 'Overal afmelden: Bo de Wit' }).click();
  await admin.getByRole('button', { name: 'Zeker weten?: Bo de Wit' }).click();
  await partner.reload();
  await partner.getByRole('alert').waitFor();
  await expect.poll(() => partner.getByRole('link', { name: 'Mijn account: Bo de Wit' }).count()).toBe(0);
  // He may sign in again.
  await partner.goto(`${address}/?page=sign-in`);
  await partner.getByRole('button', { name: 'Aanmelden met een passkey' }).click();
  await partner.getByRole('link', { name: 'Mijn account: Bo de Wit' }).waitFor();
});

test('the trail tells in words what was done, by act, person and day, and stands on a phone', async () => {
  const admin = await open({ width: 360, height: 800 });
  await admin.context().addCookies(administratorsCookies);
  await admin.goto(`${address}/?page=trail`);
  const rows = admin.locator('.trail-table tbody tr');
  await rows.first().waitFor();
  await rows
    .filter({ hasText: 'sessies beëindigd' })
    .filter({ hasText: 'Bo de Wit: 1 beëindigd' })
    .first()
    .waitFor();
  await rows.filter({ hasText: 'uitgenodigd' }).getByText('Partner (Politie Oost-Nederland)').waitFor();
  await rows.filter({ hasText: 'aanmeldmanier toegevoegd' }).getByText('passkey').waitFor();
  expect(await admin.locator('.trail-table').innerText()).not.toContain('{');
  expect(await admin.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await admin.locator('.trail-scroll').evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(
    true,
  );
  await expectAccessible(admin, ['main', 'header']);
  await picture(admin, 'trail-phone');
  await admin.getByRole('combobox', { name: 'Handeling' }).selectOption('aanmelden geweigerd');
  await expect.poll(() => rows.filter({ hasNotText: 'aanmelden geweigerd' }).count()).toBe(0);
  expect(await rows.count()).toBeGreaterThan(0);
  await admin.getByRole('combobox', { name: 'Persoon' }).selectOption('ada');
  await admin.getByText('Niets gevonden.').waitFor();
  await admin.getByRole('combobox', { name: 'Handeling' }).selectOption('Alle');
  await rows.filter({ hasText: 'uitnodiging aanvaard' }).first().waitFor();
  await admin.getByLabel('Vanaf').fill('2099-01-01');
  await admin.getByText('Niets gevonden.').waitFor();
  await admin.goto(`${address}/?page=trail&lang=en`);
  await rows.filter({ hasText: 'second step: passkey' }).first().waitFor();
});

test('the pages are there in English', async () => {
  const page = await open();
  await page.goto(`${address}/?page=sign-in&lang=en`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
  await expectAccessible(page, ['main', 'header']);
});
