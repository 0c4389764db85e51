import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questionnaireTemplate } from '../../geodata/questionnaire/template/template.ts';
import { makeCodes } from '../../sql/questionnaires/invitations.ts';
import { laySheets, openAnswering } from '../../sql/questionnaires/laying.ts';
import { readSheets } from '../../sql/questionnaires/sheets.ts';
import { expectAccessible } from '../setup/accessibility.ts';
import { openAnsweringServer } from '../setup/answering-server.ts';
import { openBrowser } from '../setup/browser.ts';
import { testSurveyKey as key, planRound } from '../setup/survey.ts';

const browser = await openBrowser('canvas');
let server: Awaited<ReturnType<typeof openAnsweringServer>>;
let codes: string[] = [];
const whole = { key: 'heel', questionnaire: questionnaireTemplate, strata: ['GM9001'], hasOpenLink: true };

beforeAll(async () => {
  server = await openAnsweringServer();
  const round = await planRound(server.db);
  codes = await makeCodes(server.db, key, round, 'WK900101', 10);
  await openAnswering(server.db, key, round);
  await openAnswering(server.db, key, await planRound(server.db, whole));
});
afterAll(() => server.close());

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

/** Presses a key until something has the focus. */
async function reach(page: Page, selector: string, by = 'Tab'): Promise<void> {
  const target = page.locator(selector).first();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(by);
  }
  throw new Error(`${selector} is not reached with ${by}`);
}

async function submit(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
}

describe('answering in a browser', () => {
  test('goes from the code to the thanks by keyboard alone, with scripts off', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.address}/vragenlijst`);
    await reach(page, '#code-0');
    await page.keyboard.type('k7md');
    await submit(page);
    expect(await page.title()).toMatch(/^Fout: /);
    await reach(page, '.summary a');
    await page.keyboard.press('Enter');
    await reach(page, '#code-0');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(codes[0] ?? '');
    await submit(page);
    expect(page.url()).toBe(`${server.address}/vragenlijst/begin?k=1`);
    await reach(page, '.button.main');
    await submit(page);
    await reach(page, '#age-0');
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowDown');
    await reach(page, '#sex-0');
    await page.keyboard.press('Space');
    await reach(page, 'button.main');
    await submit(page);
    expect(await heading(page)).toBe('Veiligheid');
    await reach(page, '#q-onveilig-0');
    await page.keyboard.press('Space');
    await reach(page, 'button.main');
    await submit(page);
    await reach(page, '#q-hoe-vaak-0');
    await page.keyboard.type('3');
    // The enter key in a field goes on.
    await submit(page);
    expect(await heading(page)).toBe('Uw buurt');
    await reach(page, '#q-cijfer-0');
    for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('ArrowRight');
    await reach(page, '#q-overlast-1');
    await page.keyboard.press('Space');
    await reach(page, '#q-beter-0');
    await page.keyboard.type('Meer bankjes');
    await reach(page, 'button.main');
    await submit(page);
    expect(await heading(page)).toBe('Vraag van uw gemeente');
    await reach(page, 'button.main');
    await submit(page);
    expect(await heading(page)).toBe('Uw antwoorden nakijken');
    await reach(page, 'button.main');
    await submit(page);
    expect(await heading(page)).toBe('Bedankt, uw antwoorden zijn verstuurd');
    await page.goBack();
    expect(await heading(page)).toBe('Uw antwoorden waren al verstuurd');
    expect(asked.filter((url) => !url.startsWith(`${server.address}/vragenlijst`))).toEqual([]);
    await laySheets(server.db, key, 'proef-2026', { isLast: true });
    const [sheet] = await readSheets(server.db, key, 'proef-2026');
    expect(sheet).toMatchObject({
      ageBand: '25-44',
      sex: 'woman',
      answers: {
        onveilig: ['01'],
        'hoe-vaak': ['3'],
        cijfer: ['7'],
        overlast: ['afval'],
        beter: ['Meer bankjes'],
      },
    });
  });

  test.each(['nl', 'en', 'ar'])(
    'axe finds nothing on any page in %s, also on a phone and in the dark',
    async (language) => {
      const code = codes[{ nl: 1, en: 2, ar: 3 }[language] ?? 0] ?? '';
      const context = await browser.newContext({
        viewport: { width: 320, height: 640 },
        colorScheme: language === 'en' ? 'dark' : 'light',
      });
      const page = await context.newPage();
      const look = async (path?: string) => {
        if (path) await page.goto(`${server.address}${path}`);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
        await expectAccessible(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([page.url(), width]).toEqual([page.url(), 320]);
      };
      const next = () => page.locator('button.main').click();
      await look(`/vragenlijst?taal=${language}`);
      await next();
      await look();
      await page.locator('#code-0').fill(code);
      await next();
      await look();
      await look('/vragenlijst/over-u');
      await next();
      await look();
      await page.locator('#age-3').check();
      await page.locator('#sex-1').check();
      await next();
      await look();
      await next();
      await look();
      await page.locator('#q-onveilig-0').check();
      await next();
      await look();
      await page.locator('#q-hoe-vaak-0').fill('99');
      await next();
      await look();
      await page.locator('#q-hoe-vaak-0').fill('9');
      await next();
      await look();
      await page.locator('#q-cijfer-3').check();
      await page.locator('#q-overlast-0').check();
      await page.locator('#q-overlast-1').check();
      await page.locator('#q-overlast-2').check();
      await next();
      await look();
      await page.locator('#q-overlast-2').uncheck();
      await next();
      await next();
      await look();
      await next();
      await look();
      await look('/vragenlijst/nakijken');
      await look('/vragenlijst/open/heel');
      await look('/vragenlijst/open/niets');
    },
  );

  test('axe finds nothing on the pages of the whole template, and none is wider than a phone', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.goto(`${server.address}/vragenlijst/open/heel`);
    await page.locator('button.main').click();
    await expectAccessible(page);
    await page.locator('.button.main').click();
    await page.locator('#age-3').check();
    await page.locator('#sex-1').check();
    await page.locator('#district-0').selectOption({ index: 1 });
    await page.locator('button.main').click();
    const seen: string[] = [];
    for (let pages = 0; !page.url().endsWith('/nakijken') && pages < 20; pages += 1) {
      seen.push(await heading(page));
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      for (const group of await page
        .locator('fieldset')
        .filter({ has: page.locator('.must') })
        .all())
        await group.locator('input').first().check();
      await page.locator('button.main').click();
    }
    expect(seen.length).toBeGreaterThan(5);
    await expectAccessible(page);
    await page.goto(`${server.address}/vragenlijst/later`);
    await expectAccessible(page);
  });
});
