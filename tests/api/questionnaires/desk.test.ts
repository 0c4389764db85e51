import { beforeAll, expect, test } from 'vitest';
import type { QuestionnaireBody, QuestionnairesBody } from '../../../api/schemas/questionnaire.ts';
import type { RoundBody } from '../../../api/schemas/round.ts';
import { beginQuestion } from '../../../geodata/questionnaire/editing/beginning.ts';
import type { Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import { usualSettings } from '../../../geodata/questionnaire/round.ts';
import type { Database } from '../../../sql/database.ts';
import { addResponse } from '../../../sql/questionnaires/response.ts';
import { readSheets, replaceSheets } from '../../../sql/questionnaires/sheets.ts';
import { listTrail } from '../../../sql/trail.ts';
import { createAccountApp, openVisit, type Visit } from '../../setup/accounts.ts';
import { testSurvey } from '../../setup/answering.ts';
import { requireVisit, welcomeEach } from '../../setup/contributors.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { publishFixture } from '../../setup/publication.ts';
import { answeredSheet, testQuestionnaire, testSurveyKey } from '../../setup/survey.ts';

const base = '/api/accounts';
const bytesOf = (text: string) => new TextEncoder().encode(text);

describeOnBothDatabases('questionnaires and rounds at the desk', (getDatabase) => {
  let db: Database;
  let anybody: Visit;
  let [administrator, editor, otherEditor, officer]: Visit[] = [];

  beforeAll(async () => {
    db = getDatabase();
    await publishFixture(db);
    const app = createAccountApp(db, { survey: testSurvey });
    anybody = openVisit(app);
    [administrator, editor, otherEditor, officer] = await welcomeEach(db, app, [
      [{ role: 'administrator' }],
      [{ role: 'editor', municipality: 'GM9001' }],
      [{ role: 'editor', municipality: 'GM9002' }],
      [{ role: 'partner', organisation: 'Politie', kind: 'police' }],
    ]);
  });

  type Problem = {
    detail: string;
    fault?: string;
    current?: { revision: number; definition: Questionnaire };
  };
  const post = async <Told>(visit: Visit | undefined, path: string, body: object, status = 200) => {
    const answer = await requireVisit(visit).post(`${base}/${path}`, body);
    const told = (await answer.json()) as Told & Problem;
    expect(answer.status, JSON.stringify(told).slice(0, 500)).toBe(status);
    return told;
  };
  const read = async <Told>(visit: Visit | undefined, path: string) => {
    const answer = await requireVisit(visit).get(`${base}/${path}`);
    expect(answer.status, path).toBe(200);
    return (await answer.json()) as Told;
  };
  const send = async <Told>(visit: Visit | undefined, path: string, text: string, status = 200) => {
    const answer = await requireVisit(visit).upload(`${base}/${path}`, bytesOf(text));
    const told = (await answer.json()) as Told & Problem;
    expect(answer.status, JSON.stringify(told).slice(0, 500)).toBe(status);
    return told;
  };
  const save = (
    visit: Visit | undefined,
    { revision }: { revision: number },
    definition: Questionnaire,
    status = 200,
  ) => post<QuestionnaireBody>(visit, 'questionnaires/save', { revision, definition }, status);

  test('only editors of a municipality and administrators see questionnaires', async () => {
    for (const path of [
      'questionnaires',
      'questionnaires/proef/1',
      'rounds/proef-2026',
      'rounds/proef-2026/texts',
    ]) {
      expect((await anybody.get(`${base}/${path}`)).status).toBe(401);
      expect((await requireVisit(officer).get(`${base}/${path}`)).status).toBe(403);
    }
    expect((await read<QuestionnairesBody>(editor, 'questionnaires')).own).toEqual(['GM9001']);
    await post(editor, 'questionnaires/begin', { from: 'template', key: 'mijn', name: 'Mijn' }, 403);
    expect((await requireVisit(editor).get(`${base}/questionnaires/proef/1`)).status).toBe(404);
  });

  test('a draft is begun with the template, changed, checked and fixed; the second of two is told', async () => {
    const begun = await post<QuestionnaireBody>(administrator, 'questionnaires/begin', {
      from: 'template',
      key: 'veilig',
      name: 'Veilig in Proefstreek',
    });
    expect(begun).toMatchObject({ isFixed: false, revision: 1, definition: { key: 'veilig', version: 1 } });
    await post(administrator, 'questionnaires/begin', { from: 'version', key: 'veilig', version: 1 }, 409);
    const renamed = { ...begun.definition, name: { ...begun.definition.name, nl: 'Anders' } };
    const saved = await save(administrator, begun, renamed);
    expect(saved).toMatchObject({ revision: 2, definition: { name: { nl: 'Anders' } } });
    const refused = await save(administrator, begun, begun.definition, 409);
    expect(refused.current).toMatchObject({ revision: 2, definition: { name: { nl: 'Anders' } } });

    const [first] = saved.definition.blocks;
    if (!first) throw new Error('no block');
    const question = beginQuestion('nieuw', 'choice');
    const unfinished = {
      ...saved.definition,
      blocks: saved.definition.blocks.with(0, { ...first, questions: [...first.questions, question] }),
    };
    const draft = await save(administrator, saved, unfinished);
    const seen = { key: 'veilig', version: 1, revision: draft.revision };
    const told = await post(administrator, 'questionnaires/fix', seen, 409);
    expect(told.detail).toContain('missing-text nieuw');
    const whole = await save(administrator, draft, saved.definition);
    const fixed = await post<QuestionnaireBody>(administrator, 'questionnaires/fix', {
      ...seen,
      revision: whole.revision,
    });
    expect(fixed.isFixed).toBe(true);
    expect((await save(administrator, fixed, renamed, 409)).detail).toContain('fixed');
    const next = await post<QuestionnaireBody>(administrator, 'questionnaires/begin', {
      from: 'version',
      key: 'veilig',
      version: 1,
    });
    expect(next.definition.version).toBe(2);
    await post(administrator, 'questionnaires/remove', { key: 'veilig', version: 2, revision: 1 });
    const trail = await listTrail(db, { limit: 20 });
    expect(trail.map(({ act }) => act)).toEqual(
      expect.arrayContaining([
        'questionnaire-begin',
        'questionnaire-change',
        'questionnaire-fix',
        'questionnaire-remove',
      ]),
    );
  });

  test('an editor changes what his municipality asks of its own, and nothing else', async () => {
    const begun = await post<QuestionnaireBody>(administrator, 'questionnaires/begin', {
      from: 'definition',
      definition: testQuestionnaire,
    });
    const { definition } = begun;
    const own = definition.blocks.findIndex(({ municipality }) => municipality === 'GM9001');
    const change = (index: number) => {
      const block = definition.blocks[index];
      if (!block) throw new Error('no block');
      return {
        ...definition,
        blocks: definition.blocks.with(index, { ...block, title: { nl: 'Gewijzigd' } }),
      };
    };
    await save(editor, begun, change(0), 403);
    await save(otherEditor, begun, change(own), 403);
    const withOther = {
      ...definition,
      blocks: definition.blocks.filter(({ municipality }) => municipality === null),
    };
    await save(otherEditor, begun, withOther, 403);
    expect((await save(editor, begun, change(own))).revision).toBe(2);
    const added = {
      ...change(own),
      blocks: [
        ...change(own).blocks,
        {
          ...definition.blocks[own],
          key: 'haven',
          municipality: 'GM9002',
          questions: [beginQuestion('haven', 'text')],
        },
      ] as Questionnaire['blocks'],
    };
    expect((await save(otherEditor, { revision: 2 }, added)).revision).toBe(3);
    await post(editor, 'questionnaires/fix', { key: 'proef', version: 1, revision: 3 }, 403);
    await post(administrator, 'questionnaires/remove', { key: 'proef', version: 1, revision: 3 });
  });

  test('what cannot be read is refused in one line that names the place', async () => {
    const odd = { ...testQuestionnaire, blocks: [{ ...testQuestionnaire.blocks[0], key: 'a b' }] };
    const told = await post(
      administrator,
      'questionnaires/begin',
      { from: 'definition', definition: odd },
      400,
    );
    expect(told.fault).toContain('cannot be a key');
    const file = JSON.stringify(testQuestionnaire);
    const taken = await send<{ definition: Questionnaire }>(
      administrator,
      'questionnaires/file?name=proef.json',
      file,
    );
    expect(taken.definition).toEqual(testQuestionnaire);
    const cut = await send(administrator, 'questionnaires/file?name=proef.json', file.slice(0, 200), 400);
    expect(cut.fault).toContain('proef.json');
    expect(cut).toMatchObject({ problem: { file: 'proef.json', message: 'the JSON breaks off' } });
    // Deeper in itself than can be written down again.
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    await send(administrator, 'questionnaires/file?name=diep.json', deep, 400);
    const begun = file.replace('"key":"proef"', `"key":${deep}`);
    const body = `{"from":"definition","definition":${begun}}`;
    const path = `${base}/questionnaires/begin`;
    const answer = await requireVisit(administrator).upload(path, bytesOf(body), 'application/json');
    expect(answer.status).toBe(400);
    // More than can be begun is refused when it is read, and not after somebody has looked through it.
    const long = { nl: 'x'.repeat(4000) };
    const large = {
      ...testQuestionnaire,
      blocks: Array.from({ length: 60 }, (_, block) => ({
        key: `b${block}`,
        title: long,
        questions: Array.from({ length: 5 }, (_, at) => ({
          key: `q${block}-${at}`,
          text: long,
          form: { kind: 'text' },
        })),
      })),
      indicators: [],
    };
    const refused = await send(
      administrator,
      'questionnaires/file?name=groot.json',
      JSON.stringify(large),
      400,
    );
    expect(refused.fault).toContain('kB, more than 1000; shorten its texts');
    await send(editor, 'questionnaires/file?name=proef.json', file, 403);
  });

  test('a version is given out as a file and previewed as who is asked sees it', async () => {
    const visit = requireVisit(editor);
    const file = await visit.get(`${base}/questionnaires/veilig/1/file`);
    expect(file.headers.get('Content-Disposition')).toContain('veilig-1.json');
    expect(((await file.json()) as Questionnaire).key).toBe('veilig');
    const preview = await visit.get(`${base}/questionnaires/veilig/1/preview?language=ar&block=leefbaarheid`);
    expect(preview.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'");
    expect(await preview.text()).toContain('dir="rtl"');
    expect((await anybody.get(`${base}/questionnaires/veilig/1/preview?language=nl`)).status).toBe(401);
  });

  const plan = {
    key: 'veilig-2026',
    name: { nl: 'Veilig 2026', en: 'Safe 2026' },
    questionnaire: 'veilig',
    version: 1,
    period: '2026',
    boundaryYear: 2024,
    opensOn: '2020-01-01',
    closesOn: '2099-12-31',
    ageFrom: 15,
    mode: 'online',
    hasOpenLink: false,
    settings: usualSettings,
  };
  const strata = ['WK900100', 'WK900101', 'WK900200'].map((area) => ({
    area,
    population: 1000,
    planned: 40,
    expectedResponse: 0.5,
  }));
  const readRound = (visit = administrator) => read<RoundBody>(visit, 'rounds/veilig-2026');

  test('a round is planned: what does not fit is refused, and each editor sees his own strata', async () => {
    await post(editor, 'rounds/save', { ...plan, revision: null }, 403);
    await post(administrator, 'rounds/save', { ...plan, version: 2, revision: null }, 400);
    await post(administrator, 'rounds/save', { ...plan, boundaryYear: 1999, revision: null }, 400);
    const early = await post(
      administrator,
      'rounds/save',
      { ...plan, closesOn: '2019-01-01', revision: null },
      400,
    );
    expect(early.detail).toContain('closesOn');
    const begun = await post<RoundBody>(administrator, 'rounds/save', { ...plan, revision: null });
    expect(begun).toMatchObject({ state: 'planned', revision: 1, strata: [], response: null });
    await post(administrator, 'rounds/save', { ...plan, revision: null }, 409);
    const seen = { key: plan.key, revision: 1 };
    const both = [...strata, { ...strata[0], area: 'GM9001' }];
    expect((await post(administrator, 'rounds/strata', { ...seen, strata: both }, 400)).detail).toContain(
      'GM9001',
    );
    const away = [{ ...strata[0], area: 'WK909999' }];
    expect((await post(administrator, 'rounds/strata', { ...seen, strata: away }, 400)).detail).toContain(
      'WK909999',
    );
    const saved = await post<RoundBody>(administrator, 'rounds/strata', { ...seen, strata });
    expect(saved.strata.map(({ area, name }) => [area, name])).toEqual([
      ['WK900100', 'Wijk 00 Westerbroek'],
      ['WK900101', 'Wijk 01 Veenhuizen'],
      ['WK900200', 'Wijk 00 Oostermeer'],
    ]);
    await post(administrator, 'rounds/strata', { ...seen, strata }, 409);
    expect((await readRound(otherEditor)).strata.map(({ area }) => area)).toEqual(['WK900200']);
  });

  test('the register is read in, or refused with the row', async () => {
    const path = 'rounds/veilig-2026/register?name=register.csv';
    const told = await send(administrator, path, 'wijk;leeftijd;geslacht;aantal\nWK999999;18-24;man;10', 400);
    expect(told.fault).toContain('A2');
    const rows = ['WK900100', 'WK900101', 'WK900200'].flatMap((district) =>
      ['18-24', '25-44'].flatMap((age) => ['man', 'vrouw'].map((sex) => `${district};${age};${sex};250`)),
    );
    const read = await send<RoundBody>(
      administrator,
      path,
      ['wijk;leeftijd;geslacht;aantal', ...rows].join('\n'),
    );
    expect(read.register).toEqual({ WK900100: 1000, WK900101: 1000, WK900200: 1000 });
    expect((await readRound(editor)).register).toEqual({ WK900100: 1000, WK900101: 1000 });
    // A register that was kept may hold more than 2^31 people in a district: the round stays readable.
    const many = { round: plan.key, district: 'WK900200', sex: 'man', count: 2_000_000_000 } as const;
    const bands = ['45-64', '65-74'];
    await db
      .insertInto('survey_register')
      .values(bands.map((band) => ({ ...many, age_band: band })))
      .execute();
    expect((await readRound()).register.WK900200).toBe(4_000_001_000);
    await db.deleteFrom('survey_register').where('age_band', 'in', bands).execute();
    await send(editor, path, rows.join('\n'), 403);
  });

  test('codes are given once; an editor makes those of his own strata, and takes them back', async () => {
    type Made = { list: string; made: number; round: RoundBody };
    const areas = { key: plan.key, areas: ['WK900100'] };
    await post(otherEditor, 'rounds/codes', areas, 404);
    const made = await post<Made>(editor, 'rounds/codes', areas);
    expect(made.made).toBe(40);
    expect(made.list.trim().split('\n')).toHaveLength(41);
    await post(editor, 'rounds/codes', areas, 409);
    const { revision } = await readRound();
    await post(administrator, 'rounds/strata', { key: plan.key, revision, strata: strata.slice(1) }, 409);
    const taken = await post<{ taken: number }>(editor, 'rounds/codes/take-back', {
      key: plan.key,
      area: 'WK900100',
    });
    expect(taken.taken).toBe(40);
    const again = await post<Made>(editor, 'rounds/codes', areas);
    type Reminders = { unused: number; all: number };
    const list = again.list + made.list.split('\n').slice(1).join('\n');
    expect(await send<Reminders>(editor, 'rounds/veilig-2026/reminders?name=codes.csv', list)).toMatchObject({
      unused: 40,
      all: 80,
    });
    // Codes of another municipality are none of his, and that he asked stands in the trail.
    const others = await send<Reminders>(otherEditor, 'rounds/veilig-2026/reminders?name=codes.csv', list);
    expect(others).toMatchObject({ unused: 0, all: 80 });
    const acts = await db.selectFrom('trail').select('detail').where('act', '=', 'round-codes').execute();
    expect(acts.map(({ detail }) => detail)).toContain('{"read":80,"unused":0}');
    const letters = await requireVisit(editor).upload(
      `${base}/rounds/veilig-2026/letters?name=codes.csv&language=tr&sender=Gemeente&contact=053-1234567`,
      bytesOf(again.list.split('\n').slice(0, 3).join('\n')),
    );
    expect(letters.headers.get('Content-Type')).toBe('application/pdf');
    expect(
      Buffer.from(await letters.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test('an open round is watched: nothing of few answers, and each editor his own', async () => {
    const { revision } = await readRound();
    await post(editor, 'rounds/open', { key: plan.key, revision }, 403);
    await post(administrator, 'rounds/open', { key: plan.key, revision: revision + 77 }, 409);
    expect((await readRound()).state).toBe('planned');
    const open = await post<RoundBody>(administrator, 'rounds/open', { key: plan.key, revision });
    // Not even that there is none yet: the first answer would show.
    expect(open).toMatchObject({ state: 'open', response: { ways: { code: null, open: 0 } } });
    expect(new Set(open.response?.strata.map(({ count }) => count))).toEqual(new Set([null]));
    await post(administrator, 'rounds/close', { key: plan.key, revision: 999 }, 409);
    expect((await readRound()).state).toBe('open');
    await post(administrator, 'rounds/save', { ...plan, revision: open.revision }, 409);
    const count = { day: '2026-09-01', way: 'code', ageBand: '25-44' } as const;
    await addResponse(db, plan.key, [
      { ...count, stratum: 'WK900100', count: 14 },
      { ...count, stratum: 'WK900101', count: 12 },
      { ...count, stratum: 'WK900200', count: 3 },
    ]);
    const shown = (round: RoundBody) => round.response?.strata.map(({ area, count }) => [area, count]);
    // One withheld alone could be computed from the whole.
    expect(shown(await readRound())).toEqual([
      ['WK900100', 14],
      ['WK900101', null],
      ['WK900200', null],
    ]);
    expect(shown(await readRound(editor))).toEqual([
      ['WK900100', 14],
      ['WK900101', 12],
    ]);
    expect((await readRound(otherEditor)).response).toMatchObject({ ways: { code: null }, days: [] });
  });

  test('a round whose last day is over is not opened', async () => {
    const past = { ...plan, key: 'voorbij-2020', closesOn: '2020-02-01', hasOpenLink: true };
    const { revision } = await post<RoundBody>(administrator, 'rounds/save', { ...past, revision: null });
    const refused = await post(administrator, 'rounds/open', { key: past.key, revision }, 409);
    expect(refused).toMatchObject({ refusal: 'over', fault: 'its last day is over: change the plan first' });
    const mended = await post<RoundBody>(administrator, 'rounds/save', {
      ...past,
      closesOn: plan.closesOn,
      revision,
    });
    const open = await post<RoundBody>(administrator, 'rounds/open', {
      key: past.key,
      revision: mended.revision,
    });
    expect(open.state).toBe('open');
  });

  test('a round is closed, weighted, and its open answers are read when a person has cleaned them', async () => {
    const sheets = Array.from({ length: 60 }, (_, index) => ({
      ...answeredSheet(index < 30 ? 'WK900100' : 'WK900200', ''),
      answers:
        index === 0
          ? { opmerking: ['Mijn buurman Jan Jansen, 06-12345678, maakt lawaai'] }
          : { opmerking: [''] },
    }));
    await db.transaction().execute((inside) => replaceSheets(inside, testSurveyKey, plan.key, sheets, 2000));
    const { definition } = await read<QuestionnaireBody>(administrator, 'questionnaires/veilig/1');
    const text = definition.blocks
      .flatMap(({ questions }) => questions)
      .find(({ form }) => form.kind === 'text');
    if (!text) throw new Error('the template asks no text');
    await db.transaction().execute((inside) =>
      replaceSheets(
        inside,
        testSurveyKey,
        plan.key,
        sheets.map((sheet) => ({ ...sheet, answers: { [text.key]: sheet.answers.opmerking ?? [] } })),
        2000,
      ),
    );
    const { revision } = await readRound();
    await post(administrator, 'rounds/weigh', { key: plan.key, revision }, 409);
    const closed = await post<RoundBody>(administrator, 'rounds/close', { key: plan.key, revision });
    expect(closed.state).toBe('closed');

    type Texts = {
      waiting: { id: string; original: string; suggested: string }[];
      cleaned: { cleaned: string }[];
    };
    await post(editor, 'rounds/texts', { key: plan.key }, 403);
    const laid = await post<Texts>(administrator, 'rounds/texts', { key: plan.key });
    expect(laid.waiting).toHaveLength(1);
    const [waiting] = laid.waiting;
    expect(waiting?.suggested).toBe('Mijn buurman [naam], [telefoonnummer], maakt lawaai');
    const kept = await db.selectFrom('survey_text').select('original').executeTakeFirstOrThrow();
    expect(kept.original?.toString('latin1')).not.toContain('Jansen');
    // Nothing of it stays beside what else the same person answered.
    const sheetsLeft = await readSheets(db, testSurveyKey, plan.key);
    expect(sheetsLeft).toHaveLength(sheets.length);
    for (const { answers } of sheetsLeft) expect(answers[text.key]).toBeUndefined();
    expect(await read<Texts>(editor, 'rounds/veilig-2026/texts')).toEqual({ waiting: [], cleaned: [] });
    await post(administrator, 'rounds/texts', { key: plan.key }, 409);
    const clean = { key: plan.key, id: waiting?.id, cleaned: waiting?.suggested };
    await post(editor, 'rounds/texts/clean', clean, 403);
    await post(administrator, 'rounds/texts/clean', clean);
    await post(administrator, 'rounds/texts/clean', clean, 404);
    expect((await read<Texts>(editor, 'rounds/veilig-2026/texts')).cleaned).toHaveLength(1);
    expect((await read<Texts>(otherEditor, 'rounds/veilig-2026/texts')).cleaned).toEqual([]);

    const weighted = await post<RoundBody>(administrator, 'rounds/weigh', {
      key: plan.key,
      revision: closed.revision,
    });
    expect(weighted.state).toBe('weighted');
    type Result = { report: { respondents: number }; estimates: { area: string; level: string }[] };
    const result = await read<Result>(administrator, 'rounds/veilig-2026/result');
    expect(result.report.respondents).toBe(60);
    const own = await read<Result>(otherEditor, 'rounds/veilig-2026/result');
    const areas = new Set(own.estimates.filter(({ level }) => level !== 'region').map(({ area }) => area));
    expect([...areas].every((area) => area.slice(2, 6) === '9002')).toBe(true);
    await post(editor, 'rounds/publish', { key: plan.key, revision: weighted.revision }, 403);
    const seen = { key: plan.key, revision: weighted.revision };
    const published = await post<RoundBody>(administrator, 'rounds/publish', seen);
    expect(published.state).toBe('published');
    const sources = await anybody.get('/api/releases');
    expect(JSON.stringify(await sources.json())).toContain('vragenlijst-veilig-2026');
    await post(administrator, 'rounds/publish', seen, 409);
    const withdrawn = await post<RoundBody>(administrator, 'rounds/withdraw', {
      key: plan.key,
      revision: published.revision,
    });
    expect(withdrawn.state).toBe('weighted');
  });
});
