import { beforeAll, expect, test } from 'vitest';
import type { Grant } from '../../../geodata/grant.ts';
import type { PolicyCycle } from '../../../geodata/policy/cycle.ts';
import type { SharedList } from '../../../geodata/policy/shared-list.ts';
import { endPerson, findPerson, removePerson } from '../../../sql/accounts/persons.ts';
import { listNewReleases } from '../../../sql/accounts/visits.ts';
import type { Database } from '../../../sql/database.ts';
import { replaceDemonstrationPolicy } from '../../../sql/policy/demonstration.ts';
import { addTemplate, findTemplate } from '../../../sql/policy/templates.ts';
import { publicReader } from '../../../sql/reader.ts';
import { listTrail } from '../../../sql/trail.ts';
import { createAccountApp, openVisit, type Visit, welcomeSomebody } from '../../setup/accounts.ts';
import { describeOnBothDatabases } from '../../setup/database.ts';
import { publishFixture } from '../../setup/publication.ts';

const number = (end: number) => `10000000-0000-4000-8000-${String(end).padStart(12, '0')}`;
const [cycle, priority, action, list] = [number(1), number(2), number(3), number(4)];

const people: Readonly<Record<string, Grant>> = {
  administrator: { role: 'administrator' },
  editor: { role: 'editor', municipality: 'GM9001' },
  neighbour: { role: 'editor', municipality: 'GM9002' },
  partner: { role: 'partner', organisation: 'Werkplein', kind: 'other' },
  reader: { role: 'reader', municipality: 'GM9001' },
};

const begin = {
  municipality: 'GM9001',
  template: 'twens',
  fromYear: 2027,
  toYear: 2030,
  visibility: 'public',
  version: 0,
};
const said = {
  state: 'in-progress',
  owner: 'coördinator',
  isMine: true,
  due: '2026-06-30',
  document: { title: 'Analyse', url: 'https://example.nl/analyse', id: null },
  decision: '',
  decidedOn: null,
  version: 1,
};
const wanted = {
  title: 'Inbraken',
  about: '',
  indicator: 'misdrijven',
  direction: 'higher',
  period: '2024',
  visibility: 'partner',
  areas: ['BU90010000', 'BU90020001'],
  version: 0,
};

describeOnBothDatabases('the policy cycle and shared lists', (getDatabase) => {
  let db: Database;
  let app: ReturnType<typeof createAccountApp>;
  const visits = new Map<string, Visit>();

  beforeAll(async () => {
    db = getDatabase();
    await publishFixture(db);
    app = createAccountApp(db);
    for (const [name, grant] of Object.entries(people)) {
      const visit = openVisit(app);
      await welcomeSomebody(db, visit, {
        email: `${name}@example.nl`,
        name: `Noor ${name}`,
        grants: [grant],
      });
      visits.set(name, visit);
    }
    visits.set('nobody', openVisit(app));
  });

  const visitOf = (name: string) => visits.get(name) ?? openVisit(app);
  const put = async (who: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await visitOf(who).put(path, body, headers);
    return {
      status: response.status,
      body: (await response.json()) as { rows: PolicyCycle[]; errors?: { parameter: string }[] },
    };
  };
  const read = async (who: string) =>
    ((await (await visitOf(who).get('/api/policy/cycles')).json()) as { rows: PolicyCycle[] }).rows;
  const readLists = async (who: string) =>
    ((await (await visitOf(who).get('/api/shared-lists')).json()) as { rows: SharedList[] }).rows;
  const at = `/api/policy/cycles/${cycle}`;

  test('a cycle is begun by an editor of its municipality, with the days of its template', async () => {
    for (const [who, status] of [
      ['nobody', 401],
      ['reader', 403],
      ['partner', 403],
      ['neighbour', 403],
    ] as const)
      expect([who, (await put(who, at, begin)).status]).toEqual([who, status]);
    expect((await put('editor', at, begin, { Origin: 'https://elsewhere.example' })).status).toBe(403);
    for (const [field, value] of [
      ['template', 'onbekend'],
      ['toYear', 2026],
      ['fromYear', 1800],
    ] as const) {
      const { status, body } = await put('editor', at, { ...begin, [field]: value });
      expect([status, body.errors?.[0]?.parameter]).toEqual([400, field]);
    }
    const strange = await put('administrator', at, { ...begin, municipality: 'GM0001' });
    expect([strange.status, strange.body.errors?.[0]?.parameter]).toEqual([400, 'municipality']);
    const { status, body } = await put('editor', at, begin);
    expect(status).toBe(200);
    expect(body.rows[0]?.steps).toHaveLength(12);
    expect(body.rows[0]?.steps.find(({ step }) => step === 'vaststelling')).toMatchObject({
      due: '2026-12-31',
      state: 'not-begun',
      version: 1,
    });
    expect((await put('editor', `/api/policy/cycles/${number(9)}`, begin)).status).toBe(409);
  });

  test('a step is changed by who may, and who comes second is told and loses nothing', async () => {
    const path = `${at}/steps/analyse`;
    for (const who of ['nobody', 'reader', 'partner', 'neighbour'])
      expect([who, (await put(who, path, said)).status]).toEqual([who, who === 'nobody' ? 401 : 403]);
    expect((await put('editor', `${at}/steps/dansen`, said)).status).toBe(404);
    const script = { ...said, document: { title: 'x', url: 'javascript:alert(1)', id: null } };
    expect((await put('editor', path, script)).status).toBe(400);
    expect((await put('editor', path, { ...said, owner: 'a\0b' })).status).toBe(400);
    const lost = await put('editor', path, { ...said, document: { title: '', url: null, id: 5 } });
    expect([lost.status, lost.body.errors?.[0]?.parameter]).toEqual([400, 'document']);
    expect(
      (await put('editor', path, said)).body.rows[0]?.steps.find(({ step }) => step === 'analyse'),
    ).toEqual({
      step: 'analyse',
      state: 'in-progress',
      owner: 'coördinator',
      account: { id: expect.any(String), name: 'Noor editor' },
      due: '2026-06-30',
      document: { title: 'Analyse', url: 'https://example.nl/analyse', id: null },
      decision: '',
      decidedOn: null,
      version: 2,
    });
    const second = { ...said, state: 'done', isMine: null };
    expect((await put('administrator', path, second)).status).toBe(409);
    const kept = (await read('editor'))[0]?.steps.find(({ step }) => step === 'analyse');
    expect(kept).toMatchObject({ state: 'in-progress', version: 2 });
    expect((await put('administrator', path, { ...second, version: 2 })).status).toBe(200);
    expect((await read('partner'))[0]?.steps.find(({ step }) => step === 'analyse')).toMatchObject({
      state: 'done',
      account: { id: expect.any(String), name: 'Noor editor' },
    });
    // Names of persons are for partners.
    for (const who of ['nobody', 'reader'])
      expect((await read(who))[0]?.steps.find(({ step }) => step === 'analyse')?.account).toBeNull();
  });

  test('priorities and actions come, change and go, on figures that are there', async () => {
    const path = `${at}/priorities/${priority}`;
    const body = { title: 'Minder inbraken', about: '', indicators: ['misdrijven'], version: 0 };
    const unknown = await put('editor', path, { ...body, indicators: ['onbekend'] });
    expect([unknown.status, unknown.body.errors?.[0]?.parameter]).toEqual([400, 'indicators']);
    expect((await put('neighbour', path, body)).status).toBe(403);
    expect((await put('editor', path, body)).status).toBe(200);
    expect((await put('editor', path, body)).status).toBe(409);
    const doing = {
      what: 'Surveillance',
      organisation: 'Politie',
      until: null,
      state: 'not-begun',
      version: 0,
    };
    const act = `${path}/actions/${action}`;
    expect((await put('editor', act, doing)).status).toBe(200);
    expect(
      (await put('editor', act, { ...doing, state: 'done', version: 1 })).body.rows[0]?.priorities,
    ).toEqual([
      {
        id: priority,
        title: 'Minder inbraken',
        about: '',
        indicators: ['misdrijven'],
        version: 1,
        actions: [
          {
            id: action,
            what: 'Surveillance',
            organisation: 'Politie',
            until: null,
            state: 'done',
            version: 2,
          },
        ],
      },
    ]);
    expect((await put('editor', act, { ...doing, version: 1, remove: true })).status).toBe(409);
    expect((await put('editor', act, { ...doing, version: 2, remove: true })).status).toBe(200);
    expect(
      (await put('editor', path, { ...body, version: 1, remove: true })).body.rows[0]?.priorities,
    ).toEqual([]);
  });

  test('a cycle is shown to whom it is for, and goes with all that is in it', async () => {
    const closed = { ...begin, visibility: 'partner', version: 1 };
    expect((await put('editor', at, closed)).status).toBe(200);
    const seen = await Promise.all(
      ['nobody', 'reader', 'neighbour', 'partner'].map(async (who) => (await read(who)).length),
    );
    // A reader of the municipality sees what it closes.
    expect(seen).toEqual([0, 1, 1, 1]);
    expect((await put('editor', at, { ...closed, version: 1, remove: true })).status).toBe(409);
    expect((await put('editor', at, { ...closed, visibility: 'public', version: 2 })).status).toBe(200);
  });

  test('a list is made by who works with others, changed by who joined, and closed figures stay closed', async () => {
    const path = `/api/shared-lists/${list}`;
    expect((await put('nobody', path, wanted)).status).toBe(401);
    expect((await put('reader', path, wanted)).status).toBe(403);
    const strange = await put('partner', path, { ...wanted, areas: ['BU99999999'] });
    expect([strange.status, strange.body.errors?.[0]?.parameter]).toEqual([400, 'areas']);
    expect((await put('partner', path, wanted)).status).toBe(200);
    expect(await readLists('nobody')).toEqual([]);
    expect(await readLists('neighbour')).toMatchObject([
      {
        title: 'Inbraken',
        areas: [{ area: 'BU90010000' }, { area: 'BU90020001' }],
        members: [{ organisation: 'Werkplein' }],
      },
    ]);
    const change = { ...wanted, visibility: 'public', version: 1 };
    expect((await put('neighbour', path, change)).status).toBe(403);
    expect((await put('partner', path, change)).status).toBe(200);
    expect((await readLists('nobody'))[0]?.members).toEqual([
      { organisation: 'Werkplein', account: null, joinedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    ]);
    const doing = {
      owner: 'wijkagent',
      isMine: true,
      practice: { title: 'Lampen', id: null },
      note: '',
      version: 1,
    };
    // An editor of the municipality may say who does what there, elsewhere he joins first.
    expect((await put('neighbour', `${path}/areas/BU90020001`, doing)).status).toBe(200);
    expect((await put('neighbour', `${path}/areas/BU90010000`, doing)).status).toBe(403);
    expect((await put('neighbour', `${path}/membership`, { isMember: true })).status).toBe(200);
    expect((await put('neighbour', `${path}/areas/BU90010000`, doing)).status).toBe(200);
    expect((await put('partner', `${path}/areas/BU90010000`, doing)).status).toBe(409);
    expect((await put('neighbour', `${path}/membership`, { isMember: false })).status).toBe(200);
    const secret = { ...wanted, indicator: 'meldingen', visibility: 'public' };
    expect((await put('partner', `/api/shared-lists/${number(5)}`, secret)).status).toBe(200);
    expect((await readLists('nobody')).map(({ indicator }) => indicator)).toEqual(['misdrijven']);
    expect(await readLists('partner')).toHaveLength(2);
  });

  test('the start page tells what waits and what came in since the visit before', async () => {
    const start = async (who: string) => {
      const response = await visitOf(who).post('/api/accounts/start', {});
      return {
        status: response.status,
        body: (await response.json()) as {
          since: string | null;
          steps: unknown[];
          lists: string[];
          municipalities: string[];
          releases: { indicators: string[] }[];
        },
      };
    };
    expect((await start('nobody')).status).toBe(401);
    expect((await start('editor')).body).toMatchObject({
      since: null,
      municipalities: ['GM9001'],
      lists: [],
    });
    const { steps } = (await start('editor')).body;
    expect(steps[0]).toMatchObject({
      municipality: 'GM9001',
      step: 'opdracht',
      due: '2025-07-31',
      isOwn: false,
    });
    expect((await start('partner')).body).toMatchObject({ steps: [], municipalities: [] });
    expect((await start('partner')).body.lists).toContain(list);
    const before = new Date(Date.now() - 86_400_000);
    await db.updateTable('accounts.visit').set({ at: before }).execute();
    expect((await start('editor')).body.since).toBe(before.toISOString());
    // A second look in the same visit still tells what came since the one before.
    expect((await start('editor')).body.since).toBe(before.toISOString());
    await db
      .updateTable('accounts.visit')
      .set({ at: new Date(0), before: null })
      .execute();
    const told = (releases: readonly { readonly indicators: readonly string[] }[]) =>
      releases.flatMap(({ indicators }) => indicators);
    expect(told((await start('partner')).body.releases)).toContain('meldingen');
    const open = told(await listNewReleases(db, publicReader, new Date(0)));
    expect(open).toContain('misdrijven');
    expect(open).not.toContain('meldingen');
  });

  test('the trail has each change without names, and a person who goes leaves no name', async () => {
    const entries = await listTrail(db, { limit: 100 });
    const acts = entries.filter(({ act }) => /^(policy|list)-/.test(act));
    expect(new Set(acts.map(({ act }) => act))).toEqual(
      new Set(['policy-change', 'list-change', 'list-join', 'list-leave']),
    );
    for (const { detail, subject } of acts)
      expect(`${subject} ${detail}`).not.toMatch(/Noor|coördinator|wijkagent/);
    const nameOf = async () =>
      (await read('partner'))[0]?.steps.find(({ step }) => step === 'analyse')?.account?.name ?? null;
    const editor = await findPerson(db, { email: 'editor@example.nl' });
    const neighbour = await findPerson(db, { email: 'neighbour@example.nl' });
    expect(await nameOf()).toBe('Noor editor');
    await endPerson(db, editor?.id ?? '');
    expect(await nameOf()).toBeNull();
    await removePerson(db, editor?.id ?? '');
    await removePerson(db, neighbour?.id ?? '');
    expect(await nameOf()).toBeNull();
    expect((await read('partner'))[0]?.steps.find(({ step }) => step === 'analyse')?.owner).toBe(
      'coördinator',
    );
    expect(JSON.stringify([await read('partner'), await readLists('partner')])).not.toMatch(
      /Noor (editor|neighbour)/,
    );
  });

  test('a cycle goes with all that is in it', async () => {
    expect((await put('administrator', at, { ...begin, version: 3, remove: true })).body.rows).toEqual([]);
    expect(await db.selectFrom('policy_step').selectAll().where('cycle', '=', cycle).execute()).toEqual([]);
  });

  test('a template gets a version, and cycles stay with theirs', async () => {
    const twens = await findTemplate(db, 'twens');
    if (!twens) throw new Error('no template');
    const { version: _first, ...content } = twens;
    expect(await addTemplate(db, { ...content, steps: content.steps.slice(0, 2) })).toBe(2);
    expect((await findTemplate(db, 'twens'))?.steps).toHaveLength(2);
    expect((await findTemplate(db, 'twens', 1))?.steps).toHaveLength(12);
    await db.deleteFrom('policy_template').where('version', '=', 2).execute();
  });

  test('what the demonstration made up is seen while it is what is shown', async () => {
    await replaceDemonstrationPolicy(db);
    await replaceDemonstrationPolicy(db);
    expect(await read('partner')).toEqual([]);
    await db.updateTable('region').set({ demonstration: true }).execute();
    expect(await read('partner')).toHaveLength(21);
    await db.updateTable('region').set({ demonstration: false }).execute();
    expect(await read('partner')).toEqual([]);
  });
});
