import { beforeAll, expect, test } from 'vitest';
import { writeGiven } from '../../../api/questionnaires/answering/given.ts';
import { createAnsweringLimits } from '../../../api/questionnaires/answering/limits.ts';
import { writeQuestion } from '../../../api/questionnaires/answering/question.ts';
import { wordsOf } from '../../../api/questionnaires/answering/words.ts';
import { formatCode, makeCode } from '../../../geodata/sampling/code.ts';
import type { Database } from '../../../sql/database.ts';
import { makeCodes } from '../../../sql/questionnaires/invitations.ts';
import { openAnswering as openRound } from '../../../sql/questionnaires/laying.ts';
import {
  answeringAddress,
  createAnsweringApp,
  headingOf,
  hiddenOf,
  openAnswering,
  type Shown,
} from '../../setup/answering.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { publishFixture } from '../../setup/publication.ts';
import { testSurveyKey as key, planRound, testQuestionnaire } from '../../setup/survey.ts';

type Browser = ReturnType<typeof openAnswering>;
type Fields = readonly (readonly [string, string])[];

async function openWithCodes(db: Database, name: string): Promise<[string, string]> {
  const round = await planRound(db, { key: name });
  const [first = '', second = ''] = await makeCodes(db, key, round, 'WK900101', 2);
  await openRound(db, key, round);
  return [first, second];
}

/** Fills in the form that is shown. */
function fill(browser: Browser, page: Shown, fields: Fields) {
  return browser.post(page.at.split('?')[0] ?? '', [...hiddenOf(page), ...fields, ['doel', 'verder']]);
}

async function begin(browser: Browser, code: string): Promise<Shown> {
  await browser.get(`/vragenlijst?c=${code}`);
  return fill(browser, await browser.get('/vragenlijst/over-u'), [
    ['age', '25-44'],
    ['sex', 'woman'],
  ]);
}

/** Goes on with the code of a link where the browser was answering with another one. */
async function change(browser: Browser, code: string): Promise<Shown> {
  const asked = await browser.get(`/vragenlijst?c=${code}`);
  return fill(browser, { ...asked, at: '/vragenlijst' }, []);
}

describeOnBothDatabases('two codes in one browser', (getDatabase) => {
  beforeAll(() => publishFixture(getDatabase()));

  test('what a page of one code sends is never kept or sent for the other', async () => {
    const [first, second] = await openWithCodes(getDatabase(), 'twee-codes');
    const { app } = createAnsweringApp(getDatabase());
    const browser = openAnswering(app);
    const person = await browser
      .get(`/vragenlijst?c=${first}`)
      .then(() => browser.get('/vragenlijst/over-u'));
    const block = await begin(browser, first);
    const check = await browser.get('/vragenlijst/nakijken');
    await change(browser, second);
    for (const page of [person, block, check]) {
      const fields: Fields = [...hiddenOf(page), ['q.onveilig', '99'], ['age', '75+'], ['sex', 'man']];
      const address = page === check ? '/vragenlijst/versturen' : page.at;
      const refused = await browser.post(address, [...fields, ['doel', 'verder']]);
      expect([refused.status, refused.html.includes('Deze pagina hoort bij een andere code')]).toEqual([
        409,
        true,
      ]);
      // Nor by typing the other code there.
      const typed = await browser.post(address, [...hiddenOf(refused), ['code', second], ['doel', 'verder']]);
      expect(typed.status).toBe(409);
    }
    expect((await browser.get('/vragenlijst/over-u')).html).not.toContain(' checked');
    const refused = await browser.post(block.at, [...hiddenOf(block), ['q.onveilig', '02']]);
    const kept = await browser.post(block.at, [...hiddenOf(refused), ['code', first], ['doel', 'verder']]);
    expect(headingOf(kept)).toBe('Uw buurt');
    expect((await browser.get(block.at)).html).toContain('value="02" checked');
  });

  test('a page of one code loses nothing after the sheet of the other was sent', async () => {
    const [first, second] = await openWithCodes(getDatabase(), 'na-versturen');
    const browser = openAnswering(createAnsweringApp(getDatabase()).app);
    const block = await begin(browser, first);
    await change(browser, second);
    await fill(browser, await begin(browser, second), [['q.onveilig', '99']]);
    const check = await browser.get('/vragenlijst/nakijken');
    const sent = await browser.post('/vragenlijst/versturen', hiddenOf(check));
    expect(sent.at).toBe('/vragenlijst/bedankt');
    // The second time it is the same sheet, and its code is asked of nobody.
    expect(headingOf(await browser.post('/vragenlijst/versturen', hiddenOf(check)))).toBe(
      wordsOf('nl').notices.sentBefore.title,
    );
    const refused = await browser.post(block.at, [...hiddenOf(block), ['q.onveilig', '02']]);
    expect([refused.status, refused.html.includes('Deze pagina hoort bij een andere code')]).toEqual([
      409,
      true,
    ]);
    const kept = await browser.post(block.at, [...hiddenOf(refused), ['code', first], ['doel', 'verder']]);
    expect(headingOf(kept)).toBe('Uw buurt');
    expect((await browser.get(block.at)).html).toContain('value="02" checked');
  });

  test('a link does not take the place of the code that is being answered with; a button does', async () => {
    const [first, second] = await openWithCodes(getDatabase(), 'link-code');
    const browser = openAnswering(createAnsweringApp(getDatabase()).app);
    await begin(browser, first);
    const before = browser.cookies.get('vragenlijst');
    for (const language of ['nl', 'en', 'tr', 'de', 'ar']) {
      const asked = await browser.get(`/vragenlijst?c=${second}&taal=${language}`);
      expect(headingOf(asked)).toBe(wordsOf(language).otherCode.title);
      expect(asked.html).toContain(formatCode(second));
    }
    await browser.get('/vragenlijst?taal=nl');
    expect(browser.cookies.get('vragenlijst')).toBe(before);
    const asked = await browser.get(`/vragenlijst?c=${second}`);
    const stayed = await browser.post('/vragenlijst', [...hiddenOf(asked), ['doel', 'blijven']]);
    expect([stayed.at, browser.cookies.get('vragenlijst')]).toEqual(['/vragenlijst/begin', before]);
    expect((await browser.get(`/vragenlijst?c=${first}`)).at).toBe('/vragenlijst/begin?k=1');
    expect((await change(browser, second)).at).toBe('/vragenlijst/begin?k=1');
    expect(browser.cookies.get('vragenlijst')).toContain(second);
  });

  test('the open link speaks of no code, and asks before it takes the place of one', async () => {
    const db = getDatabase();
    const [first] = await openWithCodes(db, 'naast-open');
    const round = await planRound(db, { key: 'open-erbij', hasOpenLink: true });
    await openRound(db, key, round);
    const browser = openAnswering(createAnsweringApp(db).app);
    for (const [language, word] of [
      ['nl', 'code'],
      ['en', 'code'],
      ['ar', 'رمز'],
    ] as const) {
      const intro = await browser.get(`/vragenlijst/open/${round}?taal=${language}`);
      expect(intro.html).not.toContain(word);
      expect(intro.html).toContain(language === 'ar' ? '15 عامًا' : '15');
    }
    await browser.get('/vragenlijst?taal=nl');
    await begin(browser, first);
    const before = browser.cookies.get('vragenlijst');
    const address = `/vragenlijst/open/${round}`;
    const asked = await browser.post(address, hiddenOf(await browser.get(address)));
    expect(headingOf(asked)).toBe(wordsOf('nl').otherCode.title);
    expect(browser.cookies.get('vragenlijst')).toBe(before);
    const stayed = await browser.post(address, [...hiddenOf(asked), ['doel', 'blijven']]);
    expect([stayed.at, browser.cookies.get('vragenlijst')]).toEqual(['/vragenlijst/begin', before]);
    expect((await browser.post(address, [...hiddenOf(asked), ['doel', 'verder']])).at).toBe(
      '/vragenlijst/begin?k=1',
    );
    expect(browser.cookies.get('vragenlijst')).not.toBe(before);
  });

  test('a language is chosen at the head of a page, and what was filled in is saved with it', async () => {
    const [first] = await openWithCodes(getDatabase(), 'taal-boven');
    const browser = openAnswering(createAnsweringApp(getDatabase()).app);
    const block = await begin(browser, first);
    const [head = '', main = ''] = block.html.split('<main');
    expect(head).toContain('name="doel" value="taal.en"');
    expect(main).not.toContain('value="taal.');
    // What the enter key presses comes first.
    expect(/<button[^>]*>/.exec(head)?.[0]).toContain('value="verder"');
    const other = await browser.post(block.at, [
      ...hiddenOf(block),
      ['q.onveilig', '02'],
      ['doel', 'taal.en'],
    ]);
    expect([headingOf(other), other.html.includes('value="02" checked')]).toEqual(['Safety', true]);
  });

  test('a cookie that these pages did not write tries no code', async () => {
    const [first, second] = await openWithCodes(getDatabase(), 'eigen-koekje');
    const browser = openAnswering(createAnsweringApp(getDatabase()).app);
    await begin(browser, first);
    const [, , proof] = (browser.cookies.get('vragenlijst') ?? '').split('.');
    for (const forged of [`nl.${second}`, `nl.${second}.${proof}`, `nl.${second}.x`]) {
      browser.cookies.set('vragenlijst', forged);
      expect((await browser.get('/vragenlijst/over-u')).at).toBe('/vragenlijst');
    }
  });

  test('after too many wrong codes the right one shows itself no more, typed, by its link or on a page', async () => {
    const [first] = await openWithCodes(getDatabase(), 'raden');
    const browser = openAnswering(createAnsweringApp(getDatabase()).app);
    const statuses = [];
    for (let tries = 0; tries < 41; tries += 1)
      statuses.push((await browser.post('/vragenlijst', [['code', makeCode()]])).status);
    expect([statuses[0], statuses[39], statuses[40]]).toEqual([422, 422, 429]);
    expect((await browser.post('/vragenlijst', [['code', first]])).status).toBe(429);
    expect((await browser.get(`/vragenlijst?c=${first}`)).status).toBe(429);
    expect((await browser.post('/vragenlijst/over-u', [['code', first]])).status).toBe(429);
  });
});

describeOnBothDatabases('a form that is made to be heavy', (getDatabase) => {
  beforeAll(() => publishFixture(getDatabase()));

  test('of 20,000 fields it is refused, of 300 kB too; one with many boxes is read', async () => {
    const [first] = await openWithCodes(getDatabase(), 'zwaar');
    const { app } = createAnsweringApp(getDatabase());
    const browser = openAnswering(app);
    const page = await begin(browser, first);
    const many = Array.from({ length: 20_000 }, () => ['q.onveilig', ''] as const);
    const refused = await browser.post(page.at, [...hiddenOf(page), ...many]);
    expect([refused.status, headingOf(refused)]).toEqual([
      400,
      'Dit kwam niet van een pagina van deze vragenlijst',
    ]);
    expect((await browser.post(page.at, [['q.x', 'x'.repeat(300 * 1024)]])).status).toBe(413);
    const second = await fill(browser, page, [['q.onveilig', '02']]);
    const boxes = Array.from(
      { length: 3000 },
      (_, at) => ['q.overlast', at % 2 ? 'geluid' : 'afval'] as const,
    );
    const third = await fill(browser, second, [...boxes, ['q.cijfer', '7'], ['q.eens/kennen', '1']]);
    expect(headingOf(third)).toBe('Vraag van uw gemeente');
    const form = await app.request(`${answeringAddress}/api/accounts/session`, {
      method: 'POST',
      body: 'x'.repeat(300 * 1024),
    });
    expect(form.status).not.toBe(413);
  });
});

test.each(['constructor', 'toString'])('a question under %s is written as any other', (name) => {
  const [block] = testQuestionnaire.blocks;
  const [, question] = block?.questions ?? [];
  if (!question) throw new Error('there is a question');
  const named = { ...question, key: name };
  expect(writeQuestion(named, { language: 'nl', given: {}, faults: [] })).toContain('value=""');
  expect(writeGiven([named], {}, 'nl')).toContain('Niet ingevuld');
});

test('unknown codes are counted for all networks together, for ten minutes', () => {
  let now = 0;
  const limits = createAnsweringLimits(() => now);
  for (let tries = 0; tries < 599; tries += 1) limits.isTooMany('unknown', '');
  expect(limits.isFull('unknown', '')).toBe(false);
  limits.isTooMany('unknown', '');
  expect(limits.isFull('unknown', '')).toBe(true);
  now = 600_001;
  expect(limits.isFull('unknown', '')).toBe(false);
});
