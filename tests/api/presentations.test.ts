import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { PresentationBody, PresentationsBody } from '../../api/schemas/presentation.ts';
import type { Grant } from '../../geodata/grant.ts';
import { presentationLimits } from '../../geodata/presentation/presentation.ts';
import { listTrail } from '../../sql/trail.ts';
import { closeSite } from '../../sql/visibility-rules.ts';
import { createAccountApp, openVisit, type Visit, welcomeSomebody } from '../setup/accounts.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const slides = [
  {
    address: '?indicator=misdrijven&lang=en&see-as=police',
    title: 'Misdrijven',
    sentence: 'Minder.',
    notes: 'Kort.',
  },
  { address: '?indicator=meldingen', title: 'Meldingen', sentence: 'Meer meldingen.', notes: 'Niet noemen.' },
];
const whole = { title: 'Overleg', sharedWith: 'owner', organisation: null, slides, version: 0 };

describeOnBothDatabases('presentations', (getDatabase) => {
  const people: Record<string, Visit> = {};
  let app: ReturnType<typeof createAccountApp>;

  beforeAll(async () => {
    await publishFixture(getDatabase());
    app = createAccountApp(getDatabase());
    const grants: Record<string, Grant> = {
      owner: { role: 'partner', organisation: 'Werkplein', kind: 'other' },
      colleague: { role: 'partner', organisation: 'Werkplein', kind: 'other' },
      other: { role: 'partner', organisation: 'Woonzorg', kind: 'other' },
      reader: { role: 'reader', municipality: 'GM9001' },
      police: { role: 'partner', organisation: 'Politie', kind: 'police' },
    };
    for (const [name, grant] of Object.entries(grants)) {
      const visit = openVisit(app);
      await welcomeSomebody(getDatabase(), visit, { email: `${name}@example.nl`, grants: [grant] });
      people[name] = visit;
    }
    people.public = openVisit(app);
  });

  const as = (name: string) => people[name] as Visit;
  const addressOf = (id: string) => `/api/presentations/${id}`;
  async function keep(change: object = {}, who = 'owner'): Promise<string> {
    const id = randomUUID();
    const answer = await as(who).put(addressOf(id), { ...whole, ...change });
    expect(answer.status, await answer.clone().text()).toBe(200);
    expect(await answer.json()).toEqual({ version: 1 });
    return id;
  }
  const statuses = async (id: string) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(people).map(async ([name, visit]) => [name, (await visit.get(addressOf(id))).status]),
      ),
    );
  const read = async (name: string, id: string) =>
    (await (await as(name).get(addressOf(id))).json()) as PresentationBody;
  const refusalOf = async (answer: Response) => [
    answer.status,
    ((await answer.json()) as { errors?: { parameter: string }[] }).errors?.[0]?.parameter,
  ];

  test.each([
    ['owner', ['owner']],
    ['organisation', ['owner', 'colleague']],
    ['partner', ['owner', 'colleague', 'other', 'police']],
    ['public', ['owner', 'colleague', 'other', 'reader', 'police', 'public']],
  ] as const)('shared with %s are there for those alone', async (sharedWith, seen) => {
    const organisation = sharedWith === 'organisation' ? 'Werkplein' : null;
    const id = await keep({ sharedWith, organisation });
    const told = await statuses(id);
    expect(Object.keys(told).filter((name) => told[name] === 200)).toEqual(seen);
    expect(new Set(Object.values(told))).toEqual(
      sharedWith === 'public' ? new Set([200]) : new Set([200, 404]),
    );
    const unknown = await (await as('public').get(addressOf(randomUUID()))).json();
    const closed = await (await as('public').get(addressOf(id))).json();
    if (sharedWith !== 'public') expect(Object.keys(closed)).toEqual(Object.keys(unknown));
  });

  test('are told with the rights of who asks: what is hidden is counted, notes are the owner’s', async () => {
    const id = await keep({ sharedWith: 'public' });
    expect(await read('owner', id)).toMatchObject({
      isOwn: true,
      hidden: 0,
      slides: [{ ...slides[0], address: '?indicator=misdrijven' }, slides[1]],
    });
    expect((await read('colleague', id)).slides.map(({ title, notes }) => [title, notes])).toEqual([
      ['Misdrijven', ''],
      ['Meldingen', ''],
    ]);
    const told = await as('public').get(addressOf(id));
    expect(told.headers.get('Cache-Control')).toContain('no-cache');
    const text = await told.text();
    expect(text).not.toMatch(/meldingen/i);
    expect(JSON.parse(text)).toMatchObject({
      isOwn: false,
      hidden: 1,
      slides: [{ title: 'Misdrijven' }, { address: '?indicator=not-shown', title: '', sentence: '' }],
    });
    await closeSite(getDatabase(), true);
    expect((await as('public').get(addressOf(id))).status).toBe(401);
    await closeSite(getDatabase(), false);
  });

  test('are changed and taken away by their owner, in the version that he read', async () => {
    const id = await keep({ sharedWith: 'public' });
    const change = { ...whole, title: 'Nieuwe titel', version: 1 };
    expect((await as('public').put(addressOf(id), change)).status).toBe(401);
    expect((await as('colleague').put(addressOf(id), change)).status).toBe(403);
    expect(
      (await as('owner').put(addressOf(id), change, { Origin: 'https://elders.example.nl' })).status,
    ).toBe(403);
    expect((await as('owner').put(addressOf(id), change)).status).toBe(200);
    expect((await as('owner').put(addressOf(id), change)).status).toBe(409);
    expect((await as('owner').put(addressOf(id), whole)).status).toBe(409);
    expect(await read('owner', id)).toMatchObject({ title: 'Nieuwe titel', version: 2, sharedWith: 'owner' });
    expect((await as('colleague').put(addressOf(id), { ...change, version: 2 })).status).toBe(404);
    const removed = await as('owner').put(addressOf(id), { ...change, version: 2, remove: true });
    expect(await removed.json()).toEqual({ version: 0 });
    expect((await as('owner').get(addressOf(id))).status).toBe(404);
    const [entry] = await listTrail(getDatabase(), { act: 'presentation-change', limit: 1 });
    expect(entry).toMatchObject({ subject: `presentation:${id}` });
  });

  test('are listed for their owner and his organisation', async () => {
    const id = await keep({ sharedWith: 'organisation', organisation: 'Werkplein', title: 'Van ons' });
    const own = await keep({ title: 'Van mij' });
    const list = async (name: string) =>
      ((await (await as(name).get('/api/accounts/presentations')).json()) as PresentationsBody).rows
        .filter((row) => [id, own].includes(row.id))
        .map(({ title, isOwn, count }) => [title, isOwn, count]);
    expect(await list('owner')).toEqual([
      ['Van mij', true, 2],
      ['Van ons', true, 2],
    ]);
    expect(await list('colleague')).toEqual([['Van ons', false, 2]]);
    expect(await list('other')).toEqual([]);
    expect((await as('public').get('/api/accounts/presentations')).status).toBe(401);
  });

  test.each([
    ['title', { title: ' ' }],
    ['slides', { slides: [] }],
    ['slides', { slides: [{ ...slides[0], address: 'https://elders.example.nl/' }] }],
    ['slides', { slides: [{ ...slides[0], address: '//elders.example.nl' }] }],
    ['slides', { slides: [{ ...slides[0], address: '?level=street' }] }],
    ['slides', { slides: [{ ...slides[0], notes: 'x'.repeat(presentationLimits.notes + 1) }] }],
    ['slides', { slides: Array.from({ length: presentationLimits.slides + 1 }, () => slides[0]) }],
    ['slides', { slides: [{ ...slides[0], address: '?indicator=not-shown' }] }],
    ['sharedWith', { sharedWith: 'police' }],
    ['organisation', { sharedWith: 'organisation', organisation: 'Woonzorg' }],
    ['organisation', { sharedWith: 'organisation' }],
    ['organisation', { organisation: 'Werkplein' }],
  ])('are refused where they say what they may not: %s (%#)', async (parameter, change) => {
    const answer = await as('owner').put(addressOf(randomUUID()), { ...whole, ...change });
    expect(await refusalOf(answer)).toEqual([400, parameter]);
  });

  test('go with their owner', async () => {
    const id = await keep({ sharedWith: 'public' }, 'police');
    await getDatabase().deleteFrom('accounts.person').where('email', '=', 'police@example.nl').execute();
    expect((await as('public').get(addressOf(id))).status).toBe(404);
  });
});
