import { beforeAll, expect, test } from 'vitest';
import type {
  ContributionBody,
  ContributionSummaryBody,
  DeskContributionBody,
} from '../../api/schemas/contribution.ts';
import type { Database } from '../../sql/database.ts';
import { createAccountApp, openVisit, type Visit } from '../setup/accounts.ts';
import { act, offerAndPublish, welcomeEach } from '../setup/contributors.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const own = '/api/accounts/contributions';
const details = {
  direction: 'high',
  doneBy: 'Gemeente',
  part: 'trekker',
  beganOn: '2023-05-01',
  endedOn: null,
  cost: '€ 12.000 per jaar',
  links: [{ title: 'Plan van aanpak', url: 'https://example.nl/plan.pdf' }],
} as const;
const practice = {
  kind: 'practice',
  title: 'Achterpaden afgesloten',
  body: 'Met **bewoners** hekken geplaatst.',
  sources: '',
  lang: 'nl',
  visibility: 'public',
  area: 'BU90010000',
  indicator: 'misdrijven',
  period: null,
  municipality: null,
  organisation: 'Politie',
  role: 'wijkagent',
  showsName: false,
  endsOn: null,
  files: [],
  practice: details,
} as const;
const adoption = {
  ...practice,
  kind: 'adoption',
  title: 'Ook bij ons',
  body: 'Het loopt goed.',
  practice: null,
} as const;

describeOnBothDatabases('practices', (getDatabase) => {
  let db: Database;
  let [officer, editor]: Visit[] = [];
  let anybody: Visit;

  beforeAll(async () => {
    db = getDatabase();
    await publishFixture(db);
    const app = createAccountApp(db);
    anybody = openVisit(app);
    [officer, editor] = await welcomeEach(db, app, [
      [{ role: 'partner', organisation: 'Politie', kind: 'police' }],
      [{ role: 'editor', municipality: 'GM9001' }],
    ]);
  });

  const save = (text: object, status = 200) => act(officer, 'save', { ...text, seen: null }, status);
  const publish = (saved: DeskContributionBody) => offerAndPublish([officer, editor], saved);
  const list = async (query: string) => {
    const answer = await anybody.get(`/api/contributions${query}`);
    return ((await answer.json()) as { rows: ContributionSummaryBody[] }).rows;
  };

  test('a practice is read by a second person, then shown with its problem, and others tell that they do it too', async () => {
    const saved = await save(practice);
    expect(saved.practice).toEqual({ ...details, adoptions: 0 });
    // What nobody may read yet cannot be done too.
    const early = { ...adoption, adoption: { practice: saved.id, beganOn: '2024-01-01' } };
    expect((await save(early, 400)).detail).toContain(`no practice ${saved.id} is shown to you`);
    await publish(saved);
    const [shown] = await list('?kind=practice&indicator=misdrijven');
    expect(shown).toMatchObject({ id: saved.id, practice: { ...details, adoptions: 0 }, adoption: null });

    const followed = await save(early);
    expect(await list(`?practice=${saved.id}`)).toEqual([]);
    expect((await list('?kind=practice'))[0]?.practice?.adoptions).toBe(0);
    await publish(followed);
    expect(await list(`?practice=${saved.id}`)).toMatchObject([
      {
        id: followed.id,
        adoption: { practice: saved.id, beganOn: '2024-01-01', endedOn: null },
        place: { code: 'BU90010000' },
      },
    ]);
    const whole = (await (await anybody.get(`/api/contributions/${saved.id}`)).json()) as ContributionBody;
    expect(whole.practice?.adoptions).toBe(1);
    expect(await list('?practice=12345')).toEqual([]);

    const held = (await (
      await (officer ?? anybody).get(`${own}/${saved.id}`)
    ).json()) as DeskContributionBody;
    await act(officer, 'withdraw', { id: saved.id, version: held.version });
    expect(await list(`?practice=${saved.id}`)).toEqual([]);
    expect((await anybody.get(`/api/contributions/${followed.id}`)).status).toBe(404);
  });

  test('a revision keeps the fields of its own time', async () => {
    const saved = await save(practice);
    const change = { ...practice, practice: { ...details, cost: 'niets', links: [], endedOn: '2024-12-31' } };
    const { id, version } = saved;
    const changed = await act(officer, 'save', { ...change, seen: { id, version } });
    expect(changed.practice).toMatchObject({ cost: 'niets', links: [], endedOn: '2024-12-31' });
    const rows = await db
      .selectFrom('practice_revision')
      .select('cost')
      .where('contribution', '=', id)
      .execute();
    expect(rows.map(({ cost }) => cost).sort()).toEqual(['niets', '€ 12.000 per jaar']);
  });

  test.each([
    ['a practice without what was done', { practice: null }, 'for practices alone'],
    ['a story with it', { kind: 'story' }, 'for practices alone'],
    ['a practice nowhere', { area: null }, 'name the area in which it is done'],
    ['a practice about nothing', { indicator: null }, 'name the indicator that was too high or too low'],
    ['one that is to begin', { practice: { ...details, beganOn: '2999-01-01' } }, 'a day that has been'],
    [
      'one that ended before it began',
      { practice: { ...details, endedOn: '2023-04-30' } },
      'on or after the one on which it began',
    ],
    ['no day', { practice: { ...details, beganOn: 'gisteren' } }, 'the day it began'],
    ['nobody', { practice: { ...details, doneBy: ' ' } }, 'the organisation that did it'],
    [
      'a script behind a link',
      { practice: { ...details, links: [{ title: 'Plan', url: 'javascript:alert(1)' }] } },
      'https://',
    ],
    ['an adoption of nothing', { kind: 'adoption', practice: null }, 'which practice is done too'],
    [
      'an adoption of what is not there',
      { kind: 'adoption', practice: null, adoption: { practice: 4, beganOn: '2024-01-01' } },
      'no practice 4 is shown to you',
    ],
  ])('refuses %s', async (_what, change, reason) => {
    expect(JSON.stringify(await save({ ...practice, ...change }, 400))).toContain(reason);
  });
});
