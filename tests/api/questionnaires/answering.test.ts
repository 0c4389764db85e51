import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '../../../geodata/day.ts';
import { formatCode } from '../../../geodata/sampling/code.ts';
import type { Database } from '../../../sql/database.ts';
import { makeCodes } from '../../../sql/questionnaires/invitations.ts';
import { closeAnswering, laySheets, openAnswering as openRound } from '../../../sql/questionnaires/laying.ts';
import { proveForm } from '../../../sql/questionnaires/sealing.ts';
import { readSheets } from '../../../sql/questionnaires/sheets.ts';
import { closeSite } from '../../../sql/visibility-rules.ts';
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
import { testSurveyKey as key, planRound } from '../../setup/survey.ts';

type Browser = ReturnType<typeof openAnswering>;
type Fields = readonly (readonly [string, string])[];

const me: Fields = [
  ['age', '25-44'],
  ['sex', 'woman'],
];

/** Fills in the form that is shown. */
function fill(browser: Browser, page: Shown, fields: Fields, way = 'verder') {
  return browser.post(page.at.split('?')[0] ?? '', [...hiddenOf(page), ...fields, ['doel', way]]);
}

async function openWithCodes(db: Database, round: Parameters<typeof planRound>[1], count = 3) {
  const name = await planRound(db, round);
  const codes = await makeCodes(db, key, name, round?.strata?.[0] ?? 'WK900101', count);
  await openRound(db, key, name);
  return { round: name, codes };
}

/** Up to the first block. */
async function begin(browser: Browser, code: string): Promise<Shown> {
  await browser.get(`/vragenlijst?c=${code}`);
  return fill(browser, await browser.get('/vragenlijst/over-u'), me);
}

/** All of it, up to the page that shows what is sent. */
async function answerAll(browser: Browser, code: string, text: string): Promise<Shown> {
  const first = await begin(browser, code);
  const second = await fill(browser, first, [['q.onveilig', '02']]);
  const third = await fill(browser, second, [
    ['q.cijfer', '7'],
    ['q.eens/kennen', '1'],
    ['q.overlast', 'geluid'],
    ['q.overlast', 'afval'],
    ['q.beter', text],
  ]);
  return fill(browser, third, [['q.markt', 'ja']]);
}

describeOnBothDatabases('the pages for whoever answers', (getDatabase) => {
  beforeAll(() => publishFixture(getDatabase()));

  test('from the code on the letter to the thanks, and what is kept is what was answered', async () => {
    const db = getDatabase();
    const { round, codes } = await openWithCodes(db, { key: 'heen' });
    const { app, lines } = createAnsweringApp(db);
    const browser = openAnswering(app);
    const entry = await browser.get('/vragenlijst');
    expect(headingOf(entry)).toBe('Vragenlijst invullen');
    const typed = formatCode(codes[0] ?? '').toLowerCase();
    const intro = await browser.post('/vragenlijst', [...hiddenOf(entry), ['code', typed]]);
    expect(intro.at).toBe('/vragenlijst/begin?k=1');
    expect(intro.html).toContain('Dit is een proef.');
    const check = await answerAll(browser, codes[0] ?? '', 'Meer <b>bomen</b>');
    expect(check.at).toBe('/vragenlijst/nakijken');
    for (const text of [
      '25 tot en met 44 jaar',
      'Nee',
      '7',
      'Eens',
      'Geluid',
      'Afval',
      'Meer &lt;b&gt;bomen',
    ])
      expect(check.html).toContain(text);
    const thanks = await browser.post('/vragenlijst/versturen', hiddenOf(check));
    expect(thanks.at).toBe('/vragenlijst/bedankt');
    expect(thanks.html).toContain('Dank voor het meedoen.');
    await laySheets(db, key, round, { isLast: true });
    expect(await readSheets(db, key, round)).toEqual([
      {
        way: 'code',
        district: 'WK900101',
        stratum: 'WK900101',
        ageBand: '25-44',
        sex: 'woman',
        language: 'nl',
        answers: {
          onveilig: ['02'],
          cijfer: ['7'],
          'eens/kennen': ['1'],
          overlast: ['geluid', 'afval'],
          beter: ['Meer <b>bomen</b>'],
          markt: ['ja'],
        },
      },
    ]);
    expect(lines.filter((line) => line.includes('vragenlijst') || line.includes(codes[0] ?? ''))).toEqual([]);
  });

  test('every page is for one browser alone, without scripts, found by nobody', async () => {
    const db = getDatabase();
    const { codes } = await openWithCodes(db, { key: 'koppen' });
    const { app } = createAnsweringApp(db);
    const browser = openAnswering(app);
    const redirect = await app.request(`${answeringAddress}/vragenlijst?c=${codes[0]}`);
    expect(redirect.headers.get('Location')).toBe('/vragenlijst/begin?k=1');
    expect(redirect.headers.getSetCookie()).toEqual([
      `vragenlijst=nl.${codes[0]}.${proveForm(key, codes[0] ?? '')}; Path=/vragenlijst; HttpOnly; SameSite=Lax`,
    ]);
    const pages = [await browser.get('/vragenlijst'), await begin(browser, codes[0] ?? '')];
    for (const path of [
      '/vragenlijst/begin',
      '/vragenlijst/over-u',
      '/vragenlijst/nakijken',
      '/vragenlijst/later',
    ])
      pages.push(await browser.get(path));
    for (const { headers, html } of pages) {
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('X-Robots-Tag')).toContain('noindex');
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'; style-src 'self'");
      expect(html).not.toContain('<script');
      expect(html).not.toMatch(/https?:\/\/(?!localhost)/);
    }
    const style = /href="(\/vragenlijst\/stijl[^"]+)"/.exec(pages[0]?.html ?? '')?.[1] ?? '';
    const sheet = await app.request(`${answeringAddress}${style}`);
    expect(sheet.headers.get('Content-Type')).toContain('text/css');
    expect(sheet.headers.get('Cache-Control')).toContain('immutable');
  });

  test('a question that hangs from another on the page comes up, is asked, and goes again with its answer', async () => {
    const db = getDatabase();
    const { codes } = await openWithCodes(db, { key: 'door' });
    const browser = openAnswering(createAnsweringApp(db).app);
    const first = await begin(browser, codes[0] ?? '');
    expect(first.html).not.toContain('Hoe vaak in een maand?');
    const more = await fill(browser, first, [['q.onveilig', '01']]);
    expect(more.status).toBe(200);
    expect(more.html).toContain('is er op deze pagina een vraag bij gekomen');
    expect(more.html).not.toContain('role="alert"');
    const missing = await fill(browser, more, [['q.onveilig', '01']]);
    expect(missing.status).toBe(422);
    expect(missing.html).toContain(
      '<a href="#q-hoe-vaak-0">Hoe vaak in een maand? Beantwoord deze vraag</a>',
    );
    const wrong = await fill(browser, missing, [
      ['q.onveilig', '01'],
      ['q.hoe-vaak', 'vaak'],
    ]);
    expect(wrong.html).toContain(
      'value="vaak" aria-describedby="q-hoe-vaak-h0 q-hoe-vaak-f" aria-invalid="true"',
    );
    const second = await fill(browser, wrong, [
      ['q.onveilig', '01'],
      ['q.hoe-vaak', '12'],
    ]);
    expect(headingOf(second)).toBe('Uw buurt');
    const back = await fill(browser, second, [['q.cijfer', '3']], 'terug');
    expect(back.html).toContain('value="12"');
    const again = await fill(browser, back, [
      ['q.onveilig', '02'],
      ['q.hoe-vaak', '12'],
    ]);
    expect(again.html).toContain('value="3" checked');
    expect((await browser.get('/vragenlijst/blok/veilig')).html).not.toContain('Hoe vaak in een maand?');
  });

  test('it goes on with the code on another device, in the language that was chosen', async () => {
    const db = getDatabase();
    const { codes } = await openWithCodes(db, { key: 'later' });
    const { app } = createAnsweringApp(db);
    const first = openAnswering(app);
    const block = await begin(first, codes[0] ?? '');
    const english = await fill(first, block, [['q.onveilig', '02']], 'taal.en');
    expect(english.html).toContain('<html lang="en" dir="ltr">');
    expect(english.html).toContain('value="02" checked');
    const later = await fill(first, english, [['q.onveilig', '02']], 'later');
    expect(later.html).toContain(formatCode(codes[0] ?? ''));
    expect(first.cookies.size).toBe(0);
    const second = openAnswering(app);
    const intro = await second.get(`/vragenlijst?c=${codes[0]}`);
    expect(intro.html).toContain('href="/vragenlijst/blok/veilig">Continue where you were');
    const arabic = await second.get('/vragenlijst/blok/veilig?taal=ar');
    expect(arabic.html).toContain('<html lang="ar" dir="rtl">');
    expect(arabic.html).toContain('value="02" checked');
  });

  test('two tabs: what another kept is shown beside what was filled in here, and nothing is lost', async () => {
    const db = getDatabase();
    const { codes } = await openWithCodes(db, { key: 'tabbladen' });
    const browser = openAnswering(createAnsweringApp(db).app);
    const page = await begin(browser, codes[0] ?? '');
    await fill(browser, page, [['q.onveilig', '02']]);
    const conflict = await fill(browser, page, [['q.onveilig', '99']]);
    expect(conflict.status).toBe(409);
    expect(conflict.html).toContain('U hebt dit deel ook in een ander venster ingevuld');
    expect(conflict.html).toContain('<dd>Nee</dd>');
    expect(conflict.html).toContain('value="99" checked');
    const kept = await fill(browser, conflict, [['q.onveilig', '99']]);
    expect(headingOf(kept)).toBe('Uw buurt');
    // The same once more is no conflict.
    expect(headingOf(await fill(browser, conflict, [['q.onveilig', '99']]))).toBe('Uw buurt');
  });

  test('sent twice, gone back after sending, a used code: it counts once, and each says so', async () => {
    const db = getDatabase();
    const { round, codes } = await openWithCodes(db, { key: 'twee-keer' });
    const { app } = createAnsweringApp(db);
    const [browser, other] = [openAnswering(app), openAnswering(app)];
    const check = await answerAll(browser, codes[0] ?? '', 'eerst');
    await other.get(`/vragenlijst?c=${codes[0]}`);
    const open = await other.get('/vragenlijst/blok/buurt');
    const [first, second] = await Promise.all([
      browser.post('/vragenlijst/versturen', hiddenOf(check)),
      other.post('/vragenlijst/versturen', hiddenOf(check)),
    ]);
    expect([first, second].map(headingOf).sort()).toEqual([
      'Bedankt, uw antwoorden zijn verstuurd',
      expect.stringMatching(/^(Uw antwoorden waren al verstuurd|Met deze code is al geantwoord)$/),
    ]);
    expect(headingOf(await browser.get('/vragenlijst/blok/buurt'))).toBe('Uw antwoorden waren al verstuurd');
    expect(headingOf(await fill(browser, open, [['q.beter', 'later']]))).toBe(
      'Uw antwoorden waren al verstuurd',
    );
    expect(headingOf(await openAnswering(app).get(`/vragenlijst?c=${codes[0]}`))).toBe(
      'Met deze code is al geantwoord',
    );
    await laySheets(db, key, round, { isLast: true });
    expect((await readSheets(db, key, round)).map(({ answers }) => answers.beter)).toEqual([['eerst']]);
    expect(headingOf(await openAnswering(app).get(`/vragenlijst?c=${codes[0]}`))).toBe(
      'Met deze code is al geantwoord',
    );
  });

  test('what is required is asked for before it is sent', async () => {
    const db = getDatabase();
    const { codes } = await openWithCodes(db, { key: 'verplicht' });
    const browser = openAnswering(createAnsweringApp(db).app);
    await begin(browser, codes[0] ?? '');
    const check = await browser.get('/vragenlijst/nakijken');
    expect(check.html).toContain(
      '<a href="#blok-veilig">Een paar vragen zijn nog niet beantwoord: Veiligheid</a>',
    );
    expect((await browser.post('/vragenlijst/versturen', hiddenOf(check))).at).toBe('/vragenlijst/nakijken');
  });

  test('a code that is wrong, unknown, too early, too late, or whose round has ended: each says what is the case', async () => {
    const db = getDatabase();
    const today = dayOf();
    const early = await openWithCodes(db, { key: 'vroeg', opensOn: addDays(today, 2) });
    const late = await openWithCodes(db, { key: 'laat', closesOn: addDays(today, -2) });
    const { codes } = await openWithCodes(db, { key: 'dicht', closesOn: today });
    const browser = openAnswering(createAnsweringApp(db).app);
    const enter = (code: string) => browser.post('/vragenlijst', [['code', code]]);
    expect((await enter('')).html).toContain('Vul de code uit uw brief in');
    const short = await enter('<K7MD');
    expect(short.status).toBe(422);
    expect(short.html).toContain('value="&lt;K7MD"');
    expect(headingOf(await enter(early.codes[0] ?? ''))).toBe('De vragenlijst is nog niet open');
    expect(headingOf(await enter(late.codes[0] ?? ''))).toBe('De vragenlijst is gesloten');
    await closeAnswering(db, key, 'dicht');
    const ended = await enter(codes[0] ?? '');
    expect(ended.status).toBe(422);
    expect(ended.html).toContain('Deze code kennen wij niet');
    expect(ended.html).toContain('De vragenlijst ‘Proef 2026’ is gesloten sinds');
  });

  test('who has begun may send on the day after the last one', async () => {
    const db = getDatabase();
    const today = dayOf();
    const { codes } = await openWithCodes(db, { key: 'middernacht', closesOn: today });
    const { app } = createAnsweringApp(db);
    const browser = openAnswering(app);
    const check = await answerAll(browser, codes[0] ?? '', 'net op tijd');
    await db
      .updateTable('survey_round')
      .set({ closes_on: addDays(today, -1) })
      .where('key', '=', 'middernacht')
      .execute();
    expect(headingOf(await openAnswering(app).get(`/vragenlijst?c=${codes[1]}`))).toBe(
      'De vragenlijst is gesloten',
    );
    expect((await browser.post('/vragenlijst/versturen', hiddenOf(check))).at).toBe('/vragenlijst/bedankt');
  });

  test('without a cookie it says why; what was filled in when it went goes along with the code', async () => {
    const db = getDatabase();
    const { codes } = await openWithCodes(db, { key: 'koekje' });
    const { app } = createAnsweringApp(db);
    const without = openAnswering(app, { takesCookies: false });
    expect(headingOf(await without.get(`/vragenlijst?c=${codes[0]}`))).toBe('Uw browser bewaart geen cookie');
    const browser = openAnswering(app);
    const page = await begin(browser, codes[0] ?? '');
    browser.cookies.clear();
    const lost = await fill(browser, page, [
      ['q.onveilig', '01'],
      ['q.hoe-vaak', '4'],
    ]);
    expect(lost.html).toContain('Uw browser weet uw code niet meer');
    const wrong = await browser.post('/vragenlijst/blok/veilig', [
      ...hiddenOf(lost),
      ['code', 'K7MD'],
      ['doel', 'verder'],
    ]);
    expect(wrong.html).toContain('Deze code is te kort');
    const next = await browser.post('/vragenlijst/blok/veilig', [
      ...hiddenOf(wrong),
      ['code', codes[0] ?? ''],
      ['doel', 'verder'],
    ]);
    expect(headingOf(next)).toBe('Uw buurt');
    expect((await browser.get('/vragenlijst/blok/veilig')).html).toContain('value="4"');
  });

  test('by the open link: the district is asked, a code of his own goes on, and the sheet is kept apart', async () => {
    const db = getDatabase();
    const { round } = await openWithCodes(db, {
      key: 'open',
      hasOpenLink: true,
      strata: ['GM9001', 'GM9002'],
    });
    const { app } = createAnsweringApp(db);
    const browser = openAnswering(app);
    const entry = await browser.get('/vragenlijst/open/open');
    expect(entry.html).toContain('Iedereen van 15 jaar en ouder die hier woont kan meedoen.');
    expect(browser.cookies.size).toBe(0);
    const intro = await browser.post('/vragenlijst/open/open', hiddenOf(entry));
    expect(intro.html).toMatch(
      /<span class="own" dir="ltr" translate="no">[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/,
    );
    const person = await browser.get('/vragenlijst/over-u');
    expect(person.html).toContain('<optgroup label="Oostermeer">');
    const missing = await fill(browser, person, me);
    expect(missing.html).toContain('<a href="#district-0">Kies de wijk waarin u woont</a>');
    const first = await fill(browser, missing, [...me, ['district', 'WK900200']]);
    const second = await fill(browser, first, [['q.onveilig', '02']]);
    // The block of the other municipality is not asked.
    const check = await fill(browser, second, []);
    expect(check.at).toBe('/vragenlijst/nakijken');
    await browser.post('/vragenlijst/versturen', hiddenOf(check));
    await laySheets(db, key, round, { isLast: true });
    expect(await readSheets(db, key, round)).toMatchObject([
      { way: 'open', district: 'WK900200', stratum: null },
    ]);
    expect((await browser.get('/vragenlijst/open/heen')).status).toBe(404);
    expect((await browser.get('/vragenlijst/open/niets')).status).toBe(404);
  });

  test('who is younger than is asked is thanked, and nothing of him is kept', async () => {
    const db = getDatabase();
    const { round, codes } = await openWithCodes(db, { key: 'leeftijd', ageFrom: 18 });
    const browser = openAnswering(createAnsweringApp(db).app);
    await browser.get(`/vragenlijst?c=${codes[0]}`);
    const person = await browser.get('/vragenlijst/over-u');
    expect(person.html).toContain('Jonger dan 18 jaar');
    expect(person.html).not.toContain('15 tot en met 17 jaar');
    const answer = await fill(browser, person, [
      ['age', 'below'],
      ['sex', 'man'],
    ]);
    expect(headingOf(answer)).toBe('Bedankt, maar deze vragenlijst is niet voor u');
    expect(await db.selectFrom('survey_draft').selectAll().where('round', '=', round).execute()).toEqual([]);
  });

  test('a form of another site changes nothing; an old browser that says nothing shows the proof in the form', async () => {
    const db = getDatabase();
    const { codes } = await openWithCodes(db, { key: 'vreemd' });
    const browser = openAnswering(createAnsweringApp(db).app);
    const page = await begin(browser, codes[0] ?? '');
    const fields: Fields = [...hiddenOf(page), ['q.onveilig', '02'], ['doel', 'verder']];
    const post = (headers: HeadersInit | null, sent = fields) =>
      browser.post('/vragenlijst/blok/veilig', sent, headers);
    for (const headers of [
      { Origin: 'https://example.org' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const refused = await post(headers);
      expect([refused.status, headingOf(refused)]).toEqual([
        403,
        'Dit kwam niet van een pagina van deze vragenlijst',
      ]);
    }
    expect((await browser.get('/vragenlijst/blok/veilig')).html).not.toContain(' checked');
    const without = fields.filter(([name]) => name !== 'bewijs');
    expect((await post(null, without)).status).toBe(403);
    expect(headingOf(await post(null))).toBe('Uw buurt');
    expect(headingOf(await post({ 'Sec-Fetch-Site': 'same-origin' }))).toBe('Uw buurt');
  });

  test('it is answered where the whole site is closed too', async () => {
    const db = getDatabase();
    const { codes } = await openWithCodes(db, { key: 'besloten' }, 1);
    await closeSite(db, true);
    try {
      const { app } = createAnsweringApp(db);
      expect((await app.request(`${answeringAddress}/api/catalog`)).status).toBe(401);
      expect(headingOf(await begin(openAnswering(app), codes[0] ?? ''))).toBe('Veiligheid');
    } finally {
      await closeSite(db, false);
    }
  });

  test('whatever is asked or sent, the answer is a page that was foreseen', async () => {
    const db = getDatabase();
    const { codes } = await openWithCodes(db, { key: 'alles', hasOpenLink: true }, 1);
    const { app, lines } = createAnsweringApp(db);
    const browser = openAnswering(app);
    const page = await begin(browser, codes[0] ?? '');
    const kept = new Map(browser.cookies);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('\0', '01', '%', 'q.'),
    );
    const part = text.map((each) => encodeURIComponent(each.replaceAll(/\p{Cs}/gu, '')));
    const paths = [
      '',
      '/begin',
      '/over-u',
      '/blok/veilig',
      '/blok/buurt',
      '/nakijken',
      '/bedankt',
      '/open/alles',
    ];
    const path = fc.oneof(
      fc.constantFrom(...paths),
      part.map((key) => `/open/${key}`),
      part.map((key) => `/blok/${key}`),
    );
    const name = fc.oneof(
      text,
      fc.constantFrom(
        'age',
        'sex',
        'district',
        'q.onveilig',
        'q.beter',
        'q.hoe-vaak',
        'doel',
        'gezien',
        'code',
      ),
    );
    const fields = fc.array(fc.tuple(name, text), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(path, fields, part, async (address, sent, query) => {
        for (const [key, value] of kept) browser.cookies.set(key, value);
        const known = sent.map(
          ([key, value]) => [key.replaceAll(/\p{Cs}/gu, ''), value.replaceAll(/\p{Cs}/gu, '')] as const,
        );
        const asked = await browser.get(`/vragenlijst${address}?c=${query}&taal=${query}`);
        const told = await browser.post(`/vragenlijst${address}`, [...hiddenOf(page), ...known]);
        browser.cookies.set('vragenlijst', `nl.klaar.${query}`);
        const done = await browser.get('/vragenlijst/bedankt');
        for (const { status, html } of [asked, told, done]) {
          expect(
            [200, 404, 405, 409, 422, 429],
            `${address} ${JSON.stringify(sent)} ${lines.join('')}`,
          ).toContain(status);
          if (status !== 405) expect(html).toContain('</html>');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('who tries codes is stopped; the site being closed, or without a key, is said', async () => {
    const db = getDatabase();
    const browser = openAnswering(createAnsweringApp(db).app);
    const statuses = [];
    for (let tries = 0; tries < 41; tries += 1)
      statuses.push((await browser.post('/vragenlijst', [['code', 'K7MD']])).status);
    expect([statuses[0], statuses[39], statuses[40]]).toEqual([422, 422, 429]);
    const { app } = createAnsweringApp(db, {
      find: async () => null,
      make: () => Promise.reject(new Error()),
    });
    const none = await openAnswering(app).get('/vragenlijst');
    expect([none.status, headingOf(none)]).toEqual([
      404,
      'Deze vragenlijst is er niet, of alleen met een code',
    ]);
    expect((await openAnswering(app).get('/vragenlijst/niets')).headers.get('Content-Type')).toContain(
      'text/html',
    );
  });
});
